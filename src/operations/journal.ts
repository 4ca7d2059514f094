// Reading the journal: the auditor reads the business of the zone, the audit administrator what the administrators did.
// Values of register fields that are hidden from the reader's roles are left out of it.

import { maySee } from '#domain/entry-change.ts'
import type { JournalLine } from '#domain/journal.ts'
import type { Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { historyShown } from '#operations/entry-shown.ts'
import { listJournal as journalPage, registersOfEntries } from '#store/journal.ts'
import { listRegisters } from '#store/registers.ts'

const administrative = ['zone', 'unit', 'post', 'person']
const business = [
  ...['document', 'proposal', 'commitment', 'evidence', 'briefing', 'saved_view', 'rule_book'],
  ...['register', 'entry', 'climb', 'crossing', 'entry_file', 'suggestion'],
]

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
  return withoutHidden(context, await journalPage(context.system.db, scopeOf(context), query))
}

/** What is hidden is decided by the definition of today, whatever it was when the line was written. */
async function withoutHidden(context: Context, lines: JournalLine[]): Promise<JournalLine[]> {
  const { db } = context.system
  const { roles } = context.actor
  const entries = lines.filter((line) => line.noun === 'entry').map(({ id }) => id)
  if (entries.length === 0) return lines
  const registers = await listRegisters(db, scopeOf(context), null)
  const hiding = registers.filter(({ definition }) => definition.fields.some((field) => !maySee(field, roles)))
  if (hiding.length === 0) return lines
  const registerOf = await registersOfEntries(db, scopeOf(context), entries)
  const byId = new Map<string, Register>(hiding.map((register) => [register.id, register]))
  return lines.map((line) => {
    const register = line.noun === 'entry' ? byId.get(registerOf.get(line.id) ?? '') : undefined
    return register ? historyShown([line], register, roles)[0]! : line
  })
}
