// Word lists made searchable: a table by first character, longest word first, so that a text is scanned once in one pass;
// and a table by last character for words that have to stand at the end.

export interface Entry<Tag> {
  word: string
  tag: Tag
}

export interface Hit<Tag> {
  start: number
  end: number
  word: string
  tag: Tag
}

/** An entry with the code of its second character, which tells most words apart; 0 for a word of one character. */
interface Kept<Tag> extends Entry<Tag> {
  second: number
}

/** A compiled word list: `heads[code]` is the number of the bucket of words that begin with that character, 0 for none. */
export interface Lexicon<Tag> {
  heads: Uint16Array
  buckets: Kept<Tag>[][]
}

/** Compiles words given per tag, several in one string separated by blanks. A later tag wins over an earlier one. */
export function compileLexicon<Tag extends string>(words: Record<Tag, string>): Lexicon<Tag> {
  const tagOf = new Map<string, Tag>()
  for (const tag of Object.keys(words) as Tag[]) for (const word of wordsIn(words[tag])) tagOf.set(word, tag)
  const lexicon: Lexicon<Tag> = { heads: new Uint16Array(65536), buckets: [[]] }
  for (const [word, tag] of tagOf)
    bucketFor(lexicon, word.charCodeAt(0)).push({ word, tag, second: word.length > 1 ? word.charCodeAt(1) : 0 })
  for (const bucket of lexicon.buckets) bucket.sort((a, b) => b.word.length - a.word.length)
  return lexicon
}

/** The words of a blank-separated list. */
export function wordsIn(list: string): string[] {
  return list.split(/\s/).filter((word) => word !== '')
}

function bucketFor<Tag>(lexicon: Lexicon<Tag>, code: number): Kept<Tag>[] {
  if (lexicon.heads[code] === 0) lexicon.heads[code] = lexicon.buckets.push([]) - 1
  return lexicon.buckets[lexicon.heads[code]!]!
}

/** The longest word of the list that begins at `at`, or null. */
export function matchAt<Tag>(lexicon: Lexicon<Tag>, text: string, at: number): Entry<Tag> | null {
  if (at >= text.length) return null
  const head = lexicon.heads[text.charCodeAt(at)]!
  if (head === 0) return null
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  const bucket = lexicon.buckets[head]!
  for (let index = 0; index < bucket.length; index++) {
    const entry = bucket[index]!
    if (entry.second === 0 || (entry.second === next && (entry.word.length === 2 || text.startsWith(entry.word, at))))
      return entry
  }
  return null
}

/** All words of the list in a text, left to right, longest first, not overlapping. */
export function scanWords<Tag>(lexicon: Lexicon<Tag>, text: string): Hit<Tag>[] {
  const hits: Hit<Tag>[] = []
  for (let at = 0; at < text.length; ) {
    const entry = matchAt(lexicon, text, at)
    if (entry) hits.push({ start: at, end: at + entry.word.length, word: entry.word, tag: entry.tag })
    at += entry ? entry.word.length : 1
  }
  return hits
}

/** True when a word of the list stands between `from` and `to`. */
export function hasWord<Tag>(lexicon: Lexicon<Tag>, text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const head = lexicon.heads[text.charCodeAt(at)]!
    if (head === 0) continue
    for (const { word } of lexicon.buckets[head]!) if (at + word.length <= to && text.startsWith(word, at)) return true
  }
  return false
}

/** Words by their last character, for looking whether a stretch ends in one. */
export interface Endings {
  tails: Uint16Array
  buckets: string[][]
}

/** Compiles blank-separated words to be looked for at the end. */
export function compileEndings(list: string): Endings {
  const endings: Endings = { tails: new Uint16Array(65536), buckets: [[]] }
  for (const word of wordsIn(list)) {
    const code = word.charCodeAt(word.length - 1)
    if (endings.tails[code] === 0) endings.tails[code] = endings.buckets.push([]) - 1
    endings.buckets[endings.tails[code]!]!.push(word)
  }
  return endings
}

/** Where the run of words of the list begins in which the stretch ends (净增至 is 净增 and 至), the leftmost; `to` for none. */
export function runOfEndings(endings: Endings, text: string, from: number, to: number): number {
  if (endingAt(endings, text, from, to) === 0) return to
  const reached = new Uint8Array(to - from + 1)
  reached[to - from] = 1
  let first = to
  for (let end = to; end > from; end--) {
    if (reached[end - from] === 0) continue
    for (const word of endings.buckets[endings.tails[text.charCodeAt(end - 1)]!]!) {
      const start = end - word.length
      if (start < from || !text.startsWith(word, start)) continue
      reached[start - from] = 1
      if (start < first) first = start
    }
  }
  return first
}

/** The length of a word of the list in which the stretch from `from` to `to` ends; 0 for none. The first in the list counts. */
export function endingAt({ tails, buckets }: Endings, text: string, from: number, to: number): number {
  if (to <= from) return 0
  const tail = tails[text.charCodeAt(to - 1)]!
  if (tail === 0) return 0
  for (const word of buckets[tail]!)
    if (to - word.length >= from && text.startsWith(word, to - word.length)) return word.length
  return 0
}
