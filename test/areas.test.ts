// From villages to an area: groups of what lies near with a line through them, changed by a person and kept with its members
// in one act or not at all; and the matrix of villages and items with the latest check for each pair.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type At, kilometres } from '#domain/great-circle.ts'
import { joinedShare } from '#domain/near-groups.ts'
import { outcome } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call

beforeAll(async () => {
  zone = await openTestZone('2026-11-25')
  office = await zone.as('fangning')
  await office('openSampleRegisters', {})
})
afterAll(() => zone.close())

const villages = async () => (await office('listEntries', { register: 'village', limit: 500 })).entries
const propose = (more: object = {}) =>
  office('proposeAreas', {
    register: 'village',
    place: 'place',
    withinKm: 6,
    least: 2,
    show: ['strengths'],
    ...more,
  } as never)

test('villages that lie near each other are groups with a line, the others are alone; nothing is saved', async () => {
  const before = await villages()
  const { groups, alone, placeless } = await propose()
  expect(groups.length).toBeGreaterThan(0)
  expect(groups.flatMap(({ members }) => members).length + alone.length + placeless).toBe(before.length)
  for (const { members, km } of groups) {
    const line = members.map(({ at }): At => at)
    expect(km).toBeCloseTo(
      line.slice(1).reduce((sum, at, i) => sum + kilometres(line[i]!, at), 0),
      2,
    )
    for (const one of members)
      expect(members.some((other) => other.id !== one.id && kilometres(one.at, other.at) <= 6.01)).toBe(true)
  }
  expect(groups.flatMap(({ members }) => members).find(({ title }) => title === '石桥村')?.values.strengths).toContain(
    '石桥',
  )
  expect(await villages()).toEqual(before)
  expect(await propose()).toEqual({ groups, alone, placeless })
})

test('nearer and denser is asked for by two numbers; filters hold', async () => {
  expect((await propose({ withinKm: 0.5 })).groups).toEqual([])
  expect((await propose({ withinKm: 200 })).groups).toHaveLength(1)
  const named = await propose({ withinKm: 200, filter: ['@main=named'] })
  expect(named.groups[0]!.members).toHaveLength(12)
  expect(await outcome(propose({ place: 'name' }))).toBe('bad-filter')
})

test('a changed proposal becomes an area with its line and its villages, and the share that is joined grows', async () => {
  const all = await villages()
  const chosen = ['沙庄村', '新庄村'].map((name) => all.find(({ values }) => values.name === name)!)
  const shareOf = async () =>
    joinedShare((await villages()).map(({ values }) => (values.area as string | undefined) ?? null))
  const share = await shareOf()
  const { lead } = chosen[0]!.values
  const line = {
    type: 'LineString' as const,
    coordinates: chosen.map(({ values }) => (values.place as { coordinates: [number, number] }).coordinates),
  }
  const area = await office('formArea', {
    register: 'village_area',
    values: { name: '棠张双村片区', theme: '互学互促', line, method: '直线距离连线', lead: lead as string },
    members: { register: 'village', link: 'area', entries: chosen.map(({ id, version }) => ({ id, version })) },
  })
  expect(area.values).toMatchObject({ name: '棠张双村片区', line })
  const { entry } = await office('getEntry', { register: 'village_area', id: area.id })
  expect(entry.computed).toMatchObject({ villages: '2', named: '2' })
  expect(await shareOf()).toBeCloseTo(share! + 2 / all.length)
})

test('all or nothing: a village that has moved on, or a link that leads elsewhere, leaves no area behind', async () => {
  const all = await villages()
  const [one, two] = all.filter(({ values }) => values.area === undefined)
  const areas = async () => (await office('countEntries', { register: 'village_area' })).count
  const before = await areas()
  const form = (call: Call, entries: { id: string; version: number }[], link = 'area') =>
    call('formArea', {
      register: 'village_area',
      values: { name: '未成片区', lead: one!.values.lead as string },
      members: { register: 'village', link, entries },
    })
  expect(
    await outcome(
      form(office, [
        { id: one!.id, version: one!.version },
        { id: two!.id, version: 99 },
      ]),
    ),
  ).toBe('stale')
  expect(await outcome(form(office, [{ id: one!.id, version: one!.version }], 'lead'))).toBe('bad-values')
  expect(await outcome(form(await zone.as('shilei'), [{ id: one!.id, version: one!.version }]))).toMatch(/not-/)
  expect(await outcome(form(await zone.as('linxiangdong'), [{ id: one!.id, version: one!.version }]))).toBe('forbidden')
  expect(await areas()).toBe(before)
  expect((await villages()).find(({ id }) => id === one!.id)).toEqual(one)
})

test('the matrix has the latest check for each village and item, and says how many there were', async () => {
  const all = await villages()
  const bridge = all.find(({ values }) => values.name === '石桥村')!
  const pairs = (more: object = {}) =>
    office('listPairs', {
      register: 'village_check',
      lines: 'village',
      columns: 'item',
      latest: 'checked_on',
      ladder: 'issue',
      show: ['result'],
      ...more,
    } as never)
  const standard = '省级宜居宜业和美乡村“十有”'
  const { cells, more } = await pairs({ filter: [`standard=${standard}`, `village=${bridge.id}`] })
  expect(more).toBe(false)
  expect(cells).toHaveLength(10)
  expect(cells.filter(({ rung }) => rung === 'closed')).toHaveLength(1)
  const [cell] = cells.filter(({ values }) => values.result === '达标')
  const { entry } = await office('getEntry', { register: 'village_check', id: cell!.entry })
  const { version, id, values } = entry
  const { photos, ...copied } = values
  await office('addEntry', {
    register: 'village_check',
    values: { ...copied, level: '市级复核', checked_on: '2026-11-24', result: '基本达标' },
  })
  const again = (await pairs({ filter: [`standard=${standard}`, `village=${bridge.id}`] })).cells
  expect(again.find(({ column }) => column === cell!.column)).toMatchObject({
    count: 2,
    values: { result: '基本达标' },
  })
  expect(again.find(({ column }) => column === cell!.column)!.entry).not.toBe(id)
  expect(version).toBe(cell!.version)
  expect((await pairs({ limit: 3 })).more).toBe(true)
  expect(await outcome(pairs({ lines: 'name' }))).toBe('bad-filter')
})
