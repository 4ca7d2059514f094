// Many entries at once, for imports: every line is decided on by itself, those that pass are saved in one statement.

import type { Refusal } from '#base/refusal.ts'
import type { EntryEvent } from '#domain/entry.ts'
import { decideAdd } from '#domain/entry-change.ts'
import type { Given } from '#domain/field-value.ts'
import type { Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayOf } from '#operations/moment.ts'
import { changedEntry, record } from '#operations/record.ts'
import { unknownReferences } from '#operations/references.ts'
import { takenValues } from '#store/entries.ts'
import { findRegister } from '#store/registers.ts'

type Line = { line: number; event: EntryEvent & { kind: 'added' } }
type RefusedLine = { line: number; code: string; facts: Record<string, unknown> }

export async function addMany(context: Context, asked: { register: string; lines: Given[]; trial: boolean }) {
  const { system, actor } = context
  const register = await findRegister(system.db, scopeOf(context), asked.register, null)
  const on = dayOf(system.clock())
  const lines: Line[] = []
  const refused: RefusedLine[] = []
  for (const [line, given] of asked.lines.entries()) {
    const decision = decideAdd(register, given, on, actor)
    if ('refused' in decision) refused.push(told(line, decision.refused))
    else lines.push({ line, event: decision.events[0] as Line['event'] })
  }
  const wrong = [...(await leadingNowhere(context, register, lines)), ...(await twice(context, register, lines))]
  const bad = new Set(wrong.map(({ line }) => line))
  const changed = lines
    .filter(({ line }) => !bad.has(line))
    .map(({ event }) => changedEntry(register, { id: system.newId(), version: 0 }, [event]))
  if (!asked.trial) await record(context, 'addEntries', changed)
  const all = [...refused, ...wrong].toSorted((a, b) => a.line - b.line)
  return { added: asked.trial ? [] : changed.map(({ row }) => row.id), refused: all }
}

const told = (line: number, { code, facts }: Refusal): RefusedLine => ({ line, code, facts: { ...facts } })

async function leadingNowhere(context: Context, register: Register, lines: readonly Line[]): Promise<RefusedLine[]> {
  const lineOf = new Map<EntryEvent, number>(lines.map(({ line, event }) => [event, line]))
  const unknown = await unknownReferences(
    context,
    register,
    lines.map(({ event }) => event),
  )
  return unknown.map(({ field, id, event }) => ({
    line: lineOf.get(event)!,
    code: 'unknown-reference',
    facts: { field, id },
  }))
}

/** Values that may stand only once and stand already, in the register or in an earlier line. */
async function twice(context: Context, register: Register, lines: readonly Line[]): Promise<RefusedLine[]> {
  const found: RefusedLine[] = []
  for (const field of register.definition.fields.filter(({ unique, retired }) => unique && !retired)) {
    const values = lines.flatMap(({ event }) => event.values[field.key] ?? [])
    const taken = await takenValues(context.system.db, scopeOf(context), register, field, values)
    for (const { line, event } of lines) {
      const value = event.values[field.key]
      if (value === undefined) continue
      if (taken.has(String(value))) found.push({ line, code: 'already-there', facts: { field: field.key } })
      taken.add(String(value))
    }
  }
  return found
}
