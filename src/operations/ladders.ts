// Steps on ladders: load the register and the record of the entry, decide, save entry, step and checks in one statement.

import { Refused, refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import type { ClimbEvent } from '#domain/climb.ts'
import { deciderAt } from '#domain/decider.ts'
import { outsideReach } from '#domain/entry-change.ts'
import { type Checklist, checklistOf } from '#domain/gate.ts'
import { ladderOf, type Register, rungOf } from '#domain/register.ts'
import { dictionaryOf } from '#domain/register-dictionary.ts'
import {
  decideBack,
  decideClimb,
  decideLeave,
  decideStrike,
  decideSupply,
  type Ground,
  type Step,
} from '#domain/step.ts'
import { decideSuggestion, evolveSuggestion } from '#domain/suggestion.ts'
import { toldName, toldPartKeys } from '#domain/told.ts'
import { besideForGates, besideOf, everywhere } from '#operations/beside.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { countHandlers } from '#operations/counts.ts'
import { crossingHandlers } from '#operations/crossings.ts'
import { dayAt, shownTo } from '#operations/entries.ts'
import { entryFileHandlers } from '#operations/entry-files.ts'
import { hiddenIn } from '#operations/entry-shown.ts'
import { figureHandlers } from '#operations/ladder-figures.ts'
import { planHandlers } from '#operations/plans.ts'
import { changedEntry, changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { registerWork } from '#operations/register-work.ts'
import { evolveStep, groundOf, stepChanges } from '#operations/steps.ts'
import { recordSteps } from '#operations/steps-recorded.ts'
import { suggestionHandlers } from '#operations/suggestions.ts'
import { checkRule } from '#rules/check.ts'
import { findRecord } from '#store/climbs.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister, findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'
import { suggestionsOf } from '#store/suggestions.ts'

type Asked = { register: string; id: string; version: number; on?: string | undefined }

async function look(context: Context, asked: Asked, ladder: string | null, to: string | null): Promise<Ground> {
  const register = await findRegister(context.system.db, scopeOf(context), asked.register, null)
  return groundOf(context, register, asked, ladder, to)
}

async function take(context: Context, act: EntryName, ground: Ground, step: Step) {
  const { changed, entry, climb } = await stepChanges(context, ground, step)
  await record(context, act, changed, ground.on)
  return { entry: await shownTo(context, ground.register, entry), climb }
}

/** What the step had proposed and nobody has decided is withdrawn with it. */
async function strike(context: Context, asked: Asked & { climb: string; reason: string }) {
  const whole = await look(context, asked, null, null)
  const struck =
    whole.climbs.find(({ id }) => id === asked.climb) ?? refuse('not-found', { noun: 'climb', id: asked.climb })
  const ground = { ...whole, climbs: whole.climbs.filter(({ ladder }) => ladder === struck.ladder) }
  const decision = decideStrike(ground, asked.climb, asked.reason)
  if ('refused' in decision) throw new Refused(decision.refused)
  const entry = changedEntry(ground.register, ground.entry, [decision.entry])
  const climb = changedRow('climb', struck, [decision.climb], evolveStep)
  const waiting = await suggestionsOf(context.system.db, everywhere(context), struck.id)
  const by = { on: ground.on, by: context.actor.person, reason: asked.reason }
  const withdrawn = waiting.map((one) =>
    changedRow('suggestion', one, decided(decideSuggestion(one, 'withdrawn', by)), evolveSuggestion as never),
  )
  const recounted = decision.recounted.map((one) => changedRow('climb', one.climb, [one.event], evolveStep))
  await record(context, 'strikeClimb', [entry, climb, ...recounted, ...withdrawn])
  return { entry: await shownTo(context, ground.register, entry.row), climb: climb.row }
}

async function checklist(
  context: Context,
  asked: { register: string; id: string; ladder: string; to: string; asOf?: string | undefined },
) {
  const { db } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const ladder =
    ladderOf(register.definition, asked.ladder) ?? refuse('not-found', { noun: 'ladder', id: asked.ladder })
  const rung = rungOf(ladder, asked.to) ?? refuse('not-found', { noun: 'rung', id: asked.to })
  const on = dayAt(context, asked.asOf)
  const { entry, climbs, crossings, files } = await findRecord(db, scopeOf(context), register, asked.id, asOf, on)
  const crossing =
    crossings.find((one) => one.state === 'open' && one.ladder === ladder.key && one.to === rung.key) ?? null
  const { facts, reporters } = await besideForGates(context, register, entry, { on, asOf })
  const { commitments } = (await besideOf(context, register, [entry], asOf))(entry)
  const list = checklistOf(register, ladder, rung, entry, files, crossing, on, facts)
  const ground = { register, entry, climbs: climbs.filter((climb) => climb.ladder === ladder.key), reporters }
  const decider = deciderAt({ ...ground, actor: context.actor }, ladder, rung.gate)
  const unseen = Object.keys(entry.values).filter((key) => !(key in commitments))
  return { ...shownList(context, register, list, unseen), decider, crossing }
}

/**
 * Reasons that tell of facts out of the asker's sight are left out; the verdict stays. So are those with roll-ups, for whoever
 * does not see the whole zone, and those with commitments that are `unseen`: the gate looked further.
 */
function shownList({ actor }: Context, register: Register, list: Checklist, unseen: readonly string[]) {
  const { definition, version } = register
  const beyond = definition.fields.filter(({ key, type }) =>
    type === 'rollup' ? actor.reach !== '*' : type === 'commitment' && unseen.includes(key),
  )
  const further = beyond.flatMap((field) => [field.name, ...toldPartKeys.map((part) => toldName(field, part))])
  const conditions = list.conditions.map(({ rule: text, words, verdict, missing, trace }) => {
    const { rule } = checkRule(text, dictionaryOf(definition, version))
    const open = rule !== undefined && !rule.names.some((name) => further.includes(name))
    const seen = open && !hiddenIn(register, rule, actor.roles)
    return { rule: text, words, verdict, missing: seen ? missing : [], trace: seen ? { ...trace } : null }
  })
  return { ...list, conditions }
}

async function supplyOwed(context: Context, asked: { id: string; version: number; kind: string; file: string }) {
  const { db } = context.system
  const climb = await findRow(db, scopeOf(context), 'climb', asked.id)
  const register = await findRegisterById(db, scopeOf(context), climb.register)
  const entry = await findEntry(db, scopeOf(context), register, climb.entry, null) // out of reach: not found
  const outside = outsideReach(register.definition, entry.values, context.actor)
  if (outside) throw new Refused(outside.refused)
  expectVersion('climb', climb, asked.version)
  const file = await findRow(db, scopeOf(context), 'entry_file', asked.file)
  const events = decided<ClimbEvent>(decideSupply(climb, asked.kind, file, dayAt(context, undefined)))
  const changed = changedRow('climb', climb, events, evolveStep)
  await record(context, 'supplyOwed', [changed])
  return changed.row
}

export const ladderHandlers = {
  ...crossingHandlers,
  ...entryFileHandlers,
  ...figureHandlers,
  ...countHandlers,
  ...planHandlers,
  ...suggestionHandlers,
  registerWork,
  getChecklist: checklist,
  climbEntry: async (context, asked) => {
    const ground = await look(context, asked, asked.ladder, asked.to)
    return take(context, 'climbEntry', ground, decideClimb(ground, asked))
  },
  recordSteps,
  stepBack: async (context, asked) => {
    const ground = await look(context, asked, asked.ladder, null)
    return take(context, 'stepBack', ground, decideBack(ground, asked))
  },
  leaveLadder: async (context, asked) => {
    const ground = await look(context, asked, asked.ladder, null)
    return take(context, 'leaveLadder', ground, decideLeave(ground, asked))
  },
  strikeClimb: strike,
  supplyOwed,
} satisfies Partial<Handlers>
