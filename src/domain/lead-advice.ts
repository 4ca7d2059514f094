// Who might take the lead and who might help: the units that the text names, or those that led the like before in this zone.
// Advice with its reason; a person decides.

import type { Unit } from '#domain/zone.ts'
import type { Owner, Statement } from '#reading/statement.ts'

/** A commitment of the same kind that was given to a unit, the most alike first. */
export type Precedent = { lead: string; number: string; document: string; ordinal: number }

/** A unit that the text names for the thing. */
export type Said = { unit: string; why: 'stated' | 'implied'; owner: string }

export type LeadAdvice = Said | { unit: string; why: 'history'; count: number; of: number; last: Precedent }

const unitsAtMost = 3

/** What the text says goes before history, and silences it when it says so itself and is not only carried on. */
export function adviseLead(
  { owner, owners = [], parts }: Named,
  units: readonly Unit[],
  precedents: readonly Precedent[],
): LeadAdvice[] {
  const named = unitNamed(owner, units)
  const why = parts.owner?.certainty ?? 'stated'
  const said: Said[] = named
    ? [{ unit: named.id, why, owner: owner! }]
    : saidOf(leadsOf(owners), units).slice(0, unitsAtMost)
  return said[0]?.why === 'stated' ? said : [...said, ...fromHistory(precedents, said)]
}

/** Units that the text names beside those that lead: who helps, and who answers where another leads. */
export function adviseSupporting(statement: Named, units: readonly Unit[]): Said[] {
  const { owners = [] } = statement
  const leads = new Set(adviseLead(statement, units, []).map(({ unit }) => unit))
  const leading = leadsOf(owners)
  return saidOf(
    owners.filter((owner) => !leading.includes(owner)),
    units,
  ).filter(({ unit }) => !leads.has(unit))
}

/** Statements read before bodies had roles have no owners. */
type Named = Pick<Statement, 'owner' | 'parts'> & { owners?: Statement['owners'] }

/** Those who lead, or the first who answers: 责任单位：招商局、财政局 names first who has it in hand. */
function leadsOf(owners: readonly Owner[]): Owner[] {
  const leads = owners.filter(({ role }) => role === 'lead')
  return leads.length > 0 ? leads : owners.filter(({ role }) => role === 'responsible').slice(0, 1)
}

function saidOf(owners: readonly Owner[], units: readonly Unit[]): Said[] {
  const said = new Map<string, Said>()
  for (const { name, certainty } of owners) {
    const unit = unitNamed(name, units)
    if (unit && !said.has(unit.id)) said.set(unit.id, { unit: unit.id, why: certainty, owner: name })
  }
  return [...said.values()]
}

function fromHistory(precedents: readonly Precedent[], but: readonly Said[]): LeadAdvice[] {
  const byUnit = [...Map.groupBy(precedents, ({ lead }) => lead)]
  return byUnit
    .map(([unit, led]) => ({
      unit,
      why: 'history' as const,
      count: led.length,
      of: precedents.length,
      last: led[0]!,
    }))
    .filter(({ unit }) => !but.some((said) => said.unit === unit))
    .sort((a, b) => b.count - a.count)
    .slice(0, unitsAtMost)
}

/** The one unit that bears exactly the name that the text gives; null when there is none. */
export function unitNamed(owner: string | null, units: readonly Unit[]): Unit | null {
  const found = units.filter(({ name, shortName }) => owner !== null && (name === owner || shortName === owner))
  return found.length === 1 ? found[0]! : null
}
