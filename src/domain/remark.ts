// What is said about an entry of a register: comments, and a leader's instructions (批示). An instruction asks for an answer:
// those who keep the entry say what was done (落实情况), and the office settles it (办结) or sends the answer back.

import { z } from 'zod'
import type { Actor } from '#domain/actor.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import type { Entry } from '#domain/entry.ts'
import { outsideReach } from '#domain/entry-change.ts'
import { Day, Id, LongWords, Row, Words } from '#domain/fields.ts'
import type { Register } from '#domain/register.ts'

export const RemarkKind = z.enum(['comment', 'instruction'])
/** A comment asks for nothing and stays `said`. */
export const RemarkState = z.enum(['said', 'unanswered', 'answered', 'settled'])
export type RemarkState = z.infer<typeof RemarkState>

export const RemarkText = z.string().trim().min(1).max(2000)

export const Answer = z.object({
  text: LongWords,
  by: Id,
  on: Day,
  /** The office was not satisfied, and why. */
  returned: z.object({ on: Day, by: Id, reason: Words }).nullable(),
})
export type Answer = z.infer<typeof Answer>

export const Remark = Row.extend({
  register: Id,
  entry: Id,
  kind: RemarkKind,
  text: RemarkText,
  by: Id,
  on: Day,
  /** By when an answer is wanted; null: the instruction does not say. */
  dueOn: Day.nullable(),
  answers: z.array(Answer),
  state: RemarkState,
  settled: z.object({ on: Day, by: Id }).nullable(),
  /** Of the entry when it was said. */
  units: z.array(Id),
})
export type Remark = z.infer<typeof Remark>

export type RemarkEvent =
  | { kind: 'said'; remark: Omit<Remark, 'version' | 'answers' | 'state' | 'settled'> }
  | { kind: 'answered'; answer: Omit<Answer, 'returned'> }
  | { kind: 'answer-returned'; returned: NonNullable<Answer['returned']> }
  | { kind: 'settled'; settled: NonNullable<Remark['settled']> }

export function evolveRemark(remark: Remark | { id: string; version: 0 }, event: RemarkEvent): Remark {
  return { ...changed(remark as Remark, event), version: remark.version + 1 }
}

function changed(remark: Remark, event: RemarkEvent): Remark {
  switch (event.kind) {
    case 'said': {
      const state = event.remark.kind === 'comment' ? 'said' : 'unanswered'
      return { ...event.remark, version: remark.version, answers: [], state, settled: null }
    }
    case 'answered':
      return { ...remark, state: 'answered', answers: [...remark.answers, { ...event.answer, returned: null }] }
    case 'answer-returned': {
      const answers = remark.answers.with(-1, { ...(remark.answers.at(-1) as Answer), returned: event.returned })
      return { ...remark, state: 'unanswered', answers }
    }
    case 'settled':
      return { ...remark, state: 'settled', settled: event.settled }
  }
}

type Said = { id: string; kind: Remark['kind']; text: string; dueOn: string | null }

/** Whoever sees the entry may speak about it; what was taken out of the register is spoken of no more. */
export function decideSay(
  register: Register,
  entry: Entry,
  said: Said,
  on: string,
  actor: Actor,
): Decision<RemarkEvent> {
  if (entry.removed) return no('entry-removed', { id: entry.id })
  if (said.dueOn !== null && said.dueOn < on) return no('due-passed', { dueOn: said.dueOn })
  const where = { register: register.id, entry: entry.id, units: entry.units }
  return happens({ kind: 'said', remark: { ...said, ...where, by: actor.person, on } })
}

/** By those who keep the entry now, whoever kept it when the instruction was given. */
export function decideAnswer(
  remark: Remark,
  register: Register,
  entry: Entry,
  text: string,
  on: string,
  actor: Actor,
): Decision<RemarkEvent> {
  if (entry.removed) return no('entry-removed', { id: entry.id })
  const outside = outsideReach(register.definition, entry.values, actor)
  if (outside) return outside
  return notIn(remark, 'unanswered') ?? happens({ kind: 'answered', answer: { text, by: actor.person, on } })
}

export function decideReturnAnswer(remark: Remark, reason: string, on: string, actor: Actor): Decision<RemarkEvent> {
  return notIn(remark, 'answered') ?? happens({ kind: 'answer-returned', returned: { on, by: actor.person, reason } })
}

export function decideSettle(remark: Remark, on: string, actor: Actor): Decision<RemarkEvent> {
  return notIn(remark, 'answered') ?? happens({ kind: 'settled', settled: { on, by: actor.person } })
}

function notIn({ state }: Remark, needs: RemarkState): ReturnType<typeof no> | null {
  return state === needs ? null : no('wrong-stage', { stage: state, needs: [needs] })
}
