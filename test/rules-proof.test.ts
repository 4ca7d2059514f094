// The proof that a rule decides the same for one subject and for all at once: random rules over random facts, evaluated in
// memory and compiled to SQL, compared one by one, on numeric columns and on scaled whole numbers. And the proof of the
// proof: faults put into the SQL on purpose are all found. LUOSHI_PROOF_RULES and LUOSHI_PROOF_SEED make it larger or again.

import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkRule } from '#rules/check.ts'
import { type ColumnOf, compileRules } from '#rules/compile.ts'
import { reckon } from '#rules/evaluate.ts'
import { decimalOf, type Exact } from '#rules/exact.ts'
import { type Facts, readFacts } from '#rules/facts.ts'
import type { Rule } from '#rules/rule.ts'
import { evaluateRule } from '#rules/trace.ts'
import { freshDatabase, type TestDatabase } from './support/postgres.ts'
import { proofDictionary, ruleTexts, subjects } from './support/rule-maker.ts'

const wanted = Number(process.env.LUOSHI_PROOF_RULES ?? 1500)
const seed = Number(process.env.LUOSHI_PROOF_SEED ?? Date.now() % 2 ** 31)
const atOnce = 50
const rowsInAll = 48

type Storage = 'numeric' | 'scaled'
const storages: Storage[] = ['numeric', 'scaled']

let database: TestDatabase
let client: pg.Client
let rules: Rule[]
let facts: Facts[]

beforeAll(async () => {
  facts = fc.sample(subjects(), { seed, numRuns: rowsInAll })
  const texts = fc.sample(ruleTexts(), { seed, numRuns: wanted * 2 })
  rules = texts.flatMap((text) => checkRule(text, proofDictionary).rule ?? []).slice(0, wanted)
  database = await freshDatabase()
  client = new pg.Client(database.url)
  await client.connect()
  await client.query('create schema proof; set search_path = proof')
  for (const storage of storages) await fill(storage)
}, 120_000)
afterAll(async () => {
  await client.end()
  await database.close()
})

const sqlTypes = { text: 'text', date: 'date', boolean: 'boolean' } as const

async function fill(storage: Storage): Promise<void> {
  const { entries } = proofDictionary
  const typed = entries.map(({ name, type, scale }) => {
    const sqlType =
      type !== 'number' ? sqlTypes[type] : storage === 'numeric' ? 'numeric' : scale === 0 ? 'int' : 'bigint'
    return `"${name}" ${sqlType}`
  })
  await client.query(`create table ${storage} (id int primary key, ${typed.join(', ')})`)
  for (const [id, row] of facts.entries()) {
    const values = entries.map(({ name, type, scale }) => {
      const value = row[name] ?? null
      if (value === null || type !== 'number' || storage === 'numeric') return value
      const { n, d } = readFacts(row)(entries.find((entry) => entry.name === name)!) as Exact
      return String((n * 10n ** BigInt(scale)) / d)
    })
    const marks = values.map((_, at) => `$${at + 2}`)
    await client.query(`insert into ${storage} values ($1, ${marks.join(', ')})`, [id, ...values])
  }
}

const columnsOf =
  (storage: Storage): ColumnOf =>
  ({ name, type, scale }) => ({
    sql: `"${name}"`,
    scaled: storage === 'scaled' && type === 'number' ? scale : null,
    narrow: storage === 'scaled' && scale === 0,
  })

type Difference = { rule: string; facts: Facts; inMemory: unknown; inDatabase: unknown }

/** Runs the rules on a table, `atOnce` in a statement; `change` puts a fault into the SQL. */
async function differences(of: readonly Rule[], storage: Storage, change = (sql: string) => sql) {
  const found: Difference[] = []
  let compared = 0
  for (let from = 0; from < of.length; from += atOnce) {
    const batch = of.slice(from, from + atOnce)
    const { texts, values } = compileRules(batch, columnsOf(storage))
    const columns = texts.map(({ text }, at) => `${change(text)} as r${at}`)
    const { rows } = await client.query(`select id, ${columns.join(', ')} from ${storage} order by id`, values)
    for (const row of rows) {
      const reader = readFacts(facts[row.id]!)
      for (const [at, rule] of batch.entries()) {
        const inMemory = plainly(reckon(rule.root, reader))
        compared++
        if (inMemory !== row[`r${at}`])
          found.push({ rule: rule.text, facts: facts[row.id]!, inMemory, inDatabase: row[`r${at}`] })
      }
    }
  }
  return { found, compared }
}

const plainly = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'n' in value ? decimalOf(value as Exact) : value

test('a rule decides the same in memory and in the database', async () => {
  let compared = 0
  for (const storage of storages) {
    const result = await differences(rules, storage)
    expect(result.found.slice(0, 3), `seed ${seed}, ${storage}`).toEqual([])
    compared += result.compared
  }
  console.log(`rules: ${rules.length} rules, ${compared} comparisons, 0 differences, seed ${seed}`)
  expect(compared).toBeGreaterThanOrEqual(Math.min(100_000, wanted * 60))
}, 600_000)

test('the trace says what the value says', () => {
  for (const rule of rules.slice(0, 300))
    for (const row of facts) {
      const value = reckon(rule.root, readFacts(row))
      const { verdict, trace } = evaluateRule(rule, row)
      expect(verdict).toBe(value === null ? 'unknown' : value ? 'yes' : 'no')
      if (verdict === 'unknown') expect(trace.missing.length + rule.text.length).toBeGreaterThan(0)
    }
})

// Each fault is one that a hand-written compiler makes (the same that other engines were seen to make).
const faults: Record<string, (sql: string) => string> = {
  'equality by =': (sql) => sql.replaceAll(' IS NOT DISTINCT FROM ', ' = '),
  'IN without COALESCE': (sql) => sql.replace(/COALESCE\(((?:[^()]|\([^()]*\))*), FALSE\)/g, '($1)'),
  'LEAST passes over nulls': (sql) =>
    sql.replace(/CASE WHEN (?:(?!CASE|THEN).)* IS NOT NULL THEN (LEAST|GREATEST)/g, 'CASE WHEN TRUE THEN $1'),
  'not of unknown is true': (sql) => sql.replaceAll('(NOT ', '(TRUE IS DISTINCT FROM '),
  'nothing guards a zero below': (sql) =>
    sql.replaceAll(/CASE WHEN ("[^"]+") > 0 THEN/g, 'CASE WHEN TRUE OR $1 > 0 THEN'),
  'a negative below does not turn the sign': (sql) =>
    sql.replaceAll(/< 0 THEN (.*?) (<=|>=|<|>) /g, '< 0 THEN $1 $2= ').replaceAll('==', '='),
  'months of thirty days': (sql) =>
    sql.replaceAll(/interval '(-?\d+) months'/g, (_, months) => `interval '${Number(months) * 30} days'`),
  'an edge left out': (sql) => sql.replaceAll(' >= ', ' > '),
  'an edge taken in': (sql) => sql.replaceAll(' < ', ' <= '),
  'unknown branches are true': (sql) => sql.replaceAll(' ELSE ', ' ELSE NOT '),
  'or for and': (sql) => sql.replaceAll(' AND ', ' OR '),
  'scales not brought together': (sql) => sql.replaceAll(' * 100)', ' * 1)'),
}

test.each(Object.entries(faults))(
  'a fault in the SQL is found: %s',
  async (name, change) => {
    const storage: Storage = name.startsWith('scales') ? 'scaled' : 'numeric'
    let caught = 0
    for (const rule of rules.slice(0, 800)) {
      const [sql] = compileRules([rule], columnsOf(storage)).texts
      if (change(sql!.text) === sql!.text) continue
      const result = await differences([rule], storage, change).catch(() => ({ found: [1], compared: 1 }))
      if (result.found.length > 0) caught++
      if (caught >= 3) break
    }
    expect(caught, `seed ${seed}`).toBeGreaterThan(0)
  },
  120_000,
)
