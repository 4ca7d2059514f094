// Commitments in one line: who does what, then `=>` where it ends: a stage, or the code of the refusal of the last step.
// o = the committee office, u and v = officers of the units U and V, h and g = their heads, w = a leader who heads U too.
// Days are days of March 2026. `part` breaks down; with `down` the steps go on at that part, with `up` at the whole.

import { expect, test } from 'vitest'
import type { Actor } from '#domain/actor.ts'
import {
  type CommitmentDecision,
  decideAssign,
  decideBreakDown,
  decideDecline,
  decideDispatch,
  decideMention,
  decideSign,
} from '#domain/assignment.ts'
import { decideCancel, decideClose, decideReopen } from '#domain/closure.ts'
import { type Commitment, type CommitmentEvent, type Duty, evolveCommitment } from '#domain/commitment.ts'
import type { Evidence } from '#domain/evidence.ts'
import {
  decideAccept,
  decideAskExtension,
  decideExtension,
  decideReport,
  decideReturn,
  decideUrge,
} from '#domain/follow-up.ts'

test.each([
  'o give => lead-missing',
  'o lead U, o give => due-missing',
  'o lead X => unknown-unit',
  'o lead U, o due 31, o give => awaiting-receipt',
  'o lead U, o due 31, o give, v sign => not-your-unit',
  'o lead U, o due 31, o give, u sign => under-way',
  'o lead U, o due 31, o give, u sign, u sign => wrong-stage',
  'o lead U, o due 31, o give, u decline => declined',
  'o lead U, o due 31, o give, u decline, o lead V, o give => awaiting-receipt',
  'o lead U, o due 31, o give, u sign, o lead V => wrong-stage',
  'o lead U, o due 31, o give, u sign, v report 50 => not-your-unit',
  'o lead U, o due 31, o give, u sign, u report 50 => awaiting-review',
  'o lead U, o due 31, o give, u report 50 => wrong-stage',
  'o lead U, o due 31, o give, u sign, u report 50, u report 60 => report-open',
  'o lead U, o due 31, o give, u sign, u report 50, o accept => under-way',
  'o lead U, o due 31, o give, u sign, u report 50, o return => returned',
  'o lead U, o due 31, o give, u sign, u report 50, o return, u report 60 => awaiting-review',
  'o lead U, o due 31, o give, u sign, u report 100, o accept => awaiting-closure',
  'o lead U, o due 31, o give, u sign, u report 100, o accept, o close => proof-missing',
  'o lead U, o due 31, o give, u sign, u report 100 photo, o accept, o close => closed',
  'o lead U, o due 31, o give, u sign, u report 100 word, o accept, o close => proof-missing',
  'o lead U, o due 31, o give, u sign, u report 100 photo, u accept => own-work',
  'o lead U, o due 31, o give, u sign, u report 100 photo, o accept, u close => own-work',
  'o lead U, o due 31, o give, u sign, o close => wrong-stage',
  'o lead U, o due 31, o give, u sign, u report 100 photo, o accept, o close, o reopen => under-way',
  'o reopen => wrong-stage',
  'o lead U, o due 20, o give, u sign, u ask 15 => extension-not-later',
  'o lead U, o due 20, o give, u sign, u ask 25, u ask 26 => already-decided',
  'o lead U, o due 20, o give, u sign, u ask 25, u grant => own-work',
  'o lead U, o due 20, o give, u sign, u ask 25, o grant => under-way',
  'o grant => no-open-extension',
  'o accept => no-open-report',
  'o due 20, o part 21 => child-later-than-parent',
  'o due 20, o part 20 => draft',
  'o due 20, o part 20, o due 19 => child-later-than-parent',
  'o due 20, o part 20, o cancel => children-open',
  'o cancel => cancelled',
  'o cancel, o lead U => wrong-stage',
  'o urge => wrong-stage',
  'o lead U, o due 20, o give, o urge => awaiting-receipt',
  // A unit head arranges the parts of what the unit answers for, and nothing that the office gave out.
  'o lead U, o due 31, h give => forbidden',
  'o lead V, o due 31, h give => not-your-unit',
  'o lead U, o due 31, o give, u sign, h due 30 => forbidden',
  'o lead U, o due 31, o give, u decline, h due 30 => forbidden',
  'o lead U, o due 31, o give, u sign, h proof word => forbidden',
  'o lead U, o due 31, o give, u sign, h post P => under-way',
  'o lead U, o due 31, o give, u sign, g part 20 => not-your-unit',
  'o lead U, o due 31, h part 20 => wrong-stage',
  'o lead U, o due 31, o give, h part 20 => wrong-stage',
  'o lead U, o due 25, o give, u sign, h part 20, h down, h due 22, h proof word, h give => awaiting-receipt',
  'o lead U, o due 25, o give, u sign, h part 20, h down, h due 26 => child-later-than-parent',
  // A leader sees the whole zone and answers for one unit of it.
  'o lead U, o due 31, o give, w sign => under-way',
  'o lead V, o due 31, o give, w sign => not-your-unit',
  'o lead V, o due 31, o give, v sign, w part 20 => not-your-unit',
  'o lead V, o due 31, w due 30 => not-your-unit',
  // Duties name units and posts that exist, and a unit once.
  'o post X => unknown-post',
  'o lead U, o support V U => unit-twice',
  'o support V V => unit-twice',
  'o support U, o lead U => unit-twice',
  // What was given out keeps its due date, and its proof from the report on.
  'o due 20, o due none => draft',
  'o lead U, o due 20, o give, o due none => due-missing',
  'o lead U, o due 20, o give, u sign, o proof word => under-way',
  'o lead U, o due 20, o give, u sign, u report 100 word, o proof word => wrong-stage',
  'o lead U, o due 20, o give, u sign, u report 100 word, o accept, o proof word => wrong-stage',
  'o lead U, o due 20, o give, u sign, u report 100 word, o accept, o proof photo => awaiting-closure',
  'o lead U, o due 20, o give, u sign, u ask 25, o due 28, o grant => extension-not-later',
  // What has ended stays as it was signed off, until it is opened again from the top.
  'o lead U, o due 20, o give, u sign, u report 50, o cancel, o accept => wrong-stage',
  'o lead U, o due 20, o give, u sign, u report 50, o cancel, o return => wrong-stage',
  'o lead U, o due 20, o give, u sign, u ask 25, o cancel, o grant => wrong-stage',
  'o merge => draft',
  'o cancel, o merge => wrong-stage',
  'o cancel, o reopen => draft',
  'o due 20, o part 20, o down, o cancel, o up, o cancel, o down, o reopen => parent-ended',
  'o due 20, o part 20, o down, o cancel, o reopen => draft',
])('%s', (line) => {
  const [steps, outcome] = line.split(' => ') as [string, string]
  expect(play(steps)).toBe(outcome)
})

test('a granted extension moves the due date and is remembered', () => {
  const table = told('o lead U, o due 20, o give, u sign, u ask 25, o grant')
  expect(table.whole.duty.dueOn).toBe('2026-03-25')
  expect(table.whole.extensions).toMatchObject([{ from: '2026-03-20', to: '2026-03-25', state: 'granted' }])
})

test('only an accepted report moves progress', () => {
  expect(told('o lead U, o due 20, o give, u sign, u report 40').whole.percent).toBe(0)
  expect(told('o lead U, o due 20, o give, u sign, u report 40, o accept').whole.percent).toBe(40)
})

test('nothing is accepted or closed before the day it was reported on', () => {
  const { whole } = told('o lead U, o due 31, o give, u sign, u report 100 photo')
  const early = { ...seal('o'), on: day('08') }
  expect(decideAccept(whole, null, early)).toMatchObject({ refused: { code: 'bad-input' } })
  const table = told('o lead U, o due 31, o give, u sign, u report 100 photo, o accept')
  expect(decideClose(table.whole, table, early)).toMatchObject({ refused: { code: 'bad-input' } })
})

test('what is opened again bears no end any more, and was never more at work than before', () => {
  const steps = 'o lead U, o due 31, o give, u sign, u report 100 photo, o accept, o close, o reopen'
  expect(told(steps).whole).toMatchObject({ closed: null, progress: 'under-way' })
  expect(told('o cancel, o reopen').whole.progress).toBe('not-started')
})

const person = (id: string, roles: Actor['roles'], units: string[]): Actor => ({
  ...{ zone: 'z', person: id, name: id, posts: [], roles, units, keeps: units, owns: [] },
  reach: roles.includes('office') || roles.includes('leader') ? '*' : units,
})
const people = {
  o: person('o', ['office'], []),
  u: person('u', ['unit-officer'], ['U']),
  v: person('v', ['unit-officer'], ['V']),
  h: person('h', ['unit-head'], ['U']),
  g: person('g', ['unit-head'], ['V']),
  w: person('w', ['leader', 'unit-head'], ['U']),
}
const known = { units: new Set(['U', 'V']), posts: new Set(['P']) }
const day = (text: string | undefined) => `2026-03-${text}`
const seal = (by: string) => ({ sha256: '0'.repeat(64), by, on: day('10') })

/** `whole` is what the steps are done to; `parent` is what it is a part of. */
type Table = { whole: Commitment; parent: Commitment | null; children: Commitment[]; evidence: Evidence[] }

const words = { title: 't', kind: 'task', value: null, value2: null, unit: null, op: null, measure: null } as const
const wording = { ...words, period: null, dueOn: null, strength: 'none' } as const
const mention = { document: 'd', proposal: 'p', wording, on: day('01') } as Commitment['mentions'][number]

function adopted(): Commitment {
  const duty = {
    lead: null,
    supporting: [],
    post: null,
    leader: null,
    startOn: day('01'),
    dueOn: null,
    proof: ['photo'],
  }
  return evolveCommitment({ id: 'c', version: 0 }, { kind: 'adopted', number: '1-1', wording, mention, duty })
}

function play(steps: string): string {
  const table = laid()
  for (const step of steps.split(', ')) {
    const decision = decide(table, step)
    if ('refused' in decision) return decision.refused.code
    table.whole = decision.events.reduce<Commitment>(evolveCommitment, table.whole)
  }
  return table.whole.stage
}

function told(steps: string): Table {
  const table = laid()
  for (const step of steps.split(', ')) {
    const decision = decide(table, step)
    if ('refused' in decision) throw new Error(`${step}: ${decision.refused.code}`)
    table.whole = decision.events.reduce<Commitment>(evolveCommitment, table.whole)
  }
  return table
}

function laid(): Table {
  return { whole: adopted(), parent: null, children: [], evidence: [] }
}

function decide(table: Table, step: string): CommitmentDecision {
  const [who, what, ...words] = step.split(' ') as [keyof typeof people, string, ...string[]]
  const actor = people[who]
  const { whole } = table
  const around = { ...known, ...table }
  const assign = (duty: Partial<Duty>) => () => decideAssign(whole, { duty, wording: {} }, around, actor)
  const acts: Record<string, () => CommitmentDecision> = {
    lead: assign({ lead: words[0]! }),
    support: assign({ supporting: words }),
    post: assign({ post: words[0]! }),
    proof: assign({ proof: words }),
    due: assign({ dueOn: words[0] === 'none' ? null : day(words[0]) }),
    part: () => breakDown(table, day(words[0]), actor),
    down: () => moved(table, { whole: table.children[0]!, parent: whole, children: [] }),
    up: () => moved(table, { whole: table.parent!, parent: null, children: [whole] }),
    merge: () => decideMention(whole, mention),
    give: () => decideDispatch(whole, around, actor),
    sign: () => decideSign(whole, actor),
    decline: () => decideDecline(whole, 'not ours', actor),
    report: () => report(table, Number(words[0]), words.slice(1), actor),
    accept: () => decideAccept(whole, null, seal(who)),
    return: () => decideReturn(whole, 'too thin', actor),
    ask: () => decideAskExtension(whole, { id: 'x', to: day(words[0]), reason: 'rain', by: who, on: day('10') }, actor),
    grant: () => decideExtension(whole, { granted: true, remark: null }, around, actor),
    close: () => decideClose(whole, table, seal(who)),
    cancel: () => decideCancel(whole, table.children, { on: day('10'), by: who, reason: 'moot' }),
    reopen: () => decideReopen(whole, table.parent, 'looked again'),
    urge: () => decideUrge(whole, day('10'), who, 'now'),
  }
  return acts[what]!()
}

function moved(table: Table, place: Partial<Table>): CommitmentDecision {
  Object.assign(table, place)
  return { events: [] }
}

function report(table: Table, percent: number, kinds: string[], actor: Actor): CommitmentDecision {
  const { whole } = table
  const ids = kinds.map((proves) => {
    const file = { sha256: '', name: '', mediaType: '', bytes: 0 }
    const piece = { commitment: 'c', file, proves, filedBy: actor.person, filedOn: day('09'), units: [] }
    return table.evidence[table.evidence.push({ id: `e${table.evidence.length}`, version: 1, ...piece }) - 1]!.id
  })
  const said = { id: `r${whole.reports.length}`, on: day('09'), percent, value: null, text: 'so far', evidence: ids }
  const filed = { ...said, by: actor.person, unit: 'U', state: 'awaiting', remark: null, seal: null } as const
  return decideReport(
    whole,
    filed,
    table.evidence.map(({ id }) => id),
    actor,
  )
}

function breakDown(table: Table, dueOn: string, actor: Actor): CommitmentDecision {
  const duty = { ...table.whole.duty, lead: 'U', dueOn }
  const around = { parent: null, ...known, children: table.children }
  const decision = decideBreakDown(table.whole, [{ id: 'k', title: 'part', wording: {}, duty }], around, actor)
  table.children = decision.parts.map(({ id, event }: { id: string; event: CommitmentEvent }) => {
    return evolveCommitment({ id, version: 0 }, event)
  })
  return decision.whole
}
