// Registers in hostile hands: what is hidden stays hidden by every way round, and a unit that only checks does no more than
// that.

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { Definition } from '#domain/register.ts'
import { outcome } from './support/refused.ts'
import { bytesOf, type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let officer: Call
let checker: Call
let auditor: Call
let unit: (short: string) => string
type Shown = OutputOf<'addEntry'>
let lot: Shown
let matter: OutputOf<'adoptProposal'>['commitment']

const register = 'lot'
const closed = { seenBy: ['office'], filledBy: ['office'] }
const lots = (more: object = {}): Definition =>
  Definition.parse({
    ...{ code: 'lot', name: '地块', entryName: '地块', title: 'name', lead: 'lead' },
    fields: [
      { key: 'name', name: '名称', type: 'text', required: true, indexed: true },
      { key: 'lead', name: '管理单位', type: 'unit', indexed: true },
      { key: 'helper', name: '协助单位', type: 'unit', opens: true },
      { key: 'area', name: '面积', type: 'number', scale: 2 },
      { key: 'floor', name: '底价', type: 'money', indexed: true, ...closed },
      { key: 'grade', name: '评级', type: 'choice', choices: [{ word: '甲' }, { word: '乙' }], ...closed },
      { key: 'code', name: '密号', type: 'text', unique: true, ...closed },
      { key: 'due', name: '截止', type: 'date', ...closed },
      { key: 'wait', name: '月数', type: 'number', ...closed },
      { key: 'per', name: '单价', type: 'computed', rule: 'round half up(底价 / 面积, 2)' },
      { key: 'ask', name: '起拍价', type: 'money' },
      { key: 'task', name: '督办', type: 'commitment' },
      { key: 'ends', name: '到期', type: 'date' },
    ],
    ladders: [
      {
        key: 'main',
        name: '出让',
        rungs: [
          { key: 'plan', name: '拟' },
          {
            key: 'sold',
            name: '成交',
            gate: {
              conditions: [{ rule: '督办进度 >= 90' }, { rule: '底价 > 100元' }],
              checks: [{ key: 'money', asks: '资金到位', unit: null, by: '财政', workdays: 3 }],
              proofs: [{ kind: '批文', required: true, tolerated: true }],
            },
          },
          { key: 'back', name: '收回', gate: { skippable: true } },
        ],
      },
    ],
    links: [
      {
        ...{ key: 'ends', words: '到期', ladder: 'main', rung: 'plan' },
        proposes: { kind: 'date', field: 'ends', months: 12 },
      },
    ],
    ...more,
  })

const at = (row: { id: string; version: number }) => ({ register, id: row.id, version: row.version })
const now = async () => (await office('getEntry', { register, id: lot.id })).entry
const own = async () => (await office('listRegisters', {})).own.find((one) => one.definition.code === register)!

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  office = await zone.as('fangning')
  officer = await zone.as('sunian')
  checker = await zone.as('qianxueli')
  auditor = await zone.as('duanwenqing')
  const { units } = await office('getDirectory', {})
  unit = (short) => units.find(({ shortName }) => shortName === short)!.id
  const text = '会议要求，年内新增高企60家。'
  const { document } = await office('importDocument', { fileName: 'a.txt', date: '2026-03-05' }, bytesOf(text))
  const [proposal] = (await office('getDocument', { id: document.id })).proposals
  const duty = { lead: unit('建设局'), supporting: [], dueOn: '2026-06-30' }
  ;({ commitment: matter } = await office('adoptProposal', { id: proposal!.id, version: 1, duty }))
  await office('defineRegister', { definition: lots() })
  const values = {
    ...{
      name: '一号地',
      lead: unit('招商局'),
      area: '10',
      floor: '1234.5',
      grade: '甲',
      code: 'MH-77',
      due: '2026-09-01',
    },
    ...{ wait: '7', ask: '9', task: matter.id, helper: unit('财政局') },
  }
  lot = await office('addEntry', { register, values })
})
afterAll(() => zone.close())

test.each([
  ['money', { floor: '1234.5' }, { floor: '1234.51' }],
  ['a choice', { grade: '甲' }, { grade: '乙' }],
  ['a choice that is none', { grade: '甲' }, { grade: '丙' }],
  ['a text', { code: 'MH-77' }, { code: 'MH-78' }],
  ['a date', { due: '2026-09-01' }, { due: '1026-09-01' }],
  ['emptiness', { wait: null }, { wait: '7' }],
])('guessing %s that is hidden tells nothing: right or wrong, the field is not theirs', async (_, right, wrong) => {
  const guess = (values: object) => outcome(officer('reviseEntry', { ...at(lot), values: values as never }))
  expect([await guess(right), await guess(wrong)]).toEqual(['not-your-field', 'not-your-field'])
  const many = (values: object) =>
    officer('addEntries', { register, trial: true, lines: [{ name: '新', lead: unit('招商局'), ...values } as never] })
  for (const values of [right, wrong]) {
    const { refused } = await many({ ...values })
    expect(refused.map(({ code }) => code)).toEqual(['not-your-field'])
  }
})

test('what is hidden today is hidden as of a day when it was not', async () => {
  const before = '2026-03-07T00:00:00+08:00'
  const { definition, version } = await own()
  zone.at('2026-03-08')
  const fields = definition.fields.map((field) =>
    field.key === 'ask' ? { ...field, seenBy: ['office' as const], filledBy: ['office' as const] } : field,
  )
  const hidden = await office('alterRegister', { register, version, definition: { ...definition, fields } })
  const told = JSON.stringify([
    await officer('getEntry', { register, id: lot.id, asOf: before }),
    await officer('listEntries', { register, asOf: before }),
  ])
  expect(told).not.toContain('"ask":"9"')
  expect(await outcome(officer('listEntries', { register, filter: ['ask=9'], asOf: before }))).toBe('not-your-field')
  expect(await outcome(officer('countEntries', { register, where: '起拍价 > 1元', asOf: before }))).toBe(
    'not-your-field',
  )
  expect((await office('getEntry', { register, id: lot.id, asOf: before })).entry.values.ask).toBe('9')
  await office('alterRegister', { register, version: hidden.version, definition })
  zone.at('2026-03-09')
  const open = await officer('getEntry', { register, id: lot.id, asOf: '2026-03-08T20:00:00+08:00' })
  expect(open.entry.values.ask).toBe('9')
})

test('a checklist tells nothing of a commitment that the asker may not see', async () => {
  expect(await outcome(officer('getCommitment', { id: matter.id }))).toBe('not-found')
  const list = await officer('getChecklist', { register, id: lot.id, ladder: 'main', to: 'sold' })
  expect(list.conditions.map(({ trace, missing }) => ({ trace, missing }))).toEqual([
    { trace: null, missing: [] },
    { trace: null, missing: [] },
  ])
  const seen = await office('getChecklist', { register, id: lot.id, ladder: 'main', to: 'sold' })
  expect(seen.conditions.every(({ trace }) => trace !== null)).toBe(true)
})

test('a unit that only checks an entry neither declines what it proposes nor supplies what it owes', async () => {
  const { entry } = await office('climbEntry', { ...at(await now()), ladder: 'main', to: 'plan' })
  const { entry: asked } = await officer('openCrossing', {
    ...at(entry),
    ladder: 'main',
    to: 'sold',
    units: { money: unit('财政局') },
  })
  const [found] = (await officer('listSuggestions', {})).filter(({ suggestion }) => suggestion.from.entry === lot.id)
  const { id, version } = found!.suggestion
  expect(await outcome(checker('getEntry', { register, id: lot.id }))).toBe('done')
  expect(await outcome(checker('acceptSuggestion', { id, version }))).toBe('not-your-unit')
  expect(await outcome(checker('declineSuggestion', { id, version, reason: '不必' }))).toBe('not-your-unit')
  expect(await outcome(checker('reviseEntry', { ...at(asked), values: { ask: '1' } }))).toBe('not-your-unit')
  expect(await outcome(officer('declineSuggestion', { id, version, reason: '不必' }))).toBe('done')
})

test.each(['getEntry', 'listLinked'] as const)(
  '%s of an entry out of reach is not found, whatever the register',
  async (name) => {
    const stranger = await zone.as('bailu')
    const missing = '01890000-0000-7000-8000-000000000000'
    expect(await outcome(stranger(name, { register, id: lot.id }))).toBe('not-found')
    expect(await outcome(stranger(name, { register, id: missing }))).toBe('not-found')
  },
)
test('a suggestion made before a field was hidden tells no value of it, in the list nor in the journal', async () => {
  const { definition, version } = await own()
  const link = { key: 'twin', words: '再列', ladder: 'main', rung: 'back', basis: '', where: null }
  const proposes = { kind: 'add' as const, register, values: { name: 'name', ask: 'ask' }, link: null }
  const links = [...definition.links, { ...link, proposes }]
  const linked = await office('alterRegister', { register, version, definition: { ...definition, links } })
  const { id } = await office('addEntry', { register, values: { name: '二号地', lead: unit('招商局'), ask: '5150' } })
  const step = { register, id, version: 1, ladder: 'main', reason: '直接收回' }
  await office('climbEntry', { ...step, to: 'plan' })
  const definitionNow = linked.definition
  const gateless = definitionNow.ladders.map((ladder) => ({
    ...ladder,
    rungs: ladder.rungs.map((rung) => ({ ...rung, gate: { ...rung.gate, skippable: true } })),
  }))
  const eased = { ...definitionNow, ladders: gateless }
  const { version: third } = await office('alterRegister', { register, version: linked.version, definition: eased })
  await office('climbEntry', { ...step, version: 2, to: 'back' })
  const told = async () => {
    const listed = (await officer('listSuggestions', {})).filter(({ suggestion }) => suggestion.from.entry === id)
    const lines = await auditor('listJournal', { noun: 'suggestion', limit: 50 })
    return [JSON.stringify(listed).includes('5150'), JSON.stringify(lines).includes('5150')]
  }
  expect(await told()).toEqual([true, true])
  const fields = eased.fields.map((field) => (field.key === 'ask' ? { ...field, seenBy: ['office' as const] } : field))
  await office('alterRegister', { register, version: third, definition: { ...definition, ladders: gateless, fields } })
  expect(await told()).toEqual([false, false])
})

test.each(['lead', 'helper'])(
  'the units that see an entry (%s) are told with it: their field is not hidden',
  async (key) => {
    const { fields } = lots()
    const secret = fields.map((field) => (field.key === key ? { ...field, seenBy: ['office' as const] } : field))
    const definition = { ...lots(), code: 'lot_two', fields: secret }
    expect(await outcome(office('defineRegister', { definition }))).toBe('definition-broken')
  },
)
