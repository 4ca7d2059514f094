// A PostgreSQL 15 as Debian installs it, the oldest kind that DATABASE_URL may point to. To run all tests on one:
// node test/support/debian-postgres.ts npx vitest run
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '#store/embedded.ts'
import type { Programs } from '#store/postgres-program.ts'
import { fastFolder } from './fast-place.ts'

const folder = '/usr/lib/postgresql/15/bin'

/** None where Debian's package postgresql-15 is not installed. */
export function debianPrograms(): Programs | undefined {
  if (!existsSync(join(folder, 'postgres'))) return undefined
  return { folder, localeOptions: ['--locale=C', '--lc-ctype=C.UTF-8'] }
}

/** Runs a command against a new server of the given kind, with its address in LUOSHI_TEST_DATABASE_URL. */
async function runOn(programs: Programs, command: string[]): Promise<number> {
  const place = fastFolder('luoshi-debian-')
  const server = await startEmbedded(place, { fsync: 'off' }, programs)
  const env = { ...process.env, LUOSHI_TEST_DATABASE_URL: server.url }
  const [code] = await once(spawn(command[0] as string, command.slice(1), { env, stdio: 'inherit' }), 'exit')
  await server.stop()
  rmSync(place, { recursive: true, force: true })
  return code ?? 1
}

if (import.meta.main) {
  const programs = debianPrograms()
  if (!programs) throw new Error(`There is no PostgreSQL 15 in ${folder}: apt-get install postgresql-15.`)
  process.exitCode = await runOn(programs, process.argv.slice(2))
}
