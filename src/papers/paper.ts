// A file of any kind that is read here, as text with the way back into the original. Plain text is decoded at once; the
// other kinds are read in a thread of their own, with a limit on time and memory, so that no file can hold up or end the
// server.

import { Worker } from 'node:worker_threads'
import { refuse } from '#base/refusal.ts'
import type { Place } from '#domain/place.ts'
import { binaryKind, type PaperKind, textKind } from '#papers/kind.ts'
import type { Errand, Outcome, Told } from '#papers/paper-worker.ts'
import { decodeText } from '#papers/text.ts'
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
}

export type Limits = { milliseconds: number; megabytes: number }
const usual: Limits = { milliseconds: 60_000, megabytes: 768 }

export type OnProgress = (fraction: number) => void

/**
 * Refuses `not-text` with a `NotTextReason`, `empty-text` when nothing but blanks is there. `onProgress` hears of the way,
 * 0 to 1, where a file has pages to count.
 */
export async function openPaper(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = usual,
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
  const outcome = await inTurn(() => outcomeInThread(errand, limits, onProgress))
  if ('reason' in outcome) refuse('not-text', { fileName, reason: outcome.reason })
  if (outcome.written.text.trim() === '') refuse('empty-text', { fileName })
  return { kind: errand.kind, encoding, ...outcome.written }
}

function outcomeInThread(
  errand: Errand,
  { milliseconds, megabytes }: Limits,
  onProgress: OnProgress,
): Promise<Outcome> {
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), {
    workerData: errand,
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => resolve({ reason: 'takes-too-long' }), milliseconds)
  worker.on('message', (message: Outcome | Told) => {
    if ('fraction' in message) onProgress(message.fraction)
    else resolve(message)
  })
  worker.once('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ reason: 'too-much-inside' })
    else reject(error)
  })
  worker.once('exit', () => resolve({ reason: 'damaged' }))
  return promise.finally(() => {
    clearTimeout(timer)
    void worker.terminate()
  })
}

/** Two files are read at a time; the next ones wait, so that memory stays bounded. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
