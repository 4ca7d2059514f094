// A server killed (SIGKILL) while registers are made and changed: after the next start every definition and its table agree,
// what was acknowledged is there, and the journal gives the row again. LUOSHI_KILL_ROUNDS sets the number of rounds.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Definition, type Register } from '#domain/register.ts'
import { startEmbedded } from '#store/embedded.ts'
import { columnType, tableOf } from '#store/registers.ts'
import { fastFolder } from './support/fast-place.ts'
import { type Browser, browser, settle } from './support/server.ts'
import { freePort, type ServerProcess, serve } from './support/server-process.ts'

const rounds = Number(process.env.LUOSHI_KILL_ROUNDS ?? 4)
const folder = fastFolder('luoshi-killed-define-')
let port: number
let server: ServerProcess
let office: Browser
/** By code: the greatest version that was answered. */
const answered = new Map<string, Register>()

beforeAll(async () => {
  port = await freePort()
  server = await serve(folder, port)
  const admin = await settle(browser(server.address), 'admin', await server.oneTimePassword())
  const { accounts } = await (await admin.post('/api/zone/sample')).json()
  const { oneTimePassword } = accounts.find((account: { username: string }) => account.username === 'fangning')
  office = await settle(browser(server.address), 'fangning', oneTimePassword)
})
afterAll(async () => {
  await server.kill(true)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test(`${rounds} times killed, a definition and its table agree`, { timeout: 60_000 + rounds * 15_000 }, async () => {
  for (let round = 1; round <= rounds; round++) {
    const before = [...answered.values()].reduce((sum, { version }) => sum + version, 0)
    const working = Promise.all([1, 2].map((hand) => shape(`r${round}_${hand}`)))
    while ([...answered.values()].reduce((sum, { version }) => sum + version, 0) < before + 6) await pause(5)
    await pause(Math.random() * 60)
    await server.kill(round % 2 === 0)
    await working
    await lookAtTables()
    server = await serve(folder, port)
  }
})

/** Makes a register and goes on changing it, a field and a rung at a time, until the server does not answer any more. */
async function shape(code: string): Promise<void> {
  let definition = Definition.parse({
    ...{ code, name: `台账${code}`, entryName: '条目', title: 'f1' },
    fields: [{ key: 'f1', name: '名称', type: 'text', indexed: true }],
    ladders: [{ key: 'l1', name: '推进', rungs: [{ key: 'r1', name: '起步' }] }],
  })
  const types = ['money', 'date', 'choices', 'unit', 'yes-no', 'number'] as const
  try {
    let register = await said(office.post('/api/registers', { definition }))
    for (let n = 2; ; n++) {
      const type = types[n % types.length]!
      const choices = type === 'choices' ? [{ word: '甲' }] : []
      const indexed = type !== 'choices'
      definition = Definition.parse({
        ...definition,
        fields: [...definition.fields, { key: `f${n}`, name: `字段${n}`, type, choices, indexed }],
        ladders: [
          { ...definition.ladders[0], rungs: [...definition.ladders[0]!.rungs, { key: `r${n}`, name: `阶段${n}` }] },
        ],
      }) as Definition
      const { version } = register
      register = await said(office.post(`/api/registers/${code}/alter`, { version, definition }))
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error // TypeError is what fetch throws when the line is cut
  }
}

async function said(answer: Promise<Response>): Promise<Register> {
  const response = await answer
  const body = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(200)
  answered.set(body.definition.code, body)
  return body
}

async function lookAtTables(): Promise<void> {
  const embedded = await startEmbedded(join(folder, 'postgres'))
  const owner = new pg.Client({ connectionString: embedded.url, options: '-c search_path=luoshi' })
  await owner.connect()
  try {
    const { rows } = await owner.query('select body from register')
    const kept = new Map(rows.map(({ body }) => [body.definition.code as string, body as Register]))
    for (const [code, { version, definition }] of answered) {
      const now = kept.get(code)!
      expect(now.version).toBeGreaterThanOrEqual(version)
      expect(now.definition.fields.slice(0, definition.fields.length)).toEqual(definition.fields)
    }
    for (const register of kept.values()) await expectAgreed(owner, register)
    const tables = await owner.query(`select count(*)::int as n from pg_tables where tablename ~ '^entry_r\\d'`)
    expect(tables.rows[0].n).toBe(2 * kept.size) // each with its _past twin, and none without a definition
  } finally {
    await owner.end()
    await embedded.stop()
  }
}

/** The columns of the table and of its twin are those of the definition, no more and no fewer; the journal says the same. */
async function expectAgreed(owner: pg.Client, register: Register): Promise<void> {
  const { fields, ladders } = register.definition
  const wanted = [
    ...fields.filter((field) => columnType(field) !== null).map(({ key }) => `f_${key}`),
    ...ladders.map(({ key }) => `rung_${key}`),
  ].toSorted()
  const columns = (table: string) =>
    owner.query(
      `select attname from pg_attribute where attrelid = $1::regclass and attname ~ '^(f|rung)_' and not attisdropped order by attname collate "C"`,
      [table],
    )
  for (const table of [tableOf(register), `${tableOf(register)}_past`])
    expect((await columns(table)).rows.map(({ attname }) => attname)).toEqual(wanted)
  const told = await owner.query(
    `select data, version from journal where noun = 'register' and id = $1 order by version desc limit 1`,
    [register.id],
  )
  expect(told.rows[0].version).toBe(register.version)
  expect(told.rows[0].data.fields.definition).toEqual(register.definition)
}
