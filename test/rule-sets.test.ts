// Every shipped rule set is sound, has worked cases beside it, and gives what its cases say.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkRule } from '#rules/check.ts'
import { parseDecimal } from '#rules/decimal-axis.ts'
import { Dictionary } from '#rules/dictionary.ts'
import { checkFacts } from '#rules/facts.ts'
import { judgeWith } from '#rules/rule-judge.ts'
import { RuleSet, rulesOf, tablesOf, versionOn } from '#rules/rule-set.ts'
import { sumOf } from '#rules/rule-set-score.ts'
import { ruleSetSql } from '#rules/rule-set-sql.ts'
import { judgeRuleSet, outcomeWords } from '#rules/rule-set-verdict.ts'
import { tableFaults } from '#rules/table-analysis.ts'
import { freshDatabase, type TestDatabase, withClient } from './support/postgres.ts'
import { type RuleCase, readCases } from './support/rule-cases.ts'

const folder = new URL('../presets/rules/', import.meta.url)
const files = readdirSync(folder)
const text = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const named = (ending: string) => files.filter((file) => file.endsWith(ending))

const dictionaries = new Map(
  named('.dictionary.json').map((file) => {
    const dictionary = Dictionary.parse(JSON.parse(text(file)))
    return [`${dictionary.name}@${dictionary.version}`, dictionary]
  }),
)
const sets = named('.rules.json').map((file) => ({ file, set: RuleSet.parse(JSON.parse(text(file))) }))
const dictionaryOf = (set: RuleSet) => dictionaries.get(set.dictionary) ?? { name: '', version: 1, entries: [] }
const judgeOf = (set: RuleSet) => judgeWith(dictionaryOf(set))

describe.each(sets)('$file', ({ file, set }) => {
  const tables = set.parts.flatMap(tablesOf)

  it('is written in the words of its dictionary', () => {
    const wrong = rulesOf(set).flatMap((rule) => checkRule(rule, dictionaryOf(set)).issues ?? [])
    expect(wrong).toEqual([])
    const names = dictionaryOf(set).entries.map((entry) => entry.name)
    expect(names).toEqual(expect.arrayContaining(set.parts.flatMap((part) => part.fact ?? [])))
  })

  it('has tables without gaps', () => {
    const bad = tables.map(tableFaults).filter((found) => found.gaps.length > 0 || found.overlaps.length > 0)
    expect(bad).toEqual([])
  })

  it('has at least eight worked cases', () => {
    expect(readCases(text(file.replace('.rules.json', '.cases.txt'))).cases.length).toBeGreaterThanOrEqual(8)
  })
})

describe.each(named('.cases.txt'))('%s', (file) => {
  const { ruleSet, cases } = readCases(text(file))
  it.each(cases)('$title', (one) => expect(outcomeOf(ruleSet, one)).toEqual(expected(one)))
})

// Subjects are put together at random from the values of the worked cases, thresholds and gaps in knowledge included.
describe('all subjects at once', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  it.each(sets)('$file gives in SQL what it gives one by one', async ({ file, set }) => {
    const { entries } = dictionaryOf(set)
    const cases = readCases(text(file.replace('.rules.json', '.cases.txt'))).cases
    const used = entries.filter(({ name }) => cases.some((one) => name in one.facts))
    const pools = used.map(({ name, nullable }) => {
      const all = cases.map((one) => one.facts[name] ?? null)
      const values = all.filter((value) => nullable || value !== null)
      return [name, fc.constantFrom(...values, ...(nullable ? [null] : []))] as const
    })
    const near = fc.record(Object.fromEntries(pools))
    const changed = fc
      .tuple(
        fc.constantFrom(...cases.map((one) => one.facts)),
        near,
        fc.subarray(
          used.map(({ name }) => name),
          { maxLength: 3 },
        ),
      )
      .map(([facts, other, names]) => ({ ...facts, ...Object.fromEntries(names.map((name) => [name, other[name]])) }))
    const subjects = fc.sample(fc.oneof(near, { weight: 4, arbitrary: changed }), { numRuns: 300, seed: 11 })
    const columns = { number: 'numeric', boolean: 'boolean', date: 'date', text: 'text', list: 'text[]', thing: 'text' }
    await withClient(database.url, async (client) => {
      await client.query(
        `create temp table f as select * from jsonb_to_recordset($1::jsonb) as x(id int, ${entries.map(({ name, type }) => `"${name}" ${columns[type]}`).join(', ')})`,
        [JSON.stringify(subjects.map((facts, id) => ({ id, ...facts })))],
      )
      const { text: sql, values } = ruleSetSql(set, dictionaryOf(set), {
        from: 'f',
        key: 'f.id',
        columnOf: ({ name }) => ({ sql: `f."${name}"`, scaled: null }),
      })
      const { rows } = await client.query(`${sql} order by f.id`, values)
      await client.query('drop table f')
      const judge = judgeOf(set)
      const got = rows.map((row) => ({ ...row, missing: row.missing.sort(), one_short: row.one_short.sort() }))
      const want = subjects.map((facts, subject) => {
        const verdict = judgeRuleSet(set, facts, judge)
        const ends = set.parts.length === 0 ? null : sumOf(set, verdict.parts, null)
        return {
          subject,
          outcome: { eligible: true, 'not-eligible': false, unknown: null }[verdict.outcome],
          missing: verdict.missing.sort(),
          one_short: verdict.oneShort.map(({ code }) => code).sort(),
          low: ends?.low ?? null,
          high: ends?.high ?? null,
        }
      })
      const plain = (row: Record<string, unknown>) => ({
        ...row,
        low: row.low === null ? null : Number(row.low),
        high: row.high === null ? null : Number(row.high),
      })
      expect(got.map(plain)).toEqual(want)
    })
  })
})

function outcomeOf(ruleSet: string, one: RuleCase): Record<string, unknown> {
  const set = versionOn(
    sets.map((each) => each.set),
    ruleSet,
    String(one.facts.政策基准日),
  )
  if (!('conditions' in set)) return { verdict: '无适用版本' }
  expect(checkFacts(dictionaryOf(set), one.facts)).toEqual([])
  const verdict = judgeRuleSet(set, one.facts, judgeOf(set))
  const short = verdict.oneShort.find((finding) => finding.title === one.oneShort?.title) ?? verdict.oneShort[0]
  return {
    verdict: outcomeWords[verdict.outcome],
    ...(one.oneShort && { oneShort: short?.title ?? '无' }),
    ...(one.oneShort?.gap && { gap: Number(short?.gap) }),
    ...(one.missing && { missing: verdict.missing }),
  }
}

function expected(one: RuleCase): Record<string, unknown> {
  if (one.oneShort?.gap && !parseDecimal(one.oneShort.gap)) throw new Error(`no gap: ${one.oneShort.gap}`)
  return {
    verdict: one.verdict,
    ...(one.oneShort && { oneShort: one.oneShort.title }),
    ...(one.oneShort?.gap && { gap: Number(one.oneShort.gap) }),
    ...(one.missing && { missing: one.missing }),
  }
}
