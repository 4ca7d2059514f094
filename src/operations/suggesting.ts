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
  if (proposes.kind === 'back') {
    const { ladder, rung } = proposes
    return { proposes: { kind: 'back', register: register.id, entry: entry.id, ladder, rung }, units: entry.units }
  }
  if (proposes.kind === 'date') {
    const months = proposes.months ?? Number(entry.values[proposes.monthsFrom ?? ''] ?? 0)
    if (!Number.isInteger(months) || months < 1 || months > 600) return null
    const value = dateAfter(climb, months)
    if (entry.values[proposes.field] === value) return null
    return {
      proposes: { kind: 'date', register: register.id, entry: entry.id, field: proposes.field, value },
      units: entry.units,
    }
  }
  if (proposes.kind === 'add') {
    const other = await quietly(findRegister(context.system.db, whole(context), proposes.register, null))
    if (!other) return null
    const values = takenFrom(entry, proposes.values)
    if (proposes.link) values[proposes.link] = entry.id
    return { proposes: { kind: 'add', register: other.id, values }, units: entry.units }
  }
  const target = await targetOf(context, register, entry, proposes.via)
  if (proposes.kind === 'fill') {
    const values = takenFrom(entry, proposes.values)
    const news = target && Object.entries(values).some(([key, value]) => target.entry.values[key] !== value)
    if (!news) return null
    const { id, units } = target.entry
    return { proposes: { kind: 'fill', register: target.register.id, entry: id, values }, units }
  }
  const { ladder, rung } = proposes
  if (!target || isReached(target.register.definition, target.entry, ladder, rung)) return null
  const { entry: about } = target
  return {
    proposes: { kind: 'climb', register: target.register.id, entry: about.id, ladder, rung },
    units: about.units,
  }
}

/** By the other's fields, what this entry holds in its own. */
function takenFrom(entry: Entry, fields: Record<string, string>): Values {
  const taken = Object.entries(fields).map(([to, from]) => [to, entry.values[from]] as const)
  return Object.fromEntries(taken.filter(([, value]) => value !== undefined)) as Values
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
