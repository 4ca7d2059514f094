// Commitments in one line: who does what, then `=>` where it ends: a stage, or the code of the refusal of the last step.
// o = the committee office, u = the lead unit's officer, v = another unit's officer.
// Units are one letter (U, V), days are days of March 2026.

import { expect, test } from 'vitest'
import type { Actor } from '#domain/actor.ts'
import {
  type CommitmentDecision,
  decideAssign,
  decideBreakDown,
  decideDecline,
  decideDispatch,
  decideSign,
} from '#domain/assignment.ts'
import { decideCancel, decideClose, decideReopen } from '#domain/closure.ts'
import { type Commitment, type CommitmentEvent, evolveCommitment } from '#domain/commitment.ts'
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

const person = (id: string, reach: Actor['reach']): Actor => ({
  zone: 'z',
  person: id,
  name: id,
  posts: [],
  roles: [],
  reach,
})
const people = { o: person('o', '*'), u: person('u', ['U']), v: person('v', ['V']) }
const units = new Set(['U', 'V'])
const day = (text: string | undefined) => `2026-03-${text}`
const seal = (by: string) => ({ sha256: '0'.repeat(64), by, on: day('10') })

type Table = { whole: Commitment; children: Commitment[]; evidence: Evidence[] }

function adopted(): Commitment {
  const wording = { title: 't', kind: 'task', value: null, value2: null, unit: null, op: null, measure: null } as const
  const words = { ...wording, period: null, dueOn: null, strength: 'none' } as const
  const duty = {
    lead: null,
    supporting: [],
    post: null,
    leader: null,
    startOn: day('01'),
    dueOn: null,
    proof: ['photo'],
  }
  const mention = {} as Commitment['mentions'][number]
  return evolveCommitment({ id: 'c', version: 0 }, { kind: 'adopted', number: '1-1', wording: words, mention, duty })
}

function play(steps: string): string {
  const table: Table = { whole: adopted(), children: [], evidence: [] }
  for (const step of steps.split(', ')) {
    const decision = decide(table, step)
    if ('refused' in decision) return decision.refused.code
    table.whole = decision.events.reduce<Commitment>(evolveCommitment, table.whole)
  }
  return table.whole.stage
}

function told(steps: string): Table {
  const table: Table = { whole: adopted(), children: [], evidence: [] }
  for (const step of steps.split(', ')) {
    const decision = decide(table, step)
    if ('refused' in decision) throw new Error(`${step}: ${decision.refused.code}`)
    table.whole = decision.events.reduce<Commitment>(evolveCommitment, table.whole)
  }
  return table
}

function decide(table: Table, step: string): CommitmentDecision {
  const [who, what, ...words] = step.split(' ') as [keyof typeof people, string, ...string[]]
  const actor = people[who]
  const { whole } = table
  const around = { parent: null, units, ...table }
  const acts: Record<string, () => CommitmentDecision> = {
    lead: () => decideAssign(whole, { duty: { lead: words[0]! }, wording: {} }, around, actor),
    due: () => decideAssign(whole, { duty: { dueOn: day(words[0]) }, wording: {} }, around, actor),
    part: () => breakDown(table, day(words[0]), actor),
    give: () => decideDispatch(whole),
    sign: () => decideSign(whole, actor),
    decline: () => decideDecline(whole, 'not ours', actor),
    report: () => report(table, Number(words[0]), words.slice(1), actor),
    accept: () => decideAccept(whole, null, seal(who)),
    return: () => decideReturn(whole, 'too thin', actor),
    ask: () => decideAskExtension(whole, { id: 'x', to: day(words[0]), reason: 'rain', by: who, on: day('10') }, actor),
    grant: () => decideExtension(whole, { granted: true, remark: null }, around, actor),
    close: () => decideClose(whole, table, seal(who)),
    cancel: () => decideCancel(whole, table.children, { on: day('10'), by: who, reason: 'moot' }),
    reopen: () => decideReopen(whole, 'looked again'),
    urge: () => decideUrge(whole, day('10'), who, 'now'),
  }
  return acts[what]!()
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
  const around = { parent: null, units, children: table.children }
  const decision = decideBreakDown(table.whole, [{ id: 'k', title: 'part', wording: {}, duty }], around, actor)
  table.children = decision.parts.map(({ id, event }: { id: string; event: CommitmentEvent }) => {
    return evolveCommitment({ id, version: 0 }, event)
  })
  return decision.whole
}
