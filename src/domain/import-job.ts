// A table on its way into a register: opened, its columns said, tried, carried out stretch by stretch. The job is its own
// mark: each stretch is saved together with the job that says it is done (decision 0038).

import { z } from 'zod'
import { MappedColumn } from '#domain/column-map.ts'
import { type Decision, happens, no } from '#domain/decision.ts'
import { Day, Id, Row, Sha256 } from '#domain/fields.ts'
import { LineCounts, noLines, plusCounts } from '#domain/import-line.ts'
import { Key } from '#domain/register.ts'

/** `laid`: the kept file that says how the sheet lies line by line; null of a hidden one, which is not read. */
export const ImportSheet = z.object({
  name: z.string(),
  rows: z.int(),
  columns: z.int(),
  laid: Sha256.nullable(),
})
export type ImportSheet = z.infer<typeof ImportSheet>

export const ImportPlan = z.object({
  /** The sheet's place in the file, from 0, and the rows of its head. */
  sheet: z.int().min(0),
  head: z.object({ from: z.int().min(1), to: z.int().min(1) }),
  columns: z.array(MappedColumn).max(1000),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** How far one way through the lines has come: stretches done, what became of their lines, and the kept file of each. */
export const Pass = z.object({ slices: z.int(), counts: LineCounts, chunks: z.array(Sha256) })
export type Pass = z.infer<typeof Pass>
const fresh: Pass = { slices: 0, counts: noLines, chunks: [] }

export const ImportState = z.enum(['opened', 'trying', 'tried', 'waiting', 'running', 'done', 'cancelled', 'stopped'])
export type ImportState = z.infer<typeof ImportState>

export const ImportJob = Row.extend({
  register: Id,
  code: Key,
  by: Id,
  madeOn: Day,
  fileName: z.string(),
  sha256: Sha256,
  sheets: z.array(ImportSheet),
  state: ImportState,
  plan: ImportPlan.nullable(),
  /** Lines below the head. */
  lines: z.int(),
  trial: Pass.nullable(),
  run: Pass.nullable(),
  /** Why it could not go on. */
  stopped: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) }).nullable(),
})
export type ImportJob = z.infer<typeof ImportJob>

type Opened = Pick<ImportJob, 'register' | 'code' | 'by' | 'madeOn' | 'fileName' | 'sha256' | 'sheets'>
export type ImportEvent =
  | ({ kind: 'opened' } & Opened)
  | { kind: 'planned'; plan: ImportPlan; lines: number }
  | { kind: 'started' }
  /** A stretch of lines went through: in a trial only looked at, in a run saved in this very statement. */
  | { kind: 'passed'; counts: LineCounts; chunk: string | null; last: boolean }
  | { kind: 'cancelled' }
  | { kind: 'stopped'; code: string; facts: Record<string, unknown> }

export function evolveImport(job: ImportJob, event: ImportEvent): ImportJob {
  return { ...job, ...changed(job, event), version: job.version + 1 }
}

function changed(job: ImportJob, event: ImportEvent): Partial<ImportJob> {
  switch (event.kind) {
    case 'opened': {
      const { kind: _, ...opened } = event
      return { ...opened, state: 'opened', plan: null, lines: 0, trial: null, run: null, stopped: null }
    }
    case 'planned':
      return { state: 'trying', plan: event.plan, lines: event.lines, trial: fresh, run: null, stopped: null }
    case 'started':
      return { state: 'waiting', run: fresh }
    case 'passed': {
      const running = job.run !== null
      const pass = passed((running ? job.run : job.trial) as Pass, event)
      const state = event.last ? (running ? 'done' : 'tried') : running ? 'running' : 'trying'
      return running ? { state, run: pass } : { state, trial: pass }
    }
    case 'cancelled':
      return { state: 'cancelled' }
    case 'stopped':
      return { state: 'stopped', stopped: { code: event.code, facts: event.facts } }
  }
}

function passed({ slices, counts, chunks }: Pass, event: Extract<ImportEvent, { kind: 'passed' }>): Pass {
  return {
    slices: slices + 1,
    counts: plusCounts(counts, event.counts),
    chunks: event.chunk === null ? chunks : [...chunks, event.chunk],
  }
}

/** States in which somebody works at it, or will. */
export const openStates: readonly ImportState[] = ['trying', 'waiting', 'running']
const planStates: readonly ImportState[] = ['opened', 'trying', 'tried', 'stopped']

export function decidePlan(job: ImportJob, plan: ImportPlan, lines: number): Decision<ImportEvent> {
  // What was already carried out in part is not begun again with other columns.
  if (!planStates.includes(job.state) || job.run !== null)
    return no('wrong-stage', { stage: job.state, needs: planStates })
  return happens({ kind: 'planned', plan, lines })
}

export function decideStart(job: ImportJob): Decision<ImportEvent> {
  return job.state === 'tried'
    ? happens({ kind: 'started' })
    : no('wrong-stage', { stage: job.state, needs: ['tried'] })
}

export function decideCancel(job: ImportJob): Decision<ImportEvent> {
  const ended: readonly ImportState[] = ['done', 'cancelled', 'stopped']
  return ended.includes(job.state)
    ? no('wrong-stage', { stage: job.state, needs: ['opened', 'trying', 'tried', 'waiting', 'running'] })
    : happens({ kind: 'cancelled' })
}
