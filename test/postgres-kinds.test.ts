// Luoshi runs on the PostgreSQL it brings along and on those a zone already has; Debian's 15 is the oldest promised.
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startEmbedded } from '#store/embedded.ts'
import { migrate } from '#store/migrate.ts'
import { npmPrograms } from '#store/postgres-program.ts'
import { debianPrograms } from './support/debian-postgres.ts'
import { fastFolder } from './support/fast-place.ts'
import { freshDatabase, inDatabase, withClient } from './support/postgres.ts'

const debian = debianPrograms()
const kinds = [{ kind: 'npm', programs: npmPrograms() }, ...(debian ? [{ kind: 'debian', programs: debian }] : [])]

test.each(kinds)('all migrations run on the PostgreSQL of $kind', async ({ programs }) => {
  const folder = fastFolder('luoshi-kind-')
  const server = await startEmbedded(folder, { fsync: 'off' }, programs)
  try {
    await withClient(server.url, (client) => client.query('create database luoshi'))
    await migrate(inDatabase(server.url, 'luoshi'))
    await migrate(inDatabase(server.url, 'luoshi')) // again: nothing left to do
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a database that a later version has migrated is left alone', async () => {
  const database = await freshDatabase()
  const later = `insert into luoshi.migration (name, sha256) values ('9999-later.sql', '')`
  await withClient(database.url, (client) => client.query(later))
  await expect(migrate(database.url)).rejects.toThrow('later version')
  await database.close()
})

test('two databases of a test run do not see each other', async () => {
  const [one, other] = await Promise.all([freshDatabase(), freshDatabase()])
  await withClient(one.url, (client) => client.query('create table only_here (id int)'))
  const seen = await withClient(other.url, (client) => client.query(`select to_regclass('only_here') as seen`))
  expect(seen.rows).toEqual([{ seen: null }])
  await Promise.all([one.close(), other.close()])
})
