// The road to PostgreSQL: a pool whose connections have given up their login's rights for the role `luoshi_app`,
// and one way to send a statement: with the scope (zone and units) it may see.

import pg from 'pg'
import { refuse } from '#base/refusal.ts'
import { render, type Sql } from '#store/sql.ts'

/** What row-level security lets a statement see; fails closed when not set. */
export type Scope = { readonly zone: string; readonly units: '*' | readonly string[] }

/** The login as it was given. */
export type OwnerPool = pg.Pool
export type Rows = Record<string, unknown>[]
export type Sent = { kind: 'statement' | 'scope'; text: string; values: readonly unknown[]; name?: string | undefined }

export type Database = {
  query(scope: Scope, query: Sql): Promise<Rows>
  close(): Promise<void>
}

const INT8 = 20
const TIMESTAMPTZ = 1184
const parsers: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [TIMESTAMPTZ]: (text) => (text.endsWith('infinity') ? text : new Date(text).toISOString()),
}
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

/** The login as it was given, for migrations and the sign-in tables. */
export function openOwnerPool(url: string, schema: string): OwnerPool {
  return quiet(new pg.Pool({ connectionString: url, max: 4, options: `-c search_path=${schema}` }))
}

/** `onSend` sees every statement; a change of scope on a connection is told apart from the statements of an act. */
export function openDatabase(url: string, onSend?: (sent: Sent) => void, max = 10): Database {
  const pool = quiet(
    new pg.Pool({ connectionString: url, max, types, options: '-c role=luoshi_app -c search_path=luoshi -c jit=off' }),
  )
  const scopeOf = new WeakMap<pg.PoolClient, string>()

  const enter = async (client: pg.PoolClient, { zone, units }: Scope) => {
    const reach = units === '*' ? '*' : units.join(',')
    const wanted = `${zone} ${reach}`
    if (scopeOf.get(client) === wanted) return
    const text = "select set_config('luoshi.zone', $1, false), set_config('luoshi.units', $2, false)"
    onSend?.({ kind: 'scope', text, values: [zone, reach] })
    scopeOf.delete(client)
    await client.query(text, [zone, reach])
    scopeOf.set(client, wanted)
  }

  const send = async (scope: Scope, query: Sql): Promise<Rows> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await enter(client, scope)
      const { text, values } = render(query)
      onSend?.({ kind: 'statement', text, values, name: query.name })
      return (await client.query({ ...(query.name ? { name: query.name } : {}), text, values })).rows
    } catch (error) {
      if (isLost(error)) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    // Once more on another connection: a question changes nothing, and a save only what is still as it was decided on.
    query: (scope, query) =>
      send(scope, query).catch((error) => (isLost(error) ? send(scope, query) : Promise.reject(error))),
    close: () => pool.end(),
  }
}

/** The connection is gone, not the statement wrong: PostgreSQL is shutting it down, or it ended with no word at all. */
function isLost(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  if (code === undefined) return message?.startsWith('Connection terminated') ?? false
  return /^(57P0[123]|08...|ECONNRESET|EPIPE)$/.test(code)
}

/**
 * A connection that the server drops is no event for us: the statement on it fails, the next one opens a new one. Without
 * a listener of its own, one that drops while it is in use would end the process.
 */
function quiet(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/**
 * The save statement's own word for "somebody was faster", or PostgreSQL's: of two that decide on one version at the very
 * same time, the second still sees the old row, and finds the version taken in the journal or in the _past twin.
 * And a value that may stand only once in a register (db/0006 names the index after the field).
 */
export function refuseStale(error: unknown, noun: string, id: string): never {
  const { code, constraint } = error as { code?: string; constraint?: string }
  const versionTaken = code === '23505' && /^journal_of$|_past_pkey$/.test(constraint ?? '')
  if (code === 'LU409' || versionTaken) refuse('stale', { noun, id })
  const field = code === '23505' ? /^u_[0-9a-f]{12}_(.+)$/.exec(constraint ?? '')?.[1] : undefined
  if (field) refuse(noun === 'register' ? 'values-not-unique' : 'already-there', { field })
  throw error
}
