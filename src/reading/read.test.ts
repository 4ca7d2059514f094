// Properties of reading that hold for every text: spans inside it and in order, the schema kept, cost in step with length.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStatements } from '#reading/read.ts'
import { Statement } from '#reading/statement.ts'

const pieces = [
  '力争',
  '新增',
  '高企',
  '100家',
  '、',
  '，',
  '。',
  '；',
  '：',
  '\n',
  '\n\n',
  ' ',
  '　',
  '2024年',
  '年底',
  '前',
  '3—5亿元',
  '12,500亩',
  '百亿',
  '万',
  '（',
  '）',
  '“',
  '”',
  '《',
  '》',
  '<p>',
  '&ldquo;',
  '增长',
  '12%',
  '分别',
  '会议要求',
  '要',
  '推进',
  '建设',
  '中心',
  '一、',
  '到2027年',
  '4+1',
  '1/3',
  '第一',
  '\t',
  '😀',
  '３０',
]
const texts = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('every statement keeps the schema and lies inside the text, in order', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('2024-04-13', null), (text, date) => {
      let last = 0
      for (const statement of readStatements(text, { date })) {
        Statement.parse(statement)
        expect(statement.start).toBeGreaterThanOrEqual(last)
        expect(statement.end).toBeGreaterThan(statement.start)
        expect(statement.end).toBeLessThanOrEqual(text.length)
        last = statement.start
      }
    }),
    { numRuns: 300 },
  )
})

test('every part that is present says where it was read, and absent parts have no entry', () => {
  const [statement] = readStatements('年内净增工业开票收入100亿元以上。', { date: '2024-04-13' })
  expect(statement).toMatchObject({ value: 1e10, op: 'ge', measure: 'increase', deadline: '2024-12-31' })
  expect(statement!.parts.value).toMatchObject({ certainty: 'stated', span: { start: 10, end: 15 } })
  expect(statement!.parts.op).toMatchObject({ certainty: 'stated', span: { start: 15, end: 17 } })
  expect(statement!.parts.owner).toBeUndefined()
})

test('without any date relative words stay absent; one stated publication date is used', () => {
  expect(readStatements('年内建成厂房3座。', { date: null })[0]).toMatchObject({ period: null, deadline: null })
  const dated = readStatements('发布时间：2011-03-29\n\n项目年内建成厂房3座。', { date: null })
  expect(dated[0]).toMatchObject({ deadline: '2011-12-31' })
})

test('Windows line ends read the same', () => {
  const text = '一、2025年工作安排\n压实责任，确保各项问题整改措施落\n\n到实处，新建厂房3座。\n全年培训800人次。'
  const titles = (words: string) =>
    readStatements(words, { date: '2025-01-08' }).map(({ kind, title }) => `${kind} ${title}`)
  expect(titles(text)).toHaveLength(4)
  expect(titles(text.replaceAll('\n', '\r\n'))).toEqual(titles(text))
})

const heaps: Record<string, string> = {
  digits: '1234567890',
  'one scale word': '万',
  brackets: '（',
  quotes: '“',
  titles: '《',
  tags: '<a',
  ampersands: '&',
  'names in a row': '甲、',
  'counts in a row': '3家、',
  'orders in a row': '推进，',
  'one clause of words and numbers': '推进新增高企3家投资5亿元',
  'goals in a row': '目标是：增长5%；',
  'roster marks': '分别是：甲',
  'labels in a row': '建成平台10个。牵头单位：招商局。',
  'one line of prose': '今年以来，全区新增高企12家，增长5.3%，力争年底前完成投资20亿元。',
}

// Processor time of this process, best of three: what other work on the machine does not count.
function cost(text: string): number {
  const runs = [0, 1, 2].map(() => {
    const before = process.cpuUsage()
    readStatements(text, { date: '2024-04-13' })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

// The same heap eight times as long costs about eight times as much; a square would cost 64 times. 24 leaves room.
test.each(Object.entries(heaps))(
  'cost grows in step with length: %s',
  (_name, piece) => {
    const heap = (length: number) => piece.repeat(Math.ceil(length / piece.length))
    expect(cost(heap(96_000))).toBeLessThan(Math.max(cost(heap(12_000)), 8) * 24)
  },
  60_000,
)

// A date of which only a part is known: what hangs on the rest stays absent.
test.each([
  ['2017', '年内新建泵站4座，本月完成投资2亿元。', '→2017-12-31, →-'],
  ['2017-04', '年内新建泵站4座，本月完成投资2亿元。', '→2017-12-31, →2017-04-30'],
  ['2017', '力争下月新增企业3家。', '→-'],
  ['2017-04', '力争下月新增企业3家。', '→2017-05-31'],
  ['2017', '今年以来新增企业20家。', '-'],
  ['2017', '去年新增企业20家。', '2016-12-31'],
  ['2017', '9月底前建成泵站4座。', '→2017-09-30'],
  ['2017-04', '3月底前建成泵站4座。', '2017-03-31'],
  ['2017-13', '年内新建泵站4座。', '→-'],
  ['2017', '3月20日前完成重点企业逐户分析', '→2017-03-20'],
])('%s · %s', (date, text, expected) => {
  const told = readStatements(text, { date }).map(({ kind, deadline, period }) =>
    kind === 'fact' ? (period?.to ?? '-') : `→${deadline ?? '-'}`,
  )
  expect(told.join(', ')).toBe(expected)
})

const minutes = '今年以来，全区新增高企12家，增长5.3%，力争年底前完成投资20亿元。'

test.each(['1', '万', '（', minutes])('a heap of %s costs no more per character than minutes do', (piece) => {
  const heap = (text: string) => cost(text.repeat(96_000 / text.length))
  expect(heap(piece)).toBeLessThan(3 * Math.max(heap(`${minutes}\n`), 8))
})
