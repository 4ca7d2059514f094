// The built web on its way out: what may be kept, what is fresh, what is compressed, and which addresses are pages.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendProblem } from '#api/server.ts'
import { addWeb } from '#api/web.ts'

const folder = mkdtempSync(join(tmpdir(), 'luoshi-web-'))
const script = 'console.log("落实")'
const page = { accept: 'text/html,*/*' }
let app: FastifyInstance

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>落实</title>')
  writeFileSync(join(folder, 'assets/main-1a2b.js'), script)
  writeFileSync(join(folder, 'assets/main-1a2b.js.gz'), gzipSync(script))
  app = fastify()
  addWeb(app, folder, sendProblem)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test.each(['/', '/index.html', '/commitments/1?tab=history'])('%s is the page, fresh each time', async (url) => {
  const answer = await app.inject({ url, headers: page })
  expect(answer.body).toContain('<title>落实</title>')
  expect(answer.headers['cache-control']).toBe('no-cache')
})

test('a hashed file is kept for ever, and sent compressed to who takes it', async () => {
  const plain = await app.inject('/assets/main-1a2b.js')
  expect(plain.body).toBe(script)
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const small = await app.inject({ url: '/assets/main-1a2b.js', headers: { 'accept-encoding': 'gzip' } })
  expect(small.headers['content-encoding']).toBe('gzip')
})

test.each([
  ['/assets/gone.js', '*/*'],
  ['/api/gone', 'text/html'],
  ['/../package.json', '*/*'],
])('%s is not there', async (url, accept) => {
  const answer = await app.inject({ url, headers: { accept } })
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknown-route'])
})
