// A register as an Excel file, in exactly the form in which it is brought in again (operations/imports.ts). Lines are read and
// written page by page, so that the memory it takes does not grow with the register.

import { cellForms } from '#contract/cell-words.ts'
import { fieldTypeWords } from '#contract/definition-words.ts'
import type { Outgoing } from '#contract/entry.ts'
import type { Names } from '#domain/cell-names.ts'
import { ownUnit } from '#domain/cell-number.ts'
import { cellText, emptyMark } from '#domain/cell-text.ts'
import type { Entry } from '#domain/entry.ts'
import { type Field, isDerived, type Register, rungOf } from '#domain/register.ts'
import { columnHead, columnsOf, isTold, markOf, type SheetColumn } from '#domain/sheet-column.ts'
import { hiddenFrom } from '#domain/sight.ts'
import type { Directory } from '#domain/zone.ts'
import { besideOf } from '#operations/beside.ts'
import { mediaTypes } from '#operations/briefings.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { dayAt, type Narrow, narrowing, sortField } from '#operations/entries.ts'
import { showing } from '#operations/entry-shown.ts'
import { namesAround } from '#operations/sheet-names.ts'
import { officialMoment } from '#papers/office-words.ts'
import type { BookColumn } from '#papers/register-xlsx.ts'
import type { OutCell } from '#papers/xlsx-stream.ts'
import { rungDays } from '#store/climbs.ts'
import { type Cursor, entryPage, type Narrowing } from '#store/entries.ts'
import { findRegister } from '#store/registers.ts'

type Asked = Narrow & {
  register: string
  sort?: string | undefined
  descending: boolean
  columns?: string[] | undefined
  money: string
  steps: boolean
  empty: boolean
}

export async function exportEntries(context: Context, asked: Asked): Promise<Outgoing> {
  const { roles } = context.actor
  const register = await findRegister(context.system.db, scopeOf(context), asked.register, asked.asOf ?? null)
  const narrow = narrowing(context, register, asked)
  const sort = asked.sort ? sortField(register, asked.sort, roles) : null
  const wanted = { fields: asked.columns, money: asked.money, steps: asked.steps }
  const columns = columnsOf(register.definition, wanted, hiddenFrom(register, roles))
  const directory = await directoryOf(context, asked.asOf)
  const { name } = register.definition
  const { writeRegisterBook } = await import('#papers/register-xlsx.ts')
  const body = writeRegisterBook({
    zone: directory.zone.name,
    title: `${directory.zone.name}${name}`,
    columns: columns.map((column) => bookColumn(register, column, directory)),
    rows: asked.empty ? [] : linesOf(context, register, columns, narrow, { ...asked, sort }),
    told: toldAbove(context, register, asked),
    fixed: fixedColumns(register, columns),
  })
  const on = dayAt(context, asked.asOf)
  return { name: `${name}${asked.empty ? '模板' : on}.xlsx`, mediaType: mediaTypes.xlsx, body, bytes: null }
}

/** Up to the title, where that is near the left edge. */
function fixedColumns({ definition }: Register, columns: readonly SheetColumn[]): number {
  const title = columns.findIndex((column) => column.is === 'field' && column.form.field.key === definition.title)
  return title >= 0 && title < 4 ? title + 1 : 1
}

const pageLines = 2000

type Paging = { sort: Field | null; descending: boolean; asOf?: string | undefined }

async function* linesOf(
  context: Context,
  register: Register,
  columns: readonly SheetColumn[],
  narrow: Narrowing,
  { sort, descending, asOf }: Paging,
): AsyncGenerator<readonly OutCell[]> {
  const { db } = context.system
  const fields = columns.flatMap((column) => (column.is === 'field' ? [column.form.field] : []))
  const names = await namesAround(context, fields, asOf)
  const show = showing(register, context.actor.roles, narrow.on)
  const steps = columns.some(({ is }) => is === 'step')
  let after: Cursor | null = null
  do {
    const page = { sort, descending, after, limit: pageLines }
    const { entries, next } = await entryPage(db, scopeOf(context), register, asOf ?? null, narrow, page)
    const idsIn = (key: string) => entries.flatMap(({ values }) => (values[key] as string | undefined) ?? [])
    const ids = entries.map(({ id }) => id)
    const [named, days, beside] = await Promise.all([
      names(({ key }) => ({ ids: idsIn(key), words: [] })),
      steps ? rungDays(db, scopeOf(context), register, ids, asOf ?? null) : null,
      besideOf(context, register, entries, asOf ?? null),
    ])
    for (const entry of entries) {
      const around = { names: named, days: days?.get(entry.id), shown: show(entry, beside(entry)) }
      yield columns.map((column) => outCell(column, entry, around))
    }
    after = next
  } while (after)
}

type Around = {
  names: Names
  days: Map<string, string> | undefined
  shown: ReturnType<ReturnType<typeof showing>>
}

function outCell(column: SheetColumn, entry: Entry, around: Around): OutCell {
  switch (column.is) {
    case 'mark':
      return { text: markOf(entry), look: 'told' }
    case 'standing': {
      const at = entry.rungs[column.ladder.key]
      if (!at) return { text: '', look: 'told' }
      const name = rungOf(column.ladder, at.rung)?.name ?? at.rung
      return { text: at.left === null ? name : `${name}（已退出：${at.left}）`, look: 'told' }
    }
    case 'step': {
      const day = around.days?.get(`${column.ladder.key}/${column.rung.key}`)
      return day ? { day } : blank
    }
    case 'field':
      return fieldCell(column.form, entry, around)
  }
}

/** Framed like the others, and with their format for what is written into it. */
const blank: OutCell = { text: '' }

function fieldCell(form: Extract<SheetColumn, { is: 'field' }>['form'], entry: Entry, around: Around): OutCell {
  const { key, type } = form.field
  if (isDerived(form.field)) return { text: toldText(around.shown.computed[key]), look: 'told' }
  const value = entry.values[key]
  if (value === undefined) return blank
  if (type === 'files') return { text: `${(value as string[]).length} 个附件`, look: 'told' }
  const text = cellText(form, value, around.names)
  if (type === 'date') return { day: text }
  if (type === 'number' || type === 'money' || type === 'percent') return { decimal: text }
  return type === 'yes-no' || type === 'choice' || type === 'month' ? { text, look: 'middle' } : { text }
}

const toldText = (value: string | boolean | null | undefined): string =>
  typeof value === 'boolean' ? (value ? '是' : '否') : (value ?? '')

const widths: Partial<Record<Field['type'], number>> = {
  text: 22,
  'long-text': 40,
  unit: 16,
  post: 18,
  person: 12,
  entry: 24,
  choices: 22,
  'credit-code': 22,
  place: 20,
}

function bookColumn({ definition }: Register, column: SheetColumn, directory: Directory): BookColumn {
  const head = columnHead(column)
  const least = Math.min(24, [...head].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? 1 : 2), 0) + 3)
  if (column.is === 'mark') return { head, stands: 'told', width: 10, hidden: true, offered: null, about: null }
  if (column.is !== 'field') return { ...stepColumn(column, head), width: Math.max(12, least) }
  const { field } = column.form
  const words = field.choices.filter(({ retired }) => !retired).map(({ word }) => word)
  return {
    head: field.required && !isTold(column) ? `${head}*` : head,
    stands: isTold(column) || field.retired ? 'told' : field.required ? 'required' : 'free',
    width: field.key === definition.title ? 30 : Math.max(widths[field.type] ?? 12, least),
    offered: offeredFor(field, words, directory),
    about: {
      kind: fieldTypeWords[field.type].zh,
      unit: column.form.unit ?? ownUnit(field),
      choices: words.join('、'),
      written: [cellForms[field.type], field.hint].filter((part) => part !== '').join('；'),
    },
  }
}

function stepColumn(
  column: Extract<SheetColumn, { is: 'standing' | 'step' }>,
  head: string,
): Omit<BookColumn, 'width'> {
  const told = column.is === 'standing'
  const written = told
    ? '只供查看，由进阶记录得出'
    : '进入该阶段的日期；填写本系统建账前已发生的阶段，导入时作为补录；已有日期不能在此改动'
  const about = { kind: told ? '当前阶段' : '日期', unit: '', choices: '', written }
  return { head, stands: told ? 'told' : 'free', offered: null, about }
}

/** Units beyond so many are typed, not looked for in a list. */
const unitsOffered = 500

function offeredFor({ type, retired }: Field, words: string[], { units }: Directory): BookColumn['offered'] {
  if (retired) return null
  if (type === 'yes-no') return { words: ['是', '否'], strict: true }
  if (type === 'choice' && words.length > 0) return { words, strict: true }
  const offered = [...new Set(units.map(({ shortName }) => shortName))]
  return type === 'unit' && offered.length <= unitsOffered ? { words: offered, strict: false } : null
}

function toldAbove(context: Context, { definition }: Register, asked: Asked): [string, string][] {
  const moment = asked.asOf ?? context.system.clock().toISOString()
  const narrowed = [
    ...asked.filter,
    ...(asked.where ? [asked.where] : []),
    ...(asked.text ? [`包含“${asked.text}”`] : []),
  ]
  return [
    ['台账', definition.name],
    ['数据截至', officialMoment(moment)],
    ['筛选', narrowed.length > 0 ? narrowed.map((line) => inWords(definition, line)).join('；') : '全部'],
    ['新增', '在末尾另起一行填写；标 * 的列必须填写'],
    ['修改', '直接改动单元格；隐藏的“条目标识”列用来对应原条目，请勿改动；新增行不填'],
    ['不变', '空单元格不改动原有内容'],
    ['清空', `要清空原有内容，填写 ${emptyMark}`],
    ['灰色列', '只供查看，导入时不读取'],
    ['冲突', '导出之后已被他人修改的条目不会被覆盖，导入时列出'],
  ]
}

/** `chain=电子信息` with the name of the field in place of its key. */
function inWords({ fields, ladders }: Register['definition'], line: string): string {
  const [, at, key, rest] = /^(@?)([a-z][a-z0-9_]*)((?:>=|<=|=|~).*)$/s.exec(line) ?? []
  if (key === undefined) return line
  const ladder = at === '@' ? ladders.find((one) => one.key === key) : undefined
  const name = ladder?.name ?? fields.find((field) => field.key === key)?.name ?? key
  const rung = ladder?.rungs.find((one) => `=${one.key}` === rest)
  return `${name}${rung ? `=${rung.name}` : rest}`
}
