// A file of any kind that is read here, as text with the way back into the original. Plain text is decoded at once; the
// other kinds are read in a thread of their own (thread.ts).

import { refuse } from '#base/refusal.ts'
import type { Place } from '#domain/place.ts'
import { binaryKind, type PaperKind, textKind } from '#papers/kind.ts'
import type { Errand, Outcome } from '#papers/paper-worker.ts'
import { decodeText } from '#papers/text.ts'
import { inThread, type Limits, type OnProgress, usualLimits } from '#papers/thread.ts'
import type { NotTextReason } from '#papers/unreadable.ts'
import type { PaperTable } from '#papers/writing.ts'

/**
 * `places` and `tables` count in `text` (UTF-16 units); both are empty for plain text, where `text` is the file as it is.
 * `margins` is what stands in headers, footers and watermarks: no part of the text, but a secrecy mark may stand there.
 * `encoding` is that of the text or web page, and the kind itself for the others.
 */
export type Paper = {
  kind: PaperKind
  text: string
  encoding: string
  places: Place[]
  tables: PaperTable[]
  margins: string[]
  /** Pages of which nothing was read, for they are pictures; absent when there is none. */
  picturePages?: number[]
}

/**
 * Refuses `not-text` with a `NotTextReason`, `empty-text` when nothing but blanks is there. `onProgress` hears of the way,
 * 0 to 1, where a file has pages to count.
 */
export async function openPaper(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = usualLimits,
  onProgress: OnProgress = () => {},
): Promise<Paper> {
  const kind = binaryKind(bytes, fileName)
  if (kind) return fromThread({ kind, bytes, text: '' }, kind, fileName, limits, onProgress)
  const { text, encoding } = decodeText(bytes, fileName)
  const marked = textKind(text, fileName)
  if (marked === 'xml') refuse('not-text', { fileName, reason: 'xml' satisfies NotTextReason })
  if (marked === 'html') {
    return fromThread({ kind: 'html', bytes: new Uint8Array(), text }, encoding, fileName, limits, onProgress)
  }
  return { kind: 'text', text, encoding, places: [], tables: [], margins: [] }
}

async function fromThread(
  errand: Errand,
  encoding: string,
  fileName: string,
  limits: Limits,
  onProgress: OnProgress,
): Promise<Paper> {
  const outcome = await inThread<Outcome>('./paper-worker.ts', errand, limits, onProgress)
  if (typeof outcome === 'string') return refuse('not-text', { fileName, reason: outcome satisfies NotTextReason })
  if ('reason' in outcome) return refuse('not-text', { fileName, reason: outcome.reason })
  if (outcome.written.text.trim() === '') refuse('empty-text', { fileName })
  return { kind: errand.kind, encoding, ...outcome.written }
}
