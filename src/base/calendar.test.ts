// The working-day calendar against the announcements: single days, steps over holidays, and a second source.
import { readFileSync } from 'node:fs'
import { getDayDetail } from 'chinese-days'
import { expect, test } from 'vitest'
import { addWorkdays, type Calendar, isWorkday, workdaysBetween } from '#base/calendar.ts'
import { addDays } from '#base/day.ts'

const cn = JSON.parse(readFileSync('presets/calendars/cn.json', 'utf8')) as Calendar

test.each([
  ['2024-04-13', false], // a Saturday
  ['2024-04-28', true], // a Sunday made up for Labour Day
  ['2024-04-04', false], // Qingming
  ['2024-05-11', true],
  ['2024-10-12', true],
  ['2026-02-14', true],
  ['2026-10-10', true],
  ['2026-10-08', true],
])('%s is a workday: %s', (day, is) => expect(isWorkday(cn, day)).toBe(is))

test.each([
  ['2024-04-03', 1, '2024-04-07'], // over Qingming, on to the made-up Sunday
  ['2024-04-30', 3, '2024-05-08'],
  ['2026-03-06', 3, '2026-03-11'],
  ['2026-03-09', -1, '2026-03-06'],
  ['2026-03-07', 0, '2026-03-07'],
])('%s and %i working days: %s', (day, count, date) =>
  expect(addWorkdays(cn, day, count)).toEqual({ date, covered: true }),
)

test.each([
  ['2026-03-05', '2026-03-05', 0],
  ['2026-03-05', '2026-03-09', 2],
  ['2026-03-09', '2026-03-05', -2],
  ['2024-04-30', '2024-05-06', 1],
])('from %s to %s: %i working days', (from, to, days) =>
  expect(workdaysBetween(cn, from, to)).toEqual({ days, covered: true }),
)

test('beyond the announced years it counts weekends and says so', () => {
  expect(addWorkdays(cn, '2031-01-03', 1)).toEqual({ date: '2031-01-06', covered: false })
  expect(workdaysBetween(cn, '2031-01-03', '2031-01-10')).toEqual({ days: 5, covered: false })
})

test.each([
  ['2019-12-20', 45],
  ['2026-02-13', -30],
  ['2031-01-03', 90],
])('from %s, each of %i working days comes after stepping from day to day', (from, most) => {
  const step = Math.sign(most)
  let day = from
  for (let count = step; count !== most; count += step) {
    do day = addDays(day, step)
    while (!isWorkday(cn, day))
    expect(addWorkdays(cn, from, count).date).toBe(day)
  }
})

test.each([
  ['1985-06-01', '1990-01-10'],
  ['2090-12-20', '2093-02-03'],
  ['2026-03-05', '2120-10-31'],
])('from %s to %s, beyond every table, it counts what isWorkday says', (from, to) => {
  let days = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(cn, day)) days++
  expect(workdaysBetween(cn, from, to).days).toBe(days)
  expect(workdaysBetween(cn, to, from).days).toBe(-days)
})

test.each([
  ['2024', ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12']],
  ['2026', ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']],
])('the weekend days worked in %s', (year, days) => {
  expect(cn.years.find((each) => String(each.year) === year)?.workdays).toEqual(days.map((day) => `${year}-${day}`))
})

test('every day of 2020 to 2026 is what a second source says', () => {
  const differing: string[] = []
  for (let day = '2020-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
    if (isWorkday(cn, day) !== getDayDetail(day).work) differing.push(day)
  expect(differing).toEqual([])
})

test('each announced year says by which notice', () => {
  for (const { basis } of cn.years) expect(basis).toMatch(/^国办发明电〔\d{4}〕\d+号/)
})
