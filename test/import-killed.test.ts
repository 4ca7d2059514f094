// A server killed (SIGKILL) again and again while it carries an import out: after the last start it goes on where it was, and
// every line of the table is in the register exactly once. LUOSHI_IMPORT_LINES sets the number of lines.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { startEmbedded } from '#store/embedded.ts'
import { everyDefinition, plotDefinition } from './support/every-field.ts'
import { fastFolder } from './support/fast-place.ts'
import { type Browser, browser, settle } from './support/server.ts'
import { freePort, type ServerProcess, serve } from './support/server-process.ts'

type Shown = OutputOf<'getImport'>
const lines = Number(process.env.LUOSHI_IMPORT_LINES ?? 12_000)
const kills = 3
const folder = fastFolder('luoshi-import-killed-')
const imports = '/api/registers/every/imports'
let port: number
let server: ServerProcess
let office: Browser

beforeAll(async () => {
  port = await freePort()
  server = await serve(folder, port)
  const admin = await settle(browser(server.address), 'admin', await server.oneTimePassword())
  const { accounts } = await (await admin.post('/api/zone/sample')).json()
  const { oneTimePassword } = accounts.find(({ username }: { username: string }) => username === 'fangning')
  office = await settle(browser(server.address), 'fangning', oneTimePassword)
  for (const definition of [plotDefinition, everyDefinition]) await office.post('/api/registers', { definition })
})
afterAll(async () => {
  await server.kill(true)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Every seventh line cannot be taken. */
function table(): string {
  const rows = Array.from({ length: lines }, (_, n) => `第${n}号,N-${n},${n % 7 === 6 ? '多' : n},经发局,2026-01-02`)
  return `名称,编号,投资额（万元）,管理单位,建设·规划\n${rows.join('\n')}`
}

async function shown(answer: Promise<Response>): Promise<Shown> {
  const response = await answer
  if (!response.ok) throw new Error(await response.text())
  return response.json() as Promise<Shown>
}

async function until(id: string, done: (job: Shown['job']) => boolean): Promise<Shown['job']> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const { job } = await shown(office.get(`${imports}/${id}`))
    if (done(job)) return job
    await pause(20)
  }
  throw new Error(`import ${id} does not come on; ${server.said()}`)
}

test(`${lines} lines, ${kills} times killed: each is there once`, { timeout: 180_000 }, async () => {
  const { job, sheets } = await shown(office.send(`${imports}?fileName=a.csv`, table(), { 'content-type': 'text/csv' }))
  const { id } = job
  const columns = sheets[0]!.proposed.map(({ why: _, ...column }) => column)
  const plan = { sheet: 0, head: sheets[0]!.head, columns }
  await shown(office.post(`${imports}/${id}/plan`, { version: job.version, plan }))
  const { version, trial } = await until(id, ({ state }) => state === 'tried')
  const refused = Math.floor(lines / 7)
  expect(trial!.counts).toMatchObject({ added: lines - refused, refused, steps: lines - refused })
  await shown(office.post(`${imports}/${id}/start`, { version }))
  const marks: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const before = marks.at(-1) ?? 0
    const { run } = await until(id, ({ run, state }) => run!.slices > before || state === 'done')
    marks.push(run!.slices)
    await pause(Math.random() * 120)
    await server.kill(kill % 2 === 1)
    server = await serve(folder, port)
  }
  const done = await until(id, ({ state }) => state === 'done')
  expect(done.run).toEqual(done.trial && { ...done.run!, counts: done.trial.counts })
  expect(marks.some((slices) => slices > 0 && slices < lines / 1000)).toBe(true)
  await eachOnce(lines - refused)
  console.log(`${lines} lines: killed after ${marks.join(', ')} of ${done.run!.slices} stretches, each line there once`)
})

async function eachOnce(expected: number): Promise<void> {
  const embedded = await startEmbedded(join(folder, 'postgres'))
  const owner = new pg.Client({ connectionString: embedded.url, options: '-c search_path=luoshi' })
  await owner.connect()
  try {
    const { rows } = await owner.query(`select relname from pg_class where relname ~ '^entry_every_[0-9a-f]{12}$'`)
    const counted = await owner.query(
      `select count(*)::int as n, count(distinct f_number)::int as numbers, count(*) filter (where version = 2)::int as stepped
       from ${rows[0].relname}`,
    )
    expect(counted.rows[0]).toEqual({ n: expected, numbers: expected, stepped: expected })
    const told = await owner.query(
      `select data ->> 'kind' as kind, count(*)::int as n from journal where noun = 'entry' group by 1`,
    )
    expect(Object.fromEntries(told.rows.map(({ kind, n }) => [kind, n]))).toEqual({
      added: expected,
      stepped: expected,
    })
    const climbs = await owner.query('select count(*)::int as n, count(distinct entry)::int as entries from climb')
    expect(climbs.rows[0]).toEqual({ n: expected, entries: expected })
  } finally {
    await owner.end()
    await embedded.stop()
  }
}
