// What is said about an entry: comments, an instruction with its answers, who may and who may not, two at once, as of then;
// and the entries that are linked with it.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { foldAndRows } from './support/journal-fold.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let leader: Call
let recruiters: Call
let builders: Call
let owner: Call
let unit: (short: string) => string
let company: OutputOf<'addEntry'>
let project: OutputOf<'addEntry'>
const register = 'investment'

beforeAll(async () => {
  zone = await openTestZone('2026-01-05')
  office = await zone.as('fangning')
  leader = await zone.as('zhoumingyuan')
  recruiters = await zone.as('sunian')
  builders = await zone.as('shilei')
  const admin = await zone.as('dingyifan')
  const { id } = await admin('addUnit', {
    name: '云溪储能有限公司',
    shortName: '云溪储能',
    kind: 'company',
    parent: null,
    line: null,
    place: 99,
  })
  const security = await zone.as('jiangruochuan')
  const post = await security('addPost', { name: '企业联络员', unit: id, roles: ['enterprise'] })
  const { person } = await admin('addPerson', { name: '齐来', username: 'qilai' })
  await security('appoint', { id: person.id, version: person.version, posts: [post.id] })
  owner = await zone.as('qilai')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  for (const definition of (await office('listRegisters', {})).shipped) await office('defineRegister', { definition })
  company = await office('addEntry', {
    register: 'enterprise',
    values: { name: '云溪储能有限公司', lead: unit('科创局'), owner: id },
  })
  project = await office('addEntry', {
    register,
    values: { name: '储能电站', lead: unit('招商局'), owner: id, company: company.id },
  })
})
afterAll(() => zone.close())

const place = () => ({ register, id: project.id })
const page = (who = office, more: object = {}) => who('getEntry', { ...place(), ...more })

test('those who see an entry comment on it; an enterprise neither writes nor reads what is said', async () => {
  await recruiters('commentOnEntry', { ...place(), text: '企业希望四月进场' })
  expect(await outcome(builders('commentOnEntry', { ...place(), text: '看不见' }))).toBe('not-found')
  expect(await outcome(owner('commentOnEntry', { ...place(), text: '谢谢' }))).toBe('forbidden')
  expect((await page(leader)).remarks).toMatchObject([{ kind: 'comment', state: 'said', text: '企业希望四月进场' }])
  const own = await page(owner)
  expect(own.remarks).toEqual([])
  expect(own.history.map(({ noun }) => noun)).not.toContain('remark')
})

test('only leaders instruct, and not for a day that has passed', async () => {
  const said = { ...place(), text: '请招商局三日内报用地方案' }
  expect(await outcome(office('instructOnEntry', said))).toBe('forbidden')
  expect(await outcome(leader('instructOnEntry', { ...said, dueOn: '2026-01-04' }))).toBe('due-passed')
  const remark = await leader('instructOnEntry', { ...said, dueOn: '2026-01-08' })
  expect(remark).toMatchObject({ kind: 'instruction', state: 'unanswered', dueOn: '2026-01-08', answers: [] })
  expect((await recruiters('registerWork', {})).instructions).toMatchObject([
    { title: '储能电站', text: said.text, state: 'unanswered', late: false },
  ])
  expect((await builders('registerWork', {})).instructions).toEqual([])
})

test('the keepers answer, the office sends back and settles; of two at once one wins', async () => {
  zone.at('2026-01-09')
  const [waiting] = (await recruiters('registerWork', {})).instructions
  expect(waiting).toMatchObject({ late: true })
  const of = (version: number) => ({ id: waiting!.remark, version })
  expect(await outcome(office('settleInstruction', of(1)))).toBe('wrong-stage')
  expect(await outcome(builders('answerInstruction', { ...of(1), text: '代报' }))).toBe('not-found')
  expect(await outcome(leader('answerInstruction', { ...of(1), text: '代报' }))).toBe('forbidden')
  const both = [1, 2].map((n) => outcome(recruiters('answerInstruction', { ...of(1), text: `方案第${n}稿` })))
  expect((await Promise.all(both)).toSorted()).toEqual(['done', 'stale'])
  expect((await recruiters('registerWork', {})).instructions).toEqual([])
  expect((await office('registerWork', {})).instructions).toMatchObject([{ state: 'answered' }])
  expect(await outcome(recruiters('settleInstruction', of(2)))).toBe('forbidden')
  await office('returnAnswer', { ...of(2), reason: '未附红线图' })
  await recruiters('answerInstruction', { ...of(3), text: '已补红线图' })
  const settled = await office('settleInstruction', of(4))
  expect(settled).toMatchObject({
    state: 'settled',
    answers: [{ returned: { reason: '未附红线图' } }, { text: '已补红线图', returned: null }],
  })
  expect((await office('registerWork', {})).instructions).toEqual([])
  expect((await page(office, { asOf: '2026-01-06T00:00:00+08:00' })).remarks.at(-1)).toMatchObject({
    state: 'unanswered',
    version: 1,
  })
})

test('an instruction passes on with the entry to the unit that keeps it now', async () => {
  await leader('instructOnEntry', { ...place(), text: '请抓紧' })
  const { entry } = await page()
  await office('reviseEntry', { ...place(), version: entry.version, values: { lead: unit('建设局') } })
  const [open] = (await builders('registerWork', {})).instructions
  expect(open).toMatchObject({ text: '请抓紧', title: '储能电站' })
  expect((await recruiters('registerWork', {})).instructions).toEqual([])
  await builders('answerInstruction', { id: open!.remark, version: open!.version, text: '已交接' })
  expect((await page(builders)).remarks.at(-1)).toMatchObject({ state: 'answered' })
})

test('nothing is said about what was taken out of the register', async () => {
  const { id } = await office('addEntry', { register, values: { name: '误登', lead: unit('招商局') } })
  await office('removeEntry', { register, id, version: 1, reason: '重复登记' })
  expect(await outcome(office('commentOnEntry', { register, id, text: '?' }))).toBe('entry-removed')
})

test('an entry tells its whole history: values, steps, files and what was said', async () => {
  await office('climbEntry', { ...place(), version: 2, ladder: 'main', to: 'clue' })
  await office('uploadEntryFile', { ...place(), name: '纪要.txt', proves: '考察或接洽记录' }, bytesOf('谈'))
  const { history } = await page()
  expect(history.map(({ noun, data }) => `${noun} ${data.kind}`)).toEqual([
    'entry added',
    'remark said',
    'remark said',
    'remark answered',
    'remark answer-returned',
    'remark answered',
    'remark settled',
    'remark said',
    'entry revised',
    'remark answered',
    'entry stepped',
    'climb stepped',
    'entry_file filed',
  ])
  expect((await page(office, { asOf: '2026-01-06T00:00:00+08:00' })).history).toHaveLength(3)
})

test('linked entries are told from both sides, as far as they are in reach', async () => {
  const out = await office('listLinked', place())
  expect(out).toEqual([
    {
      leads: 'out',
      register: 'enterprise',
      field: 'company',
      entries: [{ id: company.id, title: '云溪储能有限公司', rungs: {} }],
      more: false,
    },
  ])
  const works = Definition.parse({
    ...{ code: 'works', name: '工程', entryName: '工程', title: 'name' },
    fields: [
      { key: 'name', name: '名称', type: 'text' },
      { key: 'builder', name: '施工单位', type: 'entry', of: 'enterprise' },
      { key: 'client', name: '业主', type: 'entry', of: 'enterprise', seenBy: ['office'] },
    ],
  })
  await office('defineRegister', { definition: works })
  const both = { name: '厂房', builder: company.id, client: company.id }
  const work = await office('addEntry', { register: 'works', values: both })
  zone.sent.length = 0
  const back = await office('listLinked', { register: 'enterprise', id: company.id })
  const shown = { id: work.id, title: '厂房', rungs: {} }
  expect(back).toMatchObject([
    { leads: 'in', register, field: 'company', entries: [{ id: project.id, rungs: { main: 'clue' } }] },
    { leads: 'in', register: 'works', field: 'builder', entries: [shown] },
    { leads: 'in', register: 'works', field: 'client', entries: [shown] },
  ])
  expect(zone.sent.filter(({ text }) => text.includes('as place'))).toHaveLength(1)
  const seenByLeader = await leader('listLinked', { register: 'enterprise', id: company.id })
  expect(seenByLeader.map(({ field }) => field)).toEqual(['company', 'builder'])
  const science = await zone.as('songyining')
  expect(await science('listLinked', { register: 'enterprise', id: company.id })).toEqual([])
  expect(await outcome(builders('listLinked', { register: 'enterprise', id: company.id }))).toBe('not-found')
  const early = { register: 'enterprise', id: company.id, asOf: '2026-01-01T00:00:00+08:00' }
  expect(await outcome(office('listLinked', early))).toBe('not-found')
})

test('remarks are what their journal folds to', async () => {
  const db = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await db.connect()
  const { folded, rows } = await foldAndRows(db, 'remark')
  await db.end()
  expect(Object.keys(rows)).toHaveLength(3)
  expect(folded).toEqual(rows)
})
