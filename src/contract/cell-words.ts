// A sentence for every reason why a cell cannot be taken, for pages, the terminal and the last column of a file of refused
// lines. It says what would be taken instead.

import { type Language, sentence } from '#contract/sentences.ts'
import type { Said } from '#contract/troubles.ts'
import type { CellFacts, CellProblem } from '#domain/cell-problem.ts'
import type { FieldType } from '#domain/register.ts'

type Sentences = { [C in keyof CellFacts]: Record<Language, (facts: CellFacts[C]) => string> }

export function cellSentence({ problem, facts }: CellProblem, language: Language): string {
  const speak = sentences[problem][language] as (facts: CellProblem['facts']) => string
  return speak(facts)
}

const sentences: Sentences = {
  'not-a-number': {
    zh: ({ text }) => `“${text}”不是数字`,
    en: ({ text }) => `“${text}” is not a number`,
  },
  'unit-unsaid': {
    zh: ({ units }) => `未注明金额单位，请在表头注明${units.join('、')}之一`,
    en: ({ units }) => `the unit of money is not said: one of ${units.join(', ')} in the head`,
  },
  'other-unit': {
    zh: ({ said, unit }) => `单位“${said}”与本字段的单位“${unit || '无'}”不符`,
    en: ({ said, unit }) => `the unit “${said}” is not that of the field, “${unit || 'none'}”`,
  },
  'digits-lost': {
    zh: ({ text }) => `“${text}”超过 15 位，表格软件已丢失末位，请设为文本格式后重填`,
    en: ({ text }) => `“${text}” has more than 15 digits and the spreadsheet has lost the last: enter it as text`,
  },
  'too-precise': {
    zh: ({ scale }) => (scale === 0 ? '须为整数' : `最多保留 ${scale} 位小数`),
    en: ({ scale }) => (scale === 0 ? 'must be a whole number' : `has more than ${scale} decimal places`),
  },
  'too-large': {
    zh: ({ text }) => `“${text}”数值过大`,
    en: ({ text }) => `“${text}” is too large`,
  },
  'too-long': {
    zh: ({ most }) => `超过 ${most} 字`,
    en: ({ most }) => `is longer than ${most} characters`,
  },
  'not-a-day': {
    zh: ({ text }) => `“${text}”不是日期，请写作 2026-03-05`,
    en: ({ text }) => `“${text}” is not a day: write 2026-03-05`,
  },
  'not-a-month': {
    zh: ({ text }) => `“${text}”不是月份，请写作 2026-03`,
    en: ({ text }) => `“${text}” is not a month: write 2026-03`,
  },
  'not-yes-no': {
    zh: ({ text }) => `“${text}”应填“是”或“否”`,
    en: ({ text }) => `“${text}” should be 是 (yes) or 否 (no)`,
  },
  'not-a-place': {
    zh: ({ text }) => `“${text}”不是位置，请写作“经度,纬度”`,
    en: ({ text }) => `“${text}” is not a place: write longitude,latitude`,
  },
  'unknown-choice': {
    zh: ({ word, choices }) => `“${word}”不在可选项中${choices.length > 0 ? `（${choices.join('、')}）` : ''}`,
    en: ({ word, choices }) =>
      `“${word}” is not one of the choices${choices.length > 0 ? ` (${choices.join(', ')})` : ''}`,
  },
  'unknown-name': {
    zh: ({ word }) => `没有“${word}”，或不在您的权限范围内`,
    en: ({ word }) => `there is no “${word}”, or it is outside your reach`,
  },
  'name-not-single': {
    zh: ({ word, candidates }) => `“${word}”不止一个：${candidates.join('、')}`,
    en: ({ word, candidates }) => `several go by “${word}”: ${candidates.join(', ')}`,
  },
  computed: {
    zh: () => '由公式计算，不能填写',
    en: () => 'is computed and cannot be filled in',
  },
  'not-by-cell': {
    zh: () => '不能在表格中填写，请在条目页办理',
    en: () => 'is not filled in by a cell but on the entry’s page',
  },
  required: { zh: () => '必须填写', en: () => 'must be filled in' },
  'not-worked-out': {
    zh: ({ text }) => `公式没有结果（${text}），请改为数值`,
    en: ({ text }) => `the formula gave no value (${text}): put a value in its place`,
  },
  'line-twice': {
    zh: ({ row }) => `与第 ${row} 行是同一条目`,
    en: ({ row }) => `is the same entry as line ${row}`,
  },
  'step-there': {
    zh: ({ day }) => `该阶段已于 ${day} 登记，如登记有误，请在条目页撤销后重新办理`,
    en: ({ day }) =>
      `this step is recorded already, on ${day}; if that is a mistake, strike it out on the entry’s page`,
  },
  'in-future': {
    zh: ({ day }) => `${day} 尚未到来`,
    en: ({ day }) => `${day} has not come yet`,
  },
  'changed-since': {
    zh: ({ now }) => `导出之后已被修改，现为“${now}”，未覆盖`,
    en: ({ now }) => `was changed after it was written out and is “${now}” now: not overwritten`,
  },
  refused: {
    zh: (said) => sentence(said as Said, 'zh').replace(/。$/, ''),
    en: (said) => sentence(said as Said, 'en').replace(/\.$/, ''),
  },
}

/** How a cell of a field is written. */
export const cellForms: Record<FieldType, string> = {
  text: '',
  'long-text': '',
  number: '',
  money: '按表头注明的单位填写；也可写“5000万元”“1.2亿元”',
  percent: '12.5 或 12.5%',
  date: '如 2026-03-05、2026/3/5、2026年3月5日',
  month: '如 2026-03、2026年3月',
  'yes-no': '是、否',
  choice: '从下拉列表中选取',
  choices: '多项之间用“、”分开',
  unit: '单位全称或简称',
  post: '岗位名称；重名时写“单位·岗位”',
  person: '姓名；重名时写“姓名（用户名）”',
  entry: '条目名称或唯一编号',
  commitment: '只供查看，请在条目页交办',
  place: '经度,纬度，如 117.2,34.2',
  files: '只供查看，请在条目页上传',
  'credit-code': '18 位',
  industry: '国民经济行业分类代码',
  computed: '只供查看，由公式得出',
  rollup: '只供查看，由关联条目汇总得出',
}
