// What a step proposes elsewhere, made out as it is taken: the links of its register, resolved to entries.

import { Refused } from '#base/refusal.ts'
import type { Climb } from '#domain/climb.ts'
import type { Entry } from '#domain/entry.ts'
import type { Values } from '#domain/field-value.ts'
import { fieldOf, type Link, type Register } from '#domain/register.ts'
import { dateAfter, evolveSuggestion, isReached, linksOf, type Proposed } from '#domain/suggestion.ts'
import type { Context } from '#operations/context.ts'
import { changedRow } from '#operations/record.ts'
import type { Facts } from '#rules/facts.ts'
import { findEntry } from '#store/entries.ts'
import { findRegister } from '#store/registers.ts'

/** Rows to be saved together with the step. */
export async function suggestionsAfter(
  context: Context,
  register: Register,
  entry: Entry,
  climb: Climb,
  { on, beside }: { on: string; beside: Facts },
) {
  const made = await Promise.all(
    linksOf(register, entry, climb, on, beside).map(async (link) => {
      const found = await proposedBy(context, register, entry, climb, link)
      if (!found) return []
      const id = context.system.newId()
      const { key, words, basis } = link
      const from = { register: register.id, entry: entry.id, climb: climb.id }
      const suggestion = { id, link: key, words, basis, from, ...found, madeOn: on }
      const event = { kind: 'suggested', suggestion } as const
      return [changedRow('suggestion', { id, version: 0 }, [event], evolveSuggestion)]
    }),
  )
  return made.flat()
}

/** Null where there is nothing to propose: no entry is linked, the register is not there, it stands there already. */
async function proposedBy(
  context: Context,
  register: Register,
  entry: Entry,
  climb: Climb,
  { proposes }: Link,
): Promise<{ proposes: Proposed; units: string[] } | null> {
  if (proposes.kind === 'date') {
    const value = dateAfter(climb, proposes.months)
    if (entry.values[proposes.field] === value) return null
    return {
      proposes: { kind: 'date', register: register.id, entry: entry.id, field: proposes.field, value },
      units: entry.units,
    }
  }
  if (proposes.kind === 'add') {
    const other = await quietly(findRegister(context.system.db, whole(context), proposes.register, null))
    if (!other) return null
    const taken = Object.entries(proposes.values).map(([to, from]) => [to, entry.values[from]] as const)
    const values = Object.fromEntries(taken.filter(([, value]) => value !== undefined)) as Values
    if (proposes.link) values[proposes.link] = entry.id
    return { proposes: { kind: 'add', register: other.id, values }, units: entry.units }
  }
  const target = await targetOf(context, register, entry, proposes.via)
  const { ladder, rung } = proposes
  if (!target || isReached(target.register.definition, target.entry, ladder, rung)) return null
  const { entry: about } = target
  return {
    proposes: { kind: 'climb', register: target.register.id, entry: about.id, ladder, rung },
    units: about.units,
  }
}

/** Whoever takes the step need not see what it is about: those who keep that are asked. */
const whole = ({ actor }: Context) => ({ zone: actor.zone, units: '*' as const })

async function targetOf(context: Context, register: Register, entry: Entry, via: string | null) {
  if (via === null) return { register, entry }
  const id = entry.values[via]
  const code = fieldOf(register.definition, via)?.of
  if (typeof id !== 'string' || !code) return null
  const other = await quietly(findRegister(context.system.db, whole(context), code, null))
  const about = other && (await quietly(findEntry(context.system.db, whole(context), other, id, null)))
  return other && about && !about.removed ? { register: other, entry: about } : null
}

/** A link that leads nowhere stops no step. */
const quietly = <T>(found: Promise<T>): Promise<T | null> =>
  found.catch((error: unknown) => {
    if (error instanceof Refused && error.refusal.code === 'not-found') return null
    throw error
  })
