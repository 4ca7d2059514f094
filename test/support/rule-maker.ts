// Random rules and random facts for the proof that a rule decides the same in memory and in the database.

import fc from 'fast-check'
import { type Dictionary, defineDictionary } from '#rules/dictionary.ts'
import type { Facts } from '#rules/facts.ts'

/** Two of each type that matter: known and possibly unknown, negative and not, with and without bounds. */
export const proofDictionary: Dictionary = defineDictionary({
  name: 'proof',
  version: 1,
  entries: [
    { name: '收入', type: 'number', unit: '万元', scale: 2, least: '0', most: '1000000000' },
    { name: '研发', type: 'number', unit: '万元', scale: 2, least: '0', most: '1000000000', nullable: false },
    { name: '利润', type: 'number', unit: '万元', scale: 2, least: '-1000000000', most: '1000000000' },
    { name: '人数', type: 'number', unit: '人', scale: 0 },
    { name: '负债率', type: 'number', unit: '%', scale: 4, least: '-1000', most: '1000' },
    { name: '成立日', type: 'date' },
    { name: '基准日', type: 'date', nullable: false },
    { name: '行业', type: 'text' },
    { name: '等级', type: 'text', choices: ['A', 'B', 'C'] },
    { name: '在区', type: 'boolean' },
    { name: '失信', type: 'boolean' },
  ],
})

const amounts = ['收入', '研发', '利润']
const amountLiterals = [
  '0',
  '1',
  '5000',
  '0.01',
  '33.33',
  '-12.5',
  '1000000',
  '5000万元',
  '0.5亿元',
  '99.995',
  '7',
  '0.1',
]
const shares = ['0.03', '5%', '60％', '0.1', '0', '1', '-0.2', '1/3', '12.5‰']
const days = ['2024-02-29', '2023-12-31', '2024-01-31', '2020-02-29', '2024-06-30', '2025-02-28']
const lengths = ['P1Y', 'P1M', 'P2Y3M', 'P5Y', 'P30D', 'P365D', 'P1D']
const words = ['', 'C39', 'C3911', 'I65', 'C', '软件', 'A', '𠮷', '％']

const pick = (values: readonly string[]) => fc.constantFrom(...values)
const quoted = pick(words).map((word) => `"${word}"`)
const date = pick(days).map((day) => `date("${day}")`)

/** Texts of rules: mostly conditions, some amounts. */
export function ruleTexts(): fc.Arbitrary<string> {
  return fc.letrec<Record<'condition' | 'test' | 'amount' | 'share' | 'day' | 'text', string>>((tie) => ({
    amount: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      pick(amounts),
      pick(amounts),
      pick(amountLiterals),
      fc.tuple(tie('amount'), pick(['+', '-']), tie('amount')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      fc.tuple(tie('amount'), pick(['* 0.05', '* 10%', '/ 3', '* 2', '/ 0.7'])).map(([a, by]) => `(${a} ${by})`),
      fc.tuple(pick(['min', 'max']), tie('amount'), tie('amount')).map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc.tuple(tie('condition'), tie('amount'), tie('amount')).map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
      fc
        .tuple(
          pick(['round half up', 'round half down', 'round up', 'round down', 'decimal', 'floor', 'ceiling']),
          tie('amount'),
          pick(['0', '2', '-2']),
        )
        .map(([f, a, places]) => `${f}(${a}, ${places})`),
      tie('amount').map((a) => `abs(${a})`),
      tie('amount').map((a) => `-(${a})`),
    ),
    share: fc.oneof(
      { depthSize: 'small' },
      fc.tuple(tie('amount'), tie('amount')).map(([a, b]) => `(${a}) / (${b})`),
      fc.tuple(pick(amounts), pick(amounts)).map(([a, b]) => `${a} / ${b}`),
      fc.tuple(tie('share'), pick(['+', '-', '*', '/']), pick(shares)).map(([a, op, b]) => `(${a} ${op} (${b}))`),
      fc.tuple(pick(amounts), pick(amounts)).map(([a, b]) => `((${a} - ${b}) / ${b})`),
      fc.tuple(pick(['min', 'max']), tie('share'), pick(shares)).map(([f, a, b]) => `${f}(${a}, ${b})`),
    ),
    day: fc.oneof(
      { depthSize: 'small' },
      pick(['成立日', '基准日']),
      date,
      fc.tuple(tie('day'), pick(['+', '-']), pick(lengths)).map(([d, op, l]) => `(${d} ${op} duration("${l}"))`),
      fc.tuple(pick(['min', 'max']), tie('day'), tie('day')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    ),
    text: fc.oneof(
      pick(['行业', '等级']),
      quoted,
      quoted.map((word) => `行业 + ${word}`),
    ),
    test: fc.oneof(
      fc.tuple(tie('amount'), pick(['<', '<=', '>', '>=', '=', '!=']), tie('amount')).map((of) => of.join(' ')),
      fc.tuple(tie('share'), pick(['<', '<=', '>', '>=', '=', '!=']), pick(shares)).map((of) => of.join(' ')),
      fc.tuple(tie('day'), pick(['<', '<=', '>', '>=', '=', '!=']), tie('day')).map((of) => of.join(' ')),
      fc.tuple(pick(['行业', '行业 + "x"']), pick(['<', '<=', '>', '>=', '=', '!=']), quoted).map((of) => of.join(' ')),
      fc
        .tuple(pick(['starts with', 'ends with', 'contains']), tie('text'), quoted)
        .map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc
        .tuple(pick(amounts), pick(['[0..100]', '(0..5000]', '[33.33..1000)', '(-12.5..0)']))
        .map(([a, r]) => `${a} in ${r}`),
      fc.tuple(tie('amount'), pick(amounts), pick(amountLiterals)).map(([a, b, c]) => `(${a}) between ${b} and ${c}`),
      pick([
        '行业 in ("C39", "I65", null)',
        '行业 in ["C39", "软件"]',
        '收入 in (0, 33.33, 5000)',
        '利润 in (null, -12.5, > 100)',
        '等级 in ["A", "B"]',
        '人数 in (5, [10..20], >= 100)',
        '成立日 in [date("2020-01-01")..date("2024-02-29")]',
      ]),
      pick([
        '在区',
        '失信',
        '在区 = true',
        '失信 != true',
        '失信 = null',
        '收入 = null',
        '行业 != null',
        '成立日 = null',
        '等级 = "A"',
        '等级 != "B"',
      ]),
      fc
        .tuple(pick(['year', 'month', 'day', 'weekday']), pick(['1', '2', '12', '29', '2024', '7']))
        .map(([p, n]) => `成立日.${p} = ${n}`),
      fc
        .tuple(tie('day'), pick(['<', '>=', '=']), pick(lengths.slice(4)))
        .map(([d, op, l]) => `基准日 - ${d} ${op} duration("${l}")`),
      fc.tuple(pick(['负债率']), pick(['<=', '>', '=']), pick(['70%', '55', '0', '-3.25'])).map((of) => of.join(' ')),
      fc
        .tuple(
          pick(['string length(行业)', '人数', 'abs(人数)', '人数 * 2', '人数 * 1亿 * 1亿']),
          pick(['>', '<=', '=']),
          pick(['2', '100', '5', '0']),
        )
        .map((of) => of.join(' ')),
    ),
    condition: fc.oneof(
      { depthSize: 'small' },
      tie('test'),
      tie('test'),
      fc.tuple(tie('condition'), pick(['and', 'or']), tie('condition')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('condition').map((c) => `not(${c})`),
      fc
        .tuple(tie('condition'), tie('condition'), tie('condition'))
        .map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    ),
  })).condition
}

const numbers = (values: readonly string[]) => fc.constantFrom(null, ...values)

/** One subject: values at and around what the rules ask for. */
export function subjects(): fc.Arbitrary<Facts> {
  const money = [
    '0',
    '0.01',
    '33.33',
    '33.34',
    '100',
    '5000',
    '4999.99',
    '5000.01',
    '150',
    '250',
    '999999.99',
    '1000000',
  ]
  return fc.record({
    收入: numbers(money),
    研发: fc.constantFrom(...money),
    利润: numbers([...money, '-12.5', '-0.01', '-5000', '-33.33']),
    人数: numbers(['0', '1', '5', '10', '20', '21', '100', '-3']),
    负债率: numbers(['70', '70.0001', '55', '0', '-3.25', '100']),
    成立日: fc.constantFrom(null, ...days, '2019-02-28', '2023-01-31', '2022-12-31', '2024-03-31'),
    基准日: fc.constantFrom(...days, '2025-01-30'),
    行业: fc.constantFrom(null, ...words),
    等级: fc.constantFrom(null, 'A', 'B', 'C'),
    在区: fc.constantFrom(null, true, false),
    失信: fc.constantFrom(null, true, false),
  })
}
