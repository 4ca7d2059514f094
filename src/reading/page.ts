// The page: raw text into blocks (paragraphs, cells, headlines) of clean characters that still know where they came from.
// Broken lines are joined, stray blanks inside Chinese and tags are dropped, entities and full-width digits are folded.

import { type Block, cleanBlock, isBlank, type Segment, tagEnd } from '#reading/clean.ts'
import { isDigit } from '#reading/numerals.ts'
import { charTable, standsAt } from '#reading/signs.ts'

const finalMarks = new Set('。！？；!?;')
const closingMarks = new Set('”"』」’）)】》〉')
const openers = charTable('的了着过等和与及之者们性化率额量，。、；：）”》%％')
const enumerating = charTable('一二三四五六七八九十（(0123456789—●■◆▪•第')
const lineMarks = charTable('#-*+>|')
const pauses = charTable('，。,；')
const enumerator =
  /[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|——|[●■◆▪•]|第[一二三四五六七八九十]{1,3}[章节条部]/y
const blockTag =
  /<\/?(?:p|br|div|td|th|tr|table|tbody|li|ul|ol|h[1-6]|script|style|section|article|title|head|body|html)\b/iy

/** Cuts a text into its blocks, in order. Linear in its length. */
export function blocksOf(text: string): Block[] {
  const segments = segmentsOf(text)
  const blocks: Block[] = []
  let first = 0
  for (let index = 1; index <= segments.length; index++) {
    if (index < segments.length && joins(text, segments, first, index)) continue
    const block = cleanBlock(text, segments.slice(first, index))
    if (block.text !== '') blocks.push(block)
    first = index
  }
  return blocks
}

// Segments are the non-empty lines, cut further at block tags; their outer blanks are counted, not kept.
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  const skip = scriptSkipper(text)
  let breaks = 0
  let tagged = false
  let tab = tabFrom(text, 0)
  for (let start = 0; start <= text.length; ) {
    const end = segmentEnd(text, start)
    const segment = trimmed(text, start, end, breaks, tagged)
    if (segment && tab < segment.start) tab = tabFrom(text, segment.start)
    if (segment && tab < segment.end) segment.columns = true
    const tagEnds = text.charCodeAt(end) === 60
    if (segment) {
      segments.push(segment)
      breaks = 0
    }
    tagged = tagEnds || (!segment && tagged)
    if (!tagEnds) breaks++
    start = tagEnds ? skip(end) : end + Math.max(1, breakLength(text, end))
  }
  return segments
}

function tabFrom(text: string, at: number): number {
  const found = text.indexOf('\t', at)
  return found < 0 ? text.length : found
}

function segmentEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code <= 13 || code === 92 || code === 0x2028) && breakLength(text, at) > 0) return at
    if (code === 60 && isBlockTag(text, at) && tagEnd(text, at) > at + 1) return at
  }
  return text.length
}

// A line end is \n, \r\n or \r, or the two characters \ and n of a text kept in a program's string.
function breakLength(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return 2
  const code = text.charCodeAt(at)
  if (code === 10 || code === 13 || code === 0x2028) return 1
  const written = code === 92 && (text[at + 1] === 'n' || text[at + 1] === 'r') && !/[a-z]/.test(text[at + 2] ?? '')
  return written ? 2 : 0
}

// Where reading goes on after a block tag: behind a whole script or style, whose end is searched for once only in vain.
function scriptSkipper(text: string): (at: number) => number {
  const hopeless = new Set<string>()
  return (at) => {
    const name = /^<(script|style)\b/i.exec(text.slice(at, at + 8))?.[1]?.toLowerCase()
    if (!name || hopeless.has(name)) return tagEnd(text, at)
    const close = text.indexOf(`</${name}`, at)
    if (close < 0) hopeless.add(name)
    return close < 0 ? tagEnd(text, at) : tagEnd(text, close)
  }
}

function isBlockTag(text: string, at: number): boolean {
  blockTag.lastIndex = at
  return blockTag.test(text)
}

function trimmed(text: string, from: number, to: number, breaks: number, tagged: boolean): Segment | null {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  const lead = widthOf(text, from, start)
  const piped = text.charCodeAt(start) === 124
  start = Math.min(end, start + markLength(text, start))
  if (start === end) return null
  return { start, end, lead, tail: to - end, breaks, tagged, piped, columns: piped }
}

const lineMark = /(?:#{1,6}|[-*+>])[ \t]+|\|[ \t]*/y

// Marks of Markdown before a line: # headings, - lists, > quotations, | tables.
function markLength(text: string, at: number): number {
  if (!standsAt(lineMarks, text, at)) return 0
  lineMark.lastIndex = at
  return lineMark.exec(text)?.[0].length ?? 0
}

function widthOf(text: string, from: number, to: number): number {
  let width = 0
  for (let at = from; at < to; at++) width += text.charCodeAt(at) === 0x3000 ? 2 : 1
  return width
}

// A line runs on into the next one when its sentence is open and nothing in the layout ends it:
// 确保各项工作按计划⏎⏎落实到位 is one sentence; a headline, a cell, an indented or numbered line stands alone.
function joins(text: string, segments: Segment[], first: number, index: number): boolean {
  const before = segments[index - 1]!
  const next = segments[index]!
  if (next.tagged || next.breaks > 3 || before.tail >= 3 || next.lead >= 2) return false
  if (startsEnumerated(text, next) || isClosed(text, before) || before.columns || next.columns) return false
  if (standsAt(openers, text, next.start) || isFragment(text, next) || '，、,'.includes(text[before.end - 1]!))
    return true
  if (index - 1 > first || isBrokenNumber(text, before, next)) return true
  return before.end - before.start >= 15 && hasPause(text, before)
}

// 总额达1⏎20.5亿元: a line of words that ends in a digit goes on with one that begins with a digit and has words.
function isBrokenNumber(text: string, before: Segment, next: Segment): boolean {
  if (!isDigit(text.charCodeAt(before.end - 1)) || !isDigit(text.charCodeAt(next.start))) return false
  return (
    !isDigit(text.charCodeAt(before.start)) &&
    /[一-鿿]/.test(text.slice(next.start, Math.min(next.end, next.start + 12)))
  )
}

function startsEnumerated(text: string, segment: Segment): boolean {
  if (!standsAt(enumerating, text, segment.start)) return false
  enumerator.lastIndex = segment.start
  return enumerator.test(text)
}

// A line that pauses after one character (牌,致力打造…) can only be the rest of a broken word.
function isFragment(text: string, { start, end }: Segment): boolean {
  return start + 2 < end && '，,。、；'.includes(text[start + 1]!)
}

function isClosed(text: string, segment: Segment): boolean {
  let last = segment.end - 1
  while (last > segment.start && closingMarks.has(text[last]!)) last--
  return finalMarks.has(text[last]!) || text[last] === '：' || text[last] === ':'
}

function hasPause(text: string, segment: Segment): boolean {
  for (let at = segment.start; at < segment.end; at++) if (standsAt(pauses, text, at)) return true
  return false
}
