// The journal of an entry as its page tells it: a line each.

import { expect, test } from 'vitest'
import type { JournalLine } from '#domain/journal.ts'
import { Definition } from '#domain/register.ts'
import { tellHistory } from '#web/parts/entry-telling.ts'
import type { Naming } from '#web/parts/field-text.ts'
import { zh } from '#web/words/zh.ts'

const definition = Definition.parse({
  ...{ code: 'works', name: '工程', entryName: '项目', title: 'name' },
  fields: [
    { key: 'name', name: '名称', type: 'text' },
    { key: 'amount', name: '总投资', type: 'money' },
  ],
  ladders: [
    {
      ...{ key: 'main', name: '推进' },
      rungs: [
        { key: 'clue', name: '线索' },
        { key: 'signed', name: '签约' },
      ],
    },
  ],
})
const nobody = () => undefined
const naming: Naming = {
  words: zh,
  language: 'zh',
  unit: nobody,
  commitment: nobody,
  post: nobody,
  person: nobody,
  title: nobody,
}

let seq = 0
const line = (noun: string, data: object) => ({ seq: ++seq, noun, id: 'x', data }) as unknown as JournalLine
const told = (...lines: JournalLine[]) =>
  tellHistory(lines, definition, naming, (_, check) => check).map(({ name, details }) => [name, ...details].join(' | '))

test('values are told from what to what; what was empty before only as what it is now', () => {
  const lines = told(
    line('entry', { kind: 'added', values: { name: '储能' } }),
    line('entry', { kind: 'revised', values: { amount: '1250000000' } }),
    line('entry', { kind: 'revised', values: { amount: '800000000', name: '储能二期' } }),
    line('entry', { kind: 'revised', values: { amount: null } }),
  )
  expect(lines).toEqual([
    '新增项目 | 名称：储能',
    '修改 | 总投资：12.5亿元',
    '修改 | 名称：储能 → 储能二期 | 总投资：12.5亿元 → 8亿元',
    '修改 | 总投资：8亿元 → 未填',
  ])
})

test('a step is told once, by its own line', () => {
  const step = { kind: 'climbed', ladder: 'main', from: 'clue', to: 'signed', reason: null }
  const lines = told(
    line('entry', { kind: 'stepped' }),
    line('climb', { kind: 'stepped', climb: step }),
    line('climb', { kind: 'stepped', climb: { ...step, kind: 'left', from: 'signed', to: null, reason: '终止' } }),
    line('climb', { kind: 'struck', struck: { reason: '记错' } }),
    line('climb', { kind: 'recounted', again: true }),
  )
  expect(lines).toEqual(['进阶 | 推进 线索 → 签约', '离阶 | 推进 签约 | 终止', '撤销进阶记录 | 记错'])
})

test('checks, files and what was said are told by what they were', () => {
  const lines = told(
    line('crossing', { kind: 'opened', crossing: { ladder: 'main', to: 'signed', checks: [{}, {}] } }),
    line('crossing', { kind: 'returned', check: '用地', remark: '缺图' }),
    line('crossing', { kind: 'asked-again', check: '用地', dueOn: '2026-03-09' }),
    line('entry_file', { kind: 'filed', file: { file: { name: 'a.pdf' }, proves: '红线图' } }),
    line('remark', { kind: 'said', remark: { kind: 'instruction', text: '请抓紧' } }),
    line('remark', { kind: 'settled', settled: {} }),
  )
  expect(lines).toEqual([
    '发起联审（进“签约”，2 项）',
    '联审退回：用地 | 缺图',
    '再送审：用地，限 2026-03-09',
    '上传《a.pdf》，证明“红线图”',
    '批示 | 请抓紧',
    '批示办结',
  ])
})
