// Steps on a ladder: up through a gate, over rungs that may be skipped, back, off it. Every step but the plain one up has a
// reason. Where the entry then stands follows from its steps alone.

import type { Actor } from '#domain/actor.ts'
import { againIn, type Climb, type ClimbEvent, type Owed, standingAfter } from '#domain/climb.ts'
import type { Crossing } from '#domain/crossing.ts'
import { notOtherParty } from '#domain/decider.ts'
import { no } from '#domain/decision.ts'
import type { Entry, EntryEvent } from '#domain/entry.ts'
import { outsideReach } from '#domain/entry-change.ts'
import type { EntryFile } from '#domain/entry-file.ts'
import { checklistOf } from '#domain/gate.ts'
import { type Ladder, ladderOf, type Register, type Rung, rungOf } from '#domain/register.ts'
import type { Facts } from '#rules/facts.ts'

/** All that a step is decided on. `climbs`: those of the entry on this ladder, oldest first. */
export type Ground = {
  register: Register
  entry: Entry
  climbs: readonly Climb[]
  files: readonly EntryFile[]
  /** The one that is open for the rung in question. */
  crossing: Crossing | null
  on: string
  /** Facts that do not lie in the entry itself, as the whole zone knows them. */
  beside: Facts
  /** Who reported on the commitments that the entry leads to. */
  reporters: readonly string[]
  actor: Actor
  newId(): string
}

type Refused = ReturnType<typeof no>
export type Step = { climb: { id: string; event: ClimbEvent & { kind: 'stepped' } }; entry: EntryEvent } | Refused
export type StepAsked = {
  ladder: string
  to: string
  reason: string | null
  certificateOn: string | null
  owed: { kind: string; dueOn: string }[]
}

function placeOf(
  ground: Ground,
  ladderKey: string,
  rungKey: string | null,
): { ladder: Ladder; rung: Rung | null } | Refused {
  const { register, entry, actor } = ground
  if (entry.removed) return no('entry-removed', { id: entry.id })
  const outside = outsideReach(register.definition, entry.values, actor)
  if (outside) return outside
  const ladder = ladderOf(register.definition, ladderKey)
  if (!ladder) return no('not-found', { noun: 'ladder', id: ladderKey })
  const rung = rungKey === null ? null : rungOf(ladder, rungKey)
  if (rung === undefined || rung?.retired) return no('not-found', { noun: 'rung', id: rungKey ?? '' })
  const since = entry.rungs[ladderKey]?.since
  if (since !== undefined && ground.on < since) return no('before-last-step', { since })
  return { ladder, rung }
}

const above = ({ rungs }: Ladder, rung: string, from: string | null): boolean =>
  rungs.findIndex(({ key }) => key === rung) > rungs.findIndex(({ key }) => key === from)

/** Up to a rung, through its gate. */
export function decideClimb(ground: Ground, asked: StepAsked): Step {
  const place = placeOf(ground, asked.ladder, asked.to)
  if ('refused' in place) return place
  const { register, entry, files, crossing, on, actor, beside } = ground
  const { ladder } = place
  const rung = place.rung as Rung
  const at = entry.rungs[ladder.key]
  if (at?.left != null) return no('wrong-stage', { stage: 'left', needs: ['returned'] })
  if (at && !above(ladder, rung.key, at.rung)) return no('not-above', { rung: rung.key, from: at.rung })
  const { gate } = rung
  if (!actor.roles.some((role) => gate.decides.includes(role)))
    return no('forbidden', { act: 'climb', roles: gate.decides })
  const partial = gate.otherParty ? notOtherParty(ground, ladder) : null
  if (partial) return no('other-party', partial)
  const list = checklistOf(register, ladder, rung, entry, files, crossing, on, beside)
  const barred = list.skipped.find((one) => one.barred)
  if (barred) return no('rung-not-skippable', { rung: barred.rung })
  if (list.skipped.length > 0 && !asked.reason) return no('reason-missing', {})
  if (gate.certificate && !asked.certificateOn) return no('certificate-missing', { rung: rung.key })
  const tolerable = list.proofs.filter(({ state }) => state === 'tolerable').map(({ kind }) => kind)
  const strange = asked.owed.find(({ kind, dueOn }) => !tolerable.includes(kind) || dueOn <= on)
  if (strange) return no('not-tolerable', { kind: strange.kind })
  const lacking = list.proofs
    .filter(
      ({ state, kind }) =>
        state === 'missing' || (state === 'tolerable' && !asked.owed.some((one) => one.kind === kind)),
    )
    .map(({ kind }) => kind)
  if (!list.open || lacking.length > 0) {
    return no('gate-closed', {
      rung: rung.key,
      conditions: list.conditions
        .filter(({ verdict }) => verdict !== 'yes')
        .map(({ words, rule, verdict, missing }) => ({ words: words || rule, verdict, missing })),
      proofs: lacking,
      checks: list.checks
        .filter(({ state }) => state !== 'passed')
        .map(({ asks, state, late }) => ({ asks, state, late })),
    })
  }
  const evidence = list.proofs.flatMap((proof) => proof.files)
  const passedOwing = (crossing?.checks ?? []).flatMap(({ owed }) => owed)
  const owed = [...asked.owed, ...passedOwing].map((one): Owed => ({ ...one, supplied: null }))
  const skipped = list.skipped.map((one) => one.rung)
  const kind = skipped.length > 0 ? 'skipped' : 'climbed'
  const { reason, certificateOn } = asked
  return stepped(ground, ladder, { kind, to: rung.key, skipped, reason, certificateOn, evidence, owed })
}

export type RecordedAsked = {
  ladder: string
  to: string
  certificateOn: string | null
  reason: string
  /** What was still owed then, and is. */
  owed?: readonly { kind: string; dueOn: string }[]
}

/** Up to a rung before the register was kept here: the rungs between are not known and not counted. */
export function decideRecorded(ground: Ground, asked: RecordedAsked): Step {
  const place = placeOf(ground, asked.ladder, asked.to)
  if ('refused' in place) return place
  const { ladder } = place
  const at = ground.entry.rungs[ladder.key]
  if (at?.left != null) return no('wrong-stage', { stage: 'left', needs: ['returned'] })
  if (at && !above(ladder, asked.to, at.rung)) return no('not-above', { rung: asked.to, from: at.rung })
  const { to, reason, certificateOn } = asked
  const owed = (asked.owed ?? []).map((one): Owed => ({ ...one, supplied: null }))
  return stepped(ground, ladder, { kind: 'recorded', to, reason, certificateOn, owed })
}

/** Back to a lower rung, or on to the same one after leaving. */
export function decideBack(ground: Ground, asked: { ladder: string; to: string; reason: string }): Step {
  const place = placeOf(ground, asked.ladder, asked.to)
  if ('refused' in place) return place
  const { ladder } = place
  const at = ground.entry.rungs[ladder.key]
  if (!at) return no('not-on-ladder', { ladder: ladder.key })
  const higher = above(ladder, asked.to, at.rung)
  if (higher || (at.left === null && asked.to === at.rung)) return no('not-below', { rung: asked.to, from: at.rung })
  const kind = at.left === null ? 'back' : 'returned'
  return stepped(ground, ladder, { kind, to: asked.to, reason: asked.reason })
}

export function decideLeave(ground: Ground, asked: { ladder: string; reason: string }): Step {
  const place = placeOf(ground, asked.ladder, null)
  if ('refused' in place) return place
  const at = ground.entry.rungs[place.ladder.key]
  if (!at || at.left !== null) return no('not-on-ladder', { ladder: place.ladder.key })
  return stepped(ground, place.ladder, { kind: 'left', to: null, reason: asked.reason })
}

type Said = Pick<Climb, 'kind' | 'to' | 'reason'> &
  Partial<Pick<Climb, 'skipped' | 'certificateOn' | 'evidence' | 'owed'>>

function stepped({ register, entry, climbs, on, actor, newId }: Ground, { key: ladder }: Ladder, said: Said): Step {
  const id = newId()
  const nothing = { skipped: [], certificateOn: null, evidence: [], owed: [] }
  const from = entry.rungs[ladder]?.rung ?? null
  const where = { id, register: register.id, entry: entry.id, ladder, from, on }
  const plain = { ...where, ...nothing, ...said, by: actor.person, units: entry.units, struck: null, again: false }
  const all = [...climbs, { ...plain, version: 1, owedOn: null }]
  const climb = { ...plain, again: againIn(all).has(id) }
  const standing = standingAfter(all)
  return { climb: { id, event: { kind: 'stepped', climb } }, entry: { kind: 'stepped', ladder, standing, climb: id } }
}

/** A step recorded by mistake: the entry stands where its other steps leave it. */
export function decideStrike(
  { register, entry, climbs, on, actor }: Ground,
  id: string,
  reason: string,
): { climb: ClimbEvent; entry: EntryEvent; recounted: { climb: Climb; event: ClimbEvent }[] } | Refused {
  const outside = outsideReach(register.definition, entry.values, actor)
  if (outside) return outside
  const climb = climbs.find((one) => one.id === id)
  if (!climb) return no('not-found', { noun: 'climb', id })
  if (climb.struck) return no('wrong-stage', { stage: 'struck', needs: ['standing'] })
  const struck = { on, by: actor.person, reason }
  const left = climbs.map((one) => (one.id === id ? { ...one, struck } : one))
  const [standing, again] = [standingAfter(left), againIn(left)]
  const changed = climbs.filter((one) => one.id !== id && !one.struck && one.again !== again.has(one.id))
  const recounted = changed.map((one) => ({
    climb: one,
    event: { kind: 'recounted' as const, again: again.has(one.id) },
  }))
  return {
    recounted,
    climb: { kind: 'struck', struck },
    entry: { kind: 'stepped', ladder: climb.ladder, standing, climb: id },
  }
}

export function decideSupply(climb: Climb, kind: string, file: EntryFile | undefined, on: string) {
  const owed = climb.owed.find((one) => one.kind === kind && !one.supplied)
  if (!owed || climb.struck) return no('not-tolerable', { kind })
  if (!file || file.entry !== climb.entry || file.proves !== kind)
    return no('unknown-evidence', { evidence: file?.id ?? kind })
  return { events: [{ kind: 'supplied', proof: kind, file: file.id, on } as const] }
}
