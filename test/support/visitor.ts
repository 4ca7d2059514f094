// Somebody at a real browser: sees only our own server, hears of every error, and each page looked at is checked for
// accessibility and kept as a picture.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { goodPassword } from './server.ts'

export type Visitor = {
  page: Page
  /** Checks the page with axe and keeps a picture under this name; `phone`: another one, 390 pixels wide. */
  look(name: string, also?: 'phone'): Promise<void>
  /** Sets what the browser's clock shows, from the next page on. */
  turnClock(now: string): Promise<void>
  close(): Promise<void>
}

export type Gallery = {
  /** What should not be: requests elsewhere, errors on the console, serious findings of axe. */
  problems: string[]
  /** A new person at a browser of one's own; `now` is what that browser's clock shows. */
  visitor(now: string): Promise<Visitor>
  /** What every open page shows now, for somebody who wonders where a story broke off. */
  showAll(): Promise<void>
}

const wide = { width: 1600, height: 1000 }
const narrow = { width: 390, height: 844 }
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Pictures go to `folder`, numbered in the order in which they are taken. */
export function openGallery(browser: Browser, address: string, folder: string): Gallery {
  mkdirSync(folder, { recursive: true })
  const problems: string[] = []
  let taken = 0
  const look = async (page: Page, name: string) => {
    const place = `${String(++taken).padStart(2, '0')}-${name}`
    await page.evaluate(() => document.fonts.ready.then(() => {}))
    await page.screenshot({ path: join(folder, `${place}.png`) })
    problems.push(...(await seriousFindings(page)).map((finding) => `${place}: ${finding}`))
  }
  return {
    problems,
    async showAll() {
      const pages = browser.contexts().flatMap((context) => context.pages())
      for (const page of pages) await page.screenshot({ path: join(folder, `${++taken}-broke-off-here.png`) })
    },
    async visitor(now) {
      const context = await browser.newContext({
        ...{ baseURL: address, viewport: wide, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
      })
      await setClock(context, now)
      context.setDefaultTimeout(20_000) // opening the sample zone hashes 26 passwords, and other stories run beside this one
      watch(context, address, problems)
      const page = await context.newPage()
      return {
        page,
        async look(name, also) {
          await look(page, name)
          if (also !== 'phone') return
          await page.setViewportSize(narrow)
          await page.waitForTimeout(250) // what is chosen by width is drawn anew
          await look(page, `${name}-phone`)
          await page.setViewportSize(wide)
        },
        turnClock: (moment) => setClock(context, moment),
        close: () => context.close(),
      }
    },
  }
}

/** Only the date is moved: timers and animations run as they do for people, which Playwright's own clock does not let them. */
async function setClock(context: BrowserContext, moment: string): Promise<void> {
  await context.addInitScript((aheadMs) => {
    const world = globalThis as { realDate?: DateConstructor }
    world.realDate ??= Date
    const real = world.realDate
    globalThis.Date = class extends real {
      constructor(...parts: unknown[]) {
        super(...((parts.length === 0 ? [real.now() + aheadMs] : parts) as [number]))
      }
      static override now() {
        return real.now() + aheadMs
      }
    } as DateConstructor
  }, Date.parse(moment) - Date.now())
}

/** A refusal is no error of the page, though the browser writes a line for each answer of 400 to 499. */
function watch(context: BrowserContext, address: string, problems: string[]): void {
  const told = (page: Page | null, words: string) => problems.push(`${page?.url() ?? '?'}: ${words}`)
  context.on('request', (request) => {
    const ours = request.url().startsWith(`${address}/`) || /^(data|blob):/.test(request.url())
    if (!ours) told(null, `a request to ${request.url()}`)
  })
  context.on('console', (line) => {
    const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(line.text())
    if (line.type() === 'error' && !refusal) told(line.page(), line.text())
  })
  context.on('weberror', (error) => told(error.page(), String(error.error())))
}

/** Run beside the page, not as a script in it: its security policy would rightly refuse that. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  })
}

/** Signs in with a one-time password and changes it, as the system asks; `look` keeps pictures of that. */
export async function begin(visitor: Visitor, username: string, oneTimePassword: string, look = false): Promise<void> {
  const { page } = visitor
  await page.goto('/')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码').fill(oneTimePassword)
  if (look) await visitor.look('sign-in', 'phone')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('这是一次性密码').waitFor()
  await page.getByLabel('当前密码').fill(oneTimePassword)
  await page.getByLabel(/^新密码/).fill(goodPassword)
  await page.getByLabel('再输一次新密码').fill(goodPassword)
  if (look) await visitor.look('first-password')
  await page.getByRole('button', { name: '保存新密码' }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
}

/** Takes an entry of a list that can be searched by typing. */
export async function choose(within: Page | Locator, label: string, words: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label })
  await field.fill(words)
  await field.press('Enter')
}

/** Writes a day, and a time where the field has one. */
export async function setDay(within: Page | Locator, label: string, day: string): Promise<void> {
  const field = within.getByLabel(label)
  await field.fill(day)
  await field.press('Enter')
}
