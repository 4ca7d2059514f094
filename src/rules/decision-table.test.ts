// Tables in a notation of their own: the policy and the columns on the first line, then a row each, "cells → points".
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DecisionTable, evaluateTable, printTable, rowRules } from '#rules/decision-table.ts'
import { analyseTable } from '#rules/table-analysis.ts'
import { type CellValue, parseCell } from '#rules/table-cell.ts'
import { tableCase, tableSql } from '#rules/table-sql.ts'
import { freshDatabase, type TestDatabase, withClient } from '../../test/support/postgres.ts'

function table(text: string): DecisionTable {
  const [head = '', ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [policy = '', ...columns] = head.split('|').map((part) => part.trim())
  const [hit, gather] = policy.split(' ')
  return DecisionTable.parse({
    hit,
    ...(gather && { gather }),
    columns: columns.map((column) => {
      const [title = '', type = 'number'] = column.split(' ')
      return { title, value: title, type }
    }),
    rows: rows.map((row) => {
      const [cells = '', gives = ''] = row.split('→')
      const [low, high] = gives.split('–').map(Number)
      return {
        cells: cells.split('|').map((cell) => cell.trim()),
        ...(high === undefined ? { points: low } : { low, high }),
      }
    }),
  })
}

const staff = table(`
  first | 占比
  >= 0.3       → 20
  [0.25..0.3)  → 16
  [0.2..0.25)  → 12
  < 0.2        → 0`)

describe('bands', () => {
  it.each<[CellValue, number, number]>([
    ['0.3', 20, 20],
    ['0.2999999999999999999999', 16, 16],
    ['0.25', 16, 16],
    ['0.2', 12, 12],
    ['0.19', 0, 0],
    ['-1', 0, 0],
    [null, 0, 20],
  ])('%s → %d–%d', (value, low, high) => expect(evaluateTable(staff, [value]).bounds).toEqual({ low, high }))

  it('say why the other rows do not apply', () => {
    expect(evaluateTable(staff, ['0.26']).rows.map((row) => row.against)).toEqual(['占比', null, '占比', '占比'])
  })

  it('stand as conditions and print', () => {
    expect(rowRules(staff)).toEqual([
      '占比 >= 0.3',
      '占比 >= 0.25 and 占比 < 0.3',
      '占比 >= 0.2 and 占比 < 0.25',
      '占比 < 0.2',
    ])
    expect(printTable(staff).split('\n')[2]).toBe('| 2 | [0.25..0.3) | 16 |')
  })
})

describe('what is wrong with a table', () => {
  const found = (text: string) => {
    const { gaps, overlaps } = analyseTable(table(text))
    return {
      gaps: gaps.map((gap) => `${gap.where.join(' | ')} 如 ${gap.witness.join(' | ')}`),
      overlaps: overlaps.map((one) => `${one.rows.map((i) => i + 1).join('+')} 如 ${one.witness.join(' | ')}`),
    }
  }

  it.each([
    ['nothing', 'unique | 数\n >= 5 → 1\n < 5 → 0', [], []],
    ['a point between', 'unique | 数\n > 5 → 1\n < 5 → 0', ['5 如 5'], []],
    ['a point twice', 'unique | 数\n >= 5 → 1\n <= 5 → 0', [], ['1+2 如 5']],
    ['an interval', 'unique | 数\n >= 5 → 1\n < 3.5 → 0', ['[3.5..5) 如 3.5'], []],
    ['no day between two days', 'unique | 日 date\n >= 2024-03-01 → 1\n <= 2024-02-29 → 0', [], []],
    [
      'a leap day',
      'unique | 日 date\n >= 2024-03-01 → 1\n <= 2024-02-28 → 0',
      ['(2024-02-28..2024-03-01) 如 2024-02-29'],
      [],
    ],
    ['another word', 'unique | 级 choice\n "国","省" → 1\n "市" → 0', ['"其他" 如 其他'], []],
    ['one truth', 'unique | 是 boolean | 数\n true | - → 1\n false | > 0 → 0', ['false | <= 0 如 false | -1'], []],
  ])('%s', (_, text, gaps, overlaps) => expect(found(text)).toEqual({ gaps, overlaps }))
})

it.each([
  ['>= 1e5', 'number'],
  ['[5..3]', 'number'],
  ['"甲', 'choice'],
  ['yes', 'boolean'],
  ['2023-02-29', 'date'],
] as const)('%s is no cell for a %s', (text, type) => expect(parseCell(text, type)).toBeNull())

const ends = fc.constantFrom('-1', '0', '0.5', '1', '2', '2.25')
const numberCell = fc.oneof(
  fc.constant('-'),
  fc.tuple(fc.constantFrom('>=', '>', '<', '<=', '='), ends).map(([sign, at]) => `${sign} ${at}`),
  fc
    .tuple(fc.constantFrom('[', '('), ends, ends, fc.constantFrom(']', ')'))
    .map(([open, a, b, close]) => `${open}${Number(a) < Number(b) ? `${a}..${b}` : `${b}..${a}`}${close}`),
)
const policies = fc.constantFrom(
  { hit: 'first' },
  { hit: 'unique' },
  ...(['sum', 'min', 'max', 'count'] as const).map((gather) => ({ hit: 'collect', gather })),
)
const tables = fc
  .tuple(
    policies,
    fc.array(fc.tuple(numberCell, numberCell, fc.integer({ min: -3, max: 9 })), { minLength: 1, maxLength: 5 }),
  )
  .map(([policy, rows]) =>
    DecisionTable.parse({
      ...policy,
      columns: ['a', 'b'].map((name) => ({ title: name, value: name, type: 'number' })),
      rows: rows.map(([a, b, points]) => ({ cells: [a, b], points })),
    }),
  )
const points = ['-2', '-1', '-0.5', '0', '0.25', '0.5', '0.75', '1', '1.5', '2', '2.1', '2.25', '3']
const value = fc.constantFrom(...points)

/** The rows read one by one with plain numbers: nothing of the code under test. */
function naive(one: DecisionTable, values: readonly string[]): boolean[] {
  const holds = (cell: string, at: number): boolean => {
    if (cell === '-') return true
    const between = /^([[(])(.+)\.\.(.+)([\])])$/.exec(cell)
    if (between) {
      const [low, high] = [Number(between[2]), Number(between[3])]
      return (between[1] === '[' ? at >= low : at > low) && (between[4] === ']' ? at <= high : at < high)
    }
    const [sign, text] = cell.split(' ')
    const end = Number(text)
    return sign === '>='
      ? at >= end
      : sign === '>'
        ? at > end
        : sign === '<'
          ? at < end
          : sign === '<='
            ? at <= end
            : at === end
  }
  return one.rows.map((row) => row.cells.every((cell, k) => holds(cell, Number(values[k]))))
}

describe('any table', () => {
  it('answers as its rows do one by one', () => {
    fc.assert(
      fc.property(tables, value, value, (one, a, b) => {
        const rows = naive(one, [a, b])
        const hits = one.rows.filter((_, i) => rows[i]).map((row) => row.points ?? 0)
        const answer = evaluateTable(one, [a, b])
        expect(answer.rows.map((row) => row.holds)).toEqual(rows)
        const gather = {
          sum: hits.reduce((s, n) => s + n, 0),
          count: hits.length,
          min: Math.min(...hits),
          max: Math.max(...hits),
        }
        const none = hits.length === 0 && one.gather !== 'sum' && one.gather !== 'count'
        const clash = one.hit === 'unique' && hits.length > 1
        const want = none || clash ? null : one.gather ? gather[one.gather] : hits[0]
        expect(answer.bounds?.low ?? null).toBe(want)
        expect(answer.bounds?.high ?? null).toBe(want)
        expect(answer.clash).toBe(clash)
      }),
      { numRuns: 2000 },
    )
  })

  it('keeps what an unknown value may turn out to be within its bounds', () => {
    fc.assert(
      fc.property(tables, value, value, (one, a, b) => {
        const open = evaluateTable(one, [null, b]).bounds
        const known = evaluateTable(one, [a, b]).bounds
        if (known === null) return
        expect(open).not.toBeNull()
        expect(open?.low).toBeLessThanOrEqual(known.low)
        expect(open?.high).toBeGreaterThanOrEqual(known.high)
      }),
      { numRuns: 2000 },
    )
  })

  it('has the gaps and overlaps it is said to have, and no others', () => {
    fc.assert(
      fc.property(tables, (one) => {
        const { gaps, overlaps } = analyseTable(one)
        for (const gap of gaps) expect(naive(one, gap.witness.map(String))).not.toContain(true)
        for (const { rows, witness } of overlaps) {
          const hit = naive(one, witness.map(String))
          expect(rows.map((i) => hit[i])).toEqual([true, true])
        }
        for (const a of points)
          for (const b of points) {
            const hits = naive(one, [a, b]).flatMap((is, i) => (is ? [i] : []))
            if (hits.length === 0) expect(gaps.length).toBeGreaterThan(0)
            if (hits.length > 1) expect(overlaps.some((o) => o.rows[0] === hits[0] && o.rows[1] === hits[1])).toBe(true)
          }
      }),
      { numRuns: 300 },
    )
  })
})

describe('as SQL', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.close())

  it('gives the same bounds, unknown values too', async () => {
    const inputs = [null, ...points].flatMap((a) => [null, '0', '1', '3'].map((b) => [a, b] as const))
    const rows = inputs.map(([a, b], i) => `(${i}, ${a ?? 'NULL'}::numeric, ${b ?? 'NULL'}::numeric)`).join(', ')
    await withClient(database.url, async (client) => {
      for (const one of fc.sample(tables, { numRuns: 150, seed: 7 })) {
        // A row of numbers is written in the rule language as it would be in SQL.
        const { low, high } = tableSql(one, rowRules(one))
        const sql = `select ${low} as low, ${high} as high, ${tableCase(one, rowRules(one))} as sure from (values ${rows}) as t(i, a, b) order by i`
        const got = await client.query<{ low: unknown; high: unknown; sure: unknown }>(sql)
        const number = (is: unknown) => (is === null ? null : Number(is))
        got.rows.forEach((row, i) => {
          const bounds = evaluateTable(one, inputs[i] ?? []).bounds
          expect({ low: number(row.low), high: number(row.high) }).toEqual({
            low: bounds?.low ?? null,
            high: bounds?.high ?? null,
          })
          expect(number(row.sure)).toBe(bounds && bounds.low === bounds.high ? bounds.low : null)
        })
      }
    })
  })
})
