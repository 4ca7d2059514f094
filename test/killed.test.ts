// A server killed (SIGKILL) at random moments while people work at it: whatever it has acknowledged is there after the next
// start, whole; whatever it has not is there whole or not at all. LUOSHI_KILL_ROUNDS sets the number of rounds.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '#store/embedded.ts'
import { fastFolder } from './support/fast-place.ts'
import { foldAndRows, nouns } from './support/journal-fold.ts'
import { type AckedRow, filesTask, markCut, newLedger, officeTask, unitTask, work } from './support/people-at-work.ts'
import { type Browser, browser, settle } from './support/server.ts'
import { freePort, type ServerProcess, serve, serveBriefly } from './support/server-process.ts'

const rounds = Number(process.env.LUOSHI_KILL_ROUNDS ?? 5)
const folder = fastFolder('luoshi-killed-')
const ledger = newLedger()
let port: number
let server: ServerProcess
const people: Record<string, Browser> = {}
let leads: string[]

beforeAll(async () => {
  port = await freePort()
  server = await serve(folder, port)
  const admin = await settle(browser(server.address), 'admin', await server.oneTimePassword())
  const { directory, accounts } = await (await admin.post('/api/zone/sample')).json()
  for (const username of ['qinxiaolan', 'fangning', 'songyining', 'xuzhixia', 'sunian']) {
    const { oneTimePassword } = accounts.find((account: { username: string }) => account.username === username)
    people[username] = await settle(browser(server.address), username, oneTimePassword)
  }
  const named = (short: string) => directory.units.find((unit: { shortName: string }) => unit.shortName === short).id
  leads = ['科创局', '招商局', '经发局'].map(named)
})
afterAll(async () => {
  await server.kill(true)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test(`${rounds} times killed, nothing acknowledged is lost`, { timeout: 60_000 + rounds * 15_000 }, async () => {
  for (let round = 1; round <= rounds; round++) {
    const everything = round % 2 === 0
    const working = everyone()
    await acknowledged(5 + Math.random() * 40)
    await pause(Math.random() * 40)
    markCut(ledger)
    await server.kill(everything)
    await working
    expect(ledger.wrong, server.said()).toEqual([])
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow() // the one killed was the one that served
    if (round % 3 === 0) await serveBriefly(folder, port, Math.random() * 900)
    server = await serve(folder, port)
    await lookForEverything()
  }
  tell()
})

function tell(): void {
  const { acts, refused, cut, rows, uploads } = ledger
  const kept = uploads.filter((upload) => upload.acknowledged).length
  console.log(
    `${rounds} rounds: ${acts} acts acknowledged with ${rows.length} rows, 0 lost; ${cut} people cut off; ` +
      `${refused} told that others were faster; ${kept} files acknowledged, ` +
      `${uploads.filter((upload) => upload.cut).length} cut while being sent, none left under its name`,
  )
}

/** Waits for so many more acts; also ends when somebody met with something that should not be. */
async function acknowledged(more: number): Promise<void> {
  const before = ledger.acts
  while (ledger.acts < before + more && ledger.wrong.length === 0) await pause(5)
}

/** Ends when the server does. */
async function everyone(): Promise<void> {
  const each = (tasks: Record<string, (one: Browser) => Promise<void>>) =>
    Object.entries(tasks).map(([username, task]) => work(() => task(people[username] as Browser), ledger))
  const office = (one: Browser) => officeTask(one, ledger, leads)
  const unit = (one: Browser) => unitTask(one, ledger)
  const files = (one: Browser) => filesTask(one, ledger)
  await Promise.all(each({ qinxiaolan: office, fangning: office, songyining: unit, xuzhixia: unit, sunian: files }))
}

async function lookForEverything(): Promise<void> {
  const embedded = await startEmbedded(join(folder, 'postgres'))
  expect(embedded.adopted).toBe(true)
  const owner = new pg.Client({ connectionString: embedded.url, options: '-c search_path=luoshi' })
  await owner.connect()
  try {
    expect(await lost(owner)).toEqual([])
    await expectWholeJournal(owner)
  } finally {
    await owner.end()
    await embedded.stop()
  }
  lookForFiles()
}

/** Rows that were answered but are not in the journal, or not as they were answered, or whose row has gone back. */
async function lost(owner: pg.Client): Promise<AckedRow[]> {
  const wanted = JSON.stringify(
    ledger.rows.map(({ act, noun, body }) => ({ act, noun, id: body.id, version: body.version })),
  )
  const states = ['document', 'proposal', 'commitment', 'evidence']
    .map(
      (noun) => `select '${noun}' as noun, id, version, body from ${noun}
      union all select '${noun}', id, version, body from ${noun}_past`,
    )
    .join(' union all ')
  const { rows } = await owner.query(
    `select s.body from rows from (jsonb_to_recordset($1::jsonb) as (act text, noun text, id uuid, version int))
       with ordinality as w (act, noun, id, version, n)
     left join journal j on j.noun = w.noun and j.id = w.id and j.version = w.version and j.act = w.act
     left join (${states}) s on s.noun = w.noun and s.id = w.id and s.version = w.version and j.seq is not null
     order by w.n`,
    [wanted],
  )
  return ledger.rows.filter(({ body }, i) => !isDeepStrictEqual(rows[i]?.body, body))
}

async function expectWholeJournal(owner: pg.Client): Promise<void> {
  const numbers = await owner.query(
    'select count(*) as n, max(seq) as last, (select seq from journal_head) as head from journal',
  )
  const { n, last, head } = numbers.rows[0]
  expect([last, head]).toEqual([n, n])
  for (const noun of nouns) {
    const { folded, rows } = await foldAndRows(owner, noun)
    expect(isDeepStrictEqual(rows, folded), `the rows of ${noun} are not what the journal tells`).toBe(true)
  }
}

/** Under a file's name, which is its hash, stands what the name says; nothing there of uploads that were cut. */
function lookForFiles(): void {
  const files = join(folder, 'files/main')
  const place = (sha256: string) => join(files, sha256.slice(0, 2), sha256)
  for (const file of readdirSync(files, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const bytes = readFileSync(join(file.parentPath, file.name))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.name)
  }
  for (const { sha256, cut, acknowledged } of ledger.uploads) {
    if (acknowledged || cut) expect(existsSync(place(sha256))).toBe(acknowledged)
  }
}
