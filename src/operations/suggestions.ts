// Deciding what steps have proposed: accepted, it is done by the same decisions as by hand, in one statement with the answer.

import { Refused, refuse } from '#base/refusal.ts'
import type { Entry } from '#domain/entry.ts'
import { decideAdd, decideReviseEntry, outsideReach } from '#domain/entry-change.ts'
import type { Given } from '#domain/field-value.ts'
import type { Register } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { hiddenFrom } from '#domain/sight.ts'
import {
  decideSuggestion,
  evolveSuggestion,
  type Proposed,
  type Suggestion,
  type SuggestionEvent,
} from '#domain/suggestion.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt, refuseUnknown, shownTo } from '#operations/entries.ts'
import { changedEntry, changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { backChanges, climbChanges } from '#operations/steps.ts'
import { titlesOf } from '#store/climbs.ts'
import { findEntry } from '#store/entries.ts'
import { findRegisterById, listRegisters } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'
import type { Changed } from '#store/save.ts'
import { waitingSuggestions } from '#store/suggestions.ts'

const evolve = evolveSuggestion as (row: Suggestion, event: SuggestionEvent) => Suggestion

type Accepted = { id: string; version: number; reason: string | null; certificateOn: string | null; values: Given }
type Done = { changed: Changed[]; register: Register; entry: Entry }

async function load(context: Context, { id, version }: { id: string; version: number }) {
  const suggestion = await findRow(context.system.db, scopeOf(context), 'suggestion', id)
  expectVersion('suggestion', suggestion, version)
  if (suggestion.state !== 'waiting') refuse('already-decided', { state: suggestion.state })
  return suggestion
}

function decide(context: Context, suggestion: Suggestion, kind: 'accepted' | 'declined', reason: string | null) {
  const by = { on: dayAt(context, undefined), by: context.actor.person, reason }
  return changedRow('suggestion', suggestion, decided(decideSuggestion(suggestion, kind, by)), evolve)
}

async function accept(context: Context, asked: Accepted) {
  const suggestion = await load(context, asked)
  const answer = decide(context, suggestion, 'accepted', asked.reason)
  const register = await findRegisterById(context.system.db, scopeOf(context), suggestion.proposes.register)
  const done = await doing(context, register, suggestion.proposes, asked).catch(async (error: unknown) => {
    await load(context, asked) // somebody else decided in the meantime: that is what is told
    throw error
  })
  await record(context, 'acceptSuggestion', [...done.changed, answer])
  return { suggestion: answer.row, entry: await shownTo(context, register, done.entry) }
}

async function doing(context: Context, register: Register, proposes: Proposed, asked: Accepted): Promise<Done> {
  if (proposes.kind === 'climb') {
    const { ladder, rung: to, entry } = proposes
    const { reason, certificateOn } = asked
    return climbChanges(context, register, entry, { ladder, to, reason, certificateOn, owed: [] })
  }
  if (proposes.kind === 'add') {
    const given = { ...proposes.values, ...asked.values }
    const events = decided(decideAdd(register, given, dayAt(context, undefined), context.actor))
    await refuseUnknown(context, register, events)
    const changed = changedEntry(register, { id: context.system.newId(), version: 0 }, events)
    return { changed: [changed], register, entry: changed.row }
  }
  if (proposes.kind === 'back') {
    const { ladder, rung: to, entry } = proposes
    return backChanges(context, register, entry, { ladder, to, reason: asked.reason ?? refuse('reason-missing', {}) })
  }
  const entry = await findEntry(context.system.db, scopeOf(context), register, proposes.entry, null)
  const given = proposes.kind === 'date' ? { [proposes.field]: proposes.value } : proposes.values
  const events = decided(decideReviseEntry(register, entry, given, context.actor))
  const changed = changedEntry(register, entry, events)
  return { changed: events.length > 0 ? [changed] : [], register, entry: changed.row }
}

/** Seeing what is proposed is not deciding on it: that is for those who keep the entry that it is about. */
async function keeps(context: Context, { proposes, from }: Suggestion): Promise<void> {
  const { db } = context.system
  const about = proposes.kind === 'add' ? from : proposes
  const register = await findRegisterById(db, scopeOf(context), about.register)
  const entry = await findEntry(db, scopeOf(context), register, about.entry, null)
  const outside = outsideReach(register.definition, entry.values, context.actor)
  if (outside) throw new Refused(outside.refused)
}

/** Without the values of fields that are hidden where they would be filled in. */
export function inSight(suggestion: Suggestion, registers: readonly Register[], roles: readonly Role[]): Suggestion {
  const { proposes } = suggestion
  const register = registers.find(({ id }) => id === proposes.register)
  if (!register || !('values' in proposes)) return suggestion
  const hidden = hiddenFrom(register, roles)
  const values = Object.fromEntries(Object.entries(proposes.values).filter(([key]) => !hidden.has(key)))
  return { ...suggestion, proposes: { ...proposes, values } }
}

/** More than this nobody decides in a day. */
const most = 500

export async function suggestionsShown(context: Context, asOf: string | null) {
  const { db } = context.system
  const waiting = await waitingSuggestions(db, scopeOf(context), asOf, most)
  const registers = await listRegisters(db, scopeOf(context), asOf)
  const about = ({ proposes, from }: Suggestion) => (proposes.kind === 'add' ? from : proposes)
  const titles = new Map<string, string | null>()
  for (const register of registers) {
    const ids = waiting.flatMap((one) => (about(one).register === register.id ? [about(one).entry] : []))
    if (ids.length === 0) continue
    const found = await titlesOf(db, scopeOf(context), register, ids, asOf)
    for (const [id, { title }] of found) titles.set(id, title)
  }
  return waiting.flatMap((suggestion) => {
    const { register, entry } = about(suggestion)
    const code = registers.find(({ id }) => id === register)?.definition.code
    const shown = inSight(suggestion, registers, context.actor.roles)
    return code && titles.has(entry) ? [{ suggestion: shown, register: code, title: titles.get(entry) ?? null }] : []
  })
}

export const suggestionHandlers = {
  listSuggestions: (context, { asOf }) => suggestionsShown(context, asOf ?? null),
  acceptSuggestion: accept,
  declineSuggestion: async (context, { reason, ...of }) => {
    const suggestion = await load(context, of)
    await keeps(context, suggestion)
    const answer = decide(context, suggestion, 'declined', reason)
    await record(context, 'declineSuggestion', [answer])
    return answer.row
  },
} satisfies Partial<Handlers>
