// A register made without code: its table, its entries, changes of its definition while entries stand, what was known then,
// two people at once, who sees and writes what, and the journal that gives every row again.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { foldEntries } from './support/entry-fold.ts'
import { outcome } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let unit: (short: string) => string
let owner: pg.Client

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await zone.close()
})

const kiosks = (more: object = {}): Definition =>
  Definition.parse({
    code: 'kiosk',
    name: '便民服务点台账',
    entryName: '服务点',
    title: 'name',
    lead: 'lead',
    owner: 'owner',
    fields: [
      { key: 'name', name: '名称', type: 'text', required: true, indexed: true },
      { key: 'number', name: '编号', type: 'text', unique: true },
      { key: 'cost', name: '投入', type: 'money', indexed: true },
      { key: 'area', name: '面积', type: 'number', unit: '平方米', scale: 1 },
      { key: 'opened', name: '启用日期', type: 'date', indexed: true },
      { key: 'kind', name: '类别', type: 'choice', indexed: true, choices: [{ word: '政务' }, { word: '养老' }] },
      { key: 'tags', name: '标签', type: 'choices', choices: [{ word: '夜间' }, { word: '周末' }] },
      { key: 'code', name: '信用代码', type: 'credit-code' },
      { key: 'lead', name: '管理单位', type: 'unit', indexed: true },
      { key: 'owner', name: '所在村', type: 'unit' },
      { key: 'secret', name: '底价', type: 'money', seenBy: ['office'], filledBy: ['office'] },
      { key: 'note', name: '情况', type: 'long-text', filledBy: ['office', 'unit-officer', 'village'] },
      { key: 'per', name: '单位面积投入', type: 'computed', gives: 'number', rule: 'round half up(投入 / 面积, 2)' },
    ],
    ladders: [
      {
        key: 'build',
        name: '建设',
        rungs: [
          { key: 'plan', name: '规划' },
          { key: 'open', name: '启用' },
        ],
      },
    ],
    ...more,
  })

const link = (proposes: object) => ({ key: 'on', words: '建议', ladder: 'build', rung: 'open', proposes })

let register: OutputOf<'defineRegister'>
type Shown = OutputOf<'addEntry'>
let first: Shown

test('a definition becomes a table with real columns, and entries go in at once', async () => {
  register = await office('defineRegister', { definition: kiosks() })
  expect(register.version).toBe(1)
  first = await office('addEntry', {
    register: 'kiosk',
    values: {
      name: '云溪路服务点',
      number: 'A-1',
      cost: '120000.50',
      area: 80,
      opened: '2026-01-15',
      kind: '政务',
      tags: ['夜间'],
      code: '91350100M0001TGQXM',
      lead: unit('经发局'),
      secret: '99.99',
    },
  })
  expect(first.values).toMatchObject({ cost: '120000.5', area: '80', tags: ['夜间'] })
  expect(first.computed).toEqual({ per: '1500.01' })
  expect(first.warnings).toEqual([{ field: 'code', warning: 'credit-code' }])
  const { rows } = await owner.query(
    `select attname, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname ~ '^f_' order by 1`,
    [`entry_kiosk_${register.id.replaceAll('-', '').slice(-12)}`],
  )
  expect(Object.fromEntries(rows.map(({ attname, type }) => [attname, type]))).toMatchObject({
    f_cost: 'bigint',
    f_area: 'bigint',
    f_opened: 'date',
    f_tags: 'text[]',
    f_lead: 'uuid',
    f_name: 'text',
  })
})

test.each<[string, object, string]>([
  ['a word that is no choice', { name: 'x', kind: '其他' }, 'bad-values'],
  ['a third decimal place of money', { name: 'x', cost: '1.001' }, 'bad-values'],
  ['no name', { cost: '1' }, 'bad-values'],
  ['a field that is not there', { name: 'x', colour: '红' }, 'bad-values'],
  ['a computed field', { name: 'x', per: '1' }, 'bad-values'],
  ['a number that is taken', { name: 'x', number: 'A-1' }, 'already-there'],
  ['a unit that is not there', { name: 'x', lead: '01890000-0000-7000-8000-000000000000' }, 'unknown-reference'],
])('%s is refused', async (_, values, code) => {
  expect(await outcome(office('addEntry', { register: 'kiosk', values: values as never }))).toBe(code)
})

test.each<[string, (definition: Definition) => unknown, string]>([
  ['a field taken away', (d) => ({ ...d, fields: d.fields.slice(0, -1) }), 'definition-broken'],
  ['money made text', (d) => retyped(d, 'cost', { type: 'text' }), 'definition-broken'],
  [
    'a rung taken away',
    (d) => ({ ...d, ladders: [{ ...d.ladders[0]!, rungs: d.ladders[0]!.rungs.slice(1) }] }),
    'definition-broken',
  ],
  ['a field twice', (d) => ({ ...d, fields: [...d.fields, d.fields[0]!] }), 'definition-broken'],
  ['a rule with an unknown name', (d) => retyped(d, 'per', { rule: '投入 / 不存在' }), 'rule-broken'],
  ['a key that is SQL', (d) => retyped(d, 'note', { key: 'a"; drop table zone; --' }), 'bad-input'],
])('%s is refused, and the register stays as it is', async (_, change, code) => {
  const definition = change(kiosks()) as Definition
  expect(await outcome(office('alterRegister', { register: 'kiosk', version: 1, definition }))).toBe(code)
  const { own } = await office('listRegisters', {})
  expect(own.map(({ version }) => version)).toEqual([1])
})

function retyped(definition: Definition, key: string, change: object) {
  return {
    ...definition,
    fields: definition.fields.map((field) => (field.key === key ? { ...field, ...change } : field)),
  }
}

test('a field, a choice and a rung are added while entries stand; those stay valid', async () => {
  zone.at('2026-04-01')
  const now = kiosks()
  const definition: Definition = {
    ...retyped(now, 'kind', {
      choices: [
        { word: '政务', retired: true },
        { word: '养老', retired: false },
        { word: '医疗', retired: false },
      ],
    }),
    ladders: [
      {
        ...now.ladders[0]!,
        rungs: [...now.ladders[0]!.rungs, { ...now.ladders[0]!.rungs[0]!, key: 'star', name: '示范' }],
      },
    ],
  }
  definition.fields.push({ ...definition.fields[1]!, key: 'hours', name: '开放时间', unique: false, required: true })
  expect((await office('alterRegister', { register: 'kiosk', version: 1, definition })).version).toBe(2)
  const { entry } = await office('getEntry', { register: 'kiosk', id: first.id })
  expect(entry).toMatchObject({ values: first.values, version: 1, lacking: ['hours'] })
  const revise = (values: object, version = 1) =>
    office('reviseEntry', { register: 'kiosk', id: first.id, version, values: values as never })
  const kept = await revise({ area: '81.5', kind: '政务' })
  expect(kept).toMatchObject({ version: 2, definition: 2, values: { kind: '政务', area: '81.5' } })
  expect(await outcome(revise({ kind: '医疗', hours: '9:00' }, 2))).toBe('done')
  expect(await outcome(revise({ kind: '政务' }, 3))).toBe('bad-values')
  expect(await outcome(revise({ hours: null }, 3))).toBe('bad-values')
  expect(await outcome(revise({ cost: '2' }, 2))).toBe('stale')
})

test('what stood then is answered as of then: the entry, the table, the definition', async () => {
  const asOf = '2026-03-20T00:00:00+08:00'
  const { entry, history } = await office('getEntry', { register: 'kiosk', id: first.id, asOf })
  expect(entry.values).toEqual(first.values)
  expect(history).toHaveLength(1)
  const { own } = await office('listRegisters', { asOf })
  expect(own[0]!.definition.fields.some(({ key }) => key === 'hours')).toBe(false)
  expect(await office('listEntries', { register: 'kiosk', filter: ['area=81.5'], asOf })).toMatchObject({ entries: [] })
  expect((await office('listEntries', { register: 'kiosk', filter: ['area=80'], asOf })).entries).toHaveLength(1)
  expect(await outcome(office('getEntry', { register: 'kiosk', id: first.id, asOf: '2026-01-01T00:00:00Z' }))).toBe(
    'not-found',
  )
})

test('many lines at once: those that cannot be added are told, the others are in', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => ({
    name: `服务点${String(i).padStart(2, '0')}`,
    number: `B-${i % 58}`,
    hours: '全天',
    lead: unit(i % 2 ? '科创局' : '经发局'),
    ...(i % 3 && { cost: String(i * 1000) }),
    ...(i === 7 && { kind: '不存在' }),
  }))
  const trial = await office('addEntries', { register: 'kiosk', lines, trial: true })
  expect(trial.added).toEqual([])
  const { added, refused } = await office('addEntries', { register: 'kiosk', lines })
  expect(refused).toEqual(trial.refused)
  expect(refused.map(({ line, code }) => [line, code])).toEqual([
    [7, 'bad-values'],
    [58, 'already-there'],
    [59, 'already-there'],
  ])
  expect(added).toHaveLength(57)
})

test.each<[string | undefined, boolean]>([
  [undefined, false],
  [undefined, true],
  ['cost', false],
  ['cost', true],
  ['opened', false],
  ['name', true],
])('page by page in the order of %s (descending %s) gives every entry once, in order', async (sort, descending) => {
  const seen: Shown[] = []
  let after: string | undefined
  do {
    const page = await office('listEntries', { register: 'kiosk', sort, descending, after, limit: 7 })
    seen.push(...page.entries)
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(58)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(58)
  const keys = seen.map(({ values }) => (sort ? values[sort] : undefined)).filter((key) => key !== undefined)
  const ordered = keys.toSorted((a, b) => (sort === 'cost' ? Number(a) - Number(b) : a! < b! ? -1 : a === b ? 0 : 1))
  expect(keys).toEqual(descending ? ordered.toReversed() : ordered)
  expect(await outcome(office('listEntries', { register: 'kiosk', sort: 'area', after: 'WyJjb3N0Il0' }))).toBe(
    'bad-cursor',
  )
})

test.each<[string[], string | undefined, number]>([
  [['cost>=50000'], undefined, 6],
  [['cost>=50000', 'cost<=51000'], undefined, 1],
  [['cost='], undefined, 20],
  [[], '投入 >= 5万元', 6],
  [[], '投入 >= 5万元 and 类别 = "医疗"', 1],
  [[], '建设阶段 = "规划"', 0],
  [['kind=医疗', 'kind=养老'], undefined, 1],
  [['tags=夜间'], undefined, 1],
  [['name~云溪'], undefined, 1],
  [['@build='], undefined, 58],
])('narrowed by %j and %s', async (filter, where, expected) => {
  const { entries } = await office('listEntries', { register: 'kiosk', filter, where, limit: 500 })
  expect(entries).toHaveLength(expected)
  expect(await office('countEntries', { register: 'kiosk', filter, where })).toEqual({ count: expected, more: false })
})

test('two at once: one wins, the other hears that it is stale', async () => {
  const { entry } = await office('getEntry', { register: 'kiosk', id: first.id })
  const both = ['一', '二'].map((note) =>
    outcome(office('reviseEntry', { register: 'kiosk', id: first.id, version: entry.version, values: { note } })),
  )
  expect((await Promise.all(both)).toSorted()).toEqual(['done', 'stale'])
  const [now] = (await office('listRegisters', {})).own
  const alter = (name: string) =>
    outcome(
      office('alterRegister', { register: 'kiosk', version: now!.version, definition: { ...now!.definition, name } }),
    )
  expect((await Promise.all([alter('甲'), alter('乙')])).toSorted()).toEqual(['done', 'stale'])
})

test('entries are added while the register changes, and nobody waits for ever', async () => {
  const [now] = (await office('listRegisters', {})).own
  let { version, definition } = now!
  const adding = Array.from({ length: 20 }, (_, i) =>
    office('addEntry', { register: 'kiosk', values: { name: `同时${i}`, hours: '全天', lead: unit('经发局') } }),
  )
  for (let i = 0; i < 5; i++) {
    const field = { ...definition.fields[2]!, key: `more_${i}`, name: `更多${i}` }
    definition = { ...definition, fields: [...definition.fields, field] }
    ;({ version } = await office('alterRegister', { register: 'kiosk', version, definition }))
  }
  expect(new Set((await Promise.all(adding)).map(({ id }) => id)).size).toBe(20)
})

test('a unit sees and writes what it keeps; a field out of sight is neither shown, filtered nor told in the history', async () => {
  const science = await zone.as('songyining')
  const mine = await science('listEntries', { register: 'kiosk', limit: 500 })
  expect(new Set(mine.entries.map(({ values }) => values.lead))).toEqual(new Set([unit('科创局')]))
  expect(await outcome(science('getEntry', { register: 'kiosk', id: first.id }))).toBe('not-found')
  const [own] = mine.entries
  const revise = (values: object) =>
    outcome(science('reviseEntry', { register: 'kiosk', id: own!.id, version: own!.version, values: values as never }))
  expect(await revise({ secret: '1' })).toBe('not-your-field')
  expect(await revise({ lead: unit('经发局') })).toBe('not-your-unit')
  expect(await revise({ note: '已查' })).toBe('done')
  await office('reviseEntry', { register: 'kiosk', id: own!.id, version: own!.version + 1, values: { secret: '88.8' } })
  const { entry, history } = await science('getEntry', { register: 'kiosk', id: own!.id })
  expect(entry.values).not.toHaveProperty('secret')
  expect(JSON.stringify(history)).not.toContain('88.8')
  expect(await outcome(science('listEntries', { register: 'kiosk', filter: ['secret>=1'] }))).toBe('not-your-field')
  expect(await outcome(science('listEntries', { register: 'kiosk', where: '底价 > 1元' }))).toBe('not-your-field')
  expect(await outcome(science('listEntries', { register: 'kiosk', sort: 'secret' }))).toBe('not-your-field')
})

test('the auditor reads the journal of a register without what is hidden from auditors', async () => {
  const auditor = await zone.as('duanwenqing')
  const journal = await auditor('listJournal', { noun: 'entry', limit: 500 })
  expect(journal.some(({ act }) => act === 'reviseEntry')).toBe(true)
  const told = JSON.stringify(journal)
  expect(told).toContain('夜间')
  for (const hidden of ['99.99', '88.8', 'secret']) expect(told).not.toContain(hidden)
  expect(await auditor('listJournal', { noun: 'register' })).not.toEqual([])
})

test.each<[string, (d: Definition) => object]>([
  ['the title', (d) => ({ ...d, fields: d.fields.map((f) => (f.key === 'name' ? { ...f, seenBy: ['office'] } : f)) })],
  [
    'a proposal of a new entry',
    (d) => ({ ...d, links: [link({ kind: 'add', register: 'x', values: { a: 'secret' } })] }),
  ],
])('what everybody reads shows no hidden field: %s', async (_, change) => {
  const hidden = { ...change(kiosks()), code: 'hidden' } as Definition
  expect(await outcome(office('defineRegister', { definition: hidden }))).toBe('definition-broken')
})

test('a village account sees its own entry and fills in what it may', async () => {
  const admin = await zone.as('dingyifan')
  const security = await zone.as('jiangruochuan')
  const village = await admin('addUnit', {
    name: '石桥村',
    shortName: '石桥村',
    kind: 'village',
    parent: null,
    line: null,
    place: 99,
  })
  const post = await security('addPost', { name: '石桥村账户', unit: village.id, roles: ['village'] })
  const { person } = await admin('addPerson', { name: '石桥村', username: 'shiqiao' })
  await security('appoint', { id: person.id, version: person.version, posts: [post.id] })
  const account = await zone.as('shiqiao')
  expect((await account('listEntries', { register: 'kiosk' })).entries).toEqual([])
  const own = await office('addEntry', {
    register: 'kiosk',
    values: { name: '石桥村服务点', hours: '全天', lead: unit('经发局'), owner: village.id, cost: '5' },
  })
  expect((await account('listEntries', { register: 'kiosk' })).entries.map(({ id }) => id)).toEqual([own.id])
  const revise = (values: object) =>
    outcome(account('reviseEntry', { register: 'kiosk', id: own.id, version: 1, values: values as never }))
  expect(await revise({ cost: '6' })).toBe('not-your-field')
  expect(await revise({ note: '门口道路已修好' })).toBe('done')
  expect(await outcome(account('removeEntry', { register: 'kiosk', id: own.id, version: 2, reason: '不要' }))).toBe(
    'forbidden',
  )
  expect(await outcome(account('addEntry', { register: 'kiosk', values: { name: '别处', hours: '全天' } }))).not.toBe(
    'done',
  )
})

test('an entry is taken out with a reason, leaves its number free, and comes back', async () => {
  const { entry } = await office('getEntry', { register: 'kiosk', id: first.id })
  const at = { register: 'kiosk', id: first.id }
  await office('removeEntry', { ...at, version: entry.version, reason: '重复登记' })
  expect((await office('listEntries', { register: 'kiosk', filter: ['number=A-1'] })).entries).toEqual([])
  expect(await outcome(office('reviseEntry', { ...at, version: entry.version + 1, values: { note: 'x' } }))).toBe(
    'entry-removed',
  )
  const again = await office('addEntry', { register: 'kiosk', values: { name: '新', hours: '全天', number: 'A-1' } })
  expect(await outcome(office('restoreEntry', { ...at, version: entry.version + 1 }))).toBe('already-there')
  await office('reviseEntry', { register: 'kiosk', id: again.id, version: 1, values: { number: null } })
  expect(await outcome(office('restoreEntry', { ...at, version: entry.version + 1 }))).toBe('done')
})

test('folding the journal gives every entry, and nobody can change what was', async () => {
  const [now] = (await office('listRegisters', {})).own
  const { folded, rows } = await foldEntries(owner, now!)
  expect(Object.keys(rows).length).toBeGreaterThan(70)
  expect(rows).toEqual(folded)
  const table = `entry_kiosk_${now!.id.replaceAll('-', '').slice(-12)}`
  await expect(owner.query(`delete from ${table}`)).rejects.toThrow('only ever added to')
  await expect(owner.query(`update ${table}_past set version = 0`)).rejects.toThrow('only ever added to')
})

test('the app’s role can make no table but through a checked definition, and none for another zone', async () => {
  const client = new pg.Client({ connectionString: zone.url, options: '-c role=luoshi_app -c search_path=luoshi' })
  await client.connect()
  await expect(client.query('create table luoshi.x (a int)')).rejects.toThrow('permission denied')
  const shape = (definition: object) =>
    client.query('select shape_register($1, gen_random_uuid(), $2)', ['main', JSON.stringify(definition)])
  await expect(shape({ code: 'x', fields: [], ladders: [] })).rejects.toThrow('another zone')
  await client.query("select set_config('luoshi.zone', 'main', false)")
  await expect(shape({ code: 'x"; drop table zone; --', fields: [], ladders: [] })).rejects.toThrow('not a key')
  const field = { key: 'a b', type: 'text', indexed: false, unique: false, retired: false }
  await expect(shape({ code: 'x', fields: [field], ladders: [] })).rejects.toThrow('not a key')
  await expect(client.query("select make_entries('x')")).rejects.toThrow('permission denied')
  await client.end()
})

test('the zone leads every key and every index but that of the units', async () => {
  const { rows } = await owner.query(`select indexrelid::regclass::text as name, attname from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where indrelid::regclass::text ~ '^entry_' and attname <> 'units'`)
  expect(rows.length).toBeGreaterThan(8)
  expect(rows.filter(({ attname }) => attname !== 'zone')).toEqual([])
})

test('the shipped registers can be made as they are', async () => {
  const { shipped } = await office('listRegisters', {})
  expect(shipped.map(({ code }) => code)).toEqual(expect.arrayContaining(['enterprise', 'investment']))
  for (const definition of shipped) expect(await outcome(office('defineRegister', { definition }))).toBe('done')
  expect(await outcome(office('defineRegister', { definition: shipped[0]! }))).toBe('register-there')
})
