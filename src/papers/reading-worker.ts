// The thread in which a long text is read.

import { parentPort, workerData } from 'node:worker_threads'
import { readPaper } from '#papers/task-rows.ts'
import type { Told } from '#papers/thread.ts'
import type { PaperTable } from '#papers/writing.ts'
import type { Statement } from '#reading/statement.ts'

/** What the thread is started with. */
export type ReadingErrand = { text: string; tables: PaperTable[]; date: string | null; statementsAtMost: number }
/** The statements, or only how many there are when they are too many to be handed over. */
export type Outcome = { statements: Statement[] } | { count: number }

const onProgress = (fraction: number) => parentPort?.postMessage({ fraction } satisfies Told)

function outcomeOf({ text, tables, date, statementsAtMost }: ReadingErrand): Outcome {
  const statements = readPaper({ text, tables }, { date, onProgress })
  return statements.length > statementsAtMost ? { count: statements.length } : { statements }
}

parentPort?.postMessage(outcomeOf(workerData as ReadingErrand))
