// Every entry of a register as the journal tells it, beside the rows of its table.

import type pg from 'pg'
import { type Entry, type EntryEvent, evolveEntry } from '#domain/entry.ts'
import type { Register } from '#domain/register.ts'
import { entryFrom, tableOf } from '#store/registers.ts'

/** `owner` must see the whole journal and search in `luoshi`. */
export async function foldEntries(owner: pg.Client, register: Register) {
  const { rows: stored } = await owner.query(`select to_jsonb(e) as row from ${tableOf(register)} e`)
  const rows = Object.fromEntries(stored.map(({ row }) => [row.id, entryFrom(register, row)]))
  const { rows: lines } = await owner.query("select id, data from journal where noun = 'entry' order by id, version")
  const folded: Record<string, Entry> = {}
  for (const { id, data } of lines) {
    const event = data as EntryEvent
    if (!folded[id] && event.kind === 'added' && event.register !== register.id) continue
    if (!folded[id] && event.kind !== 'added') continue
    folded[id] = evolveEntry(folded[id] ?? ({ id, version: 0 } as Entry), event)
  }
  return { folded, rows }
}
