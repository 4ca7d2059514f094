// A register's definition changed while its entries stand: the versions with what each changed, what is refused and names its
// place, a value that stands twice, two people at once, and who may.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { differenceWords } from '#contract/definition-words.ts'
import { sentence } from '#contract/sentences.ts'
import { Definition } from '#domain/register.ts'
import { mergeDefinitions } from '#domain/register-merge.ts'
import { refusalOf } from './support/refused.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
})
afterAll(() => zone.close())

const lamps = Definition.parse({
  code: 'lamp',
  name: '路灯台账',
  entryName: '路灯',
  title: 'f1',
  fields: [
    { key: 'f1', name: '编号', type: 'text', required: true },
    { key: 'f2', name: '造价', type: 'money' },
    { key: 'f3', name: '光源', type: 'choice', choices: [{ word: '钠灯' }, { word: 'LED' }] },
  ],
  ladders: [{ key: 'l1', name: '改造', rungs: [{ key: 'r1', name: '计划' }] }],
})

const now = async () => (await office('listRegisters', {})).own.find(({ definition }) => definition.code === 'lamp')!
const said = async (asOf?: string) => {
  const { versions } = await office('getRegisterHistory', { register: 'lamp', ...(asOf && { asOf }) })
  return versions.map(({ version, actorName, differences }) => [
    version,
    actorName,
    differences.map((difference) => differenceWords(difference, 'zh')).join('；'),
  ])
}

async function alter(change: (draft: Definition) => void) {
  const { version, definition } = await now()
  const draft = structuredClone(definition)
  change(draft)
  return office('alterRegister', { register: 'lamp', version, definition: draft })
}

test('the versions of a definition: who, and what each has changed', async () => {
  await office('defineRegister', { definition: lamps })
  for (const [name, kind] of [
    ['甲', '钠灯'],
    ['乙', 'LED'],
    ['丙', 'LED'],
  ])
    await office('addEntry', { register: 'lamp', values: { f1: name!, f2: '5', f3: kind! } })
  zone.at('2026-04-01')
  await alter((draft) => {
    Object.assign(draft.fields[1]!, { name: '总造价', required: true })
    draft.fields.push({ ...draft.fields[0]!, key: 'f4', name: '路段' })
  })
  expect(await said()).toEqual([
    [2, '方宁', '字段“造价”改名为“总造价”；字段“总造价”：必填由“否”改为“是”；新增字段“路段”'],
    [1, '方宁', '新增台账“路灯台账”；新增字段“编号”；新增字段“造价”；新增字段“光源”；新增阶梯“改造”'],
  ])
  expect((await said('2026-03-20T00:00:00+08:00')).map(([version]) => version)).toEqual([1])
})

test('entries that lack what is now required stay as they are and say so', async () => {
  const { entries } = await office('listEntries', { register: 'lamp' })
  expect(entries.map(({ lacking, version }) => [lacking, version])).toEqual([1, 2, 3].map(() => [['f4'], 1]))
  const counted = await office('countEntries', { register: 'lamp', filter: ['f4='] })
  expect(counted.count).toBe(3)
})

test('a choice that entries hold is retired: they keep it, others cannot take it', async () => {
  await alter((draft) => Object.assign(draft.fields[2]!.choices[0]!, { retired: true }))
  const { entries } = await office('listEntries', { register: 'lamp', filter: ['f3=钠灯'] })
  const [old] = entries
  expect(old!.values.f3).toBe('钠灯')
  const { id, version } = old!
  const kept = await office('reviseEntry', { register: 'lamp', id, version, values: { f3: '钠灯', f4: '云溪路' } })
  expect(kept.values).toMatchObject({ f3: '钠灯', f4: '云溪路' })
  const fresh = { f1: '丁', f2: '1', f3: '钠灯', f4: '云溪路' }
  expect((await refusalOf(office('addEntry', { register: 'lamp', values: fresh })))?.code).toBe('bad-values')
})

test('a field that holds a value twice cannot be made unique, and the values are named', async () => {
  const refusal = await refusalOf(alter((draft) => Object.assign(draft.fields[1]!, { unique: true })))
  expect(refusal).toEqual({ code: 'values-not-unique', facts: { field: 'f2', name: '总造价', values: ['5'] } })
  expect(sentence(refusal!, 'zh')).toBe('字段“总造价”已有重复的值（5），不能设为不得重复。请先改正这些条目。')
  expect((await now()).version).toBe(3)
})

test.each<[string, (draft: Definition) => void, object]>([
  [
    'another scale',
    (d) => Object.assign(d.fields[1]!, { scale: 3 }),
    { code: 'definition-broken', facts: { at: 'fields.f2.scale', why: 'changed' } },
  ],
  [
    'a rule with a wrong name',
    (d) => Object.assign(d.ladders[0]!.rungs[0]!.gate, { conditions: [{ rule: '总造介 > 1元', words: '' }] }),
    { code: 'rule-broken', facts: { at: 'ladders.l1.rungs.r1.conditions.0.rule', start: 0, end: 3 } },
  ],
])('%s is refused, with its place', async (_, change, refusal) => {
  expect(await refusalOf(alter(change))).toMatchObject(refusal)
})

test('who hears that it is stale puts both changes together and saves', async () => {
  const base = await now()
  const draft = (name: string) => {
    const { definition } = structuredClone(base)
    definition.fields.push({ ...definition.fields[0]!, key: 'f5', name })
    return definition
  }
  const { version } = base
  await office('alterRegister', { register: 'lamp', version, definition: draft('杆高') })
  const mine = draft('功率')
  const late = office('alterRegister', { register: 'lamp', version, definition: mine })
  expect((await refusalOf(late))?.code).toBe('stale')
  const theirs = await now()
  const { definition, both } = mergeDefinitions(base.definition, mine, theirs.definition)
  await office('alterRegister', { register: 'lamp', version: theirs.version, definition })
  expect(both).toEqual([])
  expect((await now()).definition.fields.map(({ key, name }) => key + name).slice(4)).toEqual(['f5杆高', 'f6功率'])
})

test('units read the definition and its history; only the office and keepers change it', async () => {
  const science = await zone.as('songyining')
  expect((await science('getRegisterHistory', { register: 'lamp' })).versions.length).toBeGreaterThan(3)
  const { version, definition } = await now()
  expect((await refusalOf(science('alterRegister', { register: 'lamp', version, definition })))?.code).toBe('forbidden')
  expect((await refusalOf(science('defineRegister', { definition })))?.code).toBe('forbidden')
  expect((await refusalOf(office('getRegisterHistory', { register: 'nothing' })))?.code).toBe('not-found')
})
