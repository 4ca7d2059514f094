// One import carried on, stretch after stretch, as far as it goes. Each stretch is decided on and saved in one statement with
// the job that then says it is done: whoever is late finds the job moved on, and nothing is done twice.

import { Refused } from '#base/refusal.ts'
import { contract } from '#contract/contract.ts'
import { readPlan } from '#domain/column-map.ts'
import { evolveImport, type ImportEvent, type ImportJob, openStates } from '#domain/import-job.ts'
import { hiddenFrom } from '#domain/sight.ts'
import type { Accounts } from '#operations/accounts.ts'
import { actorFor } from '#operations/actor.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { keepOutcome, type Laid, laidOf, sliceOf } from '#operations/import-files.ts'
import { type Around, decideSlice, keysOf, type PlannedColumn } from '#operations/import-lines.ts'
import { changedRow, record } from '#operations/record.ts'
import type { System } from '#operations/system.ts'
import type { OpenImport } from '#store/imports.ts'
import { findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'
import type { Changed } from '#store/save.ts'

/** ended: nothing is left to do; elsewhere: somebody else moved it on; halted: told to stop. */
export type Carried = 'ended' | 'elsewhere' | 'halted'

const evolve = evolveImport as (row: ImportJob, event: ImportEvent) => ImportJob

export function jobChanged(job: ImportJob, event: ImportEvent) {
  return changedRow('import_job', job, [event], evolve)
}

/** In the name of who started it, with the posts held now. */
export async function carryImport(
  system: System,
  accounts: Accounts,
  { zone, id, starter }: OpenImport,
  halted: () => boolean,
): Promise<Carried> {
  const everywhere = { zone, units: '*' } as const
  const find = () => findRow(system.db, everywhere, 'import_job', id)
  let job = await find()
  if (!openStates.includes(job.state)) return 'ended'
  const actor = await actorFor(system, zone, starter)
  if (!actor) return 'elsewhere' // nobody to act for: it waits until the person is active again, or somebody cancels it
  const context: Context = { system, accounts, actor }
  if (!actor.roles.some((role) => (contract.startImport.may as readonly string[]).includes(role)))
    return stop(context, job, 'forbidden', { roles: contract.startImport.may })
  const ground = await groundOf(context, job)
  if ('code' in ground) return stop(context, job, ground.code, ground.facts)
  while (openStates.includes(job.state)) {
    if (halted()) return 'halted'
    const moved = await passSlice(context, ground, job)
    if (moved) {
      job = moved
      continue
    }
    const now = await find()
    if (now.version !== job.version) return openStates.includes(now.state) ? 'elsewhere' : 'ended'
  }
  return 'ended'
}

type Ground = { laid: Laid; columns: PlannedColumn[]; seen: Map<string, number>; below: number }

async function groundOf(context: Context, job: ImportJob): Promise<Ground | { code: string; facts: object }> {
  const { system, actor } = context
  const plan = job.plan!
  const laid = await laidOf(system, actor.zone, job.sheets[plan.sheet])
  if (!laid) return { code: 'not-found', facts: { noun: 'sheet', id: String(plan.sheet) } }
  const register = await findRegisterById(system.db, scopeOf(context), job.register)
  const read = readPlan(register.definition, hiddenFrom(register, actor.roles), plan.columns)
  if ('refused' in read) return { code: read.refused.code, facts: read.refused.facts }
  const { columns } = read
  const seen = new Map<string, number>()
  for (const at of laid.slices.keys()) {
    for (const row of await sliceOf(system, actor.zone, laid, at, plan.head.to))
      for (const key of keysOf(columns, row)) if (!seen.has(key)) seen.set(key, row.row)
  }
  return { laid, columns, seen, below: plan.head.to }
}

/** The job after its next stretch; null when it, or an entry in it, was no longer as it was decided on. */
async function passSlice(context: Context, ground: Ground, job: ImportJob): Promise<ImportJob | null> {
  const { system, actor } = context
  const running = job.run !== null
  const { laid, columns, seen, below } = ground
  const at = (running ? job.run : job.trial)!.slices
  const register = await findRegisterById(system.db, scopeOf(context), job.register)
  const rows = at < laid.slices.length ? await sliceOf(system, actor.zone, laid, at, below) : []
  const around: Around = { register, columns, seen, reason: `导入“${job.fileName}”` }
  const { lines, counts, changed } = await decideSlice(context, around, rows)
  const chunk = await keepOutcome(system, actor.zone, lines)
  const last = at + 1 >= laid.slices.length
  const moved = jobChanged(job, { kind: 'passed', counts, chunk, last })
  const all: Changed[] = running ? [...changed, moved] : [moved]
  try {
    await record(context, running ? 'startImport' : 'planImport', all)
    return moved.row
  } catch (error) {
    const again = error instanceof Refused && ['stale', 'already-there'].includes(error.refusal.code)
    if (!again) throw error
    return null
  }
}

async function stop(context: Context, job: ImportJob, code: string, facts: object): Promise<Carried> {
  const moved = jobChanged(job, { kind: 'stopped', code, facts: { ...facts } })
  await record(context, 'startImport', [moved])
  return 'ended'
}
