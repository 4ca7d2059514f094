// Steps on ladders: load the register and the record of the entry, decide, save entry, step and checks in one statement.

import { Refused, refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import { type Climb, type ClimbEvent, evolveClimb } from '#domain/climb.ts'
import { evolveCrossing } from '#domain/crossing.ts'
import type { EntryEvent } from '#domain/entry.ts'
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
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { crossingHandlers } from '#operations/crossings.ts'
import { dayAt, shownTo } from '#operations/entries.ts'
import { entryFileHandlers } from '#operations/entry-files.ts'
import { ruleSeen } from '#operations/entry-shown.ts'
import { figureHandlers } from '#operations/ladder-figures.ts'
import { changedEntry, changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { registerWork } from '#operations/register-work.ts'
import { checkRule } from '#rules/check.ts'
import { findRecord } from '#store/climbs.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister, findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'

type Asked = { register: string; id: string; version: number; on?: string | undefined }

/** All that a step is decided on; `to` says which gate's checks count. */
async function groundOf(context: Context, asked: Asked, ladder: string | null, to: string | null): Promise<Ground> {
  const { system, actor } = context
  const today = dayAt(context, undefined)
  const on = asked.on ?? today
  if (on > today) refuse('bad-input', { issues: [{ path: 'on', message: `lies in the future, after ${today}` }] })
  const register = await findRegister(system.db, scopeOf(context), asked.register, null)
  const { entry, climbs, crossings, files } = await findRecord(system.db, scopeOf(context), register, asked.id, null)
  expectVersion('entry', entry, asked.version)
  const crossing = crossings.find((one) => one.state === 'open' && one.ladder === ladder && one.to === to) ?? null
  const own = ladder === null ? climbs : climbs.filter((climb) => climb.ladder === ladder)
  return { register, entry, climbs: own, files, crossing, on, actor, newId: system.newId }
}

const evolve = evolveClimb as (row: Climb, event: ClimbEvent) => Climb

async function take(context: Context, act: EntryName, ground: Ground, step: Step) {
  if ('refused' in step) throw new Refused(step.refused)
  const entry = changedEntry(ground.register, ground.entry, [step.entry])
  const climb = changedRow('climb', { id: step.climb.id, version: 0 }, [step.climb.event], evolve)
  const used = ground.crossing
    ? [
        changedRow(
          'crossing',
          ground.crossing,
          [{ kind: 'used', climb: step.climb.id } as const],
          evolveCrossing as never,
        ),
      ]
    : []
  await record(context, act, [entry, climb, ...used], ground.on)
  return { entry: shownTo(context, ground.register, entry.row), climb: climb.row }
}

async function strike(context: Context, asked: Asked & { climb: string; reason: string }) {
  const whole = await groundOf(context, asked, null, null)
  const struck =
    whole.climbs.find(({ id }) => id === asked.climb) ?? refuse('not-found', { noun: 'climb', id: asked.climb })
  const ground = { ...whole, climbs: whole.climbs.filter(({ ladder }) => ladder === struck.ladder) }
  const decision = decideStrike(ground, asked.climb, asked.reason)
  if ('refused' in decision) throw new Refused(decision.refused)
  const entry = changedEntry(ground.register, ground.entry, [decision.entry as EntryEvent])
  const climb = changedRow('climb', struck, [decision.climb], evolve)
  await record(context, 'strikeClimb', [entry, climb])
  return { entry: shownTo(context, ground.register, entry.row), climb: climb.row }
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
  const { entry, crossings, files } = await findRecord(db, scopeOf(context), register, asked.id, asOf)
  const crossing =
    crossings.find((one) => one.state === 'open' && one.ladder === ladder.key && one.to === rung.key) ?? null
  const list = checklistOf(register, ladder, rung, entry, files, crossing, dayAt(context, asked.asOf))
  return { ...shownList(context, register, list), crossing }
}

/** Reasons that tell of facts out of the asker's sight are left out; the verdict stays. */
function shownList({ actor }: Context, register: Register, list: Checklist) {
  const { definition, version } = register
  const conditions = list.conditions.map(({ rule: text, words, verdict, missing, trace }) => {
    const { rule } = checkRule(text, dictionaryOf(definition, version))
    const seen = rule !== undefined && ruleSeen(definition, rule, actor.roles)
    return { rule: text, words, verdict, missing: seen ? missing : [], trace: seen ? { ...trace } : null }
  })
  return { ...list, conditions }
}

async function supplyOwed(context: Context, asked: { id: string; version: number; kind: string; file: string }) {
  const { db } = context.system
  const climb = await findRow(db, scopeOf(context), 'climb', asked.id)
  const register = await findRegisterById(db, scopeOf(context), climb.register)
  await findEntry(db, scopeOf(context), register, climb.entry, null) // out of reach: not found
  expectVersion('climb', climb, asked.version)
  const file = await findRow(db, scopeOf(context), 'entry_file', asked.file)
  const events = decided<ClimbEvent>(decideSupply(climb, asked.kind, file, dayAt(context, undefined)))
  const changed = changedRow('climb', climb, events, evolve)
  await record(context, 'supplyOwed', [changed])
  return changed.row
}

export const ladderHandlers = {
  ...crossingHandlers,
  ...entryFileHandlers,
  ...figureHandlers,
  registerWork,
  getChecklist: checklist,
  climbEntry: async (context, asked) => {
    const ground = await groundOf(context, asked, asked.ladder, asked.to)
    return take(context, 'climbEntry', ground, decideClimb(ground, asked))
  },
  stepBack: async (context, asked) => {
    const ground = await groundOf(context, asked, asked.ladder, null)
    return take(context, 'stepBack', ground, decideBack(ground, asked))
  },
  leaveLadder: async (context, asked) => {
    const ground = await groundOf(context, asked, asked.ladder, null)
    return take(context, 'leaveLadder', ground, decideLeave(ground, asked))
  },
  strikeClimb: strike,
  supplyOwed,
} satisfies Partial<Handlers>
