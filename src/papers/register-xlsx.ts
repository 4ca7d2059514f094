// A register as a workbook that is filled in and brought back: the lines under a frozen head, what is to be known for filling
// them in, and the lists that cells are chosen from. Writing and reading agree on it (papers/rows-in.ts, domain/column-map.ts).

import { rowHeight } from '#papers/sheet.ts'
import {
  columnLetters,
  type Offered,
  type OutCell,
  type OutRow,
  type OutSheet,
  workbookStream,
} from '#papers/xlsx-stream.ts'
import type { CellLook } from '#papers/xlsx-styles.ts'

export type BookColumn = {
  head: string
  /** Who fills in the line must fill this in; or it is only told and not taken back. */
  stands: 'free' | 'required' | 'told'
  width: number
  hidden?: boolean
  /** Words to choose from; `strict` refuses others while somebody types. */
  offered: { words: readonly string[]; strict: boolean } | null
  /** For the second sheet; null leaves the column out there. */
  about: { kind: string; unit: string; choices: string; written: string } | null
}

export type RegisterBook = {
  zone: string
  title: string
  columns: readonly BookColumn[]
  rows: Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>
  /** What stands above the list of columns on the second sheet: a word and what it says. */
  told: readonly (readonly [string, string])[]
  /** Columns that stay in sight when one goes to the right, counted from the first. */
  fixed: number
}

const aboutName = '填写说明'
const listName = '选项'

export function writeRegisterBook({ zone, title, columns, rows, told, fixed }: RegisterBook) {
  const name = sheetName(title)
  const sheet: OutSheet = {
    name,
    columns,
    frozen: { rows: 2, columns: fixed },
    offered: offeredIn(columns),
    rows: linesOf(title, columns, rows),
  }
  const about: OutSheet = { name: aboutName, columns: aboutColumns, rows: aboutRows(columns, told) }
  const listColumns = columns.flatMap(({ offered }) => (offered ? [{ width: 24 }] : []))
  const lists: OutSheet = { name: listName, hidden: true, columns: listColumns, rows: listRows(columns) }
  const sheets = listColumns.length > 0 ? [sheet, about, lists] : [sheet, about]
  return workbookStream(sheets, { title, creator: zone })
}

/** Excel allows 31 characters and some signs less. */
function sheetName(title: string): string {
  const plain = title.replaceAll(/[[\]:*?/\\']/g, '').slice(0, 31)
  return plain === '' || plain === aboutName || plain === listName ? '台账' : plain
}

const headLooks: Record<BookColumn['stands'], CellLook> = {
  free: 'head',
  required: 'head-required',
  told: 'head-told',
}

async function* linesOf(
  title: string,
  columns: RegisterBook['columns'],
  rows: RegisterBook['rows'],
): AsyncGenerator<OutRow> {
  const first = columns.findIndex(({ hidden }) => !hidden)
  yield { cells: columns.map((_, at) => (at === first ? { text: title, look: 'title' } : null)), height: 30 }
  const heads = columns.map(({ head, stands }) => ({ text: head, look: headLooks[stands] }))
  yield { cells: heads, height: Math.max(24, heightOf(heads, columns)) }
  for await (const cells of rows) yield { cells, height: heightOf(cells, columns) }
}

function heightOf(cells: readonly OutCell[], columns: RegisterBook['columns']): number {
  return rowHeight(
    cells.map((cell, at) => (cell && 'text' in cell && !columns[at]!.hidden ? cell.text : null)),
    columns,
  )
}

function offeredIn(columns: RegisterBook['columns']): Offered[] {
  const lists = columns.flatMap(({ offered }, column) => (offered ? [{ column, ...offered }] : []))
  return lists.map(({ column, words, strict }, at) => {
    const letters = columnLetters(at)
    const range = `${listName}!$${letters}$1:$${letters}$${words.length}`
    const refusal = strict ? '请从下拉列表中选取' : '列表中没有这一项，确定填写吗？'
    return { column, words: range, strict, refusal }
  })
}

/** A column for each list. */
function* listRows(columns: RegisterBook['columns']): Generator<OutRow> {
  const lists = columns.flatMap(({ offered }) => (offered ? [offered.words] : []))
  const longest = Math.max(0, ...lists.map((words) => words.length))
  for (let at = 0; at < longest; at += 1) {
    yield { cells: lists.map((words) => (at < words.length ? { text: words[at]! } : null)) }
  }
}

const aboutColumns = [{ width: 24 }, { width: 14 }, { width: 10 }, { width: 8 }, { width: 44 }, { width: 56 }]

function* aboutRows(columns: RegisterBook['columns'], told: RegisterBook['told']): Generator<OutRow> {
  const row = (...texts: string[]): OutRow => ({
    cells: texts.map((text) => ({ text })),
    height: rowHeight(texts, aboutColumns),
  })
  yield { cells: [{ text: aboutName, look: 'title' }], height: 30 }
  for (const [word, says] of told) {
    yield {
      cells: [
        { text: word, look: 'head' },
        { text: says, look: 'plain' },
      ],
      height: 18,
    }
  }
  yield { cells: [] }
  const heads = ['列名', '类型', '单位', '必填', '可选项', '写法与说明']
  yield { cells: heads.map((text) => ({ text, look: 'head' })), height: 24 }
  for (const { head, stands, about } of columns) {
    if (!about) continue
    yield row(head, about.kind, about.unit, stands === 'required' ? '是' : '', about.choices, about.written)
  }
}
