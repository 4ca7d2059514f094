// Small readings that every noun has: one row, all rows, checked against the noun's shape as they cross the border.

import { z } from 'zod'
import { refuse } from '#base/refusal.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Rows, Scope } from '#store/database.ts'
import { type Noun, type RowOf, shapes } from '#store/nouns.ts'
import { prepared, sql } from '#store/sql.ts'

export function parseRow<N extends Noun>(noun: N, body: unknown): RowOf<N> {
  const shape = shapes[noun] as unknown as z.ZodType<RowOf<N>>
  return z.parse(shape, body)
}

export function parseRows<N extends Noun>(noun: N, bodies: unknown): RowOf<N>[] {
  return ((bodies ?? []) as unknown[]).map((body) => parseRow(noun, body))
}

/** The one row, or the refusal 'not-found' (also when it is out of the actor's reach). */
export async function findRow<N extends Noun>(
  db: Database,
  scope: Scope,
  noun: N,
  id: string,
  asOf: string | null = null,
): Promise<RowOf<N>> {
  const query = sql`select r.body from ${rowsAt(noun, asOf)} r where r.zone = ${scope.zone} and r.id = ${id}`
  const rows = await db.query(scope, asOf === null ? prepared(`find ${noun}`, query) : query)
  return parseRow(noun, only(rows, noun, id).body)
}

export function only(rows: Rows, noun: string, id: string): Rows[number] {
  return rows[0] ?? refuse('not-found', { noun, id })
}
