// A register with a field of every type, two ladders and a register it links to: what the Excel round trip is tried on.

import { Definition } from '#domain/register.ts'
import type { Call } from './zone.ts'

export const plotDefinition = Definition.parse({
  code: 'plot',
  name: '地块台账',
  entryName: '地块',
  title: 'name',
  fields: [
    { key: 'name', name: '地块名称', type: 'text', required: true },
    { key: 'number', name: '地块编号', type: 'text', unique: true },
  ],
})

export const everyDefinition = Definition.parse({
  code: 'every',
  name: '全类型台账',
  entryName: '条目',
  title: 'name',
  lead: 'lead',
  fields: [
    { key: 'name', name: '名称', type: 'text', required: true, indexed: true },
    { key: 'number', name: '编号', type: 'text', unique: true },
    { key: 'note', name: '情况', type: 'long-text' },
    { key: 'cost', name: '投资额', type: 'money' },
    { key: 'area', name: '面积', type: 'number', unit: '平方米', scale: 2 },
    { key: 'share', name: '占比', type: 'percent', scale: 1 },
    { key: 'opened', name: '启用日期', type: 'date' },
    { key: 'month', name: '统计月份', type: 'month' },
    { key: 'formal', name: '是否正式', type: 'yes-no' },
    {
      key: 'kind',
      name: '类别',
      type: 'choice',
      choices: [{ word: '政务' }, { word: '养老' }, { word: '旧类', retired: true }],
    },
    {
      key: 'tags',
      name: '标签',
      type: 'choices',
      choices: [{ word: '夜间' }, { word: '周末、节日' }, { word: '节日' }],
    },
    { key: 'lead', name: '管理单位', type: 'unit' },
    { key: 'post', name: '责任岗位', type: 'post' },
    { key: 'person', name: '联系人', type: 'person' },
    { key: 'plot', name: '所在地块', type: 'entry', of: 'plot' },
    { key: 'place', name: '位置', type: 'place' },
    { key: 'files', name: '附件', type: 'files' },
    { key: 'code', name: '信用代码', type: 'credit-code' },
    { key: 'industry', name: '行业', type: 'industry' },
    { key: 'per', name: '单位面积投资', type: 'computed', gives: 'number', rule: 'round half up(投资额 / 面积, 2)' },
    { key: 'secret', name: '底价', type: 'money', seenBy: ['office'], filledBy: ['office'] },
  ],
  ladders: [
    {
      key: 'build',
      name: '建设',
      rungs: [
        { key: 'plan', name: '规划' },
        { key: 'start', name: '开工' },
        { key: 'open', name: '启用' },
      ],
    },
    { key: 'rate', name: '评定', rungs: [{ key: 'first', name: '初评' }] },
  ],
})

/** Defines both registers and adds two plots of one name and one of another. */
export async function openEveryRegister(office: Call) {
  await office('defineRegister', { definition: plotDefinition })
  await office('defineRegister', { definition: everyDefinition })
  const plots = await office('addEntries', {
    register: 'plot',
    lines: [
      { name: '东一路地块', number: 'D-1' },
      { name: '同名地块', number: 'D-2' },
      { name: '同名地块', number: 'D-3' },
    ],
  })
  return plots.added as [string, string, string]
}
