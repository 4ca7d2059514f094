// A running system with the sample zone in it, as the stories use it: a database and a file folder of one's own.

import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openSignIn } from '#api/auth.ts'
import { type RefusalCode, Refused } from '#base/refusal.ts'
import { contract, type EntryName, type OutputOf, type ParsedOf } from '#contract/contract.ts'
import type { Incoming } from '#contract/entry.ts'
import { actorFor, findPersonByUsername } from '#operations/actor.ts'
import type { Context } from '#operations/context.ts'
import { foundZone } from '#operations/found.ts'
import { run } from '#operations/run.ts'
import { openSystem, type System } from '#operations/system.ts'
import type { Sent } from '#store/database.ts'
import { freshDatabase } from './postgres.ts'

export type Call = <N extends EntryName>(
  name: N,
  input: Partial<ParsedOf<N>>,
  incoming?: Incoming,
) => Promise<OutputOf<N>>

export type TestZone = {
  system: System
  url: string
  /** Statements sent since the test began; empty it to count. */
  sent: Sent[]
  /** Act as the person with this user name, with the posts held now. */
  as(username: string): Promise<Call>
  contextOf(username: string): Promise<Context>
  /** Set the clock: a day at noon in the zone, or a full moment. */
  at(moment: string): void
  close(): Promise<void>
}

/** Opens on the given day. Without a day the real clock runs. */
export async function openTestZone(day = '2026-03-06'): Promise<TestZone> {
  const database = await freshDatabase()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'luoshi-'))
  const sent: Sent[] = []
  let now = momentOf(day)
  const clock = () => new Date(now++)
  const system = await openSystem({
    databaseUrl: database.url,
    dataFolder: folder,
    clock,
    onSend: (one) => sent.push(one),
  })
  const { accounts } = await openSignIn(system, null)
  await foundZone(system, accounts)

  const contextOf = async (username: string): Promise<Context> => {
    const person = await findPersonByUsername(system, 'main', username)
    const actor = person && (await actorFor(system, 'main', person.id))
    if (!actor) throw new Error(`nobody is called ${username}`)
    return { system, accounts, actor }
  }
  const as = async (username: string): Promise<Call> => {
    const context = await contextOf(username)
    return (name, input, incoming) => run(context, name, input, incoming).catch(asDeclared(name))
  }
  await (await as('admin'))('openSampleZone', {})
  return {
    ...{ system, url: database.url, sent, contextOf, as },
    at: (moment) => {
      now = momentOf(moment)
    },
    async close() {
      await system.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Passes the refusal on; one that the contract does not declare for this entry is a defect of the contract. */
function asDeclared(name: EntryName) {
  const declared: readonly RefusalCode[] = ['forbidden', 'bad-input', ...contract[name].refusals]
  return (error: unknown): never => {
    if (error instanceof Refused && !declared.includes(error.refusal.code))
      throw new Error(`${name} does not declare ${error.refusal.code}`, { cause: error })
    throw error
  }
}

function momentOf(text: string): number {
  return Date.parse(text.length === 10 ? `${text}T12:00:00+08:00` : text)
}

export async function* bytesOf(text: string | Uint8Array): Incoming {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}
