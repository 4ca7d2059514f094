// What the HTTP door does when something beneath or beyond it breaks: the database, the disk, the line, the file's name.

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '#operations/run.ts'
import { withClient } from '../../test/support/postgres.ts'
import { type Browser, browser, settle, startServer, type TestServer } from '../../test/support/server.ts'

let server: TestServer
let office: Browser
let commitment: { id: string; version: number }

beforeAll(async () => {
  server = await startServer()
  const { accounts } = await run(await server.as('admin'), 'openSampleZone', {})
  const { oneTimePassword } = accounts.find(({ username }) => username === 'fangning')!
  office = await settle(browser(server.address), 'fangning', oneTimePassword)
  const { document } = await (await bring('会议要求，新建泵站4座。', '纪要.txt')).json()
  const { proposals } = await (await office.get(`/api/documents/${document.id}`)).json()
  commitment = (await (await office.post(`/api/proposals/${proposals[0].id}/adopt`, { version: 1 })).json()).commitment
})
afterAll(() => server.close())

const bring = (body: BodyInit, name: string) =>
  office.send(`/api/documents?fileName=${encodeURIComponent(name)}`, body, { 'content-type': 'text/plain' })
const file = (body: BodyInit, name: string, more = '') =>
  office.send(`/api/commitments/${commitment.id}/evidence?name=${encodeURIComponent(name)}&proves=x${more}`, body)
const stored = () =>
  readdirSync(join(server.dataFolder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

test('the database throws everybody out: who asks next is served', async () => {
  for (let round = 0; round < 5; round++) {
    const asking = Promise.all(Array.from({ length: 30 }, () => office.get('/api/commitments')))
    await pause(round * 5)
    await withClient(server.databaseUrl, (client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      ),
    )
    for (const answer of await asking) expect([200, 500, 503]).toContain(answer.status)
    await expect.poll(async () => (await office.get('/api/commitments')).status, { timeout: 2000 }).toBe(200)
  }
})

test('a stored file that is gone from the disk is told, and the server stays', async () => {
  const { id, file: kept } = await (await file('bytes', 'a.bin')).json()
  for (const one of stored()) if (one.name === kept.sha256) rmSync(join(one.parentPath, one.name))
  for (let i = 0; i < 10; i++) {
    const answer = await office.get(`/api/evidence/${id}/file`)
    expect(answer.status).toBe(500)
    expect((await answer.json()).code).toBe('unexpected')
  }
  expect((await office.get('/api/me')).status).toBe(200)
})

test('a file whose bytes are not what was declared is not kept', async () => {
  const before = stored().length
  const other = createHash('sha256').update('other').digest('hex')
  expect(await (await file('bytes', 'a.bin', `&sha256=${other}`)).json()).toMatchObject({ code: 'upload-broken' })
  expect(stored()).toHaveLength(before)
  const same = createHash('sha256').update('bytes').digest('hex')
  expect((await file('bytes', 'a.bin', `&sha256=${same}`)).status).toBe(200)
})

test('forty uploads at once, while others go on working', async () => {
  const sending = Promise.all(Array.from({ length: 40 }, (_, i) => file(Buffer.alloc(1_000_000, i), `${i}.bin`)))
  expect((await office.get('/api/me')).status).toBe(200)
  expect((await sending).map(({ status }) => status)).toEqual(Array.from({ length: 40 }, () => 200))
})

test.each([
  '../../../etc/passwd',
  '..\\..\\x.exe',
  'a\r\nSet-Cookie: x=1.txt',
  '"; filename="b.html',
  '会议\u202etxt.exe',
  '😀'.repeat(60),
  "it's 100% (1)*.txt",
])('a file called %j goes out under its name and in one header', async (name) => {
  const { id } = await (await file('x', name)).json()
  const answer = await office.get(`/api/evidence/${id}/file`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('set-cookie')).toBeNull()
  const [, encoded = ''] = /filename\*=UTF-8''(\S+)$/.exec(answer.headers.get('content-disposition')!)!
  expect(decodeURIComponent(encoded)).toBe(name)
})

test.each(['%ED%A0%80.txt', 'a%00b.txt', '%FF%FE.txt', ''])('a name of bytes that are no text: %s', async (name) => {
  const answer = await office.send(`/api/commitments/${commitment.id}/evidence?proves=x&name=${name}`, 'x')
  expect([200, 400]).toContain(answer.status)
})

test('evidence that arrives slowly, while its commitment is taken off the register, is refused', async () => {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
  await once(socket, 'connect')
  const path = `/api/commitments/${commitment.id}/evidence?name=a.bin&proves=x`
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncookie: ${office.cookie()}\r\ncontent-length: 10\r\n\r\n12345`)
  await pause(300)
  const cancelled = await office.post(`/api/commitments/${commitment.id}/cancel`, { version: 1, reason: '不再需要' })
  expect(cancelled.status).toBe(200)
  socket.write('67890')
  const [heard] = await once(socket, 'data')
  socket.destroy()
  expect(String(heard)).toContain('wrong-stage')
})

test('a data folder that cannot be written is told in a sentence', async () => {
  const folder = join(server.dataFolder, 'files')
  renameSync(folder, `${folder}-away`)
  writeFileSync(folder, '')
  const answer = await bring('会议要求，新建泵站5座。', '另一份.txt').finally(() => {
    rmSync(folder)
    renameSync(`${folder}-away`, folder)
  })
  expect(await answer.json()).toMatchObject({ code: 'cannot-keep', status: 507 })
})
