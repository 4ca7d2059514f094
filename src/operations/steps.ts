// The rows that a step changes, to be saved in one statement: the entry, the step itself, the checks it used, and what it
// proposes elsewhere.

import { type Refusal, Refused, refuse } from '#base/refusal.ts'
import { type Climb, type ClimbEvent, evolveClimb } from '#domain/climb.ts'
import { type Crossing, type CrossingEvent, evolveCrossing } from '#domain/crossing.ts'
import type { Register } from '#domain/register.ts'
import { fieldsIn, hiddenFrom } from '#domain/sight.ts'
import { decideBack, decideClimb, type Ground, type Step, type StepAsked } from '#domain/step.ts'
import { besideForGates } from '#operations/beside.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import { changedEntry, changedRow, expectVersion } from '#operations/record.ts'
import { suggestionsAfter } from '#operations/suggesting.ts'
import { findRecord } from '#store/climbs.ts'

type Place = { id: string; version: number | null; on?: string | undefined }

/** All that a step is decided on. `ladder` null: the steps of every ladder; `to` says which gate's checks count. */
export async function groundOf(
  context: Context,
  register: Register,
  { id, version, on }: Place,
  ladder: string | null,
  to: string | null,
): Promise<Ground> {
  const { system, actor } = context
  const today = dayAt(context, undefined)
  if (on !== undefined && on > today)
    refuse('bad-input', { issues: [{ path: 'on', message: `lies in the future, after ${today}` }] })
  const record = await findRecord(system.db, scopeOf(context), register, id, null, on ?? today)
  const { entry, climbs, crossings, files } = record
  if (version !== null) expectVersion('entry', entry, version)
  const crossing = crossings.find((one) => one.state === 'open' && one.ladder === ladder && one.to === to) ?? null
  const own = ladder === null ? climbs : climbs.filter((climb) => climb.ladder === ladder)
  const { facts: beside, reporters } = await besideForGates(context, register, entry, { on: on ?? today, asOf: null })
  const around = { files, crossing, beside, reporters }
  return { register, entry, climbs: own, ...around, on: on ?? today, actor, newId: system.newId }
}

export const evolveStep = evolveClimb as (row: Climb, event: ClimbEvent) => Climb
const evolveUsed = evolveCrossing as (row: Crossing, event: CrossingEvent) => Crossing

/** A closed gate does not say that a fact is missing which the asker may not see. */
function toldTo({ actor }: Context, register: Register, refusal: Refusal): Refusal {
  if (refusal.code !== 'gate-closed') return refusal
  const hidden = hiddenFrom(register, actor.roles)
  const isSeen = (name: string) => fieldsIn(register, [name]).every(({ key }) => !hidden.has(key))
  const { conditions, ...facts } = refusal.facts
  const told = conditions.map((one) => ({ ...one, missing: one.missing.filter(isSeen) }))
  return { ...refusal, facts: { ...facts, conditions: told } }
}

export async function stepChanges(context: Context, ground: Ground, step: Step) {
  if ('refused' in step) throw new Refused(toldTo(context, ground.register, step.refused))
  const entry = changedEntry(ground.register, ground.entry, [step.entry])
  const climb = changedRow('climb', { id: step.climb.id, version: 0 }, [step.climb.event], evolveStep)
  const used = ground.crossing
    ? [changedRow('crossing', ground.crossing, [{ kind: 'used', climb: climb.row.id } as const], evolveUsed)]
    : []
  const suggested = await suggestionsAfter(context, ground.register, entry.row, climb.row, ground)
  return {
    changed: [entry, climb, ...used, ...suggested],
    register: ground.register,
    entry: entry.row,
    climb: climb.row,
  }
}

/** Back to a lower rung, as of the entry's present state. */
export async function backChanges(
  context: Context,
  register: Register,
  id: string,
  asked: { ladder: string; to: string; reason: string },
) {
  const ground = await groundOf(context, register, { id, version: null }, asked.ladder, null)
  return stepChanges(context, ground, decideBack(ground, asked))
}

/** Up a ladder, as of the entry's present state. */
export async function climbChanges(context: Context, register: Register, id: string, asked: StepAsked) {
  const ground = await groundOf(context, register, { id, version: null }, asked.ladder, asked.to)
  return stepChanges(context, ground, decideClimb(ground, asked))
}
