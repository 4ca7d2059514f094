// One semantics in two engines: what the evaluator answers for a subject, the compiled SQL answers for its row. And the
// proof has teeth: faults that are easily made in such a compiler are each noticed. LUOSHI_PROOF_COMPARISONS makes it
// larger, LUOSHI_PROOF_SEED repeats one: LUOSHI_PROOF_COMPARISONS=2000000 npx vitest run test/rules-proof.test.ts
import fc from 'fast-check'
import { date, evaluate } from 'feelin'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DictionaryEntry } from '#rules/dictionary.ts'
import { reckonRule } from '#rules/evaluate.ts'
import type { Facts } from '#rules/facts.ts'
import { evaluateRule } from '#rules/trace.ts'
import { freshDatabase, type TestDatabase } from './support/postgres.ts'
import { checked, disagreements, storeSubjects } from './support/rule-agreement.ts'
import { dictionary, someFacts, someRule } from './support/rule-texts.ts'

const wanted = Number(process.env.LUOSHI_PROOF_COMPARISONS ?? 100_000)
const seed = Number(process.env.LUOSHI_PROOF_SEED ?? Date.now() % 2 ** 31)
const atOnce = 40
const rows = fc.sample(someFacts, { numRuns: 80, seed })
const batch = fc.array(someRule, { minLength: atOnce, maxLength: atOnce })

let database: TestDatabase
let client: pg.Client

beforeAll(async () => {
  database = await freshDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  await storeSubjects(client, rows)
})

afterAll(async () => {
  await client.end()
  await database.close()
})

test('a random rule decides the same in memory and in the database', { timeout: 1_800_000 }, async () => {
  let [compared, compiled] = [0, 0]
  const agree = fc.asyncProperty(batch, async (texts) => {
    const rules = checked(texts)
    expect(await disagreements(client, rules, rows)).toEqual([])
    compiled += rules.length
    compared += rules.length * rows.length
  })
  // About one text in twenty leaves a quotient open and is no rule.
  await fc.assert(agree, { numRuns: Math.ceil((1.1 * wanted) / (atOnce * rows.length)), seed })
  console.log(`rules: seed ${seed}, ${compiled} rules, ${compared} comparisons, all agree`)
  expect(compared).toBeGreaterThanOrEqual(wanted)
})

test('the trace decides what the value says, and an unknown one names what is missing', () => {
  const rules = checked(fc.sample(someRule, { numRuns: 300, seed })).filter(({ root }) => root.type === 'boolean')
  for (const rule of rules)
    for (const facts of rows) {
      const { verdict } = evaluateRule(rule, facts).trace
      const value = reckonRule(rule, facts)
      expect(verdict, rule.text).toBe(value === null ? 'unknown' : value ? 'yes' : 'no')
    }
})

/**
 * Where feelin reckons otherwise than FEEL or our profile: decimals, units, `in` with a second test, null in its ends, and
 * the order of texts, which is not by code points.
 */
const notForFeelin =
  /元|%|\/|\d\.\d|负债率|营业收入|费用|资本|平均人数|系数|评分|得分|round|decimal|mean|sum|abs|floor|ceiling|between|some|every|\bin\b|max\(|min\(|weekday|\u{20BB7}|\uFF5E/u

test('feelin, written by others, is of the same opinion where it reckons right', () => {
  const texts = fc.sample(someRule, { numRuns: 4000, seed }).filter((text) => !notForFeelin.test(text))
  const rules = checked(texts).filter(({ root, names }) => root.type === 'boolean' && names.length > 0)
  const some = rows.filter((facts) => !JSON.stringify(facts).includes('\u{20BB7}')).slice(0, 8)
  const contexts = some.map((facts) => Object.fromEntries(dictionary.entries.map((entry) => forFeelin(entry, facts))))
  for (const rule of rules)
    for (const [at, facts] of some.entries())
      expect(evaluate(rule.feel, contexts[at]).value, rule.text).toBe(reckonRule(rule, facts))
  expect(rules.length * some.length).toBeGreaterThan(2000)
})

function forFeelin({ name, type }: DictionaryEntry, facts: Facts): [string, unknown] {
  const given = facts[name] ?? null
  if (given === null) return [name, null]
  return [name, type === 'number' ? Number(given) : type === 'date' ? date(String(given)) : given]
}

/** Each rewrites the compiled text as a careless compiler would have written it. */
const faults: Record<string, (sql: string) => string> = {
  'FEEL = as SQL =': (sql) => sql.replaceAll(' IS NOT DISTINCT FROM ', ' = '),
  'IN without a guard for null': (sql) => sql.replaceAll(', FALSE)', ', NULL)'),
  'LEAST and GREATEST unguarded': (sql) => sql.replaceAll(' IS NOT NULL', ' IS NULL OR TRUE'),
  'NOT of unknown is true': (sql) => sql.replaceAll('(NOT ', '(TRUE IS DISTINCT FROM '),
  'null listed but not looked for': (sql) => sql.replaceAll(' IS NULL)', ' IS NULL AND FALSE)'),
  'a divisor of zero unguarded': (sql) => sql.replaceAll(/ > 0( AND| +THEN)/g, ' >= 0$1'),
  'a rounded quotient unguarded': (sql) => sql.replaceAll('NULLIF(', 'COALESCE('),
  'a negative divisor does not turn the sign': (sql) => sql.replaceAll(/ < 0 THEN (?!1 )/g, ' < -1e30 THEN '),
  'whole numbers divided as whole numbers': (sql) => sql.replaceAll(/::numeric \* 0\.01\)/g, ' / 100)'),
  'a month as 30 days': (sql) => sql.replaceAll(/interval '(-?\d+) months'/g, (_, n) => `interval '${30 * n} days'`),
  'floor cuts towards zero': (sql) => sql.replaceAll(' < 0 THEN 1 ELSE 0', ' < 0 THEN 0 ELSE 0'),
  'texts by the rules of a language': (sql) => sql.replaceAll('COLLATE "C"', 'COLLATE "und-x-icu"'),
  'an end of a range left out': (sql) => sql.replaceAll('>=', '>'),
  'unknown is not else': (sql) =>
    sql.replaceAll(/CASE WHEN ("[^"]+") THEN/g, 'CASE WHEN $1 IS NULL THEN NULL WHEN $1 THEN'),
}

test.each(Object.entries(faults))('noticed: %s', async (_, mutate) => {
  const rules = checked(fc.sample(someRule, { numRuns: 2000, seed }))
  let noticed = 0
  for (let at = 0; at < rules.length && noticed === 0; at += 50) {
    const wrong = disagreements(client, rules.slice(at, at + 50), rows, mutate)
    noticed += await wrong.then(({ length }) => length, whenRun)
  }
  expect(noticed).toBeGreaterThan(0)
})

/** A division by zero is noticed too; text that the database cannot even read (class 42) proves nothing. */
const whenRun = (error: { code: string }): number => (error.code.startsWith('22') ? 1 : 0)
