// Runs the numbered SQL files of db/ that a database has not seen yet, in order, each in a transaction of its own.

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const folder = new URL('../../db/', import.meta.url)
const lock = 727_001

/** `url` must be a login that may create a schema and a role; a server started twice at once migrates once. */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // a connection that drops fails the statement on it
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(`create schema if not exists luoshi; set search_path = luoshi;
      create table if not exists migration (name text primary key, sha256 text not null, at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
    const seen = new Map(rows.map((row) => [row.name, row.sha256]))
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
    const later = rows.find(({ name }) => !files.includes(name))
    if (later) throw new Error(`the database is of a later version of Luoshi, which has run db/${later.name}`)
    for (const file of files) await runOnce(client, file, seen.get(file))
  } finally {
    await client.end()
  }
}

async function runOnce(client: pg.Client, file: string, landed: string | undefined): Promise<void> {
  const text = await readFile(new URL(file, folder), 'utf8')
  const sha256 = createHash('sha256').update(text).digest('hex')
  if (landed === sha256) return
  if (landed) throw new Error(`db/${file} was edited after it landed; put the change in a new file`)
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [file, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`db/${file} did not run: ${(error as Error).message}`, { cause: error })
  }
}
