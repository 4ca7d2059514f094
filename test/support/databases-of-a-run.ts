// Before and after a test run: a folder for the server that tests may start, and nothing left behind.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { fastFolder, fastPlace } from './fast-place.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databases: { folder: string; prefix: string; external: string | undefined }
  }
}

/** Called by Vitest once per run; what it returns is called at the end. */
export function setup(project: TestProject): () => Promise<void> {
  removeLeftovers(fastPlace())
  const folder = fastFolder(`luoshi-test-${process.pid}-`)
  const prefix = basename(folder).toLowerCase().replaceAll('-', '_')
  const external = process.env.LUOSHI_TEST_DATABASE_URL
  project.provide('databases', { folder, prefix, external })
  return async () => {
    if (external) await dropDatabases(external, prefix)
    await removeServer(folder)
  }
}

/** Folders of runs that were killed; each bears the number of its process. */
function removeLeftovers(place: string): void {
  for (const name of readdirSync(place)) {
    const run = /^luoshi-test-(\d+)-/.exec(name)?.[1]
    if (run && !existsSync(`/proc/${run}`)) rmSync(join(place, name), { recursive: true, force: true })
  }
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const names = await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix])
  for (const { datname } of names.rows) await client.query(`drop database ${datname} with (force)`)
  await client.end()
}

/** The server ends by itself with the last test process. */
async function removeServer(folder: string): Promise<void> {
  for (let waited = 0; waited < 10_000 && existsSync(join(folder, 'postgres/postmaster.pid')); waited += 20)
    await pause(20)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
