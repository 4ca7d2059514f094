// What waits in registers for the one who asks: checks, returned checks, late checks of others, proofs that are owed.

import { remarkReaders } from '#contract/remarks.ts'
import type { AskedCheck, Crossing } from '#domain/crossing.ts'
import type { Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import { openCrossings, owedClimbs, titlesOf } from '#store/climbs.ts'
import { listRegisters } from '#store/registers.ts'
import { openInstructions } from '#store/remarks.ts'

/** More than this nobody works through in a day. */
const most = 500

type Placed = { register: string; entry: string }
type Seen = { item: { register: string; entry: string; title: string | null }; lead: string | null }

export async function registerWork(context: Context, { asOf: asked }: { asOf?: string | undefined }) {
  const { db } = context.system
  const { actor } = context
  const asOf = asked ?? null
  const on = dayAt(context, asked)
  const registers = await listRegisters(db, scopeOf(context), asOf)
  const mine = await openCrossings(db, scopeOf(context), asOf, actor.units, most)
  const all = await openCrossings(db, scopeOf(context), asOf, null, most)
  const crossings = [...new Map([...mine, ...all].map((one) => [one.id, one])).values()]
  const climbs = await owedClimbs(db, scopeOf(context), asOf, most)
  const told = actor.roles.some((role) => remarkReaders.includes(role))
  const instructions = told ? await openInstructions(db, scopeOf(context), asOf, most) : []
  const seen = await itemsOf(context, registers, [...crossings, ...climbs, ...instructions], asOf)
  const keeps = ({ lead }: Seen) => actor.roles.includes('office') || (lead !== null && actor.keeps.includes(lead))

  const checks = crossings.flatMap((crossing) => {
    const found = seen(crossing)
    return found ? crossing.checks.map((check) => ({ check, crossing, found })) : []
  })
  const head = ({ crossing, check, found }: { crossing: Crossing; check: AskedCheck; found: Seen }) => ({
    ...found.item,
    crossing: crossing.id,
    version: crossing.version,
    check: check.key,
    asks: check.asks,
  })
  const isLate = (dueOn: string | null) => dueOn !== null && on > dueOn
  return {
    toCheck: checks
      .filter(({ check }) => check.state === 'asked' && actor.units.includes(check.unit))
      .map((one) => ({ ...head(one), dueOn: one.check.dueOn, late: isLate(one.check.dueOn) })),
    returned: checks
      .filter(({ check, found }) => check.state === 'returned' && keeps(found))
      .map((one) => ({ ...head(one), unit: one.check.unit, remark: one.check.remark })),
    lateElsewhere: checks.flatMap((one) => {
      const { state, unit, dueOn } = one.check
      const late = state === 'asked' && dueOn !== null && isLate(dueOn) && keeps(one.found)
      return late ? [{ ...head(one), unit, dueOn }] : []
    }),
    owed: climbs.flatMap((climb) => {
      const found = seen(climb)
      if (!found || !keeps(found)) return []
      return climb.owed
        .filter(({ supplied }) => !supplied)
        .map(({ kind, dueOn }) => ({
          ...found.item,
          climb: climb.id,
          version: climb.version,
          kind,
          dueOn,
          late: on > dueOn,
        }))
    }),
    instructions: instructions.flatMap((remark) => {
      const found = seen(remark)
      const { id, version, text, by, on: saidOn, dueOn, state } = remark
      const waits = found && (state === 'answered' ? actor.roles.includes('office') : keeps(found))
      const late = dueOn !== null && on > dueOn
      return waits ? [{ ...found.item, remark: id, version, text, by, on: saidOn, dueOn, late, state }] : []
    }),
  }
}

/** The entries that these speak of, as far as they are in reach. One statement a register. */
async function itemsOf(
  context: Context,
  registers: readonly Register[],
  placed: readonly Placed[],
  asOf: string | null,
) {
  const items = new Map<string, Seen>()
  for (const register of registers) {
    const ids = [...new Set(placed.filter((one) => one.register === register.id).map(({ entry }) => entry))]
    if (ids.length === 0) continue
    const titles = await titlesOf(context.system.db, scopeOf(context), register, ids, asOf)
    for (const [entry, { title, lead }] of titles) {
      items.set(entry, { item: { register: register.definition.code, entry, title }, lead })
    }
  }
  return ({ entry }: Placed): Seen | undefined => items.get(entry)
}
