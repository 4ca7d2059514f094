// Questions that nobody means, asked of a register: moments, cursors, filters and conditions that no page writes are answered
// or refused, soon, and break nothing.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Definition } from '#domain/register.ts'
import { outcome } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let auditor: Call
let lot: { id: string }

const register = 'lot'
const lots = Definition.parse({
  ...{ code: 'lot', name: '地块', entryName: '地块', title: 'name', lead: 'lead' },
  fields: [
    { key: 'name', name: '名称', type: 'text', required: true, indexed: true },
    { key: 'lead', name: '管理单位', type: 'unit', indexed: true },
    { key: 'area', name: '面积', type: 'number', scale: 2 },
    { key: 'per', name: '单价', type: 'computed', rule: 'round half up(起拍价 / 面积, 2)' },
    { key: 'ask', name: '起拍价', type: 'money' },
    { key: 'ends', name: '到期', type: 'date' },
  ],
  ladders: [
    {
      ...{ key: 'main', name: '出让' },
      rungs: [
        { key: 'plan', name: '拟' },
        { key: 'sold', name: '成交', gate: { conditions: [{ rule: '起拍价 > 100元' }] } },
      ],
    },
  ],
})

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  auditor = await zone.as('duanwenqing')
  await office('defineRegister', { definition: lots })
  for (const [name, area] of [
    ['一号地', '10'],
    ['二号地', '0'],
    ['三号地', '90000000000000'],
  ])
    lot = await office('addEntry', { register, values: { name: name!, area: area!, ask: '9', ends: '2026-09-01' } })
})
afterAll(() => zone.close())

const moments = [
  '0001-01-01T00:00:00Z',
  '2199-12-31T23:59:59+14:00',
  '1900-01-01T00:00:00-12:00',
  '2026-13-01T00:00:00Z',
  'x',
]
test.each(moments)('every question as of %s is answered or refused', async (asOf) => {
  const of = { register, asOf }
  const some = ['done', 'bad-input', 'not-found']
  const asked = [
    office('listRegisters', { asOf }),
    office('listEntries', { ...of, sort: 'per', where: '今日 > date("2026-01-01")' }),
    office('countEntries', of),
    office('getEntry', { ...of, id: lot.id }),
    office('listLinked', { ...of, id: lot.id }),
    office('titlesOf', { ...of, ids: [lot.id] }),
    office('entriesNamed', { ...of, names: ['一号地'] }),
    office('showBoard', { ...of, ladder: 'main', sums: ['per'] }),
    office('showFigures', { ...of, ladder: 'main' }),
    office('getChecklist', { ...of, id: lot.id, ladder: 'main', to: 'sold' }),
    office('listSuggestions', { asOf }),
    office('registerWork', { asOf }),
    office('showGantt', { ...of, dates: ['ends'] }),
    office('showCalendar', { ...of, dates: ['ends'], from: '2199-01-01', to: '2199-12-31' }),
    office('showCalendar', { ...of, dates: ['ends'], from: '1900-01-01', to: '1900-12-31' }),
    office('getPlan', { ...of, id: lot.id, course: 'ladder:main' }),
    office('exportEntries', of),
    office('getRegisterHistory', of),
    auditor('listJournal', { asOf }),
    office('assessEntries', { ...of, ruleSet: 'none' }),
  ]
  for (const answer of await Promise.all(asked.map(outcome))) expect([...some, 'no-rule-set']).toContain(answer)
})

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
test.each([
  ['ask', 'abc'],
  ['ask', '1e400'],
  ['ask', '99999999999999999999'],
  ['ends', '2026-02-31'],
  ['ends', 'infinity'],
  ['lead', 'x'],
  ['per', 'NaN'],
  ['name', '\u0000'],
  ['name', '\ud800'],
  ['name', {}],
  ['name', null],
])('a cursor that was not handed out: %s after %j', async (sort, value) => {
  const answer = outcome(office('listEntries', { register, sort, after: cursor(sort, value, lot.id) }))
  expect(['done', 'bad-cursor']).toContain(await answer)
})

test.each([
  ['ask>=99999999999999999999'],
  ['ends=0001-01-01'],
  ['ends>=9999-12-31'],
  ['lead=X'],
  ['per>=1e9'],
  [`per=${'9'.repeat(30)}`],
  ['ask=-'],
  ['name~%_\\'],
  ['@main=nowhere'],
  ['@main=constructor'],
  ['constructor=1'],
  ['__proto__=1'],
  ['ask=١٢'],
])('a filter that nobody means: %s', async (line) => {
  expect(['done', 'bad-filter', 'bad-input']).toContain(
    await outcome(office('listEntries', { register, filter: [line] })),
  )
})

test.each([
  ['brackets', `${'('.repeat(4900)}1 = 1${')'.repeat(4900)}`],
  ['nots', `${'not('.repeat(1900)}true${')'.repeat(1900)}`],
  ['ifs', `${'if true then '.repeat(500)}true${' else false'.repeat(300)}`],
  ['ors', Array(900).fill('面积 > 1').join(' or ')],
  ['sums', `${Array(1500).fill('面积').join(' + ')} > 1`],
  ['products', `${Array(1500).fill('面积').join(' * ')} > 1`],
  ['minus', `${'-'.repeat(9000)}1 > 0`],
  ['lists', '['.repeat(5000)],
  ['digits', `面积 > ${'9'.repeat(9000)}`],
  ['places', `面积 > 0.${'9'.repeat(9000)}`],
  ['powers', `面积${' ** 9'.repeat(1000)} > 1`],
  ['divided', `${Array(1500).fill('面积').join(' / ')} > 1`],
])('a condition of ten thousand signs (%s) is answered or refused in time', async (_, where) => {
  const begun = performance.now()
  const answer = await outcome(office('listEntries', { register, where: where.slice(0, 10_000) }))
  expect(['done', 'rule-broken', 'bad-input']).toContain(answer)
  expect(performance.now() - begun).toBeLessThan(4000)
})
