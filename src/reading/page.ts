// The page: raw text into blocks (paragraphs, cells, headlines) of clean characters that still know where they came from.
// Broken lines are joined, stray blanks inside Chinese and tags are dropped, entities and full-width digits are folded.

import { isDigit } from '#reading/numerals.ts'

/** One paragraph, cell or headline. `text` is clean; `at[i]` is the raw offset of its i-th character (one more for the end). */
export interface Block {
  text: string
  at: Int32Array
  start: number
  end: number
  /** True when the block stands alone between wide blanks or tags, as a table cell does. */
  cell: boolean
}

interface Segment {
  start: number
  end: number
  lead: number
  tail: number
  /** Line ends between the segment before and this one. */
  breaks: number
  /** True when a block tag (p, td, div …) stands before it. */
  tagged: boolean
}

const finalMarks = new Set('。！？；!?;')
const closingMarks = new Set('”"』」’）)】》〉')
const openers = new Set('的了着过等和与及之者们性化率额量，。、；：）”》%％')
const enumerator =
  /[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|——|[●■◆▪•]|第[一二三四五六七八九十]{1,3}[章节条部]/y
const blockTag = /<\/?(?:p|br|div|td|th|tr|table|tbody|li|ul|ol|h[1-6]|section|article|title|head|body|html)\b/iy
const entity = /&(?:([a-z]{2,8})|#(\d{2,6}));/iy
const entities: Record<string, string> = {
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  times: '×',
  bull: '•',
  permil: '‰',
}

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
  let breaks = 0
  let tagged = false
  for (let start = 0; start <= text.length; ) {
    const end = segmentEnd(text, start)
    const segment = trimmed(text, start, end, breaks, tagged)
    const tagEnds = text.charCodeAt(end) === 60
    if (segment) {
      segments.push(segment)
      breaks = 0
    }
    tagged = tagEnds || (!segment && tagged)
    if (!tagEnds) breaks++
    start = tagEnds ? tagEnd(text, end) : text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return segments
}

function segmentEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13 || code === 0x2028) return at
    if (code === 60 && isBlockTag(text, at) && tagEnd(text, at) > at + 1) return at
  }
  return text.length
}

function isBlockTag(text: string, at: number): boolean {
  blockTag.lastIndex = at
  return blockTag.test(text)
}

// The offset after the tag that opens at `at`; `at + 1` when it is a bare < sign. A tag holds no second <.
function tagEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length && end - at < 2000; end++) {
    const code = text.charCodeAt(end)
    if (code === 62) return end + 1
    if (code === 60) break
  }
  return at + 1
}

function trimmed(text: string, from: number, to: number, breaks: number, tagged: boolean): Segment | null {
  let start = from
  let end = to
  while (start < end && isBlank(text.charCodeAt(start))) start++
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--
  if (start === end) return null
  return { start, end, lead: widthOf(text, from, start), tail: to - end, breaks, tagged }
}

function widthOf(text: string, from: number, to: number): number {
  let width = 0
  for (let at = from; at < to; at++) width += text.charCodeAt(at) === 0x3000 ? 2 : 1
  return width
}

function isBlank(code: number): boolean {
  return (
    code === 32 || code === 9 || code === 160 || code === 0x3000 || code === 0xfeff || code === 0x200b || code === 12
  )
}

// A line runs on into the next one when its sentence is open and nothing in the layout ends it:
// 确保各项工作按计划⏎⏎落实到位 is one sentence; a headline, a cell, an indented or numbered line stands alone.
function joins(text: string, segments: Segment[], first: number, index: number): boolean {
  const before = segments[index - 1]!
  const next = segments[index]!
  if (next.tagged || next.breaks > 3 || before.tail >= 3 || next.lead >= 2) return false
  if (startsEnumerated(text, next) || isClosed(text, before) || hasTab(text, before) || hasTab(text, next)) return false
  if (openers.has(text[next.start]!) || isFragment(text, next) || '，、,'.includes(text[before.end - 1]!)) return true
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

function hasTab(text: string, { start, end }: Segment): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) === 9) return true
  return false
}

function hasPause(text: string, segment: Segment): boolean {
  for (let at = segment.start; at < segment.end; at++) if ('，。,；'.includes(text[at]!)) return true
  return false
}

function cleanBlock(text: string, segments: Segment[]): Block {
  const start = segments[0]!.start
  const end = segments.at(-1)!.end
  const clean: Clean = { parts: [], at: new Int32Array(end - start + 1), length: 0, last: '' }
  for (const segment of segments) cleanSegment(text, segment, clean)
  clean.at[clean.length] = end
  const alone = segments.length === 1 && (segments[0]!.tail >= 3 || segments[0]!.lead >= 4 || segments[0]!.tagged)
  return { text: clean.parts.join(''), at: clean.at.slice(0, clean.length + 1), start, end, cell: alone }
}

/** A clean text under construction: its pieces, the raw offset of each character, the last character so far. */
interface Clean {
  parts: string[]
  at: Int32Array
  length: number
  last: string
}

// Characters that are not taken over as they are: blanks, <, & and the full-width forms that fold.
const special = new Uint8Array(65536)
for (let code = 0; code < 65536; code++) {
  if (code === 60 || code === 38 || code === 13 || isBlank(code) || folded(code).charCodeAt(0) !== code)
    special[code] = 1
}

function cleanSegment(text: string, { start, end }: Segment, clean: Clean): void {
  for (let from = start; from < end; ) {
    let to = from
    while (to < end && special[text.charCodeAt(to)] === 0) clean.at[clean.length++] = to++
    if (to > from) {
      clean.parts.push(text.slice(from, to))
      clean.last = text[to - 1]!
    }
    from = to < end ? cleanSpecial(text, to, end, clean) : to
  }
}

function cleanSpecial(text: string, from: number, end: number, clean: Clean): number {
  const code = text.charCodeAt(from)
  const next = code === 60 ? afterTag(text, from) : from + 1
  if (code === 60 && next > from + 1) return next
  if (isBlank(code)) return cleanBlank(text, from, end, clean)
  if (code === 38) return cleanEntity(text, from, clean)
  push(clean, folded(code), from)
  return from + 1
}

function push(clean: Clean, char: string, from: number): void {
  clean.parts.push(char)
  clean.at[clean.length++] = from
  clean.last = char
}

function afterTag(text: string, at: number): number {
  return /[a-z/!]/i.test(text[at + 1] ?? '') ? tagEnd(text, at) : at + 1
}

// One or two blanks are typing; between letters or digits they stay. Three or a tab are a column: a sentence ends there.
function cleanBlank(text: string, from: number, end: number, clean: Clean): number {
  let to = from
  let tab = false
  while (to < end && isBlank(text.charCodeAt(to))) if (text.charCodeAt(to++) === 9) tab = true
  if (tab || to - from >= 3) push(clean, '\t', from)
  else if (isAscii(clean.last) && isAscii(text[to])) push(clean, ' ', from)
  return to
}

function isAscii(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/i.test(char)
}

function cleanEntity(text: string, from: number, clean: Clean): number {
  entity.lastIndex = from
  const match = entity.exec(text)
  const char = match ? (match[1] ? entities[match[1].toLowerCase()] : String.fromCharCode(Number(match[2]))) : '&'
  if (char !== undefined && char !== ' ') push(clean, char, from)
  return match ? from + match[0].length : from + 1
}

// Full-width digits, letters, percent and plus signs fold to their half-width twins; punctuation keeps its width.
function folded(code: number): string {
  const narrow = code - 0xfee0
  const isLetterOrDigit =
    (narrow >= 48 && narrow <= 57) || (narrow >= 65 && narrow <= 90) || (narrow >= 97 && narrow <= 122)
  return String.fromCharCode(isLetterOrDigit || narrow === 37 || narrow === 43 || narrow === 46 ? narrow : code)
}

/** The raw span of the clean characters `start`–`end` of a block (`end` after the last character). */
export function rawSpan(text: string, block: Block, start: number, end: number): { start: number; end: number } {
  const last = block.at[end - 1]!
  entity.lastIndex = last
  const match = text.charCodeAt(last) === 38 ? entity.exec(text) : null
  return { start: block.at[start]!, end: last + (match ? match[0].length : 1) }
}
