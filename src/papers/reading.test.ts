// A long text is read apart: the same statements, the way told, and the thread that asked stays free.

import { expect, test } from 'vitest'
import { readApart } from '#papers/reading.ts'
import { readPaper } from '#papers/task-rows.ts'

const prose = '会议强调，要压实主体责任，加强部门协同，成绩来之不易。各单位要及时协调解决推进过程中遇到的困难和问题。\n'
const passage = `${prose.repeat(20)}确保年内新增高新技术企业12家，由科技局牵头负责。\n`
const long = { text: passage.repeat(200), tables: [] }
const date = '2026-03-05'
const options = { fileName: '纪要.txt', date, statementsAtMost: 100_000 }

test('a long text gives what reading it here gives, and timers go off meanwhile', async () => {
  const told: number[] = []
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  const apart = await readApart(long, { ...options, onProgress: (fraction) => told.push(fraction) })
  clearInterval(timer)
  expect(apart).toEqual(readPaper(long, { date }))
  expect(told.length).toBeGreaterThan(10)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true)
  expect(ticks).toBeGreaterThan(0)
})

test('a short text is read at once', async () => {
  const short = { text: '年内建成厂房3座。', tables: [] }
  expect(await readApart(short, options)).toEqual(readPaper(short, { date }))
})

test.each([
  ['short', '新建泵站4座。'],
  ['long', passage.repeat(20)],
])('too many statements of a %s text are counted, not handed over', async (_, text) => {
  const { length } = readPaper({ text, tables: [] }, { date })
  const reading = readApart({ text, tables: [] }, { ...options, statementsAtMost: length - 1 })
  const refusal = await reading.catch((error) => error.refusal)
  expect(refusal).toEqual({ code: 'too-many-statements', facts: { statements: length, limit: length - 1 } })
})

test('a reading that takes too long is given up', async () => {
  const reading = readApart(long, { ...options, limits: { milliseconds: 5, megabytes: 256 } })
  const refusal = await reading.catch((error) => error.refusal)
  expect(refusal).toEqual({ code: 'not-text', facts: { fileName: '纪要.txt', reason: 'takes-too-long' } })
})
