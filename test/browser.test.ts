// The browser of the tests shows Chinese text with the web font that Luoshi serves, on a machine without any such font.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, unpackChromium } from './support/browser.ts'

const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc'))
const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/index.css">
  <style>body { font: 24px 'Noto Sans SC Variable'; margin: 24px }</style>
  <p>落实：从会议上的话到办完的事</p><p>工业开票收入 1200 亿元，同比增长 9.5%</p>`

let server: Server
beforeAll(() => {
  server = createServer((request, answer) => {
    const css = request.url === '/index.css'
    answer.setHeader('content-type', css ? 'text/css' : request.url === '/' ? 'text/html' : 'font/woff2')
    answer.end(request.url === '/' ? page : readFileSync(join(fonts, request.url as string)))
  }).listen(0, '127.0.0.1')
})
afterAll(() => server.close())

test('a Chinese page is drawn with the served font', async () => {
  const browser = await openBrowser()
  const tab = await browser.newPage({ viewport: { width: 640, height: 200 } })
  await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const loaded = await tab.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].filter((font) => font.status === 'loaded').length
  })
  expect(loaded).toBeGreaterThan(0)
  mkdirSync('test-output', { recursive: true })
  await tab.screenshot({ path: 'test-output/chinese-page.png' })
  await browser.close()
})

test('two that unpack it at once end with the same one', async () => {
  const place = mkdtempSync(join(tmpdir(), 'luoshi-unpack-'))
  const [one, other] = await Promise.all([unpackChromium(place), unpackChromium(place)])
  expect(one).toBe(other)
  expect(readdirSync(place)).toEqual([basename(one)])
  rmSync(place, { recursive: true })
})
