// Random rules as an officer could type them, and random facts: typed, with nulls, zero divisors, months' ends, values that
// lie exactly on thresholds, and every way in which a register stores numbers.
import fc from 'fast-check'
import type { Column } from '#rules/compile.ts'
import { type Dictionary, type DictionaryEntry, defineDictionary } from '#rules/dictionary.ts'
import type { Facts } from '#rules/facts.ts'

/** How the column of each fact is made; numbers as scaled bigint or int4 (bounded or not) or as numeric. */
type Stored = {
  scaled: number | null
  sql: 'bigint' | 'integer' | 'numeric' | 'text' | 'date' | 'boolean' | 'text[]' | 'jsonb'
}

const scaled = (places: number): Stored => ({ scaled: places, sql: 'bigint' })
const numeric: Stored = { scaled: null, sql: 'numeric' }
const narrow: Stored = { scaled: 0, sql: 'integer' }

const million = { least: '-1000000', most: '1000000' }
const positive = { least: '0', most: '1000000' }

const made: (Partial<DictionaryEntry> & { name: string; type: DictionaryEntry['type']; stored: Stored })[] = [
  { name: '专利数', type: 'number', scale: 0, ...million, stored: narrow },
  { name: '得分', type: 'number', scale: 2, ...million, stored: scaled(2) },
  { name: '系数', type: 'number', scale: 4, stored: scaled(4) },
  { name: '评分', type: 'number', scale: 3, stored: numeric },
  { name: '人数', type: 'number', scale: 0, ...positive, stored: narrow },
  { name: '营业收入', type: 'number', unit: '万元', ...positive, stored: scaled(2) },
  { name: '上年营业收入', type: 'number', unit: '万元', ...million, stored: scaled(2) },
  { name: '研发费用', type: 'number', unit: '元', stored: scaled(2) },
  { name: '注册资本', type: 'number', unit: '亿元', scale: 4, stored: numeric },
  { name: '负债率', type: 'number', unit: '%', ...million, stored: scaled(2) },
  { name: '平均人数', type: 'number', unit: '人', scale: 1, ...positive, nullable: false, stored: scaled(1) },
  { name: '基准日', type: 'date', nullable: false, stored: { scaled: null, sql: 'date' } },
  { name: '行业', type: 'text', stored: { scaled: null, sql: 'text' } },
  { name: '镇街', type: 'text', stored: { scaled: null, sql: 'text' } },
  { name: '成立日期', type: 'date', stored: { scaled: null, sql: 'date' } },
  { name: '到期日期', type: 'date', stored: { scaled: null, sql: 'date' } },
  { name: '失信', type: 'boolean', stored: { scaled: null, sql: 'boolean' } },
  { name: '在区', type: 'boolean', stored: { scaled: null, sql: 'boolean' } },
  { name: '标签', type: 'list', stored: { scaled: null, sql: 'text[]' } },
  { name: '位置', type: 'thing', stored: { scaled: null, sql: 'jsonb' } },
]

const storedOf = new Map(made.map(({ name, stored }) => [name, stored]))

export const dictionary: Dictionary = defineDictionary({
  name: '样例',
  version: 1,
  entries: made.map(({ stored: _, ...entry }) => entry),
})

export function columnOf({ name }: DictionaryEntry): Column {
  const { scaled, sql } = storedOf.get(name) as Stored
  return { sql: `"${name}"`, scaled, ...(sql === 'integer' && { narrow: true }) }
}

export const sqlTypeOf = (name: string): string => (storedOf.get(name) as Stored).sql

/** The value as its column keeps it. */
export function storedValue(name: string, given: Facts[string]): unknown {
  const { scaled: places, sql } = storedOf.get(name) as Stored
  if (sql === 'jsonb' && typeof given === 'string') return JSON.stringify(given)
  if (given === null || given === undefined || places === null) return given ?? null
  const [whole, part = ''] = String(given).split('.') as [string, string?]
  return String(BigInt(`${whole}${part.padEnd(places, '0')}`))
}

const numbers = [
  '0',
  '0',
  '1',
  '-1',
  '2',
  '3',
  '0.5',
  '-0.5',
  '0.05',
  '1.25',
  '5',
  '100',
  '2000',
  '5000',
  '-2.5',
  '33.33',
]
const texts = ['', 'C39', 'C3912', '高新', '高新技术', 'a', 'Z', '\u{20BB7}', '\uFF5E', "x'y", '"', '\\']
const days = ['2020-02-29', '2024-01-31', '2023-02-28', '2024-12-31', '2021-03-01', '1999-12-31', '2019-08-30']

const fact = {
  number: (places: number) =>
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom(...numbers).filter((text) => (text.split('.')[1]?.length ?? 0) <= places),
      },
      {
        weight: 2,
        arbitrary: fc.integer({ min: -999_999, max: 999_999 }).map((whole) => decimal(whole, Math.min(places, 2))),
      },
    ),
  text: fc.constantFrom(...texts),
  date: fc.constantFrom(...days),
  boolean: fc.boolean(),
  list: fc.subarray(texts),
  thing: fc.constantFrom(...texts),
}

function decimal(whole: number, places: number): string {
  const digits = String(Math.abs(whole)).padStart(places + 1, '0')
  const cut = digits.length - places
  return `${whole < 0 ? '-' : ''}${digits.slice(0, cut)}${places > 0 ? `.${digits.slice(cut)}` : ''}`
}

/** One subject: about a fifth of its facts are not known. */
export const someFacts: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    dictionary.entries.map(({ name, type, scale, least, nullable }) => {
      const value = type === 'number' ? fact.number(scale) : fact[type]
      const fits = least === '0' ? (value as fc.Arbitrary<string>).map((text) => text.replace('-', '')) : value
      return [name, nullable ? fc.option<string | boolean | string[]>(fits, { freq: 5 }) : fits]
    }),
  ),
)

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
const names = (unit: (entry: DictionaryEntry) => boolean) =>
  fc.constantFrom(...dictionary.entries.filter(unit).map(({ name }) => name))
const literal = fc.constantFrom(...numbers.map((text) => text))
const join = (...parts: (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''))

const roundings = ['round half up', 'round half down', 'round up', 'round down', 'decimal']
const lengths = ['P1Y', 'P1M', 'P2M', 'P13M', '-P1M', 'P1D', 'P30D', '-P45D', 'P365D']

/** `deep` is how far a part may be made of parts. */
const { truth, pure, money, text, date } = fc.letrec<Record<'truth' | 'pure' | 'money' | 'text' | 'date', string>>(
  (tie) => {
    const t = (name: 'truth' | 'pure' | 'money' | 'text' | 'date') => tie(name) as fc.Arbitrary<string>
    const op = fc.constantFrom(' < ', ' <= ', ' > ', ' >= ')
    const same = fc.constantFrom(' = ', ' != ')
    const choose = (of: fc.Arbitrary<string>) => join('(if ', t('truth'), ' then ', of, ' else ', of, ')')
    const compared = (of: fc.Arbitrary<string>) =>
      fc.oneof(
        join('(', of, op, of, ')'),
        join('(', of, same, of, ')'),
        join('(', of, ' between ', of, ' and ', of, ')'),
        join('(', of, same, 'null)'),
      )
    const range = fc
      .tuple(
        fc.constantFrom('[', '('),
        fc.integer({ min: -5, max: 3 }),
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(']', ')'),
      )
      .map(([open, low, more, close]) => `${open}${low}..${low + more}${close}`)
    return {
      truth: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule' },
        names(({ type }) => type === 'boolean'),
        compared(t('pure')),
        compared(t('pure')),
        compared(t('money')),
        compared(t('text')),
        compared(t('date')),
        join('(', t('pure'), ' in (', literal, ', ', literal, ', null))'),
        join('(', t('pure'), ' in [', literal, ', ', literal, '])'),
        join('(', t('pure'), ' in ', range, ')'),
        join(
          '(',
          t('text'),
          ' in [',
          fc.constantFrom(...texts).map(quoted),
          ', ',
          fc.constantFrom(...texts).map(quoted),
          '])',
        ),
        join('(', t('text'), ' in (', fc.constantFrom(...texts).map(quoted), ', null))'),
        join('(', t('truth'), ' and ', t('truth'), ')'),
        join('(', t('truth'), ' or ', t('truth'), ')'),
        join('not(', t('truth'), ')'),
        join('list contains(标签, ', fc.constantFrom(...texts).map(quoted), ')'),
        join('(', fc.constantFrom('标签', '位置'), same, 'null)'),
        join('(', t('truth'), same, t('truth'), ')'),
        join(fc.constantFrom('starts with', 'ends with', 'contains'), '(', t('text'), ', ', t('text'), ')'),
        join('(', t('date'), ' - ', t('date'), op, 'duration("', fc.constantFrom('P0D', 'P365D', '-P30D'), '"))'),
        join('(', fc.constantFrom('some', 'every'), ' x in [1, 2.5, 100] satisfies x', op, t('pure'), ')'),
        choose(t('truth')),
      ),
      pure: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule' },
        names(({ type, unit }) => type === 'number' && unit === null),
        literal,
        join('(', t('pure'), fc.constantFrom(' + ', ' - ', ' * ', ' / '), t('pure'), ')'),
        join('(', t('money'), ' / ', t('money'), ')'),
        join('(平均人数 / ', fc.constantFrom('平均人数', '100人'), ')'),
        join('(', t('pure'), ' * ', fc.constantFrom('5%', '33.3%', '负债率'), ')'),
        join(
          '-',
          names(({ type, unit }) => type === 'number' && unit === null),
        ),
        join(fc.constantFrom('min', 'max', 'sum', 'mean'), '(', t('pure'), ', ', t('pure'), ')'),
        join('abs(', t('pure'), ')'),
        join('abs(', t('pure'), ' / ', literal, ')'),
        join(fc.constantFrom('floor', 'ceiling'), '(', t('pure'), ')'),
        join(fc.constantFrom(...roundings), '(', t('pure'), ', ', fc.constantFrom('0', '1', '2', '-1'), ')'),
        join('string length(', t('text'), ')'),
        join(
          names(({ type }) => type === 'date'),
          fc.constantFrom('.year', '.month', '.day', '.weekday'),
        ),
        choose(t('pure')),
      ),
      money: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule' },
        names(({ unit }) => unit?.endsWith('元') === true),
        fc.constantFrom('5000万元', '0.5亿元', '20000元', '2000万元', '3.3元'),
        join('(', t('money'), fc.constantFrom(' + ', ' - '), t('money'), ')'),
        join('(', t('money'), fc.constantFrom(' * ', ' / '), t('pure'), ')'),
        join(fc.constantFrom('min', 'max'), '(', t('money'), ', ', t('money'), ', ', t('money'), ')'),
        choose(t('money')),
      ),
      text: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule' },
        names(({ type }) => type === 'text'),
        fc.constantFrom(...texts).map(quoted),
        join('(', t('text'), ' + ', t('text'), ')'),
        join('max(', t('text'), ', ', t('text'), ')'),
        choose(t('text')),
      ),
      date: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'rule' },
        names(({ type }) => type === 'date'),
        fc.constantFrom(...days).map((day) => `date("${day}")`),
        join('(', t('date'), fc.constantFrom(' + ', ' - '), 'duration("', fc.constantFrom(...lengths), '"))'),
        join('min(', t('date'), ', ', t('date'), ')'),
        choose(t('date')),
      ),
    }
  },
)

/** Mostly conditions; some numbers, texts and dates. Not each of them passes the checker: a quotient may be left open. */
export const someRule: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: truth },
  { weight: 2, arbitrary: fc.oneof(pure, money) },
  { weight: 1, arbitrary: fc.oneof(text, date) },
)
