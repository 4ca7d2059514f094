// A project from clue to production: gates that refuse with what is lacking and then open, checks by several units with
// their working days and what may be owed, steps back and off, struck out, the board and the figures, as of then and now.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { foldEntries } from './support/entry-fold.ts'
import { foldAndRows } from './support/journal-fold.ts'
import { outcome, refusalOf } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let recruiters: Call
let builders: Call
let head: Call
let unit: (short: string) => string
let project: OutputOf<'addEntry'>
const register = 'investment'

beforeAll(async () => {
  zone = await openTestZone('2026-01-05')
  office = await zone.as('fangning')
  recruiters = await zone.as('sunian')
  builders = await zone.as('shilei')
  head = await zone.as('heyuanzhou')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  for (const definition of (await office('listRegisters', {})).shipped) await office('defineRegister', { definition })
})
afterAll(() => zone.close())

const now = async () => (await office('getEntry', { register, id: project.id })).entry
async function climb(to: string, more: object = {}, who = recruiters) {
  const { version } = await now()
  return who('climbEntry', { register, id: project.id, version, ladder: 'main', to, ...more })
}
const file = (proves: string) =>
  recruiters('uploadEntryFile', { register, id: project.id, name: `${proves}.pdf`, proves }, bytesOf(proves))
async function fill(values: object) {
  const { version } = await now()
  await recruiters('reviseEntry', { register, id: project.id, version, values: values as never })
}

test('a clue is registered and stands on the first rung', async () => {
  project = await recruiters('addEntry', {
    register,
    values: { name: '云溪储能项目', lead: unit('招商局'), chain: '新能源及电力电子', found_on: '2026-01-05' },
  })
  const { entry, climb: step } = await climb('clue')
  expect(entry.rungs.main).toEqual({ rung: 'clue', since: '2026-01-05', reached: ['clue'], left: null })
  expect(step).toMatchObject({ kind: 'climbed', from: null, to: 'clue' })
})

test('a gate tells what is lacking before anybody tries, and refuses with the same', async () => {
  const list = await recruiters('getChecklist', { register, id: project.id, ladder: 'main', to: 'signed' })
  expect(list).toMatchObject({
    open: false,
    skipped: [{ rung: 'talks', barred: true }],
    conditions: [
      { verdict: 'unknown', missing: ['正式协议'] },
      { verdict: 'unknown', missing: ['协议总投资'] },
    ],
    proofs: [{ kind: '正式投资协议', state: 'missing' }],
  })
  expect(await outcome(climb('signed', {}, head))).toBe('rung-not-skippable')
  expect(await refusalOf(climb('talks'))).toMatchObject({
    code: 'gate-closed',
    facts: { proofs: ['考察或接洽记录'], checks: [{ state: 'not-asked' }, {}, {}, {}] },
  })
})

test('four units check at the same time; one is late, one returns it, and only then it opens', async () => {
  await file('考察或接洽记录')
  const { version } = await now()
  const open = (units: Record<string, string>) =>
    recruiters('openCrossing', { register, id: project.id, version, ladder: 'main', to: 'talks', units })
  expect(await outcome(open({}))).toBe('unit-missing')
  const units = { economy: unit('经发局'), land: unit('建设局'), environment: unit('建设局'), safety: unit('科创局') }
  const { crossing } = await open(units)
  expect(crossing.checks.map(({ dueOn }) => dueOn)).toEqual(Array(4).fill('2026-01-12'))
  expect(await outcome(open(units))).toBe('stale')

  expect((await builders('registerWork', {})).toCheck.map(({ check, title }) => [check, title])).toEqual([
    ['land', '云溪储能项目'],
    ['environment', '云溪储能项目'],
  ])
  const { id } = crossing
  expect(await outcome(builders('passCheck', { id, version: 1, check: 'safety' }))).toBe('not-your-unit')
  await builders('passCheck', { id, version: 1, check: 'land', owed: [{ kind: '红线图', dueOn: '2026-02-01' }] })
  await builders('returnCheck', { id, version: 2, check: 'environment', remark: '缺少工艺说明' })
  expect((await recruiters('registerWork', {})).returned).toMatchObject([
    { check: 'environment', remark: '缺少工艺说明' },
  ])
  const science = await zone.as('songyining')
  await science('passCheck', { id, version: 3, check: 'safety' })

  zone.at('2026-01-14')
  const late = await recruiters('getChecklist', { register, id: project.id, ladder: 'main', to: 'talks' })
  expect(late.checks.map(({ key, state, late: isLate }) => `${key} ${state}${isLate ? ' late' : ''}`)).toEqual([
    'economy asked late',
    'land passed',
    'environment returned',
    'safety passed',
  ])
  expect((await recruiters('registerWork', {})).lateElsewhere).toMatchObject([
    { check: 'economy', unit: unit('经发局') },
  ])
  await recruiters('askCheckAgain', { id, version: 4, check: 'environment' })
  await builders('passCheck', { id, version: 5, check: 'environment' })
  expect(await outcome(climb('talks'))).toBe('gate-closed')
  await office('passCheck', { id, version: 6, check: 'economy' })
  const { climb: step } = await climb('talks')
  expect(step.owed).toEqual([{ kind: '红线图', dueOn: '2026-02-01', supplied: null }])
  expect(await outcome(office('withdrawCrossing', { id, version: 8, reason: '已用' }))).toBe('wrong-stage')
})

test('what was owed is listed until it is supplied', async () => {
  zone.at('2026-02-03')
  const [owed] = (await recruiters('registerWork', {})).owed
  expect(owed).toMatchObject({ kind: '红线图', late: true, title: '云溪储能项目' })
  const wrong = await file('别的')
  const supply = (of: string) => recruiters('supplyOwed', { id: owed!.climb, version: 1, kind: '红线图', file: of })
  expect(await outcome(supply(wrong.id))).toBe('unknown-evidence')
  await supply((await file('红线图')).id)
  expect((await recruiters('registerWork', {})).owed).toEqual([])
})

test('conditions fail with the reason, then hold', async () => {
  await file('正式投资协议')
  await fill({ formal: false, amount: '1250000000' })
  expect(await outcome(climb('signed'))).toBe('forbidden')
  expect(await refusalOf(climb('signed', {}, head))).toMatchObject({
    facts: { conditions: [{ words: '已签正式协议，框架协议不算', verdict: 'no' }] },
  })
  await fill({ formal: true, signed_on: '2026-02-03' })
  expect((await climb('signed', {}, head)).entry.rungs.main).toMatchObject({ rung: 'signed', since: '2026-02-03' })
})

test('a rung is passed over with a reason, a proof is owed, and the last rung asks for its certificate', async () => {
  zone.at('2026-03-10')
  await fill({ code: '2601-320312-04-01-000001' })
  await file('项目备案证')
  expect(await outcome(climb('filed'))).toBe('reason-missing')
  expect((await climb('filed', { reason: '公司已在区内' })).climb).toMatchObject({
    kind: 'skipped',
    skipped: ['registered'],
  })
  await file('出让合同或租赁合同')
  const owed = [{ kind: '不动产权证', dueOn: '2026-04-30' }]
  expect(await outcome(climb('land', { owed: [{ kind: '出让合同或租赁合同', dueOn: '2026-04-30' }] }))).toBe(
    'not-tolerable',
  )
  await climb('land', { owed })
  await file('施工许可证')
  expect(await refusalOf(climb('started'))).toMatchObject({
    facts: { conditions: [{ verdict: 'unknown', missing: ['桩基已施工'] }] },
  })
  await fill({ piling: true })
  expect(await outcome(climb('started', { on: '2026-02-01' }))).toBe('before-last-step')
  expect(await outcome(climb('started', { on: '2026-03-11' }))).toBe('bad-input')
  await climb('started')
  zone.at('2026-09-20')
  for (const proof of ['竣工验收资料', '首张发票或试生产记录', '入规批复']) await file(proof)
  await climb('completed', { reason: '一次建成' })
  await climb('production')
  expect(await outcome(climb('above_scale'))).toBe('reason-missing')
  expect(await outcome(climb('above_scale', { reason: '未评达产' }))).toBe('certificate-missing')
  const { entry } = await climb('above_scale', { reason: '未评达产', certificateOn: '2026-09-18' })
  expect(entry.rungs.main).toMatchObject({ rung: 'above_scale', since: '2026-09-20' })
})

test('the record as of then and now, the board, the figures', async () => {
  const asOf = '2026-02-20T00:00:00+08:00'
  const then = await office('getEntry', { register, id: project.id, asOf })
  expect(then.entry.rungs.main).toMatchObject({ rung: 'signed' })
  expect(then.climbs.map(({ to }) => to)).toEqual(['clue', 'talks', 'signed'])
  const board = async (more = {}) => {
    const { rungs } = await office('showBoard', { register, ladder: 'main', sums: ['amount'], ...more })
    return rungs.filter(({ count }) => count > 0).map(({ rung, count, sums }) => `${rung} ${count} ${sums.amount}`)
  }
  expect(await board()).toEqual(['above_scale 1 1250000000'])
  expect(await board({ asOf })).toEqual(['signed 1 1250000000'])
  expect(await board({ where: '协议总投资 >= 100亿' })).toEqual([])
  const figures = await office('showFigures', { register, ladder: 'main' })
  expect(figures.find(({ rung }) => rung === 'signed')).toEqual({
    ...{ rung: 'signed', reached: 1, stays: 1, meanDays: '35.0', medianDays: 35, wentOn: 1 },
  })
  expect(figures.find(({ rung }) => rung === 'registered')).toMatchObject({ reached: 0 })
})

test('a step back, a step struck out, off the ladder and on it again', async () => {
  const at = async () => ({ register, id: project.id, version: (await now()).version, ladder: 'main' })
  const back = await recruiters('stepBack', { ...(await at()), to: 'production', reason: '退出规上' })
  expect(back.entry.rungs.main!.rung).toBe('production')
  const { ladder: _, ...where } = await at()
  expect(await outcome(recruiters('strikeClimb', { ...where, climb: back.climb.id, reason: '记错' }))).toBe('forbidden')
  const struck = await office('strikeClimb', { ...where, climb: back.climb.id, reason: '记错' })
  expect(struck.entry.rungs.main!.rung).toBe('above_scale')
  await recruiters('leaveLadder', { ...(await at()), reason: '企业搬迁' })
  expect(await office('showBoard', { register, ladder: 'main' })).toMatchObject({ left: 1 })
  const standing = async (rung: string) => (await office('countEntries', { register, filter: [`@main=${rung}`] })).count
  expect(await Promise.all(['above_scale', '-', ''].map(standing))).toEqual([0, 1, 0])
  await recruiters('stepBack', { ...(await at()), to: 'above_scale', reason: '回迁' })
  expect(await office('showBoard', { register, ladder: 'main' })).toMatchObject({ left: 0 })
})

test('two who climb at once: one wins, the other hears that it is stale', async () => {
  const { version, id } = await recruiters('addEntry', { register, values: { name: '并发项目', lead: unit('招商局') } })
  const both = [1, 2].map(() =>
    outcome(recruiters('climbEntry', { register, id, version, ladder: 'main', to: 'clue' })),
  )
  expect((await Promise.all(both)).toSorted()).toEqual(['done', 'stale'])
  expect((await office('getEntry', { register, id })).climbs).toHaveLength(1)
})

test('who does not keep the project can neither step it nor read its files', async () => {
  const finance = await zone.as('qianxueli')
  const { version } = await now()
  const step = { register, id: project.id, version, ladder: 'main', to: 'production', reason: 'x' }
  expect(await outcome(finance('stepBack', step))).toBe('not-found')
  expect(await outcome(builders('stepBack', step))).toBe('not-your-unit')
  const { files } = await office('getEntry', { register, id: project.id })
  expect(await outcome(finance('getEntryFile', { id: files[0]!.id }))).toBe('not-found')
  expect((await builders('getEntryFile', { id: files[0]!.id })).name).toBe('考察或接洽记录.pdf')
})

test('steps taken before the register was kept here are recorded line by line, on trust, and count like others', async () => {
  const old = await office('addEntry', { register, values: { name: '老项目', lead: unit('招商局') } })
  const line = (to: string, on: string, entry = old.id) => ({
    ...{ entry, ladder: 'main', to, on, certificateOn: null },
  })
  const lines = [
    line('signed', '2025-03-01'),
    line('started', '2025-09-10'),
    line('talks', '2025-10-01'),
    line('production', '2025-08-01'),
    line('production', '2099-01-01'),
    line('signed', '2025-03-01', '00000000-0000-7000-8000-000000000000'),
  ]
  const asked = { register, lines, reason: '建账前已办理' }
  expect(await outcome(recruiters('recordSteps', asked))).toBe('forbidden')
  expect(await office('recordSteps', { ...asked, trial: true })).toMatchObject({ recorded: 2 })
  const { recorded, refused } = await office('recordSteps', asked)
  expect([recorded, ...refused.map(({ line, code }) => `${line} ${code}`)]).toEqual([
    ...[2, '2 not-above', '3 before-last-step', '4 bad-input', '5 not-found'],
  ])
  const { entry, climbs } = await office('getEntry', { register, id: old.id })
  expect(entry.rungs.main).toMatchObject({ rung: 'started', since: '2025-09-10', reached: ['signed', 'started'] })
  expect(climbs.map(({ kind, to, reason }) => [kind, to, reason])).toEqual([
    ['recorded', 'signed', '建账前已办理'],
    ['recorded', 'started', '建账前已办理'],
  ])
  const count = await office('countSteps', { register, counts: ['signed'], from: '2025-01-01', to: '2025-12-31' })
  expect(count.total).toBe(1)
  const { version } = entry
  const step = { register, id: old.id, version, ladder: 'main', to: 'topped', on: '2026-01-01' } as const
  expect(await outcome(office('climbEntry', step))).toBe('reason-missing')
})

test('folding the journal gives every step, crossing, file and entry', async () => {
  const owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  for (const noun of ['climb', 'crossing', 'entry_file'] as const) {
    const { folded, rows } = await foldAndRows(owner, noun)
    expect(Object.keys(rows).length).toBeGreaterThan(0)
    expect(rows).toEqual(folded)
  }
  for (const own of (await office('listRegisters', {})).own) {
    const { folded, rows } = await foldEntries(owner, own)
    expect(rows).toEqual(folded)
  }
  await owner.end()
})
