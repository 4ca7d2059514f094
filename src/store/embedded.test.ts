// The life of the embedded server: first start, sharing, races, and every way of dying.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '#store/embedded.ts'
import { fastFolder } from '../../test/support/fast-place.ts'

let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  folder = fastFolder('luoshi-embedded-')
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await until(() => !serverPid())
  rmSync(folder, { recursive: true, force: true })
})

test('a first start makes a database for Chinese text that survives a second start', async () => {
  const first = await startEmbedded(folder)
  expect(first.adopted).toBe(false)
  await ask(first.url, `create table item as select '采购合同审批' as words`)
  expect(
    await ask(first.url, `select datcollate, datctype, datlocprovider from pg_database where datname = 'postgres'`),
  ).toEqual([{ datcollate: 'C', datctype: 'C.UTF-8', datlocprovider: 'b' }])
  expect(await ask(first.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }])
  expect(await ask(first.url, 'show fsync')).toEqual([{ fsync: 'on' }])
  await ask(first.url, 'create extension pg_trgm')
  expect(await ask(first.url, `select cardinality(show_trgm('采购')) as trigrams`)).toEqual([{ trigrams: 3 }])
  await first.stop()
  expect(serverPid()).toBeUndefined()

  const second = await startEmbedded(folder)
  expect(await ask(second.url, 'select words from item')).toEqual([{ words: '采购合同审批' }])
  await second.stop()
})

test('the password is needed, and only its owner can read it', async () => {
  const server = await startEmbedded(folder)
  await expect(ask(server.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  )
  expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600)
  await server.stop()
})

test('the server stays while anybody uses it, and goes with the last', async () => {
  const starter = await startEmbedded(folder)
  const guest = await startEmbedded(folder)
  expect(guest).toMatchObject({ url: starter.url, adopted: true })
  await starter.stop()
  expect(await ask(guest.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await guest.stop()
  await until(() => !serverPid())
})

test('three first starts at once make one server', async () => {
  const urls = await Promise.all([1, 2, 3].map(() => startElsewhere()))
  expect(new Set(urls.map((each) => each.url)).size).toBe(1)
  expect(urls.map((each) => each.adopted).sort()).toEqual([false, true, true])
})

test('kill -9 of the only user leaves no server behind, and no acknowledged row is lost', async () => {
  const { child, url } = await startElsewhere()
  const before = serverPid() as number
  await ask(url, 'create table item as select 1 as id')
  child.kill('SIGKILL')
  await until(() => !exists(before))
  const next = await startEmbedded(folder)
  expect(await ask(next.url, 'select id from item')).toEqual([{ id: 1 }])
  await next.stop()
})

test('kill -9 and a start at once: the new user has a server that stays', async () => {
  const { child, url } = await startElsewhere()
  await ask(url, 'create table item as select 1 as id')
  child.kill('SIGKILL')
  const next = await startEmbedded(folder)
  await pause(300)
  expect(await ask(next.url, 'select id from item')).toEqual([{ id: 1 }])
  await next.stop()
})

test('kill -9 of the server itself: the next start recovers', async () => {
  const first = await startEmbedded(folder)
  await ask(first.url, 'create table item as select 1 as id')
  process.kill(serverPid() as number, 'SIGKILL')
  await until(() => !exists(serverPid() as number))
  const second = await startEmbedded(folder)
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, 'select id from item')).toEqual([{ id: 1 }])
  await second.stop()
  await first.stop()
})

test('a postmaster.pid left over by a lost machine, its number now another process, is seen through', async () => {
  const first = await startEmbedded(folder)
  const file = join(folder, 'postgres', 'postmaster.pid')
  const left = readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid))
  await first.stop()
  writeFileSync(file, left)
  const second = await startEmbedded(folder)
  expect(second.adopted).toBe(false)
  await second.stop()
})

test('a data folder that cannot be made is named in the error', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await expect(startEmbedded(join(file, 'store'))).rejects.toThrow(
    `The data folder ${join(file, 'store')} cannot be made`,
  )
})

test('below a folder that only root may enter, the server still runs or says what to do', async () => {
  chmodSync(folder, 0o700)
  const outcome = await startEmbedded(folder).then(
    async (server) => {
      const rows = await ask(server.url, 'select 1 as one')
      await server.stop()
      return rows
    },
    (error: Error) => error.message,
  )
  if (typeof outcome === 'string') expect(outcome).toContain('traversable')
  else expect(outcome).toEqual([{ one: 1 }])
})

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  client.on('error', () => {}) // a server that is killed under a connection is what some of these tests are about
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Starts the server from another Node process, which then waits to be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string; adopted: boolean }> {
  const program = `import { startEmbedded } from '#store/embedded.ts'
import { fastFolder } from '../../test/support/fast-place.ts'
    const { url, adopted } = await startEmbedded(${JSON.stringify(folder)})
    console.log(JSON.stringify({ url, adopted }))
    setInterval(() => {}, 1000)`
  const args = ['--input-type=module', '--eval', program]
  const child = spawn(process.execPath, args, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, ...JSON.parse(String(line)) }
}

function serverPid(): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function until(done: () => boolean): Promise<void> {
  for (let waited = 0; !done(); waited += 10) {
    if (waited > 5000) throw new Error(`still not after 5 s: ${done}`)
    await pause(10)
  }
}
