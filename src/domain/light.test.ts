// Lights in one line each: start → due (working days left), today, percent → light and why.
import { expect, test } from 'vitest'
import { type LightFacts, LightRule, lightOf } from '#domain/light.ts'
import ab from '../../presets/lights/ab.json' with { type: 'json' }

const rule = LightRule.parse(ab)

/** `2026-01-01..2026-04-11 today 2026-02-20 at 40% left 36`; `closed` in front, `..` without a due day. */
function facts(line: string): LightFacts {
  const [, closed, startOn, dueOn, today, percent, left] =
    /^(closed )?(\S+)\.\.(\S*) today (\S+) at (\d+)%(?: left (-?\d+))?$/.exec(line)!
  const workdaysLeft = left === undefined ? null : Number(left)
  return {
    open: !closed,
    startOn: startOn!,
    dueOn: dueOn || null,
    today: today!,
    percent: Number(percent),
    workdaysLeft,
  }
}

test.each([
  ['2026-01-01..2026-04-11 today 2026-02-20 at 50% left 36', 'green on-pace, pace 50, gap 0'],
  ['2026-01-01..2026-04-11 today 2026-02-20 at 90% left 36', 'green on-pace, pace 50, gap -40'],
  ['2026-01-01..2026-04-11 today 2026-02-20 at 49% left 36', 'green slightly-behind, pace 50, gap 1'],
  ['2026-01-01..2026-04-11 today 2026-02-20 at 41% left 36', 'green slightly-behind, pace 50, gap 9'],
  ['2026-01-01..2026-04-11 today 2026-02-20 at 40% left 36', 'yellow behind, pace 50, gap 10'],
  ['2026-01-01..2026-04-11 today 2026-02-20 at 20% left 36', 'yellow behind, pace 50, gap 30'],
  ['2026-01-01..2026-04-11 today 2026-02-20 at 19% left 36', 'red far-behind, pace 50, gap 31'],
  ['2026-01-01..2026-04-11 today 2026-04-12 at 100% left -1', 'red overdue, pace 100, gap 0'],
  ['2026-01-01..2026-04-11 today 2026-04-12 at 10% left -1', 'red overdue, pace 100, gap 90'],
  ['2026-01-01..2026-04-11 today 2026-04-11 at 95% left 0', 'blue near-due, pace 100, gap 5'],
  ['2026-01-01..2026-04-11 today 2026-04-08 at 97% left 3', 'blue near-due, pace 97, gap 0'],
  ['2026-01-01..2026-04-11 today 2026-04-07 at 97% left 4', 'green on-pace, pace 96, gap -1'],
  ['2026-01-01..2026-04-11 today 2026-04-08 at 80% left 3', 'yellow behind, pace 97, gap 17'],
  ['2026-02-01..2026-02-08 today 2026-02-04 at 33% left 3', 'blue near-due, pace 42.9, gap 9.9'],
  ['2026-02-01..2026-02-28 today 2026-02-10 at 23% left 14', 'yellow behind, pace 33.3, gap 10.3'],
  ['2026-02-01..2026-12-31 today 2026-01-20 at 0% left 200', 'green on-pace, pace 0, gap 0'],
  ['2026-03-01..2026-03-01 today 2026-02-20 at 0% left 6', 'green on-pace, pace 0, gap 0'],
  ['2026-03-01..2026-03-01 today 2026-03-01 at 0% left 0', 'red far-behind, pace 100, gap 100'],
  ['2026-01-01.. today 2026-02-20 at 0%', 'grey no-due-date, pace null, gap null'],
  ['closed 2026-01-01..2026-02-01 today 2026-02-20 at 100% left -13', 'grey closed, pace null, gap null'],
  ['closed 2026-01-01.. today 2026-02-20 at 0%', 'grey closed, pace null, gap null'],
])('%s → %s', (line, why) => {
  const { light, row, pacePercent, gapPoints, workdaysLeft } = lightOf(rule, facts(line))
  expect(`${light} ${row}, pace ${pacePercent}, gap ${gapPoints}`).toBe(why)
  expect(workdaysLeft).toBe(facts(line).workdaysLeft)
})

test('a table whose last row has a condition is no rule', () => {
  expect(LightRule.safeParse({ ...ab, rows: ab.rows.slice(0, -1) }).success).toBe(false)
})

test('every row says where it comes from', () => {
  expect(rule.rows.filter((row) => row.basis.length < 10)).toEqual([])
})
