// The Excel round trip of registers: a file brought in, its columns said, tried, started, cancelled, looked at. Who started an
// import is the only one who sees it: its lines hold what that person may see.

import { Refused, refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import type { Incoming } from '#contract/entry.ts'
import { readHead } from '#domain/cell-text.ts'
import {
  isKnownHead,
  knownColumns,
  type ProposedColumn,
  proposeColumns,
  type Remembered,
  readPlan,
  rememberedHead,
} from '#domain/column-map.ts'
import type { Decision } from '#domain/decision.ts'
import {
  decideCancel,
  decidePlan,
  decideStart,
  type ImportEvent,
  type ImportJob,
  type ImportPlan,
} from '#domain/import-job.ts'
import type { ImportLine, LineIs } from '#domain/import-line.ts'
import type { Register } from '#domain/register.ts'
import { columnHead, isTold, type SheetColumn } from '#domain/sheet-column.ts'
import { findHead, type Head, headsIn, type TopRow, unitAbove } from '#domain/sheet-head.ts'
import { hiddenFrom } from '#domain/sight.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { stopSecrets } from '#operations/documents.ts'
import { dayAt } from '#operations/entries.ts'
import { jobChanged } from '#operations/import-carry.ts'
import { keepBytes, keepSheet, laidOf, latestPass, outcomesOf } from '#operations/import-files.ts'
import { refusedLines } from '#operations/import-refused.ts'
import { decided, expectVersion, record, untilFresh } from '#operations/record.ts'
import { exportEntries } from '#operations/register-export.ts'
import { openRows } from '#papers/rows-in.ts'
import { collect } from '#store/files.ts'
import { columnsBefore, importsBefore, importsOf } from '#store/imports.ts'
import { findRegister, findRegisterById } from '#store/registers.ts'
import { findRow } from '#store/rows.ts'

const fileLimit = 50 * 1024 * 1024

async function uploadImport(
  context: Context,
  { register: code, fileName }: { register: string; fileName: string },
  incoming: Incoming,
) {
  const { system, actor } = context
  const register = await findRegister(system.db, scopeOf(context), code, null)
  const bytes = await collect(incoming, fileLimit)
  const sheets = await openRows(bytes, fileName)
  stopSecrets(fileName, ...sheets.flatMap(({ name, top }) => [name, ...top.flatMap(({ cells }) => cells)]))
  const sha256 = await keepBytes(system, actor.zone, bytes)
  const kept = []
  for (const sheet of sheets) kept.push(await keepSheet(system, actor.zone, sheet))
  const opened = {
    ...{ register: register.id, code, by: actor.person, madeOn: dayAt(context, undefined) },
    ...{ fileName, sha256, sheets: kept },
  }
  const changed = jobChanged({ id: system.newId(), version: 0 } as ImportJob, { kind: 'opened', ...opened })
  await record(context, 'uploadImport', [changed])
  return shownImport(context, register, changed.row)
}

/** One's own import into this register. */
async function findImport(context: Context, { register, id }: { register: string; id: string }): Promise<ImportJob> {
  const job = await findRow(context.system.db, scopeOf(context), 'import_job', id)
  const own = job.by === context.actor.person && job.code === register
  return own ? job : refuse('not-found', { noun: 'import_job', id })
}

async function change(
  context: Context,
  act: EntryName,
  job: ImportJob,
  decision: Decision<ImportEvent>,
): Promise<ImportJob> {
  const [event] = decided(decision)
  const changed = jobChanged(job, event!)
  await record(context, act, [changed])
  return changed.row
}

type Asked = { register: string; id: string }

async function planImport(context: Context, asked: Asked & { version: number; plan: ImportPlan }) {
  const { system, actor } = context
  const job = await findImport(context, asked)
  expectVersion('import_job', job, asked.version)
  const { plan } = asked
  const register = await findRegisterById(system.db, scopeOf(context), job.register)
  const read = readPlan(register.definition, hiddenFrom(register, actor.roles), plan.columns)
  if ('refused' in read) throw new Refused(read.refused)
  const sheet = job.sheets[plan.sheet]
  const laid = await laidOf(system, actor.zone, sheet)
  const inHead = laid?.top.some(({ row }) => row === plan.head.to) && plan.head.from <= plan.head.to
  if (!laid || !inHead) return refuse('bad-mapping', { head: '', why: 'sheet' })
  const lines = sheet!.rows - laid.top.filter(({ row }) => row <= plan.head.to).length
  const planned = await change(context, 'planImport', job, decidePlan(job, plan, lines))
  system.imports.ring()
  return shownImport(context, register, planned)
}

async function startImport(context: Context, asked: Asked & { version: number }) {
  const job = await findImport(context, asked)
  expectVersion('import_job', job, asked.version)
  const started = await change(context, 'startImport', job, decideStart(job))
  context.system.imports.ring()
  return shownOf(context, started)
}

/** Between two stretches: what is saved stays, the rest is not begun. */
async function cancelImport(context: Context, asked: Asked) {
  const cancelled = await untilFresh(async () => {
    const job = await findImport(context, asked)
    return change(context, 'cancelImport', job, decideCancel(job))
  })
  return shownOf(context, cancelled)
}

type HeadAsked = { sheet?: number | undefined; from?: number | undefined; to?: number | undefined }

async function shownOf(context: Context, job: ImportJob, asked: HeadAsked = {}) {
  const register = await findRegisterById(context.system.db, scopeOf(context), job.register)
  return shownImport(context, register, job, asked)
}

const sampleRows = 5

/** The job with what its sheets look like and, for each, what its columns may stand for. */
async function shownImport(context: Context, register: Register, job: ImportJob, asked: HeadAsked = {}) {
  const { system, actor } = context
  const known = knownColumns(register.definition, hiddenFrom(register, actor.roles))
  const remembered = await rememberedIn(context, register)
  const sheets = []
  for (const [at, sheet] of job.sheets.entries()) {
    const laid = await laidOf(system, actor.zone, sheet)
    const { name, rows, columns } = sheet
    const { from, to } = asked
    const said = asked.sheet === at && from !== undefined && to !== undefined ? { from, to } : null
    const planned = said ?? (job.plan?.sheet === at ? job.plan.head : null)
    const head = laid && (planned ?? findHead(laid.top, isKnownHead(known)))
    const proposed = laid && head ? proposedIn(known, laid.top, head, remembered) : []
    const sample = laid && head ? laid.top.filter(({ row }) => row > head.to).slice(0, sampleRows) : []
    sheets.push({
      name,
      rows,
      columns,
      hidden: laid === null,
      head,
      proposed,
      sample,
      top: laid?.top.slice(0, 10) ?? [],
    })
  }
  const waits = job.state === 'waiting' ? await importsBefore(system.db, scopeOf(context), job) : 0
  const targets = known
    .filter(({ column }) => !isTold(column))
    .map(({ word, column }) => ({ to: word, name: readHead(columnHead(column)).name, money: isMoney(column) }))
  return { job, sheets, targets, before: waits }
}

const isMoney = (column: SheetColumn): boolean => column.is === 'field' && column.form.field.type === 'money'

function proposedIn(
  known: ReturnType<typeof knownColumns>,
  top: TopRow[],
  head: Head,
  remembered: Remembered,
): ProposedColumn[] {
  return proposeColumns(known, headsIn(top, head), remembered, unitAbove(top, head))
}

/** The latest choice for each head counts. */
async function rememberedIn(context: Context, register: Register): Promise<Remembered> {
  const before = await columnsBefore(context.system.db, scopeOf(context), register.id)
  return new Map(before.toReversed().map(({ head, to, unit }) => [rememberedHead(head), { to, unit }]))
}

type LinesAsked = Asked & { is: LineIs[]; after?: string | undefined; limit: number }

/** A page of what became of the lines, without those that are as before; `next` is where the page ended. */
async function listImportLines(context: Context, asked: LinesAsked) {
  const job = await findImport(context, asked)
  const pass = latestPass(job)
  if (!pass) return { lines: [], next: null }
  const [chunk, skip] = (asked.after ?? '0.0').split('.').map(Number) as [number, number]
  const lines: ImportLine[] = []
  let at = chunk
  for await (const outcome of outcomesOf(context.system, context.actor.zone, pass, chunk)) {
    for (const [place, line] of outcome.entries()) {
      if (at === chunk && place < skip) continue
      if (asked.is.length > 0 && !asked.is.includes(line.is)) continue
      if (lines.length === asked.limit) return { lines, next: `${at}.${place}` }
      lines.push(line)
    }
    at += 1
  }
  return { lines, next: null }
}

export const importHandlers = {
  exportEntries,
  uploadImport,
  planImport,
  startImport,
  cancelImport,
  listImportLines,
  listImports: async (context, { register: code }) => {
    const register = await findRegister(context.system.db, scopeOf(context), code, null)
    return importsOf(context.system.db, scopeOf(context), register.id, context.actor.person)
  },
  getImport: async (context, asked) => shownOf(context, await findImport(context, asked), asked),
  getRefusedLines: async (context, asked) => refusedLines(context, await findImport(context, asked)),
} satisfies Partial<Handlers>
