// The work on imports in this process: looks which are open, in all zones, and carries them on, two registers at a time and
// one import per register. Several servers may do so at once: the one that is late leaves the job to the other.

import type { Accounts } from '#operations/accounts.ts'
import { carryImport } from '#operations/import-carry.ts'
import type { System } from '#operations/system.ts'
import { type OpenImport, openImports } from '#store/imports.ts'

export type ImportWork = {
  /** Finishes what this process was asked for, then ends. */
  finish(): Promise<void>
  /** Ends after the stretch in hand; what is left is carried on at the next start. */
  stop(): Promise<void>
}

const atOnce = 2
/** A job that moved so lately is in somebody's hands. */
const freshMs = 5_000

export type WorkOptions = {
  /** How often to look for what others asked for, or left; null looks only when asked here. */
  everyMs: number | null
  log(line: string): void
}

export function workImports(system: System, accounts: Accounts, { everyMs, log }: WorkOptions): ImportWork {
  let halted = false
  let asked = false
  const carrying = new Map<string, Promise<void>>()
  /** Moments at which this process left a job to others, or could not go on with it. */
  const left = new Map<string, number>()

  const look = async (): Promise<void> => {
    if (halted) return
    for (const job of nextOf(await openImports(system.db))) {
      if (halted || carrying.size >= atOnce) return
      if (carrying.has(job.id) || inOtherHands(job)) continue
      carrying.set(job.id, carry(job))
    }
  }
  const inOtherHands = ({ id, state, at }: OpenImport): boolean => {
    const since = Date.now() - (left.get(id) ?? 0)
    return (
      since < freshMs || (state === 'running' && !mine.has(id) && system.clock().getTime() - Date.parse(at) < freshMs)
    )
  }
  const mine = new Set<string>()
  const carry = async (job: OpenImport): Promise<void> => {
    mine.add(job.id)
    try {
      const how = await carryImport(system, accounts, job, () => halted)
      if (how === 'elsewhere') {
        mine.delete(job.id)
        left.set(job.id, Date.now())
      }
    } catch (error) {
      left.set(job.id, Date.now())
      log(`import ${job.id}: ${(error as Error).stack ?? error}`)
    } finally {
      carrying.delete(job.id)
    }
    await look().catch(lookFailed)
  }
  const lookFailed = (error: unknown) => log(`imports: ${(error as Error).stack ?? error}`)

  const timer = everyMs === null ? null : setInterval(() => void look().catch(lookFailed), everyMs)
  const unheard = system.imports.onWake(() => {
    asked = true
    void look().catch(lookFailed)
  })
  if (everyMs !== null) void look().catch(lookFailed)

  const idle = async () => {
    while (carrying.size > 0) await Promise.all(carrying.values())
  }
  const end = async () => {
    unheard()
    if (timer) clearInterval(timer)
    await idle()
  }
  return {
    async finish() {
      if (asked) {
        await look().catch(lookFailed)
        await idle()
      }
      halted = true
      await end()
    },
    async stop() {
      halted = true
      await end()
    },
  }
}

/** Trials at once; of those that change a register only the first in its line. */
function nextOf(open: readonly OpenImport[]): OpenImport[] {
  const taken = new Set<string>()
  return open.filter(({ zone, register, state }) => {
    if (state === 'trying') return true
    const line = `${zone} ${register}`
    return !taken.has(line) && taken.add(line)
  })
}
