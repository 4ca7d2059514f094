// Who might take the lead: the unit that the text names, or the units that led the like before in this zone. Advice with its
// reason; a person decides.

import type { Unit } from '#domain/zone.ts'
import type { Statement } from '#reading/statement.ts'

/** A commitment of the same kind that was given to a unit, the most alike first. */
export type Precedent = { lead: string; number: string; document: string; ordinal: number }

export type LeadAdvice =
  | { unit: string; why: 'stated' | 'implied'; owner: string }
  | { unit: string; why: 'history'; count: number; of: number; last: Precedent }

const unitsAtMost = 3

/** What the text says goes before history, and silences it when it says so itself and is not only carried on. */
export function adviseLead(
  { owner, parts }: Pick<Statement, 'owner' | 'parts'>,
  units: readonly Unit[],
  precedents: readonly Precedent[],
): LeadAdvice[] {
  const named = unitNamed(owner, units)
  const why = parts.owner?.certainty ?? 'stated'
  const said: LeadAdvice[] = named ? [{ unit: named.id, why, owner: owner! }] : []
  return named && why === 'stated' ? said : [...said, ...fromHistory(precedents, named?.id)]
}

function fromHistory(precedents: readonly Precedent[], but: string | undefined): LeadAdvice[] {
  const byUnit = [...Map.groupBy(precedents, ({ lead }) => lead)]
  return byUnit
    .map(([unit, led]) => ({
      unit,
      why: 'history' as const,
      count: led.length,
      of: precedents.length,
      last: led[0]!,
    }))
    .filter(({ unit }) => unit !== but)
    .sort((a, b) => b.count - a.count)
    .slice(0, unitsAtMost)
}

/** The one unit that bears exactly the name that the text gives; null when there is none. */
export function unitNamed(owner: string | null, units: readonly Unit[]): Unit | null {
  const found = units.filter(({ name, shortName }) => owner !== null && (name === owner || shortName === owner))
  return found.length === 1 ? found[0]! : null
}
