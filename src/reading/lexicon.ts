// Word lists made searchable: a table by first character, longest word first, so that a text is scanned once in one pass.

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

/** A compiled word list: `heads[code]` is the number of the bucket of words that begin with that character, 0 for none. */
export interface Lexicon<Tag> {
  heads: Uint16Array
  buckets: Entry<Tag>[][]
}

/** Compiles words given per tag, several in one string separated by blanks. A later tag wins over an earlier one. */
export function compileLexicon<Tag extends string>(words: Record<Tag, string>): Lexicon<Tag> {
  const tagOf = new Map<string, Tag>()
  for (const tag of Object.keys(words) as Tag[]) for (const word of wordsIn(words[tag])) tagOf.set(word, tag)
  const lexicon: Lexicon<Tag> = { heads: new Uint16Array(65536), buckets: [[]] }
  for (const [word, tag] of tagOf) bucketFor(lexicon, word.charCodeAt(0)).push({ word, tag })
  for (const bucket of lexicon.buckets) bucket.sort((a, b) => b.word.length - a.word.length)
  return lexicon
}

/** The words of a blank-separated list. */
export function wordsIn(list: string): string[] {
  return list.split(/\s/).filter((word) => word !== '')
}

function bucketFor<Tag>(lexicon: Lexicon<Tag>, code: number): Entry<Tag>[] {
  if (lexicon.heads[code] === 0) lexicon.heads[code] = lexicon.buckets.push([]) - 1
  return lexicon.buckets[lexicon.heads[code]!]!
}

/** The longest word of the list that begins at `at`, or null. */
export function matchAt<Tag>(lexicon: Lexicon<Tag>, text: string, at: number): Entry<Tag> | null {
  const head = lexicon.heads[text.charCodeAt(at)]
  if (!head) return null
  for (const entry of lexicon.buckets[head]!) if (text.startsWith(entry.word, at)) return entry
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
