// What the checker takes and refuses, one rule a line: the text, a bar, then `=` and the value, or the issue with the
// characters it points at.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkRule } from '#rules/check.ts'
import { compileRule } from '#rules/compile.ts'
import { defineDictionary } from '#rules/dictionary.ts'
import { reckonRule } from '#rules/evaluate.ts'
import { sayIssue } from '#rules/issue-words.ts'
import { sayRule } from '#rules/say.ts'
import { shown } from '#rules/trace.ts'

const dictionary = defineDictionary({
  name: 'test',
  version: 1,
  entries: [
    { name: '营业收入', type: 'number', unit: '万元' },
    { name: '研发费用', type: 'number', unit: '万元' },
    { name: '资产', type: 'number', unit: '元' },
    { name: '负债率', type: 'number', unit: '%' },
    { name: '人数', type: 'number', unit: '人' },
    { name: '功率', type: 'number', unit: '千瓦' },
    { name: '成立日期', type: 'date' },
    { name: '基准日', type: 'date' },
    { name: '失信', type: 'boolean' },
    { name: '行业', type: 'text' },
    { name: '等级', type: 'text', choices: ['A', 'B'] },
  ],
})
const facts = {
  营业收入: '4000',
  研发费用: '200.5',
  资产: '12345678.9',
  负债率: '55',
  人数: null,
  功率: '120',
  成立日期: '2020-02-29',
  基准日: '2025-02-28',
  失信: null,
  行业: 'C391',
  等级: 'A',
}

const lines = `
营业收入 <= 5000万元 | = true
营业收入 <= 0.5亿元 | = true
资产 >= 1234万 | = true
营业收入 <= 5000万 | = true
功率 >= 30千瓦 and 功率 < 3万千瓦 | = true
营业收入 <= 2000万 * 2 | = true
人数 <= 5000万 | = null
营业收入 * (1 + 20%) >= 4800 | = true
min(2元, 1元, 营业收入) = 1元 | = true
研发费用 / 营业收入 ≥ 5％ | = true
研发费用／营业收入 >= 0.05 and not（失信） | = null
失信 or 营业收入 > 1 | = true
失信 and 营业收入 > 5000 | = false
人数 > 10 | = null
人数 = null | = true
失信 != true | = true
1 in (2, null) | = false
人数 in [1, 2] | = false
人数 in [1..2] | = null
成立日期 + duration("P5Y") <= 基准日 | = true
基准日 - 成立日期 >= duration("P1826D") | = true
负债率 <= 70% | = true
负债率 <= 70 | = true
负债率 < 研发费用 / 营业收入 | = false
资产 * 负债率 > 0 | = true
营业收入 > 人数 | unit-mismatch 人数
营业收入 > 资产 | = true
资产 / 营业收入 < 1 | = true
营业收入 between 资产 and 1亿元 | = true
营业收人 > 3 | unknown-name 营业收人
营业收入 > "a" | type-mismatch "a"
等级 = "Z" | unknown-choice "Z"
行业 in ["C391", "I65"] or starts with(行业, “C39”) | = true
失信 and 行业 in ["X"] or 营业收入 > 1 | = true
行业 in "X" or 营业收入 > 1 | not-supported "X" or 营业收入 > 1
营业收入 in [10000..400] | reversed-range 10000..400
营业收入 between 5 and 1 | reversed-range 5 and 1
营业收入 > 2,000 | thousands-comma 2,000
营业收入 > -5 | = true
营业收入 > 1e5 | exponent 1e5
营业收入 > 007 | bad-literal 007
成立日期 + duration("P900Y") + duration("P1M") > 基准日 | bad-literal duration("P1M")
date("9999-12-31") + duration("P1D") > 基准日 | bad-literal date("9999-12-31") + duration("P1D")
成立日期 > date("2023-02-29") | bad-literal date("2023-02-29")
研发费用 / 营业收入 | open-quotient 研发费用 / 营业收入
人数 * (1 / 3) | open-quotient (1 / 3)
1 / 3 | = 0.333333333333
round half up(研发费用 / 营业收入, 3) | = 0.05
if 营业收入 < 5000 then 研发费用 * 10% else 50 | = 20.05
min(研发费用, null) | = null
0.1 + 0.2 = 0.3 | = true
0.3 / 0.1 >= 3 | = true
9007199254740993 = 9007199254740992 | = false
营业收入 / 0 > 1 | = null
营业收入 > 5 and ( | syntax
today() > 基准日 | unknown-function today
matches(行业, "C.*") | unknown-function matches
{a: 1} | not-supported {a: 1}
for x in [1] return x | not-supported for x in [1] return x
营业收入 > 1; drop table x | syntax
`
  .trim()
  .split('\n')

test.each(lines)('%s', (line) => {
  const [text, wanted] = line.split(' | ') as [string, string]
  const { rule, issues } = checkRule(text, dictionary, 'anything')
  const issue = issues?.[0]
  const found = rule
    ? `= ${shown(reckonRule(rule, facts)) ?? 'null'}`
    : `${issue?.code} ${text.slice(issue?.start, issue?.end)}`
  expect(wanted.startsWith('syntax') ? found.split(' ')[0] : found).toBe(wanted)
  if (issue) for (const tongue of ['zh', 'en'] as const) expect(sayIssue(issue, tongue)).not.toMatch(/undefined|:\s*$/)
})

test('both sides of an `and` are told of at once', () => {
  const { issues } = checkRule('甲 > 1 and 营业收入 > 1 and 乙 < 2', dictionary)
  expect(issues?.map(({ facts: { name } }) => name)).toEqual(['甲', '乙'])
})

test('a condition must be a condition', () => {
  expect(checkRule('营业收入', dictionary).issues?.[0]?.code).toBe('wrong-result')
})

test('limits: length, depth, parts', () => {
  const deep = `${'('.repeat(90)}失信${')'.repeat(90)}`
  expect(checkRule(deep, dictionary).issues?.[0]?.code).toBe('too-deep')
  expect(checkRule(`失信 ${'or 失信 '.repeat(2000)}`, dictionary).issues?.[0]?.code).toBe('too-long')
  expect(checkRule('  ', dictionary).issues?.[0]?.code).toBe('empty')
  expect(checkRule('失信 = \ud800', dictionary).issues?.[0]?.code).toBe('odd-character')
})

test('said back', () => {
  const said = (text: string) => sayRule(checkRule(text, dictionary).rule!)
  expect(said('研发费用 / 营业收入 >= 5% and not(失信)')).toBe('研发费用与营业收入之比不低于5%，并且不属于“失信”')
  expect(said('成立日期 + duration("P1Y") <= 基准日')).toBe('成立日期满1年之日不晚于基准日')
})

// Whatever stands in a rule, the database sees figures, its own words, quoted identifiers and parameters.
test('nothing of a text or a name reaches the SQL', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom(`'; drop table x; --`, `" or 1=1 --`, '</script><script>', '$1', `\\'; select 1`, '"*/'),
  )
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      const quote = (text: string) => JSON.stringify(text.toWellFormed().replaceAll('\0', ''))
      const { rule } = checkRule(
        `行业 = ${quote(a)} or starts with(行业, ${quote(b)}) or 行业 in [${quote(b)}, "x"]`,
        dictionary,
      )
      if (!rule) return
      const { text, values } = compileRule(rule, ({ name }) => ({ sql: `"${name}"`, scaled: null }))
      const left = text.replaceAll('"行业"', '').replaceAll(/\$\d+::text/g, '')
      expect(left).toMatch(/^[A-Z (),_a-z]*$/)
      expect(values.every((value) => typeof value === 'string')).toBe(true)
    }),
    { numRuns: 500 },
  )
  expect(() =>
    compileRule(checkRule('失信', dictionary).rule!, () => ({ sql: 'x; drop table y', scaled: null })),
  ).toThrow('no quoted identifier')
})

// Whatever is typed: a rule, or issues that point into the text and have a sentence; never an error.
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'(([]){}"“”,.．，><=＝！!+-*/%％万亿元0１a以营 \n\t\\@:：'), maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...'营业收入 成立日期 失信 行业 人数 5000万 5% ≥ in not( ( ) [ ] .. , and or if then else between null "C" @"P1Y" date( duration( some x satisfies every - / * ** function { } : . 1e5 аnd \ud800 instance of for return'.split(
          ' ',
        ),
      ),
      { maxLength: 24 },
    )
    .map((words) => words.join(' ')),
  fc
    .tuple(fc.constantFrom(...lines), fc.nat(60), fc.string({ unit: 'binary', maxLength: 2 }))
    .map(([line, at, odd]) => line.split(' | ')[0]!.slice(0, at) + odd + line.split(' | ')[0]!.slice(at + 1)),
)

test('any text at all is answered with a rule or with issues that point into it', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { rule, issues } = checkRule(text, dictionary, 'anything')
      if (rule) expect(sayRule(rule, 'en')).not.toContain('undefined')
      for (const issue of issues ?? []) {
        expect(issue.start).toBeGreaterThanOrEqual(0)
        expect(issue.end).toBeGreaterThanOrEqual(issue.start)
        expect(issue.end).toBeLessThanOrEqual(text.length)
        expect(sayIssue(issue, 'en')).not.toContain('undefined')
      }
    }),
    { numRuns: 3000 },
  )
})
