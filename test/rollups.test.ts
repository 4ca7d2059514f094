// Roll-ups: figures over the entries that lead here, shown, filtered, sorted, summed and decided with; what the page shows is
// what plain reckoning gives, for any entries; a roll-up that leads nowhere is unknown; who may not see sees nothing of it.

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { dictionaryOf, factsOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import { reckonRule } from '#rules/evaluate.ts'
import { entryPage } from '#store/entries.ts'
import { namedRows, ruleSql } from '#store/register-rules.ts'
import { findRegister } from '#store/registers.ts'
import { sql } from '#store/sql.ts'
import { outcome } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string

type Shown = OutputOf<'addEntry'>
const rollup = (key: string, name: string, rolls: object, more: object = {}) => ({
  ...{ key, name, type: 'rollup', rollup: { register: 'bed', via: 'house', ...rolls } },
  ...more,
})
const yuan = { unit: '元', scale: 2 }

const houses = (more: object[] = []): Definition =>
  Definition.parse({
    ...{ code: 'house', name: '载体', entryName: '载体', title: 'name', lead: 'lead' },
    fields: [
      { key: 'name', name: '名称', type: 'text', required: true, indexed: true },
      { key: 'area', name: '面积', type: 'number', unit: '平方米', scale: 1 },
      { key: 'lead', name: '管理单位', type: 'unit' },
      { key: 'tags', name: '标签', type: 'choices', choices: [{ word: '夜间' }, { word: '周末' }] },
      { key: 'site', name: '位置', type: 'place' },
      rollup('beds', '入驻数', { take: 'count' }),
      rollup('open', '在驻数', { take: 'count', where: '入驻阶段 = "在驻" and 今日 >= 入驻起始日' }),
      rollup('used', '入驻面积', { take: 'sum', field: 'size' }, { unit: '平方米', scale: 1 }),
      rollup('paid', '实缴', { take: 'sum', field: 'rent' }, yuan),
      rollup('dearest', '最高租金', { take: 'max', field: 'rent' }, yuan),
      rollup('since', '最早入驻', { take: 'min', field: 'came' }, { gives: 'date' }),
      rollup('secret', '底价合计', { take: 'sum', field: 'floor', where: '底价 > 0元' }, yuan),
      { key: 'share', name: '入驻率', type: 'computed', rule: 'round half up(入驻面积 / 面积 * 100, 1)' },
      { key: 'kept', name: '由经发局管理', type: 'computed', gives: 'boolean', rule: '管理单位 = "经发局"' },
      ...more,
    ],
    ladders: [
      {
        key: 'main',
        name: '运营',
        rungs: [
          { key: 'plan', name: '筹建' },
          {
            key: 'full',
            name: '满员',
            gate: { conditions: [{ rule: '入驻面积 >= 面积 and list contains(标签, "夜间") and 位置 != null' }] },
          },
        ],
      },
    ],
    views: [{ key: 'board', name: '看板', kind: 'board', fields: [], ladder: 'main', sums: ['paid', 'share'] }],
  })

const beds = Definition.parse({
  ...{ code: 'bed', name: '入驻', entryName: '入驻', title: 'name', lead: 'lead' },
  fields: [
    { key: 'name', name: '名称', type: 'text' },
    { key: 'house', name: '载体', type: 'entry', of: 'house' },
    { key: 'size', name: '租用面积', type: 'number', unit: '平方米', scale: 1 },
    { key: 'rent', name: '租金', type: 'money' },
    { key: 'floor', name: '底价', type: 'money', seenBy: ['office'], filledBy: ['office'] },
    { key: 'came', name: '入驻日期', type: 'date' },
    { key: 'lead', name: '牵头', type: 'unit' },
  ],
  ladders: [
    {
      key: 'main',
      name: '入驻',
      rungs: [
        { key: 'asked', name: '申请' },
        { key: 'in', name: '在驻' },
      ],
    },
  ],
})

const add = (register: string, values: object): Promise<Shown> =>
  office('addEntry', { register, values: values as never })
const computed = async (who: Call, id: string, asOf?: string) =>
  (await who('getEntry', { register: 'house', id, ...(asOf && { asOf }) })).entry.computed

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
})
afterAll(() => zone.close())

test('a roll-up over a register that is not there is unknown, never 0', async () => {
  await office('defineRegister', { definition: houses() })
  const early = await add('house', { name: '早楼', area: '100', lead: unit('经发局') })
  expect(early.computed).toMatchObject({ beds: null, used: null, since: null, share: null, kept: true })
  await office('defineRegister', { definition: beds })
  expect(await computed(office, early.id)).toMatchObject({
    beds: '0',
    used: '0',
    paid: '0',
    dearest: null,
    since: null,
  })
})

type Told = { size?: string; rent?: string; came?: string; house: number; in: boolean; removed: boolean }
const subject: fc.Arbitrary<Told> = fc.record(
  {
    size: fc.constantFrom('0', '0.1', '12.5', '300', '99999.9'),
    rent: fc.constantFrom('0.01', '-5', '1234567.89', '90000000000000'),
    came: fc.constantFrom('2024-02-29', '2025-01-01', '2026-03-01'),
    house: fc.integer({ min: 0, max: 5 }),
    in: fc.boolean(),
    removed: fc.boolean(),
  },
  { requiredKeys: ['house', 'in', 'removed'] },
)
const told = fc.sample(subject, { numRuns: 60, seed: 5 })
const tens = (text: string, places: number) => {
  const [whole, part = ''] = text.replace('-', '').split('.') as [string, string?]
  return BigInt(whole + part.padEnd(places, '0')) * (text.startsWith('-') ? -1n : 1n)
}
const decimal = (stored: bigint, places: number) => {
  const text = (stored < 0n ? -stored : stored).toString().padStart(places + 1, '0')
  const part = text.slice(-places).replace(/0+$/, '')
  return `${stored < 0n ? '-' : ''}${text.slice(0, -places)}${part && `.${part}`}`
}
const total = (texts: string[], places: number) =>
  decimal(
    texts.reduce((sum, text) => sum + tens(text, places), 0n),
    places,
  )
/** What the roll-ups of a house mean, reckoned from its beds. */
function meant(house: number) {
  const own = told.filter((one) => one.house === house && !one.removed)
  const of = (key: 'size' | 'rent' | 'came') => own.flatMap((one) => one[key] ?? [])
  const dearest = of('rent').toSorted((a, b) => (tens(a, 2) < tens(b, 2) ? 1 : -1))[0] ?? null
  return {
    beds: String(own.length),
    open: String(own.filter((one) => one.in).length),
    used: total(of('size'), 1),
    paid: total(of('rent'), 2),
    dearest,
    since: of('came').toSorted()[0] ?? null,
  }
}

const houseIds: string[] = []

test('for any entries a page shows what plain reckoning gives, in one statement', async () => {
  for (let i = 0; i < 6; i++) {
    const place = { type: 'Point', coordinates: [118, 31] }
    const more = i === 3 ? { tags: ['夜间', '周末'], site: place } : {}
    const { id, version } = await add('house', {
      name: `楼${i}`,
      area: '50',
      lead: unit(i % 2 ? '经发局' : '科创局'),
      ...more,
    })
    houseIds.push(id)
    await office('climbEntry', { register: 'house', id, version, ladder: 'main', to: 'plan' })
  }
  for (const [i, { house, in: inside, removed, ...values }] of told.entries()) {
    const lead = unit(i % 3 ? '经发局' : '科创局')
    let entry: Shown = await add('bed', { name: `企业${i}`, house: houseIds[house], lead, ...values })
    const at = () => ({ register: 'bed', id: entry.id, version: entry.version })
    if (inside)
      ({ entry } = await office('climbEntry', { ...at(), ladder: 'main', to: 'in', reason: '直接入驻' }).catch(() =>
        two(at),
      ))
    if (removed) entry = await office('removeEntry', { ...at(), reason: '重复' })
  }
  zone.sent.length = 0
  const { entries } = await office('listEntries', { register: 'house', limit: 50 })
  const statements = zone.sent.filter(({ kind }) => kind === 'statement')
  expect(statements).toHaveLength(2)
  for (const [i, id] of houseIds.entries()) {
    const shown = entries.find((entry) => entry.id === id)!.computed
    expect(shown).toMatchObject(meant(i))
    expect(await computed(office, id)).toEqual(shown)
  }
})

/** Rungs that may not be passed over are climbed one by one. */
async function two(at: () => { register: string; id: string; version: number }) {
  const first = await office('climbEntry', { ...at(), ladder: 'main', to: 'asked' })
  return office('climbEntry', { ...at(), version: first.entry.version, ladder: 'main', to: 'in' })
}

const conditions = [
  '入驻数 >= 8',
  '入驻数 > 在驻数 and 入驻面积 < 1000',
  '实缴 >= 1亿元',
  '最高租金 != null and 最高租金 < 200万元',
  '最早入驻 <= date("2025-01-01")',
  '最早入驻 = null',
  '管理单位 = "经发局" and 入驻面积 / 面积 > 2',
  '管理单位 != null',
  'list contains(标签, "夜间")',
  'not(list contains(标签, "周末"))',
  '标签 = null',
  '位置 != null',
  '位置 = null or 今日 > date("2026-01-01")',
]
test.each(conditions)('the table and the single entry agree on %s', async (where) => {
  const { entries } = await office('listEntries', { register: 'house', where, limit: 500 })
  const { entries: all } = await office('listEntries', { register: 'house', limit: 500 })
  const definition = houses([{ key: 'asked', name: '所问', type: 'computed', gives: 'boolean', rule: where }])
  const { own } = await office('listRegisters', {})
  const { version } = own.find((one) => one.definition.code === 'house')!
  const kept = definition.fields.filter(({ key }) => key !== 'asked')
  const field = { ...definition.fields.at(-1)!, key: `asked_${conditions.indexOf(where)}`, name: `问${version}` }
  const before = own.find((one) => one.definition.code === 'house')!.definition
  const added = before.fields.filter(({ key }) => key.startsWith('asked_'))
  await office('alterRegister', {
    register: 'house',
    version,
    definition: { ...definition, fields: [...kept, ...added, field] },
  })
  const { entries: now } = await office('listEntries', { register: 'house', limit: 500 })
  const matching = now.filter((entry) => entry.computed[field.key] === true).map(({ id }) => id)
  expect(all.length).toBe(now.length)
  expect(entries.map(({ id }) => id)).toEqual(matching)
  const filtered = await office('listEntries', { register: 'house', filter: [`${field.key}=true`], limit: 500 })
  expect(filtered.entries.map(({ id }) => id)).toEqual(matching)
})

const condition = fc.letrec<{ number: string; money: string; truth: string }>((tie) => {
  const join = (...parts: (fc.Arbitrary<string> | string)[]): fc.Arbitrary<string> =>
    fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))).map((all) => all.join(''))
  const op = fc.constantFrom(' < ', ' <= ', ' > ', ' >= ', ' = ', ' != ')
  const same = fc.constantFrom(' = ', ' != ')
  return {
    number: fc.oneof(
      fc.constantFrom('入驻数', '在驻数'),
      fc.constantFrom('0', '6', '9.5'),
      join('(', tie('number'), fc.constantFrom(' + ', ' - ', ' * ', ' / '), tie('number'), ')'),
      join('(', fc.constantFrom('入驻面积', '面积'), ' / ', fc.constantFrom('入驻面积', '面积', '300平方米'), ')'),
      join('(', tie('money'), ' / ', tie('money'), ')'),
    ),
    money: fc.oneof(
      fc.constantFrom('实缴', '最高租金'),
      fc.constantFrom('0元', '1234567.89元', '1亿元'),
      join('(', tie('money'), fc.constantFrom(' + ', ' - '), tie('money'), ')'),
    ),
    truth: fc.oneof(
      join('(', tie('number'), op, tie('number'), ')'),
      join('(', tie('money'), op, tie('money'), ')'),
      join('(最早入驻', op, fc.constantFrom('null', 'date("2025-01-01")', '今日', '运营起始日'), ')').filter(
        (text) => !/[<>]=? null/.test(text),
      ),
      join('(管理单位', same, fc.constantFrom('"经发局"', 'null', '"无此局"'), ')'),
      join('(运营阶段', same, fc.constantFrom('"筹建"', 'null'), ')'),
      join('list contains(标签, ', fc.constantFrom('"夜间"', '"周末"'), ')'),
      join('(', fc.constantFrom('位置', '标签', '入驻面积', '最高租金'), same, 'null)'),
      join('(', tie('truth'), fc.constantFrom(' and ', ' or '), tie('truth'), ')'),
      join('not(', tie('truth'), ')'),
      join('(if ', tie('truth'), ' then ', tie('truth'), ' else ', tie('truth'), ')'),
    ),
  }
}).truth

/** Every condition over every house: what the evaluator answers of the entry is what SQL answers of its row. */
async function agree(seed: number): Promise<{ compared: number; answers: Set<unknown> }> {
  const { db } = zone.system
  const everywhere = { zone: 'main', units: '*' } as const
  const register = await findRegister(db, everywhere, 'house', null)
  const { definition, version } = register
  const when = { on: '2026-03-06', asOf: null }
  const narrowing = { tests: [], rules: [], text: null, searched: [], removed: true, on: when.on }
  const page = { sort: null, after: null, descending: false, limit: 500 }
  const { entries } = await entryPage(db, everywhere, register, null, narrowing, page)
  const answers = new Set<unknown>()
  let compared = 0
  for (const text of fc.sample(condition, { numRuns: 200, seed })) {
    const { rule } = checkRule(text, dictionaryOf(definition, version))
    if (!rule) continue
    for (const few of [true, false]) {
      const from = namedRows(register, { rules: [rule], few }, when)
      const rows = await db.query(everywhere, sql`select e.id, (${ruleSql(register, rule)}) as answer from ${from} e`)
      const compiled = new Map(rows.map(({ id, answer }) => [id, answer]))
      for (const entry of entries) {
        const answer = reckonRule(rule, factsOf(definition, entry, when.on))
        expect(compiled.get(entry.id), `${text} of ${JSON.stringify(entry)}`).toBe(answer)
        answers.add(answer)
        compared++
      }
    }
  }
  return { compared, answers }
}

test('random conditions over roll-ups, units, lists and places are decided alike in memory and in the database', async () => {
  const { compared, answers } = await agree(29)
  expect(compared).toBeGreaterThan(1600)
  expect(answers).toEqual(new Set([true, false, null]))
}, 30_000)

test.each<[string, (shown: Shown['computed']) => boolean]>([
  ['beds>=8', ({ beds }) => Number(beds) >= 8],
  ['paid<=1000000', ({ paid }) => paid != null && Number(paid) <= 1_000_000],
  ['since=', ({ since }) => since === null],
  ['since<=2024-12-31', ({ since }) => since != null && String(since) <= '2024-12-31'],
  ['share>=100.5', ({ share }) => share != null && Number(share) >= 100.5],
  ['kept=true', ({ kept }) => kept === true],
])('the filter %s holds where the shown value says so', async (line, holds) => {
  const { entries: all } = await office('listEntries', { register: 'house', limit: 500 })
  const { entries } = await office('listEntries', { register: 'house', filter: [line], limit: 500 })
  const wanted = all.filter((entry) => holds(entry.computed)).map(({ id }) => id)
  expect(entries.map(({ id }) => id)).toEqual(wanted)
  expect((await office('countEntries', { register: 'house', filter: [line] })).count).toBe(wanted.length)
  expect(wanted.length).toBeGreaterThan(0)
})

test.each(['beds', 'paid', 'since', 'share'])('sorted by %s, page by page, in order', async (sort) => {
  for (const descending of [false, true]) {
    const seen: Shown[] = []
    let after: string | undefined
    do {
      const page = await office('listEntries', { register: 'house', sort, descending, after, limit: 2 })
      seen.push(...page.entries)
      after = page.next ?? undefined
    } while (after)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(7)
    const cells = seen.map(({ computed: { [sort]: cell } }) => cell).filter((cell) => cell !== null)
    const order = (a: string, b: string) => (sort === 'since' ? (a < b ? -1 : a > b ? 1 : 0) : Number(a) - Number(b))
    expect(cells).toEqual((cells as string[]).toSorted(descending ? (a, b) => order(b, a) : order))
  }
})

test('a board sums roll-ups and formulas, exactly', async () => {
  const { rungs } = await office('showBoard', { register: 'house', ladder: 'main', sums: ['paid', 'share'] })
  const paid = houseIds.map((_, i) => meant(i).paid)
  const { entries } = await office('listEntries', { register: 'house', filter: ['@main=plan'], limit: 500 })
  const shares = entries.map(({ computed: { share } }) => share as string)
  expect(rungs[0]).toMatchObject({ count: 6, sums: { paid: total(paid, 2), share: total(shares, 1) } })
})

test('a gate decides by the whole zone, and tells those who see less of it only the verdict', async () => {
  const science = await zone.as('songyining')
  const house = await add('house', { name: '科创楼', area: '20', lead: unit('科创局'), tags: ['夜间'] })
  const { entry } = await office('climbEntry', {
    register: 'house',
    id: house.id,
    version: 1,
    ladder: 'main',
    to: 'plan',
  })
  await add('bed', { name: '看得见', house: house.id, lead: unit('科创局'), size: '5', floor: '10' })
  await add('bed', { name: '看不见', house: house.id, lead: unit('经发局'), size: '15', floor: '10' })
  expect(await computed(science, house.id)).toMatchObject({ beds: '1', used: '5' })
  expect(await computed(office, house.id)).toMatchObject({ beds: '2', used: '20', secret: '20' })
  const asked = { register: 'house', id: house.id, ladder: 'main', to: 'full' }
  const list = await science('getChecklist', asked)
  expect(list.conditions).toMatchObject([{ verdict: 'no', trace: null }])
  const place = { type: 'Point' as const, coordinates: [118, 31] as [number, number] }
  const kept = await science('reviseEntry', {
    register: 'house',
    id: house.id,
    version: entry.version,
    values: { site: place },
  })
  expect((await science('getChecklist', asked)).conditions).toMatchObject([{ verdict: 'yes' }])
  const up = await science('climbEntry', { ...asked, version: kept.version })
  expect(up.entry.computed).toMatchObject({ beds: '1', used: '5' })
})

test('a roll-up over a field out of sight is out of sight', async () => {
  const science = await zone.as('songyining')
  const { entries } = await science('listEntries', { register: 'house' })
  expect(entries.length).toBeGreaterThan(0)
  for (const entry of entries) expect(entry.computed).not.toHaveProperty('secret')
  const list = (more: object) => outcome(science('listEntries', { register: 'house', ...more }))
  expect(await list({ filter: ['secret>=1'] })).toBe('not-your-field')
  expect(await list({ where: '底价合计 > 1元' })).toBe('not-your-field')
  expect(await list({ sort: 'secret' })).toBe('not-your-field')
  const board = science('showBoard', { register: 'house', ladder: 'main', sums: ['secret'] })
  expect(await outcome(board)).toBe('not-your-field')
})

test('what stood then is answered as of then', async () => {
  const [id] = houseIds as [string]
  const before = await computed(office, id)
  zone.at('2026-04-01')
  await add('bed', { name: '四月入驻', house: id, size: '7', came: '2020-01-01' })
  const now = await computed(office, id)
  expect(now).toMatchObject({ beds: String(Number(before.beds) + 1), since: '2020-01-01' })
  expect(await computed(office, id, '2026-03-20T00:00:00+08:00')).toEqual(before)
  const asOf = '2026-03-20T00:00:00+08:00'
  expect((await office('listEntries', { register: 'house', filter: ['since<=2020-12-31'], asOf })).entries).toEqual([])
})

const faulty = (change: object) => {
  const definition = houses()
  const fields = definition.fields.map((field) => (field.key === 'used' ? { ...field, ...change } : field))
  return {
    ...definition,
    code: 'barn',
    fields: fields.filter(({ key }) => key === 'used' || key === 'name'),
    ladders: [],
    views: [],
    lead: null,
  }
}
const used = { register: 'bed', via: 'house', take: 'sum', field: 'size', where: null }
test.each<[string, object, string]>([
  ['a link that leads elsewhere', { rollup: used }, 'definition-broken'],
  ['a sum of nothing', { rollup: { ...used, register: 'later', field: null } }, 'definition-broken'],
  ['a count of a field', { rollup: { ...used, register: 'later', take: 'count' } }, 'definition-broken'],
  ['a sum that is a date', { rollup: { ...used, register: 'later' }, gives: 'date' }, 'definition-broken'],
  ['a roll-up that says nothing', { rollup: null }, 'definition-broken'],
  ['a number that rolls up', { type: 'number' }, 'definition-broken'],
  ['a roll-up with an index', { rollup: { ...used, register: 'later' }, indexed: true }, 'definition-broken'],
  ['a roll-up over a register still to come', { rollup: { ...used, register: 'later' } }, 'done'],
])('%s: %s', async (_, change, expected) => {
  expect(await outcome(office('defineRegister', { definition: faulty(change) as never }))).toBe(expected)
})

test('conditions and fields that the other register lacks are told when the register is changed', async () => {
  const { own } = await office('listRegisters', {})
  const { version, definition } = own.find((one) => one.definition.code === 'house')!
  const change = (part: object) =>
    definition.fields.map((field) =>
      field.key === 'used' ? { ...field, rollup: { ...field.rollup!, ...part } } : field,
    )
  const alter = (fields: Definition['fields']) =>
    outcome(office('alterRegister', { register: 'house', version, definition: { ...definition, fields } }))
  expect(await alter(change({ where: '没有的名字 > 1' }))).toBe('rule-broken')
  expect(await alter(change({ field: 'rent' }))).toBe('definition-broken')
  expect(await alter(change({ via: 'name' }))).toBe('definition-broken')
})

test('when the other register changes so that a roll-up leads nowhere, it is unknown', async () => {
  const { own } = await office('listRegisters', {})
  const { version, definition } = own.find((one) => one.definition.code === 'bed')!
  const fields = definition.fields.map((field) => (field.key === 'size' ? { ...field, retired: true } : field))
  await office('alterRegister', { register: 'bed', version, definition: { ...definition, fields } })
  const shown = await computed(office, houseIds[3]!)
  expect(shown).toMatchObject({ used: null, share: null, beds: meant(3).beds })
  const list = await office('getChecklist', { register: 'house', id: houseIds[3]!, ladder: 'main', to: 'full' })
  expect(list.conditions).toMatchObject([{ verdict: 'unknown', missing: ['入驻面积'] }])
  expect((await office('listEntries', { register: 'house', where: '入驻面积 >= 0' })).entries).toEqual([])
  expect((await agree(31)).compared).toBeGreaterThan(1600)
  const sums = await office('showBoard', { register: 'house', ladder: 'main', sums: ['used'] })
  expect(sums.rungs[0]).toMatchObject({ count: 6, sums: {} })
})
