import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addWorkdays, type Calendar, isWorkday, workdaysBetween } from '#base/calendar.ts'

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
])('%s and %i working days: %s', (day, count, date) => expect(addWorkdays(cn, day, count)).toEqual({ date, covered: true }))

test.each([
  ['2026-03-05', '2026-03-05', 0],
  ['2026-03-05', '2026-03-09', 2],
  ['2026-03-09', '2026-03-05', -2],
  ['2024-04-30', '2024-05-06', 1],
])('from %s to %s: %i working days', (from, to, days) => expect(workdaysBetween(cn, from, to)).toEqual({ days, covered: true }))

test('beyond the announced years it counts weekends and says so', () => {
  expect(addWorkdays(cn, '2031-01-03', 1)).toEqual({ date: '2031-01-06', covered: false })
  expect(workdaysBetween(cn, '2031-01-03', '2031-01-10')).toEqual({ days: 5, covered: false })
})
