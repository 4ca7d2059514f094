// A stretch of lines decided on: which entry each of them is, what it changes, what is wrong with it, cell by cell. The same
// for a trial and for the real run; only the run saves what comes of it.

import type { Refusal } from '#base/refusal.ts'
import { readDayText } from '#domain/cell-day.ts'
import type { Names } from '#domain/cell-names.ts'
import { plainNumber } from '#domain/cell-number.ts'
import { type CellProblem, cannot } from '#domain/cell-problem.ts'
import { type CellForm, cellText, emptyMark, readCell } from '#domain/cell-text.ts'
import { type Climb, countedKinds } from '#domain/climb.ts'
import { type Entry, evolveEntry } from '#domain/entry.ts'
import { decideAdd, decideReviseEntry } from '#domain/entry-change.ts'
import type { Given } from '#domain/field-value.ts'
import { type ImportLine, type LineChange, type LineCounts, type LineProblem, noLines } from '#domain/import-line.ts'
import type { Field, Register } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { columnHead, readMark, type SheetColumn } from '#domain/sheet-column.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayAt } from '#operations/entries.ts'
import { namesAround } from '#operations/sheet-names.ts'
import { entriesMoved, type Moving, type StepLine, takeRecorded } from '#operations/steps-recorded.ts'
import { printable } from '#papers/office-words.ts'
import type { RawCell, RawRow } from '#papers/raw-sheet.ts'
import { columnLetters } from '#papers/xlsx-stream.ts'
import { recordsOf } from '#store/climbs.ts'
import { holdersOf, takenValues } from '#store/entries.ts'
import type { Changed } from '#store/save.ts'

export type PlannedColumn = { at: number; head: string; column: SheetColumn }
type FieldColumn = PlannedColumn & { column: Extract<SheetColumn, { is: 'field' }> }
type StepColumn = PlannedColumn & { column: Extract<SheetColumn, { is: 'step' }> }

const isField = (one: PlannedColumn): one is FieldColumn => one.column.is === 'field'
const isStep = (one: PlannedColumn): one is StepColumn => one.column.is === 'step'

/** A cell as text; a fault has none. */
function rawText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'object') return ''
  return typeof cell === 'number' ? plainNumber(cell) : cell
}

const isEmpty = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

const nobody = { textOf: () => null, find: () => [] }
const noNames: Names = { units: nobody, posts: nobody, people: nobody, entries: {} }
const keyTypes: readonly Field['type'][] = ['text', 'credit-code', 'industry', 'number', 'date', 'month']

/** Columns whose values tell an entry from all others. */
function keyColumns(columns: readonly PlannedColumn[]): FieldColumn[] {
  return columns.filter(isField).filter(({ column }) => {
    const { unique, type } = column.form.field
    return unique && keyTypes.includes(type)
  })
}

/** By which words a line says which entry it is: its mark, and the values that no two entries share. */
export function keysOf(columns: readonly PlannedColumn[], { cells }: RawRow): string[] {
  const mark = columns.find(({ column }) => column.is === 'mark')
  const marked = mark ? readMark(rawText(cells[mark.at])) : null
  const values = keyColumns(columns).flatMap((one) => {
    const value = keyValue(one, cells[one.at])
    return value === null ? [] : [`${one.column.form.field.key}=${value}`]
  })
  return marked ? [`@${marked.id}`, ...values] : values
}

function keyValue({ column }: FieldColumn, cell: RawCell | undefined): string | null {
  if (isEmpty(cell) || typeof cell === 'object') return null
  const read = readCell(column.form, cell as string | number, noNames)
  return 'problem' in read || read.value === null ? null : String(read.value)
}

type Found = { entry: Entry; climbs: Climb[] }
type Meant = { found: Found | null; version: number | null; problem: LineProblem | null }
type Line = {
  raw: RawRow
  meant: Meant
  outcome: ImportLine
  moving: Moving | null
  climbs: ReturnType<typeof takeRecorded>['climbs']
}

export type SliceDecided = { lines: ImportLine[]; counts: LineCounts; changed: Changed[] }
/** `seen`: the row on which each key comes first in the whole table. */
export type Around = {
  register: Register
  columns: readonly PlannedColumn[]
  seen: ReadonlyMap<string, number>
  reason: string
}

export async function decideSlice(context: Context, around: Around, rows: readonly RawRow[]): Promise<SliceDecided> {
  const filled = rows.filter(({ cells }) => around.columns.some(({ at }) => !isEmpty(cells[at])))
  const meant = await entriesMeant(context, around, filled)
  const names = await namesIn(context, around, filled, meant)
  const decided = filled.map((raw, at) => decideLine(context, around, names, raw, meant[at]!))
  await refuseTaken(context, around, decided)
  const kept = decided.filter(({ moving }) => moving !== null)
  const moving = new Map(kept.map((line) => [line.moving!.before.id, line.moving!]))
  const climbs = kept.flatMap((line) => line.climbs)
  return {
    lines: decided.map(({ outcome }) => outcome).filter((outcome) => outcome.is !== 'same'),
    counts: countsOf(decided, climbs.length),
    changed: [...entriesMoved(around.register, moving), ...climbs],
  }
}

function countsOf(lines: readonly Line[], steps: number): LineCounts {
  const counts = { ...noLines, steps }
  for (const { outcome } of lines) counts[outcome.is] += 1
  return counts
}

/** Which entry each line is: by its mark, else by the first value that no two entries share. */
async function entriesMeant(
  context: Context,
  { register, columns }: Around,
  rows: readonly RawRow[],
): Promise<Meant[]> {
  const { db } = context.system
  const mark = columns.find(({ column }) => column.is === 'mark')
  const marks = rows.map(({ cells }) => (mark ? readMark(rawText(cells[mark.at])) : null))
  const holders = await Promise.all(
    keyColumns(columns).map(async (one) => {
      const { field } = one.column.form
      const values = rows.map(({ cells }, at) => (marks[at] ? null : keyValue(one, cells[one.at])))
      const wanted = values.filter((value) => value !== null)
      const held = await holdersOf(db, scopeOf(context), register, field, [...new Set(wanted)])
      return values.map((value) => (value === null ? undefined : held.get(value)))
    }),
  )
  const ids = rows.map((_, at) => marks[at]?.id ?? holders.map((held) => held[at]).find((id) => id !== undefined))
  const known = [...new Set(ids.filter((id) => id !== undefined))]
  const found = known.length > 0 ? await recordsOf(db, scopeOf(context), register, known) : new Map<string, Found>()
  return rows.map(({ row, cells }, at): Meant => {
    const one = ids[at] === undefined ? null : (found.get(ids[at]) ?? null)
    const said = mark ? rawText(cells[mark.at]) : ''
    const lost = marks[at] ? !one : said !== ''
    const problem = lost ? problemAt(mark!, row, cannot('unknown-name', { word: said })) : null
    return { found: one, version: marks[at]?.version ?? null, problem }
  })
}

/** The names that these lines and the entries they are speak of. */
async function namesIn(context: Context, { columns }: Around, rows: readonly RawRow[], meant: readonly Meant[]) {
  const fields = columns.filter(isField)
  const names = await namesAround(
    context,
    fields.map(({ column }) => column.form.field),
    undefined,
  )
  return names((field) => {
    const { at } = fields.find(({ column }) => column.form.field === field)!
    return {
      ids: meant.flatMap(({ found }) => (found?.entry.values[field.key] as string | undefined) ?? []),
      words: rows.map(({ cells }) => rawText(cells[at]).trim()).filter((word) => word !== ''),
    }
  })
}

function problemAt({ at, head }: Pick<PlannedColumn, 'at' | 'head'>, row: number, said: CellProblem): LineProblem {
  return { cell: `${columnLetters(at)}${row}`, head, problem: said.problem, facts: { ...said.facts } }
}

const problemOfLine = (said: CellProblem): LineProblem => ({
  cell: null,
  head: null,
  problem: said.problem,
  facts: { ...said.facts },
})

function decideLine(context: Context, around: Around, names: Names, raw: RawRow, meant: Meant): Line {
  const { register, columns } = around
  const entry = meant.found?.entry ?? null
  const title = titleIn(around, raw, entry)
  const outcome = (is: ImportLine['is'], more: Partial<ImportLine> = {}): ImportLine => ({
    ...{ row: raw.row, is, title, entry: entry?.id ?? null, changes: [], problems: [] },
    ...more,
  })
  const line = (one: ImportLine, moving: Moving | null = null, climbs: Line['climbs'] = []): Line => ({
    ...{ raw, meant, moving, climbs },
    outcome: one,
  })
  const refused = (problems: LineProblem[]) => line(outcome('refused', { problems }))
  if (meant.problem) return refused([meant.problem])
  const earlier = keysOf(columns, raw)
    .map((key) => around.seen.get(key) ?? raw.row)
    .find((row) => row !== raw.row)
  if (earlier !== undefined) return refused([problemOfLine(cannot('line-twice', { row: earlier }))])
  const read = readLine(around, names, raw, entry)
  const steps = stepsIn(context, columns, raw, meant.found?.climbs ?? [])
  const problems = [...read.problems, ...steps.problems]
  if (problems.length > 0) return refused(problems)
  const touched = read.changes.length > 0 || steps.lines.length > 0
  if (entry && !touched) return line(outcome('same'))
  if (entry && meant.version !== null && meant.version !== entry.version)
    return line(outcome('conflict', { changes: read.changes, problems: conflicts(columns, raw, read, steps.lines) }))
  const on = dayAt(context, undefined)
  const decision = entry
    ? decideReviseEntry(register, entry, read.given, context.actor)
    : decideAdd(register, read.given, on, context.actor)
  if ('refused' in decision) return refused(refusalProblems(columns, raw, decision.refused))
  const before = entry ?? { id: context.system.newId(), version: 0 as const }
  const now = decision.events.reduce(evolveEntry, before as Entry)
  const moving: Moving = { before, now, climbs: [...(meant.found?.climbs ?? [])], events: [...decision.events] }
  const stepLines = steps.lines.map(({ step }) => ({ ...step, entry: before.id }))
  const taken = takeRecorded(context, register, new Map([[before.id, moving]]), stepLines, around.reason)
  if (taken.refused.length > 0)
    return refused(
      taken.refused.map(({ line: at, code, facts }) =>
        problemAt(steps.lines[at]!.column, raw.row, cannot('refused', { code, facts })),
      ),
    )
  if (moving.events.length === 0) return line(outcome('same'))
  const stepped = steps.lines.map(({ column, step }): LineChange => ({ head: column.head, old: '', new: step.on }))
  const changes = entry ? [...read.changes, ...stepped] : []
  return line(outcome(entry ? 'changed' : 'added', { entry: before.id, changes }), moving, taken.climbs)
}

function titleIn({ register, columns }: Around, { cells }: RawRow, entry: Entry | null): string {
  const { title } = register.definition
  const column = columns.filter(isField).find((one) => one.column.form.field.key === title)
  const said = column ? rawText(cells[column.at]).trim() : ''
  return (said || ((entry?.values[title] as string | undefined) ?? '')).slice(0, 500)
}

type ReadLine = { given: Given; changes: LineChange[]; problems: LineProblem[] }

/** What the cells of a line say otherwise than the entry does. A text that is what would be written is no change. */
function readLine({ columns }: Around, names: Names, { row, cells }: RawRow, entry: Entry | null): ReadLine {
  const read: ReadLine = { given: {}, changes: [], problems: [] }
  for (const one of columns.filter(isField)) {
    const cell = cells[one.at]
    if (isEmpty(cell)) continue
    const { form } = one.column
    const { key } = form.field
    const before = entry?.values[key]
    const old = cellText(form, before, names)
    if (alike(rawText(cell), old)) continue
    const said = readRaw(form, cell!, names, before)
    if ('problem' in said) {
      read.problems.push(problemAt(one, row, said))
      continue
    }
    const text = said.value === null ? '' : cellText(form, said.value, names)
    if (text === old) continue
    read.given[key] = said.value
    read.changes.push({ head: columnHead(one.column), old, new: text })
  }
  return read
}

function readRaw(
  form: CellForm,
  cell: Exclude<RawCell, null>,
  names: Names,
  before: Entry['values'][string] | undefined,
) {
  return typeof cell === 'object' ? cannot('not-worked-out', { text: cell.fault }) : readCell(form, cell, names, before)
}

/** Line ends and signs that a sheet cannot carry make no difference. */
function alike(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b)
}
const plain = (text: string): string => printable(text).replaceAll(/\r\n?/g, '\n').trim()

type Steps = { lines: { column: StepColumn; step: Omit<StepLine, 'entry'> }[]; problems: LineProblem[] }
const stepWriters: readonly Role[] = ['office', 'keeper']

/** Days of steps that are not recorded yet, in the order in which they were taken. */
function stepsIn(
  context: Context,
  columns: readonly PlannedColumn[],
  { row, cells }: RawRow,
  climbs: readonly Climb[],
) {
  const steps: Steps = { lines: [], problems: [] }
  const today = dayAt(context, undefined)
  for (const one of columns.filter(isStep)) {
    const cell = cells[one.at]
    if (isEmpty(cell) || cell === emptyMark) continue
    const { ladder, rung } = one.column
    const text = rawText(cell)
    const on = readDayText(text)
    const there = climbs.findLast(
      (climb) =>
        climb.ladder === ladder.key && climb.to === rung.key && !climb.struck && countedKinds.includes(climb.kind),
    )
    if (there?.on === on && on !== null) continue
    const problem =
      on === null
        ? cannot('not-a-day', { text: text || (cell as { fault: string }).fault })
        : there
          ? cannot('step-there', { day: there.on })
          : on > today
            ? cannot('in-future', { day: on })
            : context.actor.roles.some((role) => stepWriters.includes(role))
              ? null
              : cannot('refused', { code: 'forbidden', facts: { act: 'recordSteps', roles: stepWriters } })
    if (problem) steps.problems.push(problemAt(one, row, problem))
    else steps.lines.push({ column: one, step: { ladder: ladder.key, to: rung.key, on: on!, certificateOn: null } })
  }
  const place = ({ column, step }: Steps['lines'][number]) =>
    column.column.ladder.rungs.findIndex(({ key }) => key === step.to)
  steps.lines.sort((a, b) => (a.step.ladder === b.step.ladder ? place(a) - place(b) : 0))
  return steps
}

function conflicts(
  columns: readonly PlannedColumn[],
  { row }: RawRow,
  { changes }: ReadLine,
  steps: Steps['lines'],
): LineProblem[] {
  const named = new Map(columns.map((one) => [columnHead(one.column), one]))
  return [
    ...changes.map(({ head, old }) => problemAt(named.get(head)!, row, cannot('changed-since', { now: old }))),
    ...steps.map(({ column }) => problemAt(column, row, cannot('changed-since', { now: '' }))),
  ]
}

/** A refusal of the act, at the cells of the fields that it names. */
function refusalProblems(columns: readonly PlannedColumn[], { row }: RawRow, { code, facts }: Refusal): LineProblem[] {
  const columnOf = (key: string) => columns.filter(isField).find(({ column }) => column.form.field.key === key)
  const at = (key: string, said: CellProblem): LineProblem => {
    const column = columnOf(key)
    return column ? problemAt(column, row, said) : { ...problemOfLine(said), head: key }
  }
  const said = cannot('refused', { code, facts: { ...facts } })
  if (code === 'bad-values')
    return facts.problems.map(({ field, problem }) =>
      at(
        field,
        problem === 'required'
          ? cannot('required', {})
          : cannot('refused', { code, facts: { problems: [{ field, problem }] } }),
      ),
    )
  return 'field' in facts ? [at(facts.field, said)] : [problemOfLine(said)]
}

/** Values that stand already in entries that the line is not, also in those out of the reach of who brings it in. */
async function refuseTaken(context: Context, { register, columns }: Around, lines: readonly Line[]): Promise<void> {
  const everywhere = { zone: context.actor.zone, units: '*' } as const
  for (const one of keyColumns(columns)) {
    const { field } = one.column.form
    const given = lines.flatMap((line) => {
      const value = line.moving && valueSet(line.moving, field.key)
      return value ? [{ line, value }] : []
    })
    const values = given.map(({ value }) => value)
    const taken = await takenValues(context.system.db, everywhere, register, field, values)
    for (const { line, value } of given) {
      if (!taken.has(value)) continue
      const said = cannot('refused', { code: 'already-there', facts: { field: field.name } })
      line.moving = null
      line.climbs = []
      line.outcome = {
        ...line.outcome,
        is: 'refused',
        entry: line.meant.found?.entry.id ?? null,
        changes: [],
        problems: [problemAt(one, line.raw.row, said)],
      }
    }
  }
}

function valueSet({ events }: Moving, key: string): string | null {
  for (const event of events) {
    if ((event.kind === 'added' || event.kind === 'revised') && typeof event.values[key] === 'string')
      return event.values[key] as string
  }
  return null
}
