// What entries need that does not lie in them: where the commitments stand that they lead to. One statement for a page of
// entries, none for a register without such fields.

import type { Entry } from '#domain/entry.ts'
import type { Register } from '#domain/register.ts'
import { lookupFacts } from '#domain/register-dictionary.ts'
import { rollingOf } from '#domain/rollup.ts'
import { type Told, toldFacts, toldOf } from '#domain/told.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { type Beside, nothingBeside } from '#operations/entry-shown.ts'
import { commitmentsById } from '#store/commitments.ts'
import type { Scope } from '#store/database.ts'
import { findLookups } from '#store/lookups.ts'
import type { When } from '#store/register-rules.ts'
import { reportersOf } from '#store/reporters.ts'

/** A gate is decided on what is so, not on what the one who steps may see of it. */
export const everywhere = ({ actor }: Context): Scope => ({ zone: actor.zone, units: '*' })

/** As far as `scope` sees them; what is out of sight is unknown. */
export async function besideOf(
  context: Context,
  { definition }: Register,
  entries: readonly Entry[],
  asOf: string | null,
  scope: Scope = scopeOf(context),
): Promise<(entry: Entry) => Beside> {
  const fields = definition.fields.filter(({ type }) => type === 'commitment')
  const ids = entries.flatMap(({ values }) => fields.flatMap(({ key }) => (values[key] as string | undefined) ?? []))
  if (ids.length === 0) return () => nothingBeside
  const found = await commitmentsById(context.system.db, scope, [...new Set(ids)], asOf)
  const told = new Map(found.map((commitment) => [commitment.id, toldOf(commitment)]))
  const by = new Map(found.map(({ id, reports }) => [id, reports.map((report) => report.by)]))
  return ({ values }) => {
    const linked = fields.flatMap((field): [typeof field, Told][] => {
      const one = told.get((values[field.key] as string | undefined) ?? '')
      return one ? [[field, one]] : []
    })
    return {
      facts: Object.assign({}, ...linked.map(([field, one]) => toldFacts(field, one))),
      commitments: Object.fromEntries(linked.map(([{ key }, one]) => [key, one])),
      reporters: linked.flatMap(([, { id }]) => by.get(id) ?? []),
    }
  }
}

/** What gates decide with, over the whole zone; roll-ups too. */
export async function besideForGates(context: Context, register: Register, entry: Entry, when: When) {
  const scope = everywhere(context)
  const { facts, reporters } = (await besideOf(context, register, [entry], when.asOf, scope))(entry)
  const seesAll = context.actor.reach === '*'
  const lookups = seesAll ? entry.lookups : await findLookups(context.system.db, scope, register, entry.id, when)
  const through = await reportersThrough(context, register, entry, when.asOf)
  return {
    facts: { ...facts, ...lookupFacts(register.definition, lookups) },
    reporters: [...reporters, ...through],
  }
}

/**
 * Who reported on the commitments of entries that lead here (the measures of a finding), in the registers that roll-ups look
 * at: at a gate that another party decides they are no other party.
 */
async function reportersThrough(context: Context, register: Register, entry: Entry, asOf: string | null) {
  const { ladders, fields } = register.definition
  if (!ladders.some(({ rungs }) => rungs.some(({ gate }) => gate.otherParty))) return []
  const ways = fields.flatMap((field) => {
    const rolling = field.rollup && !field.retired ? rollingOf(register, field) : null
    const matters = rolling?.other.definition.fields.filter(({ type }) => type === 'commitment') ?? []
    return matters.map((matter) => ({ other: rolling!.other, via: rolling!.via.key, matter: matter.key }))
  })
  const distinct = [...new Map(ways.map((way) => [`${way.other.id} ${way.via} ${way.matter}`, way])).values()]
  return distinct.length === 0 ? [] : reportersOf(context.system.db, everywhere(context), distinct, entry.id, asOf)
}
