// Steps that were taken before the register was kept here (补录): many at once, decided on line by line without asking any
// gate, saved in one statement. Lines of one entry build on each other.

import type { Refusal } from '#base/refusal.ts'
import type { Climb } from '#domain/climb.ts'
import type { Entry, EntryEvent } from '#domain/entry.ts'
import { evolveEntry } from '#domain/entry.ts'
import type { Register } from '#domain/register.ts'
import { decideRecorded } from '#domain/step.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import { changedEntry, changedRow, record } from '#operations/record.ts'
import { evolveStep } from '#operations/steps.ts'
import { recordsOf } from '#store/climbs.ts'
import { findRegister } from '#store/registers.ts'

export type StepLine = { entry: string; ladder: string; to: string; on: string; certificateOn: string | null }
type Asked = { register: string; lines: StepLine[]; reason: string; trial: boolean }
type RefusedLine = { line: number; code: string; facts: Record<string, unknown> }

/** An entry on its way through the lines: as it was, as it is by now, its steps and what happened to it. */
type Standing = { before: Entry; now: Entry; climbs: Climb[]; events: EntryEvent[] }

export async function recordSteps(context: Context, asked: Asked) {
  const register = await findRegister(context.system.db, scopeOf(context), asked.register, null)
  const { changed, refused, recorded } = await stepsRecorded(context, register, asked)
  if (!asked.trial && changed.length > 0) await record(context, 'recordSteps', changed)
  return { recorded, refused }
}

/** What the lines change, to be saved by whoever asked for them. */
export async function stepsRecorded(context: Context, register: Register, { lines, reason }: Omit<Asked, 'register'>) {
  const { system, actor } = context
  const found = await recordsOf(system.db, scopeOf(context), register, [...new Set(lines.map(({ entry }) => entry))])
  const standings = new Map(
    [...found].map(([id, { entry, climbs }]): [string, Standing] => [
      id,
      { before: entry, now: entry, climbs, events: [] },
    ]),
  )
  const today = dayAt(context, undefined)
  const climbs: ReturnType<typeof climbMade>[] = []
  const refused: RefusedLine[] = []
  for (const [line, asked] of lines.entries()) {
    const standing = standings.get(asked.entry)
    const ground = standing && {
      register,
      entry: standing.now,
      climbs: standing.climbs.filter(({ ladder }) => ladder === asked.ladder),
      ...{ files: [], crossing: null, on: asked.on, actor, newId: system.newId },
    }
    const step = ground ? decideRecorded(ground, { ...asked, reason }) : notFound(asked.entry)
    if ('refused' in step || asked.on > today) {
      refused.push({ line, ...('refused' in step ? told(step.refused) : inFuture(today)) })
      continue
    }
    const climb = climbMade(step.climb)
    climbs.push(climb)
    standing!.climbs.push(climb.row)
    standing!.events.push(step.entry)
    standing!.now = evolveEntry(standing!.now, step.entry)
  }
  const moved = [...standings.values()].filter(({ events }) => events.length > 0)
  const entries = moved.map(({ before, events }) => changedEntry(register, before, events))
  return { changed: [...entries, ...climbs], refused, recorded: climbs.length }
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
