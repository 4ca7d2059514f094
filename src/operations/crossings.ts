// Checks at a gate by several units at once: opening, passing, returning, asking again, withdrawing.

import { Refused, refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import {
  asked as askedCheck,
  type Crossing,
  type CrossingEvent,
  decideAskAgain,
  decidePass,
  decideReturnCheck,
  decideWithdrawCrossing,
  evolveCrossing,
} from '#domain/crossing.ts'
import type { Decision } from '#domain/decision.ts'
import { unitsOfEntry } from '#domain/entry.ts'
import { outsideReach } from '#domain/entry-change.ts'
import { ladderOf, rungOf } from '#domain/register.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt, shownTo } from '#operations/entries.ts'
import { changedEntry, changedRow, decided, expectVersion, record } from '#operations/record.ts'
import { findRecord } from '#store/climbs.ts'
import { findEntry, knownIds } from '#store/entries.ts'
import { findRegister, findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'
import { name } from '#store/sql.ts'

const evolve = evolveCrossing as (row: Crossing, event: CrossingEvent) => Crossing

type Opening = {
  register: string
  id: string
  version: number
  ladder: string
  to: string
  units: Record<string, string>
}

async function openCrossing(context: Context, asked: Opening) {
  const { system, actor } = context
  const register = await findRegister(system.db, scopeOf(context), asked.register, null)
  const on = dayAt(context, undefined)
  const { entry, crossings } = await findRecord(system.db, scopeOf(context), register, asked.id, null, on)
  expectVersion('entry', entry, asked.version)
  if (entry.removed) refuse('entry-removed', { id: entry.id })
  const outside = outsideReach(register.definition, entry.values, actor)
  if (outside) throw new Refused(outside.refused)
  const ladder =
    ladderOf(register.definition, asked.ladder) ?? refuse('not-found', { noun: 'ladder', id: asked.ladder })
  const rung = rungOf(ladder, asked.to) ?? refuse('not-found', { noun: 'rung', id: asked.to })
  const same = crossings.find((one) => one.state === 'open' && one.ladder === ladder.key && one.to === rung.key)
  if (same) refuse('crossing-open', { id: same.id })
  if (rung.gate.checks.length === 0) refuse('no-checks', { rung: rung.key })
  const checks = rung.gate.checks.map((check) => {
    const unit = asked.units[check.key] ?? check.unit ?? refuse('unit-missing', { check: check.key, by: check.by })
    return askedCheck(check, unit, on, system.presets.calendar)
  })
  const wanted = [...new Set(checks.map(({ unit }) => unit))]
  const known = await knownIds(system.db, scopeOf(context), [{ from: name('unit'), ids: wanted }])
  const unknown = wanted.find((unit) => !known.has(unit))
  if (unknown) refuse('unknown-unit', { unit: unknown })
  const checkers = [...new Set([...entry.checkers, ...wanted])].toSorted()
  const units = unitsOfEntry(register.definition, entry.values, checkers)
  const changed = changedEntry(register, entry, [{ kind: 'opened', checkers, units }])
  const id = system.newId()
  const where = { id, register: register.id, entry: entry.id, ladder: ladder.key, to: rung.key }
  const crossing = { ...where, openedOn: on, openedBy: actor.person, checks, units }
  const opened = changedRow('crossing', { id, version: 0 }, [{ kind: 'opened', crossing } as const], evolve)
  await record(context, 'openCrossing', [changed, opened])
  return { entry: await shownTo(context, register, changed.row), crossing: opened.row }
}

type Told = { id: string; version: number }

/** An answer of a checker is asked of the checker's unit; what the keeper of the entry does is asked of the entry. */
function acting<A extends Told>(
  act: EntryName,
  by: 'checker' | 'keeper',
  decide: (crossing: Crossing, asked: A, on: string, context: Context) => Decision<CrossingEvent>,
) {
  return async (context: Context, asked: A): Promise<Crossing> => {
    const { db } = context.system
    const crossing = await findRow(db, scopeOf(context), 'crossing', asked.id)
    const register = await findRegisterById(db, scopeOf(context), crossing.register)
    const entry = await findEntry(db, scopeOf(context), register, crossing.entry, null)
    expectVersion('crossing', crossing, asked.version)
    const outside = by === 'keeper' ? outsideReach(register.definition, entry.values, context.actor) : null
    if (outside) throw new Refused(outside.refused)
    const events = decided(decide(crossing, asked, dayAt(context, undefined), context))
    const changed = changedRow('crossing', crossing, events, evolve)
    await record(context, act, [changed])
    return changed.row
  }
}

type Pass = Told & { check: string; remark: string | null; owed: { kind: string; dueOn: string }[] }
type Return = Told & { check: string; remark: string }

export const crossingHandlers = {
  openCrossing,
  passCheck: acting('passCheck', 'checker', (crossing, { check, remark, owed }: Pass, on, { actor }) => {
    const late = owed.find(({ dueOn }) => dueOn <= on)
    if (late) refuse('not-tolerable', { kind: late.kind })
    return decidePass(crossing, { check, remark, owed }, on, actor)
  }),
  returnCheck: acting('returnCheck', 'checker', (crossing, { check, remark }: Return, on, { actor }) =>
    decideReturnCheck(crossing, { check, remark }, on, actor),
  ),
  askCheckAgain: acting('askCheckAgain', 'keeper', (crossing, { check }: Told & { check: string }, on, { system }) =>
    decideAskAgain(crossing, check, on, system.presets.calendar),
  ),
  withdrawCrossing: acting('withdrawCrossing', 'keeper', (crossing, { reason }: Told & { reason: string }) =>
    decideWithdrawCrossing(crossing, reason),
  ),
} satisfies Partial<Handlers>
