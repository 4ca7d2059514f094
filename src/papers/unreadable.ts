// Why a file gives no text. One list for every kind of file; the doors have a sentence for each (contract/words.ts).

/** The reason in a refusal `not-text`. */
export const notTextReasons = [
  'old-office',
  'presentation',
  'ofd',
  'rtf',
  'xml',
  'archive',
  'image',
  'program',
  'nul-characters',
  'control-characters',
  'unknown-encoding',
  'scanned-pdf',
  'letterless-pdf',
  'encrypted',
  'damaged',
  'too-much-inside',
  'takes-too-long',
  'too-many-columns',
  'too-many-rows',
  'no-table',
  'no-rows',
] as const
export type NotTextReason = (typeof notTextReasons)[number]

/** What a reader may unpack and write, so that a small file cannot fill the memory. */
export const limits = {
  unpackedBytes: 256 * 1024 * 1024,
  zipEntries: 20_000,
  characters: 10_000_000,
  cells: 500_000,
  pages: 3_000,
  depth: 400,
} as const

/** Thrown inside a reader of files; `openPaper` turns it into the refusal. */
export class Unreadable extends Error {
  readonly reason: NotTextReason
  constructor(reason: NotTextReason) {
    super(`not readable as text: ${reason}`)
    this.reason = reason
  }
}
