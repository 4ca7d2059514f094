// Cleaning: the characters of a block as they are read, each with its raw offset. Tags go, stray blanks go, entities and
// full-width digits fold, columns become one tab.

/**
 * One paragraph, cell or headline. `text` is clean; `at[i]` is the raw offset of its i-th character (one more for the end).
 * `at` is null where nothing was cleaned: then the characters lie in a row from `start` on.
 */
export interface Block {
  text: string
  at: Int32Array | null
  start: number
  end: number
  /** True when the block stands alone between wide blanks or tags, as a table cell does. */
  cell: boolean
}

/** A line, or what stands between two block tags, without its outer blanks. */
export interface Segment {
  start: number
  end: number
  lead: number
  tail: number
  /** Line ends between the segment before and this one. */
  breaks: number
  /** True when a block tag (p, td, div …) stands before it. */
  tagged: boolean
  /** A row of a Markdown table: its bars part cells. */
  piped: boolean
  /** A tab stands in it, or a bar that parts cells. */
  columns: boolean
}

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

/** True for characters that are blanks in any width. */
export function isBlank(code: number): boolean {
  return (
    code === 32 || code === 9 || code === 160 || code === 0x3000 || code === 0xfeff || code === 0x200b || code === 12
  )
}

/** The offset after the tag that opens at `at`; `at + 1` when it is a bare < sign. A tag holds no second <. */
export function tagEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length && end - at < 2000; end++) {
    const code = text.charCodeAt(end)
    if (code === 62) return end + 1
    if (code === 60) break
  }
  return at + 1
}

/** Cleans the segments of one block. */
export function cleanBlock(text: string, segments: Segment[]): Block {
  const start = segments[0]!.start
  const end = segments.at(-1)!.end
  const alone = segments.length === 1 && (segments[0]!.tail >= 3 || segments[0]!.lead >= 4 || segments[0]!.tagged)
  if (segments.length === 1 && isClean(text, start, end))
    return { text: text.slice(start, end), at: null, start, end, cell: alone }
  const clean: Clean = {
    parts: [],
    at: new Int32Array(end - start + 1),
    length: 0,
    last: '',
    piped: segments[0]!.piped,
  }
  for (const segment of segments) cleanSegment(text, segment, clean)
  clean.at[clean.length] = end
  return { text: clean.parts.join(''), at: clean.at.slice(0, clean.length + 1), start, end, cell: alone }
}

/** A clean text under construction: its pieces, the raw offset of each character, the last character so far. */
interface Clean {
  parts: string[]
  at: Int32Array
  length: number
  last: string
  piped: boolean
}

// Characters that are not taken over as they are: blanks, <, & and the full-width forms that fold.
const special = new Uint8Array(65536)
for (let code = 0; code < 65536; code++) {
  if (
    code === 60 ||
    code === 38 ||
    code === 92 ||
    code === 124 ||
    code === 42 ||
    code === 13 ||
    isBlank(code) ||
    folded(code).charCodeAt(0) !== code
  )
    special[code] = 1
}

function isClean(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (special[text.charCodeAt(at)] === 1) return false
  return true
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
  if (code === 42 && text[from + 1] === '*') return from + 2
  if (code === 124 && clean.piped) push(clean, '\t', from)
  else if (code !== 92 || text[from + 1] !== '"') push(clean, folded(code), from)
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
  if (!block.at) return { start: block.start + start, end: block.start + end }
  const last = block.at[end - 1]!
  entity.lastIndex = last
  const match = text.charCodeAt(last) === 38 ? entity.exec(text) : null
  return { start: block.at[start]!, end: last + (match ? match[0].length : 1) }
}
