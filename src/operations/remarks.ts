// Comments and instructions on entries: the entry is found first, so that nothing is said or answered out of reach.

import type { EntryName } from '#contract/contract.ts'
import type { Decision } from '#domain/decision.ts'
import type { Entry } from '#domain/entry.ts'
import type { Register } from '#domain/register.ts'
import {
  decideAnswer,
  decideReturnAnswer,
  decideSay,
  decideSettle,
  evolveRemark,
  type Remark,
  type RemarkEvent,
} from '#domain/remark.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import { changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister, findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'

const evolve = evolveRemark as (row: Remark, event: RemarkEvent) => Remark

type Said = { register: string; id: string; text: string; dueOn: string | null }

async function say(
  context: Context,
  act: EntryName,
  kind: Remark['kind'],
  { register: code, id: of, text, dueOn }: Said,
) {
  const { system, actor } = context
  const register = await findRegister(system.db, scopeOf(context), code, null)
  const entry = await findEntry(system.db, scopeOf(context), register, of, null)
  const id = system.newId()
  const decision = decideSay(register, entry, { id, kind, text, dueOn }, dayAt(context, undefined), actor)
  const changed = changedRow('remark', { id, version: 0 }, decided(decision), evolve)
  await record(context, act, [changed])
  return changed.row
}

type Told = { id: string; version: number }
type Ground = { remark: Remark; register: Register; entry: Entry; on: string }

async function change(
  context: Context,
  act: EntryName,
  { id, version }: Told,
  decide: (ground: Ground) => Decision<RemarkEvent>,
): Promise<Remark> {
  const { db } = context.system
  const remark = await findRow(db, scopeOf(context), 'remark', id)
  const register = await findRegisterById(db, scopeOf(context), remark.register)
  const entry = await findEntry(db, scopeOf(context), register, remark.entry, null) // out of reach: not found
  expectVersion('remark', remark, version)
  const events = decided(decide({ remark, register, entry, on: dayAt(context, undefined) }))
  const changed = changedRow('remark', remark, events, evolve)
  await record(context, act, [changed])
  return changed.row
}

export const remarkHandlers = {
  commentOnEntry: (context, asked) => say(context, 'commentOnEntry', 'comment', { ...asked, dueOn: null }),
  instructOnEntry: (context, asked) => say(context, 'instructOnEntry', 'instruction', asked),
  answerInstruction: (context, { text, ...of }) =>
    change(context, 'answerInstruction', of, ({ remark, register, entry, on }) =>
      decideAnswer(remark, register, entry, text, on, context.actor),
    ),
  returnAnswer: (context, { reason, ...of }) =>
    change(context, 'returnAnswer', of, ({ remark, on }) => decideReturnAnswer(remark, reason, on, context.actor)),
  settleInstruction: (context, of) =>
    change(context, 'settleInstruction', of, ({ remark, on }) => decideSettle(remark, on, context.actor)),
} satisfies Partial<Handlers>
