// Counting over steps, as store/counts.ts does it in SQL: which steps a rule counts, and the groups that a figure opens into.
// The meaning stands here; a property test holds the two together. A step is counted once in any total, whatever the groups.

import { type Climb, countedKinds } from '#domain/climb.ts'
import type { Entry } from '#domain/entry.ts'
import type { Counting, Register } from '#domain/register.ts'
import { dictionaryOf, factsOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import { order, parseExact } from '#rules/exact.ts'
import { evaluateRule } from '#rules/trace.ts'

export type Grouping = 'month' | 'unit' | 'class'
export type Counted = { climb: string; entry: string; on: string; units: string[]; classes: string[] }

/** The steps that a rule counts between two days, both included. `on` is the day that conditions call 今日. */
export function countSteps(
  register: Register,
  counting: Counting,
  entries: ReadonlyMap<string, Entry>,
  climbs: readonly Climb[],
  { from, to, on }: { from: string; to: string; on: string },
): Counted[] {
  const { ladder, rung, first, dated } = counting
  const seen = new Set<string>()
  const steps = climbs
    .filter(
      (climb) => climb.ladder === ladder && climb.to === rung && !climb.struck && countedKinds.includes(climb.kind),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .filter(({ entry }) => !first || (!seen.has(entry) && seen.add(entry)))
  return steps.flatMap((climb) => {
    const entry = entries.get(climb.entry)
    const day = dated === 'event' ? climb.on : climb.certificateOn
    if (!entry || entry.removed || day === null || day < from || day > to || !matches(register, counting, entry, on))
      return []
    return [
      {
        climb: climb.id,
        entry: climb.entry,
        on: day,
        units: creditsOf(counting, entry),
        classes: classesOf(counting, entry),
      },
    ]
  })
}

function matches({ definition, version }: Register, { where }: Counting, entry: Entry, on: string): boolean {
  if (where === null) return true
  const { rule } = checkRule(where, dictionaryOf(definition, version))
  return rule !== undefined && evaluateRule(rule, factsOf(definition, entry, on)).verdict === 'yes'
}

function creditsOf({ credits }: Counting, { values }: Entry): string[] {
  return [...new Set(credits.flatMap((key) => (values[key] as string | undefined) ?? []))]
}

/** Nested: every class whose threshold is met; exclusive: the highest of them. None where the value is not known. */
function classesOf({ classes }: Counting, { values }: Entry): string[] {
  const value = classes && values[classes.field]
  if (typeof value !== 'string') return []
  const amount = parseExact(value)!
  const met = classes!.steps.filter(({ from }) => order(amount, parseExact(from)!) >= 0)
  if (classes!.nested) return met.map(({ name }) => name)
  const highest = met.toSorted((a, b) => order(parseExact(b.from)!, parseExact(a.from)!))[0]
  return highest ? [highest.name] : []
}
