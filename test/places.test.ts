// Entries on the map: what lies in a box, with rungs and stays, in sight of whom it belongs to; few one by one, many gathered;
// a hundred thousand points answered in bounded size and time.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let register: OutputOf<'defineRegister'>
const ids: Record<string, string> = {}

const pumps = Definition.parse({
  code: 'pump',
  name: '泵站台账',
  entryName: '泵站',
  title: 'name',
  lead: 'lead',
  fields: [
    { key: 'name', name: '名称', type: 'text', required: true, indexed: true },
    { key: 'lead', name: '管理单位', type: 'unit', indexed: true },
    { key: 'power', name: '功率', type: 'number', unit: '千瓦' },
    { key: 'site', name: '位置', type: 'place' },
    { key: 'vault', name: '备用位置', type: 'place', seenBy: ['leader'] },
  ],
  ladders: [
    {
      key: 'build',
      name: '建设',
      rungs: [
        { key: 'plan', name: '规划', usualDays: 10, stuckDays: 30 },
        { key: 'works', name: '施工' },
        { key: 'open', name: '启用' },
      ],
    },
  ],
})

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  register = await office('defineRegister', { definition: pumps })
  const { units } = await office('getDirectory', {})
  const unit = (short: string) => units.find(({ shortName }) => shortName === short)!.id
  const add = async (name: string, lead: string, site: unknown, power = 5) => {
    const { id } = await office('addEntry', {
      register: 'pump',
      values: { name, lead: unit(lead), power, ...(site ? { site } : {}) } as never,
    })
    ids[name] = id
  }
  const point = (x: number, y: number) => ({ type: 'Point', coordinates: [x, y] })
  await add('东站', '白沙镇', point(117.3, 34.2))
  await add('西站', '青石街道', point(117.1, 34.2), 9)
  await add('远站', '白沙镇', point(118.5, 34.9))
  await add('渠道', '建设局', {
    type: 'LineString',
    coordinates: [
      [117.0, 34.0],
      [117.2, 34.3],
    ],
  })
  await add('水库', '建设局', {
    type: 'Polygon',
    coordinates: [
      [
        [117.4, 34.4],
        [117.6, 34.4],
        [117.6, 34.6],
        [117.4, 34.4],
      ],
    ],
  })
  await add('未定', '建设局', null)
  const climb = (name: string, to: string, on: string, version = 1) =>
    office('climbEntry', { register: 'pump', id: ids[name]!, version, ladder: 'build', to, on, reason: null })
  await climb('东站', 'plan', '2026-01-01')
  await climb('西站', 'plan', '2026-02-20')
  await climb('渠道', 'plan', '2026-03-01')
  await climb('渠道', 'works', '2026-03-02', 2)
})
afterAll(() => zone.close())

const look = (call: Call, more: object = {}) =>
  call('listPlaces', { register: 'pump', place: 'site', ladder: 'build', ...more } as never)
const titles = ({ places }: OutputOf<'listPlaces'>) => places.map(({ title }) => title).toSorted()

test('everywhere: all that have a place, coloured by rung and stay, and how many have none', async () => {
  const all = await look(office, { show: ['power'] })
  expect(titles(all)).toEqual(['东站', '水库', '渠道', '西站', '远站'].toSorted())
  expect(all).toMatchObject({ count: 5, everywhere: 6, placeless: 1, around: [117, 34, 118.5, 34.9], clusters: [] })
  expect(all.states).toEqual(
    expect.arrayContaining([
      { rung: 'plan', stay: 'stuck', count: 1 },
      { rung: 'plan', stay: 'late', count: 1 },
      { rung: 'works', stay: 'usual', count: 1 },
      { rung: null, stay: 'none', count: 2 },
    ]),
  )
  const east = all.places.find(({ title }) => title === '东站')
  expect(east).toMatchObject({
    id: ids.东站,
    middle: [117.3, 34.2],
    rung: 'plan',
    stay: 'stuck',
    days: 64,
    values: { power: '5' },
  })
})

test('a box takes what touches it: lines and areas by their bounds', async () => {
  expect(titles(await look(office, { box: [117.15, 34.1, 117.35, 34.25] }))).toEqual(['东站', '渠道'].toSorted())
  expect(titles(await look(office, { box: [117.5, 34.5, 117.55, 34.55] }))).toEqual(['水库'])
  const none = await look(office, { box: [100, 20, 101, 21] })
  expect(none).toMatchObject({ count: 0, places: [], states: [], around: [117, 34, 118.5, 34.9] })
})

test('filters narrow the map as they narrow the table', async () => {
  expect(titles(await look(office, { filter: ['power>=9'] }))).toEqual(['西站'])
  expect(titles(await look(office, { filter: ['@build=plan'] }))).toEqual(['东站', '西站'].toSorted())
  expect(titles(await look(office, { where: '功率 < 9', text: '站' }))).toEqual(['东站', '远站'].toSorted())
})

test('too many for the limit come as clusters that hold every one of them', async () => {
  const { places, clusters, count } = await look(office, { limit: 2, across: 2 })
  expect(places).toEqual([])
  expect(clusters.reduce((total, one) => total + one.count, 0)).toBe(count)
  expect(clusters.flatMap(({ states }) => states).reduce((total, one) => total + one.count, 0)).toBe(count)
  for (const { middle, box } of clusters) {
    expect(middle[0]).toBeGreaterThanOrEqual(box[0])
    expect(middle[0]).toBeLessThanOrEqual(box[2])
  }
})

test('a town sees its own on the map and nobody sees a hidden field', async () => {
  expect(titles(await look(await zone.as('duchunshan')))).toEqual(['东站', '远站'].toSorted())
  const codes = await Promise.all(
    [
      { place: 'vault' },
      { place: 'name' },
      { place: 'nowhere' },
      { show: ['vault'] },
      { ladder: 'other' },
      { box: [2, 1, 1, 2] },
    ].map((more) =>
      look(office, more).then(
        () => 'done',
        (error: unknown) => (error instanceof Refused ? error.refusal.code : error),
      ),
    ),
  )
  expect(codes).toEqual(['not-your-field', 'bad-filter', 'bad-filter', 'not-your-field', 'not-found', 'bad-filter'])
})

test('as of an earlier moment, places and rungs are those of then', async () => {
  zone.at('2026-04-10')
  await office('reviseEntry', {
    register: 'pump',
    id: ids.远站!,
    version: 1,
    values: { site: { type: 'Point', coordinates: [110, 30] } },
  })
  expect((await look(office)).around).toEqual([110, 30, 117.6, 34.6])
  expect((await look(office, { asOf: '2026-04-01T00:00:00+08:00' })).around).toEqual([117, 34, 118.5, 34.9])
})

test('a hundred thousand points come as clusters, a street of them one by one, in bounded size and time', async () => {
  const owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  const table = `entry_pump_${register.id.replaceAll('-', '').slice(-12)}`
  await owner.query(`insert into ${table} (zone, id, version, at, units, definition, made_on, checkers, f_name, f_site, rung_build, since_build, reached_build)
    select 'main', gen_random_uuid(), 1, '2026-04-10T00:00:00Z', '{*}', 1, '2026-04-10', '[]', '点' || n,
      jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(117 + (n % 317) / 317.0, 34 + (n % 331) / 331.0)),
      case n % 3 when 0 then 'plan' when 1 then 'works' else 'open' end, '2026-04-01', '[]'
    from generate_series(1, 100000) n`)
  await owner.query(`analyze ${table}`)
  await owner.end()
  const started = performance.now()
  const wide = await look(office, { box: [117, 34, 118, 35], across: 24 })
  const took = performance.now() - started
  expect(wide.count).toBeGreaterThanOrEqual(100_000)
  expect(wide.clusters.length).toBeLessThanOrEqual(25 * 25)
  expect(wide.clusters.reduce((total, one) => total + one.count, 0)).toBe(wide.count)
  expect(JSON.stringify(wide).length).toBeLessThan(400_000)
  const near = await look(office, { box: [117.5, 34.5, 117.55, 34.55] })
  expect(near.places.length).toBe(near.count)
  console.log(`100 000 points gathered in ${Math.round(took)} ms`)
  expect(took).toBeLessThan(10_000)
})
