// A browser story: a server with the built web and a browser, opened before its tests and closed behind them. Pictures go to
// test-output/<name>; where a test fails, what every page shows then is kept too.

import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import type { OutputOf } from '#contract/contract.ts'
import { run } from '#operations/run.ts'
import { openBrowser } from './browser.ts'
import { builtWeb } from './built-web.ts'
import { startServer, type TestServer } from './server.ts'
import { begin, type Gallery, openGallery, type Visitor } from './visitor.ts'

export type Story = {
  server: TestServer
  gallery: Gallery
  /** Where the pictures are. */
  folder: string
  /** Opens the sample zone; `registers`: with its registers and their entries. */
  openZone(also?: 'registers'): Promise<void>
  /** Somebody of the sample zone comes for the first time, at a browser of one's own. */
  enter(username: string): Promise<Visitor>
}

/** To be called once, outside the tests. `now`: what all clocks show; `prepare`: what is there before the first test. */
export function openStory(name: string, now: string, prepare?: (story: Story) => Promise<void>): Story {
  vi.setConfig({ testTimeout: 90_000 })
  const folder = `test-output/${name}`
  const oneTime = new Map<string, string>()
  const story = {
    folder,
    async openZone(also) {
      const admin = await story.server.as(story.server.first.username)
      const { accounts } = (await run(admin, 'openSampleZone', {})) as OutputOf<'openSampleZone'>
      for (const { username, oneTimePassword } of accounts) oneTime.set(username, oneTimePassword)
      if (also === 'registers') await run(await story.server.as('fangning'), 'openSampleRegisters', {})
    },
    async enter(username) {
      const visitor = await story.gallery.visitor(now)
      await begin(visitor, username, oneTime.get(username)!)
      return visitor
    },
  } as Story
  let close = async () => {}
  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    story.server = await startServer({ webFolder: await builtWeb(), opensAt: now })
    const browser = await openBrowser()
    close = () => browser.close()
    story.gallery = openGallery(browser, story.server.address, folder)
    await prepare?.(story)
  }, 180_000)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await story.gallery.showAll()
  })
  afterAll(async () => {
    await close()
    await story.server.close()
  })
  return story
}
