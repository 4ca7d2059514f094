// Reading the journal: the auditor reads the business of the zone, the audit administrator what the administrators did.
// Values of register fields that are hidden from the reader's roles are left out of it.

import type { JournalLine } from '#domain/journal.ts'
import type { Register } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import type { Suggestion } from '#domain/suggestion.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { historyShown } from '#operations/entry-shown.ts'
import { inSight } from '#operations/suggestions.ts'
import { listJournal as journalPage, registersOfEntries } from '#store/journal.ts'
import { shapes } from '#store/nouns.ts'
import { listRegisters } from '#store/registers.ts'

const administrative = ['zone', 'unit', 'post', 'person']
const business = ['entry', ...Object.keys(shapes)].filter((noun) => !administrative.includes(noun))

function nounsFor({ roles }: Context['actor'], noun: string | undefined): string[] {
  const open = [
    ...(roles.includes('audit-admin') ? administrative : []),
    ...(roles.includes('auditor') ? business : []),
  ]
  return noun === undefined ? open : open.filter((name) => name === noun)
}

type Asked = { noun?: string | undefined; before?: number | undefined; asOf?: string | undefined; limit: number }

export async function listJournal(context: Context, { noun, before, asOf, limit }: Asked): Promise<JournalLine[]> {
  const nouns = nounsFor(context.actor, noun)
  const query = { nouns, before: before ?? null, asOf: asOf ?? null, limit }
  return told(context, await journalPage(context.system.db, scopeOf(context), query))
}

/**
 * Lines of entries say their register, and leave out what it hides: by the definition of today, whatever it was when the line
 * was written.
 */
async function told(context: Context, lines: JournalLine[]): Promise<JournalLine[]> {
  const { db } = context.system
  const entries = lines.filter((line) => line.noun === 'entry').map(({ id }) => id)
  if (entries.length === 0 && !lines.some(({ noun }) => noun === 'suggestion')) return lines
  const registers = await listRegisters(db, scopeOf(context), null)
  const byId = new Map(registers.map((register) => [register.id, register]))
  const registerOf = await registersOfEntries(db, scopeOf(context), entries)
  return lines.map((line) => {
    if (line.noun === 'suggestion') return proposedInSight(line, registers, context.actor.roles)
    const register = line.noun === 'entry' ? byId.get(registerOf.get(line.id) ?? '') : undefined
    if (!register) return line
    const [shown] = historyShown([line], register, context.actor.roles)
    return { ...line, data: { ...shown!.data, register: register.id } }
  })
}

/** A suggestion holds values for fields of the register that it is made to. */
function proposedInSight(line: JournalLine, registers: readonly Register[], roles: readonly Role[]): JournalLine {
  const { suggestion } = line.data as { suggestion?: Suggestion }
  return suggestion ? { ...line, data: { ...line.data, suggestion: inSight(suggestion, registers, roles) } } : line
}
