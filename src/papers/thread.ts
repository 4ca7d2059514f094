// Work done in a thread of its own, with a limit on time and memory, so that no file can hold up or end the server. A thread
// tells on its way how far it has come and hands over its outcome last.

import { Worker } from 'node:worker_threads'

export type Limits = { milliseconds: number; megabytes: number }
export const usualLimits: Limits = { milliseconds: 60_000, megabytes: 768 }

/** Hears how much is done, 0 to 1. */
export type OnProgress = (fraction: number) => void

/** What a thread tells on its way. */
export type Told = { fraction: number }
/** The thread did not come to an end: its time or its memory was used up, or it broke off. */
export type Failure = 'takes-too-long' | 'too-much-inside' | 'damaged'

/**
 * Starts the file `name` beside this one as a thread with `errand` as its workerData and waits for the first message that
 * is not a `Told`. Throws what the thread throws; when it did not come to an end, the answer is the reason.
 */
export function inThread<Outcome extends object>(
  name: string,
  errand: unknown,
  limits: Limits,
  onProgress: OnProgress,
): Promise<Outcome | Failure> {
  return inTurn(() => started<Outcome>(name, errand, limits, onProgress))
}

function started<Outcome extends object>(
  name: string,
  errand: unknown,
  { milliseconds, megabytes }: Limits,
  onProgress: OnProgress,
): Promise<Outcome | Failure> {
  const worker = new Worker(new URL(name, import.meta.url), {
    workerData: errand,
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<Outcome | Failure>()
  const timer = setTimeout(() => resolve('takes-too-long'), milliseconds)
  worker.on('message', (message: Outcome | Told) => {
    if ('fraction' in message) onProgress(message.fraction)
    else resolve(message)
  })
  worker.once('error', (error: Error & { code?: string }) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('too-much-inside')
    else reject(error)
  })
  worker.once('exit', () => resolve('damaged'))
  return promise.finally(() => {
    clearTimeout(timer)
    void worker.terminate()
  })
}

/** Two threads work at a time; the next ones wait, so that memory stays bounded. */
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
