// A real server for tests: its own database and data folder, a clock that can be turned, and browsers that keep cookies.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import { openSignIn, type SignIn } from '#api/auth.ts'
import { createServer } from '#api/server.ts'
import type { NewAccount } from '#contract/zone.ts'
import { actorFor } from '#operations/actor.ts'
import type { Context } from '#operations/context.ts'
import { foundZone } from '#operations/found.ts'
import { workImports } from '#operations/import-work.ts'
import { openSystem, type System } from '#operations/system.ts'
import { findPersonNamed } from '#store/directory.ts'
import { freshDatabase } from './postgres.ts'

export type TestServer = {
  address: string
  databaseUrl: string
  dataFolder: string
  system: System
  signIn: SignIn
  /** The first administrator, with the one-time password still to be changed. */
  first: z.infer<typeof NewAccount>
  /** Lines that the server wrote down about defects. */
  logged: string[]
  /** Turns the system's clock forward. */
  wait(minutes: number): void
  /** Who an act done without a browser is done by. */
  as(username: string): Promise<Context>
  close(): Promise<void>
}

export type ServerWishes = {
  /** The built web; the API alone if not given. */
  webFolder?: string
  /** The moment at which the system's clock stands when the server starts; now if not given. */
  opensAt?: string
}

export async function startServer({ webFolder, opensAt }: ServerWishes = {}): Promise<TestServer> {
  const database = await freshDatabase()
  const dataFolder = mkdtempSync(join(tmpdir(), 'luoshi-server-'))
  chmodSync(dataFolder, 0o711)
  let ahead = opensAt ? Date.parse(opensAt) - Date.now() : 0
  const clock = () => new Date(Date.now() + ahead)
  const system = await openSystem({ databaseUrl: database.url, dataFolder, clock })
  const signIn = await openSignIn(system, null)
  const first = await foundZone(system, signIn.accounts)
  if (!first) throw new Error('a fresh database has a zone already')
  const logged: string[] = []
  const app = createServer({ system, signIn, webFolder: webFolder ?? null, log: (line) => logged.push(line) })
  const imports = workImports(system, signIn.accounts, { everyMs: 5_000, log: (line) => logged.push(line) })
  return {
    address: await app.listen({ port: 0, host: '127.0.0.1' }),
    ...{ databaseUrl: database.url, dataFolder, system, signIn, first, logged },
    wait: (minutes) => {
      ahead += minutes * 60_000
    },
    async as(username) {
      const person = await findPersonNamed(system.db, { zone: 'main', units: '*' }, username)
      const actor = person && (await actorFor(system, 'main', person.id))
      if (!actor) throw new Error(`nobody is called ${username}`)
      return { system, accounts: signIn.accounts, actor }
    },
    async close() {
      await app.close()
      await imports.stop()
      await system.close()
      await database.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Somebody at a browser: keeps cookies, says where it comes from. */
export type Browser = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  send(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Response>
  signIn(username: string, password: string): Promise<Response>
  cookie(): string
}

export function browser(address: string): Browser {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, init: RequestInit) => {
    const own = { origin: address, ...(cookies.size > 0 && { cookie: cookie() }) }
    const answer = await fetch(address + path, { ...init, headers: { ...own, ...(init.headers as object) } })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(set)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
  const json = { 'content-type': 'application/json' }
  const post: Browser['post'] = (path, body = {}, headers = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } })
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post,
    send: (path, body, headers = {}) => ask(path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
    signIn: (username, password) => post('/api/auth/sign-in/username', { username, password }),
    cookie,
  }
}

export const goodPassword = '落实工作台账2026'

/** Signs in with a one-time password and changes it to `goodPassword`. */
export async function settle(one: Browser, username: string, oneTimePassword: string): Promise<Browser> {
  const signedIn = await one.signIn(username, oneTimePassword)
  if (!signedIn.ok) throw new Error(`${username} cannot sign in: ${await signedIn.text()}`)
  const changed = await one.post('/api/auth/change-password', {
    currentPassword: oneTimePassword,
    newPassword: goodPassword,
  })
  if (!changed.ok) throw new Error(`${username} cannot change the password: ${await changed.text()}`)
  return one
}
