// A village's way from 村申报 to 命名: gates with their proofs, ten items checked, one issue found, mended, re-checked and closed
// before the county's own check opens; a second version of the standard beside the first; who sees what; the re-check's day.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { refusalOf } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string
let ours: { villageUnit: string; call: Call }
let village: OutputOf<'addEntry'>
let standard: string
let items: OutputOf<'listEntries'>['entries']

beforeAll(async () => {
  zone = await openTestZone('2026-01-10')
  office = await zone.as('fangning')
  for (const definition of (await office('listRegisters', {})).shipped)
    if (definition.code.startsWith('village')) await office('defineRegister', { definition })
  const [standards] = zone.system.presets.sampleEntries.filter(({ register }) => register === 'village_standard')
  const lines = standards!.entries.map(({ values }) => values)
  const { added, refused: wrong } = await office('addEntries', { register: 'village_standard', lines })
  expect(wrong).toEqual([])
  expect(added).toHaveLength(26)
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  ours = await villageAccount()
})
afterAll(() => zone.close())

/** A village as a unit with an account of its own. */
async function villageAccount() {
  const system = await zone.as('dingyifan')
  const security = await zone.as('jiangruochuan')
  const made = await system('addUnit', {
    name: '清源村',
    shortName: '清源村',
    kind: 'village',
    parent: unit('白沙镇'),
    line: null,
    place: 0,
  })
  const post = await security('addPost', { name: '清源村账户', unit: made.id, roles: ['village'] })
  const { person } = await system('addPerson', { name: '何清', username: 'heqing' })
  await security('appoint', { id: person.id, version: person.version, posts: [post.id] })
  return { villageUnit: made.id, call: await zone.as('heqing') }
}

const entry = async (register: string, id: string) => (await office('getEntry', { register, id })).entry

async function climb(to: string, proves: string, on: string, more: object = {}) {
  await office(
    'uploadEntryFile',
    { register: 'village', id: village.id, name: `${proves}.txt`, proves },
    bytesOf(`${proves} ${on}`),
  )
  const { version } = await entry('village', village.id)
  return office('climbEntry', {
    register: 'village',
    id: village.id,
    version,
    ladder: 'main',
    to,
    on,
    reason: null,
    ...more,
  } as never)
}

test('a village applies, is recommended, chosen and builds', async () => {
  village = await office('addEntry', {
    register: 'village',
    values: {
      name: '清源村',
      town: '白沙镇',
      category: '集聚提升',
      lead: unit('白沙镇'),
      support: unit('农社局'),
      owner: ours.villageUnit,
      plan_approved: true,
    },
  })
  zone.at('2026-06-01')
  await climb('applied', '村申报表', '2026-01-15')
  await climb('recommended', '镇（街道）推荐意见', '2026-02-10')
  await climb('selected', '择优结果或建设计划', '2026-03-05')
  const { entry: now } = await climb('building', '建设项目清单', '2026-03-20')
  expect(now.rungs.main).toMatchObject({ rung: 'building' })
})

test('the standard: three items are known, seven wait for their basis and hold nothing up', async () => {
  const all = (await office('listEntries', { register: 'village_standard', limit: 500 })).entries
  standard = all.find(({ values }) => values.issuer === '省')!.values.version as string
  items = all.filter(({ values }) => values.version === standard)
  expect(items).toHaveLength(10)
  const known = items.filter(({ values }) => values.known === true)
  expect(known.map(({ values }) => values.name)).toEqual(['村庄有规划', '环境有提升', '管护有机制'])
  for (const { values } of items.filter((item) => !known.includes(item))) {
    expect(values).toMatchObject({ name: '待补依据', basis: '待补依据', known: false })
    expect(values.sub_items).toBeUndefined()
  }
  const old = all.filter(({ values }) => values.issuer === '县（区）')
  expect(old).toHaveLength(16)
  for (const { values } of old) expect(values.remark).toContain('不是省级')
})

const checkLine = (item: (typeof items)[number], more: object = {}) => ({
  name: `清源村：${item.values.name}`,
  village: village.id,
  item: item.id,
  standard: item.values.version as string,
  counted: item.values.known === true,
  level: '县级自验',
  result: '未查',
  lead: unit('白沙镇'),
  support: unit('农社局'),
  owner: ours.villageUnit,
  ...more,
})
const checks = async (filter: string[] = []) =>
  (await office('listEntries', { register: 'village_check', filter: [`village=${village.id}`, ...filter] })).entries
const revise = async (id: string, values: object) =>
  office('reviseEntry', {
    register: 'village_check',
    id,
    version: (await entry('village_check', id)).version,
    values: values as never,
  })
const gate = async () => {
  const list = await office('getChecklist', { register: 'village', id: village.id, ladder: 'main', to: 'self_check' })
  return list.conditions.map(({ verdict }) => verdict)
}

test('before a sheet of checks is made the gate does not open', async () => {
  expect((await gate())[0]).not.toBe('yes')
  expect(await refusalOf(climb('self_check', '县级自验报告', '2026-06-01'))).toMatchObject({ code: 'gate-closed' })
})

test('ten items are checked; one falls short, and the gate names what is lacking', async () => {
  await office('addEntries', { register: 'village_check', lines: items.map((item) => checkLine(item)) as never })
  expect(await checks()).toHaveLength(10)
  zone.at('2026-06-15')
  for (const { id, values } of await checks()) {
    const bad = String(values.name).includes('环境有提升')
    await revise(
      id,
      bad
        ? { result: '不达标', checked_on: '2026-06-10', issue: '村北河道有垃圾', due_on: '2026-07-10' }
        : { result: '达标', checked_on: '2026-06-10' },
    )
  }
  const { computed } = await entry('village', village.id)
  expect(computed).toMatchObject({ items_due: '3', items_passed: '2' })
  expect(await gate()).toEqual(['yes', 'no', 'yes'])
})

test('the issue is found, mended with a photo by the village, re-checked and closed; then the gate opens', async () => {
  const [bad] = (await checks(['result=不达标']))!
  const step = async (to: string, on: string, call = office) =>
    call('climbEntry', {
      register: 'village_check',
      id: bad!.id,
      version: (await entry('village_check', bad!.id)).version,
      ladder: 'issue',
      to,
      on,
      reason: null,
    } as never)
  await step('found', '2026-06-10')
  await step('mending', '2026-06-11')
  expect((await entry('village', village.id)).computed.open_issues).toBe('1')
  expect(await gate()).toEqual(['yes', 'no', 'no'])
  zone.at('2026-07-08')
  const photo = {
    register: 'village_check',
    id: bad!.id,
    name: '整改后.jpg',
    proves: '整改后照片',
    mediaType: 'image/jpeg',
  }
  await ours.call('uploadEntryFile', photo, bytesOf('jpg'))
  const { version } = await entry('village_check', bad!.id)
  await ours.call('reviseEntry', {
    register: 'village_check',
    id: bad!.id,
    version,
    values: { mended: '已清理并安排每日保洁' },
  })
  await step('recheck', '2026-07-05')
  expect(await refusalOf(step('closed', '2026-07-08'))).toMatchObject({ code: 'gate-closed' })
  await revise(bad!.id, { result: '达标', rechecked_on: '2026-07-08' })
  await step('closed', '2026-07-08')
  expect(await gate()).toEqual(['yes', 'yes', 'yes'])
  await climb('self_check', '县级自验报告', '2026-07-08')
})

test('on to the naming, whose certificate proposes the day of the re-check a year later', async () => {
  zone.at('2026-10-20')
  await climb('city_check', '市级复核意见', '2026-08-10')
  await climb('notice', '公示文本', '2026-09-20', { reason: '未被抽中省级抽查' })
  await climb('named', '命名文件', '2026-10-15', { certificateOn: '2026-10-12' })
  const now = await entry('village', village.id)
  expect(now.rungs.main).toMatchObject({ rung: 'named' })
  const waiting = await office('listSuggestions', {})
  const recheck = waiting.find(({ suggestion }) => suggestion.link === 'recheck')!.suggestion
  expect(recheck.proposes).toMatchObject({ kind: 'date', field: 'recheck_on', value: '2027-10-12' })
  await office('acceptSuggestion', { id: recheck.id, version: recheck.version })
  expect((await entry('village', village.id)).values.recheck_on).toBe('2027-10-12')
  const counted = { register: 'village', counts: ['named'], from: '2026-10-01', to: '2026-10-31' }
  expect((await office('countSteps', counted)).total).toBe(1)
  expect((await office('countSteps', { ...counted, from: '2026-10-13' })).total).toBe(0)
})

test('a new version of the standard has its own matrix; what was checked under the older one stays as it was', async () => {
  const pairs = (version: string) =>
    office('listPairs', {
      register: 'village_check',
      lines: 'village',
      columns: 'item',
      latest: 'checked_on',
      show: ['result'],
      filter: [`standard=${version}`],
    } as never)
  const before = (await pairs(standard)).cells
  expect(before).toHaveLength(10)
  const next = `${standard}（修订示例）`
  const revised = items.map(({ values }, i) => ({
    ...values,
    version: next,
    code: `N${String(i + 1).padStart(2, '0')}`,
    valid_from: '2026-11-01',
  }))
  await office('addEntries', { register: 'village_standard', lines: revised as never })
  const fresh = (await office('listEntries', { register: 'village_standard', filter: [`version=${next}`] })).entries
  expect((await pairs(next)).cells).toEqual([])
  zone.at('2026-11-20')
  await office('addEntry', {
    register: 'village_check',
    values: checkLine(fresh[0]!, { level: '年度复核', result: '基本达标', checked_on: '2026-11-18' }) as never,
  })
  expect((await pairs(next)).cells).toMatchObject([
    { line: village.id, column: fresh[0]!.id, values: { result: '基本达标' } },
  ])
  expect((await pairs(standard)).cells).toEqual(before)
})

test('a village account sees its own entries and nothing else; its town and the bureau see it too', async () => {
  await office('addEntry', { register: 'village', values: { name: '邻村', town: '白沙镇', lead: unit('白沙镇') } })
  await office('addEntry', { register: 'village_area', values: { name: '某片区', lead: unit('白沙镇') } })
  const names = async (call: Call, register: string) =>
    (await call('listEntries', { register, limit: 500 })).entries.map(({ values }) => String(values.name))
  expect(await names(ours.call, 'village')).toEqual(['清源村'])
  expect((await names(ours.call, 'village_check')).every((name) => name.startsWith('清源村'))).toBe(true)
  expect(await names(ours.call, 'village_area')).toEqual([])
  const there = await ours.call('listPlaces', { register: 'village', place: 'place', ladder: 'main' } as never)
  expect(there.everywhere).toBe(1)
  expect(await names(await zone.as('duchunshan'), 'village')).toEqual(['清源村', '邻村'])
  expect(await names(await zone.as('tianfeng'), 'village')).toEqual(['清源村'])
  expect(await names(await zone.as('yeqiuping'), 'village')).toEqual([])
  const other = (await office('listEntries', { register: 'village', filter: ['name=邻村'] })).entries[0]!
  expect(await refusalOf(ours.call('getEntry', { register: 'village', id: other.id }))).toMatchObject({
    code: 'not-found',
  })
  const mine = await entry('village', village.id)
  const fill = (values: object) =>
    ours.call('reviseEntry', { register: 'village', id: mine.id, version: mine.version, values: values as never })
  expect(await refusalOf(fill({ batch: '第一批' }))).toMatchObject({ code: 'not-your-field' })
  expect((await fill({ strengths: '古井、手工粉丝' })).values.strengths).toBe('古井、手工粉丝')
})

test('a village that falls back is set to mend, and in the end taken off the ladder', async () => {
  const now = () => entry('village', village.id)
  await office('stepBack', {
    register: 'village',
    id: village.id,
    version: (await now()).version,
    ladder: 'main',
    to: 'building',
    on: '2026-11-20',
    reason: '年度复核不合格，限期整改',
  })
  expect((await now()).rungs.main).toMatchObject({ rung: 'building', left: null })
  const { entry: gone } = await office('leaveLadder', {
    register: 'village',
    id: village.id,
    version: (await now()).version,
    ladder: 'main',
    on: '2026-11-20',
    reason: '逾期未整改，摘牌',
  })
  expect(gone.rungs.main?.left).toBe('逾期未整改，摘牌')
})
