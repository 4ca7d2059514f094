// One worksheet of an Excel file, gone through once from front to back: cells with their values, and the cells that are
// merged. Formulas are not looked at; what they last gave stands beside them.

import { addDays } from '#base/day.ts'
import { plainNumber } from '#domain/cell-number.ts'
import type { CellKind } from '#papers/cell-kinds.ts'
import { type RawCell, SheetRows } from '#papers/raw-sheet.ts'
import { unescaped } from '#papers/xml.ts'

export type Merge = { top: number; left: number; bottom: number; right: number }
export type Book = {
  strings: readonly string[]
  kinds: readonly CellKind[]
  /** Days are counted from 1904 on. */
  from1904: boolean
}

type Open = { row: number; column: number; type: string; kind: CellKind; value: string; text: string; formula: boolean }

export function scanSheet(xml: Uint8Array, book: Book): { rows: SheetRows; merges: Merge[] } {
  const rows = new SheetRows()
  const merges: Merge[] = []
  let row = 0
  let column = -1
  let cell: Open | null = null
  for (const { name, closes, attributes, text } of tagsOf(xml)) {
    switch (name) {
      case 'row':
        if (closes) break
        row = Number(attribute(attributes, 'r') ?? row + 1)
        column = -1
        break
      case 'c':
        if (!closes) {
          const place = placeOf(attribute(attributes, 'r'))
          column = place?.column ?? column + 1
          const kind = book.kinds[Number(attribute(attributes, 's') ?? 0)] ?? 'plain'
          const type = attribute(attributes, 't') ?? 'n'
          cell = { row: place?.row ?? row, column, type, kind, value: '', text: '', formula: false }
        }
        if (cell && (closes || attributes.endsWith('/'))) {
          rows.put(cell.row, cell.column, shownValue(cell, book))
          cell = null
        }
        break
      case 'v':
        if (cell && !closes) cell.value = text
        break
      case 't':
        if (cell && !closes) cell.text += text
        break
      case 'f':
        if (cell) cell.formula = true
        break
      case 'mergeCell': {
        const merge = mergeOf(attribute(attributes, 'ref') ?? '')
        if (merge && merges.length < mergesAtMost) merges.push(merge)
      }
    }
  }
  return { rows, merges }
}

const mergesAtMost = 100_000

type Tag = { name: string; closes: boolean; attributes: string; text: string }

/** Every tag without its prefix, with the text up to the next one. Text is decoded piece by piece and let go again. */
function* tagsOf(bytes: Uint8Array): Generator<Tag> {
  let rest = ''
  for (const piece of piecesOf(bytes)) {
    const xml = rest + piece
    let at = xml.indexOf('<')
    for (;;) {
      const end = at < 0 ? -1 : xml.indexOf('>', at)
      const next = end < 0 ? -1 : xml.indexOf('<', end)
      if (next < 0) break
      yield tagAt(xml, at, end, next)
      at = next
    }
    rest = at < 0 ? '' : xml.slice(at)
  }
  const end = rest.indexOf('>')
  if (end > 0) yield tagAt(rest, 0, end, rest.length)
}

function tagAt(xml: string, at: number, end: number, next: number): Tag {
  const closes = xml[at + 1] === '/'
  const tag = xml.slice(at + (closes ? 2 : 1), end)
  const space = tag.search(/[\s/]/)
  const full = space < 0 ? tag : tag.slice(0, space)
  const text = closes || next === end + 1 ? '' : xml.slice(end + 1, next)
  return { name: full.slice(full.indexOf(':') + 1), closes, attributes: space < 0 ? '' : tag.slice(space), text }
}

const pieceBytes = 4 * 1024 * 1024

function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder()
  for (let at = 0; at < bytes.length; at += pieceBytes)
    yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: at + pieceBytes < bytes.length })
}

function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`)
  if (at < 0) return undefined
  const from = at + name.length + 3
  return attributes.slice(from, attributes.indexOf('"', from))
}

function placeOf(ref: string | undefined): { row: number; column: number } | null {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref ?? '') ?? []
  if (!letters) return null
  const column = [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(row), column }
}

function mergeOf(ref: string): Merge | null {
  const [from, to] = ref.split(':').map(placeOf)
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

function shownValue({ type, kind, value, text, formula }: Open, { strings, from1904 }: Book): RawCell {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? null
    case 'inlineStr':
      return shownText(text)
    case 'str':
      return shownText(value)
    case 'b':
      return value === '1' ? '是' : '否'
    case 'e':
      return { fault: value }
    case 'd':
      return value.slice(0, 10)
  }
  if (value === '') return formula ? { fault: '=' } : null
  const number = Number(value)
  if (Number.isNaN(number)) return shownText(value)
  if (kind === 'percent') return `${plainNumber(number * 100)}%`
  return kind === 'day' ? dayShown(number, from1904) : number
}

/** A number formatted as a day that is none on any calendar stays a number. */
function dayShown(number: number, from1904: boolean): RawCell {
  const serial = Math.floor(number) + (from1904 ? 1462 : 0)
  return serial >= 61 && serial < 2_958_466 ? addDays('1899-12-30', serial) : number
}

/** `_x000D_` is how a sheet writes a sign that XML cannot carry. */
export function shownText(text: string): string {
  const plain = unescaped(text)
  if (!plain.includes('_x')) return plain
  return plain.replaceAll(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
}
