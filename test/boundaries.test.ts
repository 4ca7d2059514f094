// The zone's boundary files: checked as they come in, replaced and withdrawn without losing what was drawn then, laid by the
// office and the system administrator alone, drawn from what is kept; and the journal that gives every row again.

import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { collect } from '#store/files.ts'
import { foldAndRows } from './support/journal-fold.ts'
import { refusalOf } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
})
afterAll(() => zone.close())

const town = (name: string, x: number) => ({
  type: 'Feature',
  properties: { name, secret: 'x' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 34],
        [x + 1, 34],
        [x + 1, 35],
        [x, 34],
      ],
    ],
  },
})
const towns = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
/** `version` undefined: none of this kind is in force. */
const lay = (call: Call, text: string, version: number | undefined, more: object = {}) => {
  const said = { kind: 'towns' as const, source: '自然资源分局，2025年勘界成果', sample: false, ...more }
  return call('layBoundary', version === undefined ? said : { ...said, version }, bytesOf(text))
}

/** What is drawn, as a map would ask for it. */
async function drawn(id: string, asOf?: string): Promise<{ features: { properties: object }[] }> {
  const { body } = await office('getBoundary', { id, ...(asOf && { asOf }) })
  return JSON.parse(new TextDecoder().decode(await collect(body as AsyncIterable<Uint8Array>, 1e9)))
}

test('towns are laid, replaced and withdrawn; what was drawn before can be drawn again', async () => {
  const before = (await office('listBoundaries', {})).find(({ kind }) => kind === 'towns')
  const from = before?.version
  const first = await lay(office, towns(town('白沙镇', 117), town('青石街道', 118)), from)
  expect(first).toMatchObject({
    version: (from ?? 0) + 1,
    areas: 2,
    box: [117, 34, 119, 35],
    sample: false,
    on: '2026-03-06',
  })
  const kept = await drawn(first.id)
  expect(kept.features.map(({ properties }) => properties)).toEqual([{ name: '白沙镇' }, { name: '青石街道' }])

  zone.at('2026-05-01')
  expect(await refusalOf(lay(office, towns(town('新镇', 117)), from))).toMatchObject({ code: 'stale' })
  const second = await lay(office, towns(town('新镇', 117)), first.version)
  expect(second).toMatchObject({ id: first.id, version: first.version + 1, areas: 1 })
  expect((await drawn(first.id)).features).toHaveLength(1)
  expect((await drawn(first.id, '2026-04-01T00:00:00+08:00')).features).toHaveLength(2)

  const gone = await office('withdrawBoundary', { id: second.id, version: second.version })
  expect(gone.withdrawn).toBe(true)
  expect((await office('listBoundaries', {})).map(({ kind }) => kind)).not.toContain('towns')
  expect(await refusalOf(office('withdrawBoundary', { id: gone.id, version: gone.version }))).toMatchObject({
    code: 'wrong-stage',
  })
  const again = await lay(office, towns(town('白沙镇', 117)), undefined)
  expect(again).toMatchObject({ id: first.id, withdrawn: false })
})

test('a file that is no map is refused with the place where it is wrong, and nothing changes', async () => {
  const [now] = (await office('listBoundaries', {})).filter(({ kind }) => kind === 'towns')
  const broken = (text: string) => refusalOf(lay(office, text, now!.version))
  expect(await broken('{')).toEqual({ code: 'boundary-broken', facts: { at: '', why: 'not-geojson' } })
  expect(await broken(towns({ ...town('甲', 117), geometry: null }))).toMatchObject({
    facts: { at: 'features[0].geometry', why: 'not-geojson' },
  })
  expect(await broken(towns(town('甲', 117), town('甲', 118)))).toMatchObject({ facts: { why: 'name-twice' } })
  expect(await broken(' '.repeat(11 * 1024 * 1024))).toMatchObject({ code: 'too-large' })
  expect((await office('listBoundaries', {})).find(({ kind }) => kind === 'towns')).toEqual(now)
})

test('only the office and the system administrator lay boundaries; everybody sees them', async () => {
  const text = towns(town('甲', 117))
  for (const username of ['duchunshan', 'linxiangdong', 'jiangruochuan'])
    expect(await refusalOf(lay(await zone.as(username), text, undefined, { kind: 'parcels' }))).toMatchObject({
      code: 'forbidden',
    })
  const admin = await zone.as('dingyifan')
  const had = (await admin('listBoundaries', {})).find(({ kind }) => kind === 'parcels')
  expect(await lay(admin, text, had?.version, { kind: 'parcels' })).toMatchObject({ kind: 'parcels', areas: 1 })
  const town2 = await zone.as('duchunshan')
  expect((await town2('listBoundaries', {})).map(({ kind }) => kind)).toContain('parcels')
})

test('two who lay the same kind at once: one is stale', async () => {
  const [now] = (await office('listBoundaries', {})).filter(({ kind }) => kind === 'towns')
  const both = await Promise.all(
    ['甲', '乙'].map((name) => refusalOf(lay(office, towns(town(name, 117)), now!.version))),
  )
  expect(both.filter((one) => one === null)).toHaveLength(1)
  expect(both).toContainEqual(expect.objectContaining({ code: 'stale' }))
})

test('the journal gives every boundary row again', async () => {
  const owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  const { folded, rows } = await foldAndRows(owner, 'boundary')
  await owner.end()
  expect(Object.keys(rows).length).toBeGreaterThan(1)
  expect(folded).toEqual(rows)
})

test('the shipped sample boundaries pass the same check', async () => {
  for (const kind of ['outline', 'towns', 'parcels'] as const) {
    const text = await readFile(new URL(`../presets/sample/boundaries/${kind}.geojson`, import.meta.url), 'utf8')
    const now = (await office('listBoundaries', {})).find((one) => one.kind === kind)
    expect(await lay(office, text, now?.version, { kind, sample: true })).toMatchObject({ sample: true })
  }
})
