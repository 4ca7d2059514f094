// Where sign-in keeps its tables: the schema `auth`, apart from the zone's own, made and altered by better-auth itself.
// The pool it is given looks only there. Beside them stands the secret that signs the cookies, one for all servers.

import { randomBytes } from 'node:crypto'
import type { BetterAuthOptions } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { System } from '#operations/system.ts'

type Pool = System['ownerPool']

const lock = 727_002

/** Two servers may start at once: one makes the tables, the other waits and finds them. */
export async function prepareTables(pool: Pool, optionsFor: (secret: string) => BetterAuthOptions): Promise<string> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query('create schema if not exists auth')
    await client.query(
      'create table if not exists auth.secret (single boolean primary key check (single), value text not null)',
    )
    await client.query('insert into auth.secret values (true, $1) on conflict do nothing', [
      randomBytes(32).toString('hex'),
    ])
    const { rows } = await client.query<{ value: string }>('select value from auth.secret')
    const secret = (rows[0] as { value: string }).value
    await (await getMigrations(optionsFor(secret))).runMigrations()
    return secret
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).finally(() => client.release())
  }
}
