// Databases for tests: each test file gets its own, cloned from one migrated template on a server that the whole run
// shares. The server is started by the first test that wants one; LUOSHI_TEST_DATABASE_URL names another instead.
import pg from 'pg'
import { inject } from 'vitest'
import { type Embedded, startEmbedded } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'

/** A database of one's own; `url` is the superuser's. */
export type TestDatabase = { url: string; close(): Promise<void> }

let server: Promise<Embedded['url']> | undefined
let made = 0

/** A new database with all migrations done and no rows; about 50 ms once the template exists. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { prefix } = inject('databases')
  const name = `${prefix}_${process.pid}_${Math.random().toString(36).slice(2, 8)}_${++made}`
  const admin = await serverUrl()
  await withClient(admin, async (client) => {
    await makeTemplate(client, admin, `${prefix}_template`)
    await client.query(`create database ${name} template ${prefix}_template strategy wal_log`)
  })
  const close = () => withClient(admin, (client) => client.query(`drop database if exists ${name} with (force)`))
  return { url: inDatabase(admin, name), close: async () => void (await close()) }
}

/** The same address, but another database of that server. */
export function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** Runs `act` on a connection of its own and closes that. */
export async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

function serverUrl(): Promise<string> {
  const { external, folder } = inject('databases')
  server ??= external ? Promise.resolve(external) : startEmbedded(folder, hurried).then((each) => each.url)
  return server
}

// Only here: a test's database need not survive a power cut.
const hurried = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Several test processes may come here at once: one makes the template, under a name that only a finished one bears. */
async function makeTemplate(client: pg.Client, admin: string, name: string): Promise<void> {
  await client.query('select pg_advisory_lock(hashtext($1))', [name])
  try {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    await client.query(`drop database if exists ${name}_unfinished with (force)`)
    await client.query(`create database ${name}_unfinished`)
    await migrate(inDatabase(admin, `${name}_unfinished`))
    await client.query(`alter database ${name}_unfinished rename to ${name}`)
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name])
  }
}
