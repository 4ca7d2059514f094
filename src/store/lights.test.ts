// The SQL of a light rule and the function of a light rule give the same light, for random commitments and random rules.

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkdays, type Calendar, workdaysBetween } from '#base/calendar.ts'
import { addDays } from '#base/day.ts'
import { Light, type LightRow, type LightRule, lightOf } from '#domain/light.ts'
import { openDatabase } from '#store/database.ts'
import { lightSql } from '#store/lights.ts'
import { sql } from '#store/sql.ts'
import { freshDatabase, type TestDatabase } from '../../test/support/postgres.ts'

const calendar = JSON.parse(readFileSync('presets/calendars/cn.json', 'utf8')) as Calendar
const shipped = JSON.parse(readFileSync('presets/lights/ab.json', 'utf8')) as LightRule
const today = '2026-03-06'
let database: TestDatabase
let db: ReturnType<typeof openDatabase>

beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase(database.url)
})
afterAll(async () => {
  await db.close()
  await database.close()
})

const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n))
const subject = fc.record({
  open: fc.boolean(),
  percent: fc.integer({ min: 0, max: 100 }),
  startOn: day,
  dueOn: fc.option(
    fc.oneof(
      day,
      fc.integer({ min: -3, max: 8 }).map((n) => addDays(today, n)),
    ),
  ),
})
const rule = fc.array(
  fc.record(
    {
      light: fc.constantFrom(...Light.options),
      id: fc.constant('row'),
      basis: fc.constant(''),
      closed: fc.boolean(),
      noDueDate: fc.boolean(),
      overdue: fc.boolean(),
      gapOver: fc.integer({ min: -50, max: 50 }),
      gapFrom: fc.integer({ min: -50, max: 50 }),
      dueWithinWorkdays: fc.integer({ min: 0, max: 10 }),
    },
    { requiredKeys: ['light', 'id', 'basis'] },
  ),
  { minLength: 1, maxLength: 5 },
)

test('lights by SQL are the lights by function', async () => {
  const rules = fc.oneof({ weight: 1, arbitrary: fc.constant(shipped.rows) }, { weight: 3, arbitrary: rule })
  const cases = fc.tuple(rules, fc.array(subject, { minLength: 20, maxLength: 60 }))
  const seen = fc.asyncProperty(cases, async ([rows, subjects]) => {
    const table = { ...shipped, rows: [...(rows as LightRow[]), { id: 'rest', light: 'grey' as const, basis: '' }] }
    const expected = subjects.map((one) => {
      const workdaysLeft = one.dueOn === null ? null : workdaysBetween(calendar, today, one.dueOn).days
      return lightOf(table, { ...one, today, workdaysLeft }).light
    })
    expect(await bySql(table, subjects)).toEqual(expected)
  })
  await fc.assert(seen, { numRuns: 150 })
})

type Subject = { open: boolean; percent: number; startOn: string; dueOn: string | null }

async function bySql(table: LightRule, subjects: Subject[]): Promise<unknown[]> {
  const days = { today, within: (n: number) => addDays(addWorkdays(calendar, today, n + 1).date, -1) }
  const rows = subjects.map((one, n) => ({
    n,
    closure: one.open ? 'open' : 'closed',
    percent: one.percent,
    start_on: one.startOn,
    due_on: one.dueOn,
  }))
  const found = await db.query(
    { zone: 'main', units: '*' },
    sql`select ${lightSql(table, days)} as light
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c (n int, closure text, percent int, start_on date, due_on date) order by n`,
  )
  return found.map((row) => row.light)
}
