// A CSV file as rows of texts: quoted or not, with commas, semicolons or tabs between, whichever its first line has most of.

import { type RawSheet, SheetRows } from '#papers/raw-sheet.ts'
import { decodeText } from '#papers/text.ts'

export function readCsv(bytes: Uint8Array, fileName: string): RawSheet {
  const { text } = decodeText(bytes, fileName)
  const plain = text.replace(/^\ufeff/, '')
  const rows = new SheetRows()
  let row = 1
  let column = 0
  for (const { value, ends } of fieldsOf(plain, betweenIn(plain))) {
    rows.put(row, column, asText(value))
    column = ends ? 0 : column + 1
    if (ends) row += 1
  }
  return { name: fileName.replace(/\.[^.]*$/, ''), hidden: false, rows: rows.rows }
}

function betweenIn(text: string): string {
  const first = text
    .slice(0, 10_000)
    .split(/\r?\n/, 1)[0]!
    .replaceAll(/"[^"]*"/g, '')
  const counted = [',', '\t', ';'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]!.sign
}

/** `="007"` is how spreadsheets are told to keep a text. */
function asText(value: string): string {
  return /^="([^"]*)"$/.exec(value)?.[1] ?? value
}

/** `ends`: the last of its line. A quote that is never closed takes the rest. */
function* fieldsOf(text: string, between: string): Generator<{ value: string; ends: boolean }> {
  let at = 0
  while (at < text.length) {
    let value = ''
    if (text[at] === '"') {
      const end = closing(text, at + 1)
      value = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    }
    let end = at
    while (end < text.length && text[end] !== between && text[end] !== '\n' && text[end] !== '\r') end += 1
    value += text.slice(at, end)
    const ends = text[end] !== between
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
    yield { value, ends }
  }
}

/** Where the quote closes; two in a row are one that is meant. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? text.length : at
}
