// The HTTP door: problems for everything that goes wrong on the way in, uploads of every unhappy kind, downloads, headers.

import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '#operations/run.ts'
import { type Browser, browser, settle, startServer, type TestServer } from '../../test/support/server.ts'

let server: TestServer
let admin: Browser
let office: Browser

beforeAll(async () => {
  server = await startServer()
  const { accounts } = await run(await server.as('admin'), 'openSampleZone', {})
  admin = await settle(browser(server.address), 'admin', server.first.oneTimePassword)
  for (const { username, oneTimePassword } of accounts) {
    if ((await server.as(username)).actor.roles.includes('office')) {
      office = await settle(browser(server.address), username, oneTimePassword)
      break
    }
  }
})
afterAll(() => server.close())

test('an act that the posts do not allow is 403 and names the roles that may', async () => {
  const answer = await office.post('/api/units', { name: '新单位' })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({
    code: 'forbidden',
    facts: { act: 'addUnit', roles: ['system-admin'] },
    title: '您的岗位无权办理此项（需要：系统管理员）。',
  })
})

test.each([
  ['/api/commitments?limit=many', 'limit'],
  ['/api/commitments?limit=0', 'limit'],
  ['/api/commitments?light=purple', 'light.0'],
  ['/api/commitments?descending=maybe', 'descending'],
  ['/api/commitments?ligth=red', 'ligth'],
  ['/api/commitments?asOf=yesterday', 'asOf'],
  ['/api/commitments/not-an-id', 'id'],
])('%s → bad-input at %s', async (path, where) => {
  const answer = await office.get(path)
  expect(answer.status).toBe(400)
  const { code, facts } = await answer.json()
  expect(code).toBe('bad-input')
  expect(facts.issues[0].path).toBe(where)
})

test('a good query is decoded: numbers, booleans, one or several values', async () => {
  const answer = await office.get('/api/commitments?limit=5&descending=true&light=red&light=yellow&stage=draft')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ rows: [], total: 0 })
})

test.each<[string, string, string, number]>([
  ['not JSON', '{"name":', 'application/json', 400],
  ['a list', '[]', 'application/json', 400],
  ['a prototype', '{"__proto__":{"x":1}}', 'application/json', 400],
  ['wrong types', '{"name":1,"version":"x"}', 'application/json', 400],
  ['another type', 'name=x', 'application/x-www-form-urlencoded', 400],
])('a body that is %s is bad input', async (_, body, type, status) => {
  const answer = await admin.send('/api/zone/name', body, { 'content-type': type })
  expect([answer.status, (await answer.json()).code]).toEqual([status, 'bad-input'])
})

test('a JSON body over 2 MB is refused with the limit', async () => {
  const answer = await admin.post('/api/zone/name', { name: 'x'.repeat(3 * 1024 * 1024), version: 1 })
  expect(await answer.json()).toMatchObject({ code: 'too-large', status: 413, title: '内容过大，上限为 2 MB。' })
})

test('an address that is not there, and a page that is not built', async () => {
  expect(await (await office.get('/api/nothing')).json()).toMatchObject({ code: 'unknown-route', status: 404 })
  expect(await (await office.get('/%E0%A4%A')).json()).toMatchObject({ code: 'bad-input' })
  const page = await office.get('/documents', { accept: 'text/html' })
  expect(await page.json()).toMatchObject({ code: 'web-missing', status: 404 })
})

test('a defect keeps its words to itself and is written down under the number told', async () => {
  const { db } = server.system
  const query = db.query
  db.query = async () => {
    throw new Error('relation "secret" does not exist')
  }
  const answer = await office.get('/api/directory').finally(() => {
    db.query = query
  })
  const { status, code, facts, title } = await answer.json()
  expect([status, code]).toEqual([500, 'unexpected'])
  expect(title).not.toContain('secret')
  expect(server.logged.at(-1)).toContain(facts.request)
  expect(server.logged.at(-1)).toContain('relation "secret"')
})

test('health and the description need nobody', async () => {
  const anyone = browser(server.address)
  expect(await (await anyone.get('/api/health')).json()).toEqual({ status: 'ok' })
  expect(await (await anyone.get('/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' })
})

test('headers: nothing from elsewhere, in no frame, nothing kept', async () => {
  const { headers } = await office.get('/api/me')
  expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cache-control')).toBe('no-store')
})

const minutes = '会议要求，确保6月底前完成三号路改造，新建泵站4座。\n'
const bring = (body: BodyInit, name: string, type = 'text/plain') =>
  office.send(`/api/documents?fileName=${encodeURIComponent(name)}`, body, { 'content-type': type })

test('a file comes in as a raw body of any type and goes out as an attachment under its own name', async () => {
  const answer = await bring(minutes, '会议纪要 (1).txt', 'text/html')
  expect(answer.status).toBe(200)
  const { document } = await answer.json()
  const original = await office.get(`/api/documents/${document.id}/original`)
  expect(await original.text()).toBe(minutes)
  expect(original.headers.get('content-disposition')).toBe(
    `attachment; filename="____ (1).txt"; filename*=UTF-8''${encodeURIComponent('会议纪要 ')}%281%29.txt`,
  )
  expect(original.headers.get('x-content-type-options')).toBe('nosniff')
  const again = await bring(minutes, '另一个名字.txt')
  expect(await again.json()).toMatchObject({ code: 'same-file', status: 409, facts: { document: document.id } })
})

test.each<[string, BodyInit, string, number]>([
  ['nothing', '', 'empty-text', 422],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'not-text', 415],
  ['a secret', '机密★5年\n会议纪要', 'secrecy-mark', 422],
])('%s is stopped', async (name, body, code, status) => {
  const answer = await bring(body, `${name}.txt`)
  expect(await answer.json()).toMatchObject({ code, status })
})

test('100 MB: the sender hears the sentence though it has not sent everything, and nothing is kept', async () => {
  const before = stored()
  const answer = await bring(endless(100), '很大.txt')
  expect(await answer.json()).toMatchObject({ code: 'too-large', status: 413, title: '内容过大，上限为 20 MB。' })
  expect(stored()).toEqual(before)
  expect((await office.get('/api/me')).status).toBe(200)
})

test('100 MB: a sender that listens only at the end hears it as well', async () => {
  const socket = await open('x.txt', 100 * 1024 * 1024)
  const heard: Buffer[] = []
  socket.on('data', (chunk) => heard.push(chunk))
  for (let megabyte = 1; megabyte <= 100; megabyte++) {
    if (!socket.write(Buffer.alloc(1024 * 1024, 'x'))) await once(socket, 'drain')
  }
  socket.destroy()
  expect(Buffer.concat(heard).toString()).toMatch(/^HTTP\/1\.1 413 /)
})

test('100 MB from somebody who may not send anything is answered too', async () => {
  const answer = await admin.send('/api/documents?fileName=x.txt', endless(100))
  expect(await answer.json()).toMatchObject({ code: 'forbidden', status: 403 })
})

test('a line that is cut in the middle of an upload leaves nothing behind, and the server stays', async () => {
  const before = stored()
  const logged = server.logged.length
  const socket = await open('cut.txt', 900_000)
  socket.write(minutes.repeat(100))
  await pause(200)
  socket.destroy()
  await pause(200)
  expect(stored()).toEqual(before)
  const list = await (await office.get('/api/documents')).json()
  expect(server.logged).toHaveLength(logged)
  expect(list.map((card: { fileName: string }) => card.fileName)).not.toContain('cut.txt')
})

/** The beginning of an upload by hand. */
async function open(name: string, bytes: number): Promise<Socket> {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
  await once(socket, 'connect')
  const head = [`POST /api/documents?fileName=${name} HTTP/1.1`, 'host: x', `cookie: ${office.cookie()}`]
  socket.write(`${head.join('\r\n')}\r\ncontent-length: ${bytes}\r\n\r\n`)
  return socket
}

/** So many megabytes, made while they are sent. */
function endless(megabytes: number): ReadableStream<Uint8Array> {
  const chunk = Buffer.alloc(1024 * 1024, '会议纪要')
  let sent = 0
  return new ReadableStream({
    pull: (controller) => (++sent > megabytes ? controller.close() : controller.enqueue(chunk)),
  })
}

function stored(): string[] {
  return readdirSync(server.dataFolder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => one.name)
    .toSorted()
}
