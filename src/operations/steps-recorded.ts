// Steps that were taken before the register was kept here (补录): many at once, decided on line by line without asking any
// gate, saved in one statement. Lines of one entry build on each other.

import type { Refusal } from '#base/refusal.ts'
import type { Climb } from '#domain/climb.ts'
import type { Entry, EntryEvent } from '#domain/entry.ts'
import { evolveEntry } from '#domain/entry.ts'
import type { Register } from '#domain/register.ts'
import { decideRecorded, type RecordedAsked } from '#domain/step.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import { changedEntry, changedRow, type Fresh, record } from '#operations/record.ts'
import { evolveStep } from '#operations/steps.ts'
import { recordsOf } from '#store/climbs.ts'
import { findRegister } from '#store/registers.ts'

export type StepLine = { entry: string; ladder: string; to: string; on: string; certificateOn: string | null } & Pick<
  RecordedAsked,
  'owed'
>
type Asked = { register: string; lines: StepLine[]; reason: string; trial: boolean }
type RefusedLine = { line: number; code: string; facts: Record<string, unknown> }

/** An entry on its way through the lines: the version it began with, as it is by now, its steps and what happened to it. */
export type Moving = { before: Entry | Fresh; now: Entry; climbs: Climb[]; events: EntryEvent[] }

export async function recordSteps(context: Context, asked: Asked) {
  const { db } = context.system
  const register = await findRegister(db, scopeOf(context), asked.register, null)
  const found = await recordsOf(db, scopeOf(context), register, [...new Set(asked.lines.map(({ entry }) => entry))])
  const moving = new Map(
    [...found].map(([id, { entry, climbs }]): [string, Moving] => [
      id,
      { before: entry, now: entry, climbs, events: [] },
    ]),
  )
  const { climbs, refused } = takeRecorded(context, register, moving, asked.lines, asked.reason)
  const changed = [...entriesMoved(register, moving), ...climbs]
  if (!asked.trial && changed.length > 0) await record(context, 'recordSteps', changed)
  return { recorded: climbs.length, refused }
}

/** Takes each line that can be taken; `moving` goes along. The entries are then saved with `entriesMoved`. */
export function takeRecorded(
  context: Context,
  register: Register,
  moving: ReadonlyMap<string, Moving>,
  lines: readonly StepLine[],
  reason: string,
) {
  const { system, actor } = context
  const today = dayAt(context, undefined)
  const climbs: ReturnType<typeof climbMade>[] = []
  const refused: RefusedLine[] = []
  for (const [line, asked] of lines.entries()) {
    const one = moving.get(asked.entry)
    const ground = one && {
      register,
      entry: one.now,
      climbs: one.climbs.filter(({ ladder }) => ladder === asked.ladder),
      ...{ files: [], crossing: null, beside: {}, reporters: [], on: asked.on, actor, newId: system.newId },
    }
    const step = ground ? decideRecorded(ground, { ...asked, reason }) : notFound(asked.entry)
    if ('refused' in step || asked.on > today) {
      refused.push({ line, ...('refused' in step ? told(step.refused) : inFuture(today)) })
      continue
    }
    const climb = climbMade(step.climb)
    climbs.push(climb)
    one!.climbs.push(climb.row)
    one!.events.push(step.entry)
    one!.now = evolveEntry(one!.now, step.entry)
  }
  return { climbs, refused }
}

export function entriesMoved(register: Register, moving: ReadonlyMap<string, Moving>) {
  const moved = [...moving.values()].filter(({ events }) => events.length > 0)
  return moved.map(({ before, events }) => changedEntry(register, before, events))
}

type Made = Exclude<ReturnType<typeof decideRecorded>, { refused: unknown }>['climb']

function climbMade({ id, event }: Made) {
  return changedRow('climb', { id, version: 0 }, [event], evolveStep)
}

const told = ({ code, facts }: Refusal) => ({ code, facts: { ...facts } as Record<string, unknown> })
const notFound = (id: string) => ({ refused: { code: 'not-found', facts: { noun: 'entry', id } } as Refusal })
const inFuture = (today: string) => ({
  code: 'bad-input',
  facts: { issues: [{ path: 'on', message: `lies in the future, after ${today}` }] },
})
