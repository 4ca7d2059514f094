// A definition as a file, so that one zone can give it to another: what of it belongs to the zone alone stays at home, and
// what comes in is checked before anybody works with it.

import { Definition } from '#domain/register.ts'

/** As it goes out: units that check are told by name, their ids mean nothing elsewhere. */
export function definitionFile(definition: Definition, unitName: (id: string) => string | undefined): string {
  const shared = withChecks(definition, ({ unit, by, ...check }) => ({
    ...check,
    unit: null,
    by: by || ((unit && unitName(unit)) ?? '').slice(0, 60),
  }))
  return `${JSON.stringify(shared, null, 2)}\n`
}

type Checked = Definition['ladders'][number]['rungs'][number]['gate']['checks'][number]

function withChecks(definition: Definition, change: (check: Checked) => Checked): Definition {
  const ladders = definition.ladders.map((ladder) => ({
    ...ladder,
    rungs: ladder.rungs.map((rung) => ({ ...rung, gate: { ...rung.gate, checks: rung.gate.checks.map(change) } })),
  }))
  return { ...definition, ladders }
}

export type FileTrouble =
  | { why: 'not-json' | 'no-definition' | 'too-large' }
  /** `at`: 字段 by number, as the file writes it: `fields[2].type`. */
  | { why: 'unknown-part' | 'missing' | 'unfit'; at: string; value: string }

const largest = 5_000_000

/** `units`: ids of the zone's own; others are left out of the checks. */
export function definitionFrom(
  text: string,
  units: ReadonlySet<string>,
): { definition: Definition; trouble?: undefined } | { definition?: undefined; trouble: FileTrouble } {
  if (text.length > largest) return { trouble: { why: 'too-large' } }
  const given = parsed(text)
  if (given === undefined) return { trouble: { why: 'not-json' } }
  if (typeof given !== 'object' || given === null || !('fields' in given) || !('code' in given))
    return { trouble: { why: 'no-definition' } }
  const checked = Definition.safeParse(given)
  if (!checked.success) return { trouble: troubleOf(given, checked.error.issues[0]!) }
  const known = (unit: string | null) => (unit !== null && units.has(unit) ? unit : null)
  return { definition: withChecks(checked.data, (check) => ({ ...check, unit: known(check.unit) })) }
}

/** A file may begin with a mark of its byte order. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function troubleOf(given: unknown, issue: { code?: string; path: PropertyKey[]; keys?: unknown }): FileTrouble {
  const strange = issue.code === 'unrecognized_keys' ? (issue.keys as string[])[0] : undefined
  const path = strange === undefined ? issue.path : [...issue.path, strange]
  const at = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step)}`)).join('')
  const value = path.reduce((part: unknown, step) => (part as Record<PropertyKey, unknown> | null)?.[step], given)
  const why = strange !== undefined ? 'unknown-part' : value === undefined ? 'missing' : 'unfit'
  return { why, at: at.replace(/^\./, ''), value: shortened(value) }
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
