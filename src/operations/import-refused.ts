// The lines that were not taken, as an Excel file in the form they came in, with the reasons in a last column: mended there,
// it is brought in again.

import { refuse } from '#base/refusal.ts'
import { cellSentence } from '#contract/cell-words.ts'
import type { Outgoing } from '#contract/entry.ts'
import { plainNumber } from '#domain/cell-number.ts'
import type { CellProblem } from '#domain/cell-problem.ts'
import type { ImportJob, Pass } from '#domain/import-job.ts'
import type { LineProblem } from '#domain/import-line.ts'
import { headsIn } from '#domain/sheet-head.ts'
import { mediaTypes } from '#operations/briefings.ts'
import type { Context } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { type Laid, laidOf, latestPass, outcomesOf, sliceOf } from '#operations/import-files.ts'
import type { RawCell } from '#papers/raw-sheet.ts'
import type { BookColumn } from '#papers/register-xlsx.ts'
import type { OutCell } from '#papers/xlsx-stream.ts'

const reasonHead = '未导入原因'

export async function refusedLines(context: Context, job: ImportJob): Promise<Outgoing> {
  const { system, actor } = context
  const pass = latestPass(job)
  const laid = job.plan && (await laidOf(system, actor.zone, job.sheets[job.plan.sheet]))
  if (!pass || !laid) return refuse('wrong-stage', { stage: job.state, needs: ['tried', 'done'] })
  // A file of refused lines that was brought in once more has the last reasons already: they make room for the new ones.
  const heads = headsIn(laid.top, job.plan!.head)
  const kept = heads.map((head, at) => ({ head, at })).filter(({ head }) => head !== reasonHead)
  const marks = new Set(job.plan!.columns.filter(({ to }) => to === 'mark').map(({ column }) => column))
  const column = (head: string, width: number, hidden: boolean): BookColumn => ({
    ...{ head, width, hidden, stands: 'free', offered: null, about: null },
  })
  const { writeRegisterBook } = await import('#papers/register-xlsx.ts')
  const { zone } = await directoryOf(context)
  const body = writeRegisterBook({
    zone: zone.name,
    title: '未导入的行',
    columns: [...kept.map(({ head, at }) => column(head, 16, marks.has(at))), column(reasonHead, 60, false)],
    rows: linesOf(
      context,
      job,
      laid,
      pass,
      kept.map(({ at }) => at),
    ),
    told: [
      ['来源', job.fileName],
      ['用法', `按最后一列“${reasonHead}”改好后，把本文件再导入一次；已导入的行不在其中`],
    ],
    fixed: 1,
  })
  const name = `未导入的行-${job.fileName.replace(/\.[^.]*$/, '')}.xlsx`
  return { name, mediaType: mediaTypes.xlsx, body, bytes: null }
}

async function* linesOf(
  { system, actor }: Context,
  job: ImportJob,
  laid: Laid,
  pass: Pass,
  kept: readonly number[],
): AsyncGenerator<OutCell[]> {
  const reasons = new Map<number, string>()
  for await (const lines of outcomesOf(system, actor.zone, pass)) {
    for (const { row, is, problems } of lines)
      if (is === 'refused' || is === 'conflict') reasons.set(row, problems.map(said).join('；'))
  }
  for (const at of laid.slices.keys()) {
    for (const { row, cells } of await sliceOf(system, actor.zone, laid, at, job.plan!.head.to)) {
      const reason = reasons.get(row)
      if (reason !== undefined) yield [...kept.map((column) => rawOut(cells[column])), { text: reason, look: 'wrong' }]
    }
  }
}

function rawOut(cell: RawCell | undefined): OutCell {
  if (cell === null || cell === undefined) return { text: '' }
  if (typeof cell === 'object') return { text: cell.fault }
  return typeof cell === 'number' ? { decimal: plainNumber(cell) } : { text: cell }
}

function said({ cell, head, problem, facts }: LineProblem): string {
  const where = [cell, head === null ? null : `“${head}”`].filter((part) => part !== null).join('')
  return `${where}${where === '' ? '' : '：'}${cellSentence({ problem, facts } as CellProblem, 'zh')}`
}
