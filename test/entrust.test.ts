// Entries and commitments: an entry becomes a commitment with what its fields say, commitments of a document are taken up as
// entries; what the register asks of a commitment is decided alike one by one and in SQL, also as of then; and a gate that
// another party decides.

import fc from 'fast-check'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { foldEntries } from './support/entry-fold.ts'
import { broughtIn, fileOf, linesOf, workBeside, workbook } from './support/imports.ts'
import { foldAndRows } from './support/journal-fold.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let science: Call
let unit: (short: string) => string
const register = 'pledge'

const checks = {
  done: '事项销号 = "已销号"',
  half: '事项进度 >= 50%',
  proven: '事项佐证数 >= 1',
  late: '事项时限 < 今日 and 事项销号 != "已销号"',
  closed_early: '事项销号日 <= 事项时限',
  untold: '事项进度 = null',
}

const definition = Definition.parse({
  ...{ code: register, name: '承诺', entryName: '承诺', title: 'name', lead: 'lead' },
  fields: [
    { key: 'name', name: '名称', type: 'text', required: true },
    { key: 'lead', name: '责任单位', type: 'unit' },
    { key: 'support', name: '配合单位', type: 'unit', opens: true },
    { key: 'due', name: '期限', type: 'date' },
    {
      ...{ key: 'matter', name: '事项', type: 'commitment', unique: true },
      makes: { title: 'name', lead: 'lead', supporting: ['support'], dueOn: 'due', proof: ['办结材料'] },
    },
    ...Object.entries(checks).map(([key, rule]) => {
      return { key, name: `计${key}`, type: 'computed', rule, gives: 'boolean' }
    }),
  ],
  ladders: [
    {
      key: 'main',
      name: '办理',
      rungs: [
        { key: 'begun', name: '开始' },
        { key: 'applied', name: '申请' },
        {
          ...{ key: 'accepted', name: '验收' },
          gate: { otherParty: true, conditions: [{ rule: checks.done, words: '事项已销号' }] },
        },
        { key: 'signed', name: '办结', gate: { otherParty: true } },
      ],
    },
  ],
})

beforeAll(async () => {
  zone = await openTestZone('2026-03-02')
  office = await zone.as('fangning')
  science = await zone.as('songyining')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  await office('defineRegister', { definition })
})
afterAll(() => zone.close())

const add = (name: string, more: object = {}) =>
  office('addEntry', {
    register,
    values: { name, lead: unit('科创局'), support: unit('财政局'), due: '2026-03-31', ...more } as never,
  })
const entrust = (of: { id: string; version: number }, more: object = {}) =>
  office('entrustEntry', { register, id: of.id, version: of.version, field: 'matter', ...more })

type Matter = OutputOf<'getCommitment'>['commitment']

/** Signed for, reported on with a file, accepted; closed where `until` is 100. */
async function work(matter: Matter, until: number, closing: boolean): Promise<Matter> {
  let now = matter
  const step = async (who: Call, name: Parameters<Call>[0], input: object = {}) => {
    now = (await who(name, { id: now.id, version: now.version, ...input })) as Matter
  }
  await step(office, 'dispatchCommitment')
  await step(science, 'signFor')
  const file = { id: now.id, name: '办结.pdf', proves: '办结材料' }
  const evidence = until === 100 ? [(await science('uploadEvidence', file, bytesOf('%PDF-1.7'))).id] : []
  await step(science, 'fileReport', { percent: until, text: '进展', evidence })
  await step(office, 'acceptReport')
  if (closing) await step(office, 'closeCommitment')
  return now
}

test('an entry becomes a commitment with what its fields say, and shows where it stands', async () => {
  const entry = await add('建立台账制度')
  const made = await entrust(entry)
  expect(made.commitment).toMatchObject({
    number: '000-001',
    stage: 'draft',
    wording: { title: '建立台账制度', kind: 'task', dueOn: '2026-03-31' },
    mentions: [],
    origin: { register, entry: entry.id, field: 'matter', title: '建立台账制度' },
    duty: { lead: unit('科创局'), supporting: [unit('财政局')], dueOn: '2026-03-31', proof: ['办结材料'] },
  })
  expect(made.entry.commitments.matter).toMatchObject({ number: '000-001', percent: 0, closure: 'open', proofs: 0 })
  expect(await outcome(entrust(made.entry))).toBe('already-there')

  const closed = await work(made.commitment, 100, true)
  const { entry: now, history } = await office('getEntry', { register, id: entry.id })
  expect(now.commitments.matter).toMatchObject({ closure: 'closed', percent: 100, proofs: 1, closedOn: '2026-03-02' })
  expect(now.computed).toMatchObject({ done: true, half: true, proven: true, late: false, closed_early: true })
  expect(history.map(({ act }) => act)).toEqual(['addEntry', 'entrustEntry'])
  const page = await office('getCommitment', { id: closed.id })
  expect(page.sources).toEqual([])
  expect(page.sealed).toBe(true)
  const { rows } = await office('listCommitments', { text: '建立台账制度' })
  expect(rows).toMatchObject([{ number: '000-001', source: null }])
  expect(await office('listLookAlikes', { id: closed.id })).toEqual([])
})

test('who cannot give commitments out cannot make one, and what is not there is refused', async () => {
  const entry = await add('无人负责', { lead: null })
  const at = { register, id: entry.id, version: entry.version }
  expect(await outcome(science('entrustEntry', { ...at, field: 'matter' }))).toBe('forbidden')
  expect(await outcome(office('entrustEntry', { ...at, field: 'lead' }))).toBe('not-found')
  expect(await outcome(office('entrustEntry', { ...at, version: 7, field: 'matter' }))).toBe('stale')
  const { commitment } = await entrust(entry, { duty: { lead: unit('建设局') } })
  expect(commitment.duty).toMatchObject({ lead: unit('建设局') })
})

test('two at once: one wins for the same entry, both for two entries, with two numbers', async () => {
  const one = await add('同一条目')
  expect((await Promise.all([outcome(entrust(one)), outcome(entrust(one))])).toSorted()).toEqual(['done', 'stale'])
  const two = [await add('甲'), await add('乙'), await add('丙')]
  const made = await Promise.all(two.map((entry) => entrust(entry)))
  expect(new Set(made.map(({ commitment }) => commitment.number)).size).toBe(3)
})

test('what a plan lays down is taken up as entries, once', async () => {
  const text = '整改方案\n科技创新局要于2026年5月31日前修订孵化器管理办法。'
  const { document } = await office('importDocument', { fileName: '整改方案.txt', kind: 'plan' }, bytesOf(text))
  const [proposal] = (await office('getDocument', { id: document.id })).proposals
  const duty = { lead: unit('科创局'), dueOn: '2026-05-31' }
  const { commitment } = await office('adoptProposal', { id: proposal!.id, version: proposal!.version, duty })
  const taking = { register, field: 'matter', commitments: [commitment.id], values: { support: unit('财政局') } }
  const [entry] = await office('takeUpCommitments', taking)
  expect(entry!.values).toEqual({
    ...{ name: commitment.wording.title, lead: unit('科创局'), support: unit('财政局'), due: '2026-05-31' },
    matter: commitment.id,
  })
  expect(entry!.commitments.matter!.number).toBe(commitment.number)
  expect(await outcome(office('takeUpCommitments', taking))).toBe('already-there')
})

test('what is asked of commitments is decided alike for one and for all, now and then', async () => {
  const made: { id: string; half: boolean }[] = []
  const some = fc.sample(fc.record({ until: fc.constantFrom(0, 30, 100), closing: fc.boolean(), due: fc.boolean() }), {
    numRuns: 8,
    seed: 20260302,
  })
  for (const [place, { until, closing, due }] of some.entries()) {
    const entry = await add(`第${place}件`, due ? {} : { due: '2026-03-01' })
    const { commitment } = await entrust(entry)
    if (until > 0) await work(commitment, until, closing && until === 100)
    made.push({ id: entry.id, half: until >= 50 })
  }
  for (const name of ['未列为事项', '仍未列为事项']) await add(name)
  const then = new Date(Date.parse('2026-03-02T12:30:00+08:00')).toISOString()
  zone.at('2026-04-10')
  const { entries: last } = await office('listEntries', { register, sort: 'name', limit: 500 })
  const { commitment } = await entrust(last.find(({ values }) => values.name === '未列为事项')!)
  await work(commitment, 100, true)

  for (const asOf of [undefined, then]) {
    const at = asOf === undefined ? {} : { asOf }
    const { entries } = await office('listEntries', { register, limit: 500, ...at })
    for (const [key, where] of Object.entries(checks)) {
      const found = await office('listEntries', { register, where, limit: 500, ...at })
      const wanted = entries.filter(({ computed }) => computed[key] === true).map(({ id }) => id)
      expect(found.entries.map(({ id }) => id).toSorted(), where).toEqual(wanted.toSorted())
      expect(wanted.length > 0 && wanted.length < entries.length, `${where} says something`).toBe(true)
    }
  }
})

test('a gate of another party: neither who applied, nor who reported, nor anybody of the lead unit', async () => {
  const entry = await add('四眼', { lead: unit('科创局') })
  const { entry: linked, commitment } = await entrust(entry)
  let version = linked.version
  const climb = async (to: string, who: Call) => {
    const { entry: next } = await who('climbEntry', { register, id: entry.id, version, ladder: 'main', to })
    version = next.version
  }
  await climb('begun', office)
  await climb('applied', office)
  expect(await outcome(climb('accepted', science))).toBe('other-party')
  await work(commitment, 100, true)
  expect(await outcome(climb('accepted', office))).toBe('other-party')
  const asked = { register, id: entry.id, ladder: 'main', to: 'accepted' }
  expect((await office('getChecklist', asked)).decider).toBe('filed')
  expect((await science('getChecklist', asked)).decider).toBe('filed')
  expect((await (await zone.as('guqinghe'))('getChecklist', asked)).decider).toBe('of-lead-unit')
  const other = await zone.as('qinxiaolan')
  expect((await other('getChecklist', asked)).decider).toBe('other')
  await climb('accepted', other)
  await climb('signed', other) // who accepted has not filed
  const own = await add('督查室自己的', { lead: unit('党政办公室') })
  const at = { register, id: own.id, version: own.version, ladder: 'main' }
  const { entry: begun } = await office('climbEntry', { ...at, to: 'begun' })
  const { entry: applied } = await office('climbEntry', { ...at, version: begun.version, to: 'applied' })
  expect(await outcome(other('climbEntry', { ...at, version: applied.version, to: 'accepted' }))).toBe('other-party')
})

test('a sheet names commitments by their numbers, out and in again', async () => {
  const file = await office('exportEntries', { register, filter: ['name=建立台账制度'] })
  const bytes = await fileOf(file)
  const words = Object.values(unzipSync(bytes)).map((part) => new TextDecoder().decode(part))
  expect(words.some((part) => part.includes('000-001'))).toBe(true)

  const { commitment } = await entrust(await add('另一条'))
  await office('reviseEntry', {
    ...{ register, id: commitment.origin!.entry, version: 2, values: { matter: null } },
  })
  const work = await workBeside(zone)
  const sheet = await workbook([
    ['名称', '责任单位', '事项'],
    ['按号相连', '科创局', commitment.number],
    ['没有此号', '科创局', '000-999'],
  ])
  const shown = await broughtIn(office, register, sheet)
  expect(await linesOf(office, shown)).toMatchObject([{ problems: [] }, { problems: [{ problem: 'unknown-name' }] }])
  await work.stop()
  expect(work.logged).toEqual([])
  const { entries } = await office('listEntries', { register, filter: ['name=按号相连'] })
  expect(entries[0]!.commitments.matter!.number).toBe(commitment.number)
})

test('folding the journal gives every commitment and entry, however they came to be', async () => {
  const owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  const { folded, rows } = await foldAndRows(owner, 'commitment')
  expect(Object.keys(rows).length).toBeGreaterThan(10)
  expect(folded).toEqual(rows)
  const own = (await office('listRegisters', {})).own.find(({ definition: { code: of } }) => of === register)!
  const entries = await foldEntries(owner, own)
  expect(Object.keys(entries.rows).length).toBeGreaterThan(10)
  expect(entries.folded).toEqual(entries.rows)
  await owner.end()
})
