// Reading a paper without holding up the server: a short text is read at once, a long one in a thread of its own (thread.ts).

import { refuse } from '#base/refusal.ts'
import type { Paper } from '#papers/paper.ts'
import type { Outcome, ReadingErrand } from '#papers/reading-worker.ts'
import { readPaper } from '#papers/task-rows.ts'
import { inThread, type Limits, type OnProgress, usualLimits } from '#papers/thread.ts'
import type { NotTextReason } from '#papers/unreadable.ts'
import type { Statement } from '#reading/statement.ts'

/** Read in some hundredths of a second, less than a thread takes to start. */
const shortCharacters = 20_000

export type ReadingOptions = {
  fileName: string
  date: string | null
  /** With more statements than this the paper is refused as `too-many-statements`. */
  statementsAtMost: number
  /** Hears how much of a long text is read, 0 to 1, some fifty times; a short one is read before anybody could look. */
  onProgress?: OnProgress
  limits?: Limits
}

/**
 * What `readPaper` reads in a paper. Refuses `too-many-statements`, and `not-text` with its reason when the limit on time or
 * memory is reached.
 */
export async function readApart(
  { text, tables }: Pick<Paper, 'text' | 'tables'>,
  { fileName, date, statementsAtMost, onProgress = () => {}, limits = usualLimits }: ReadingOptions,
): Promise<Statement[]> {
  const short = text.length <= shortCharacters
  const errand: ReadingErrand = { text, tables, date, statementsAtMost }
  const outcome = short
    ? { statements: readPaper({ text, tables }, { date }) }
    : await inThread<Outcome>('./reading-worker.ts', errand, limits, onProgress)
  if (typeof outcome === 'string') return refuse('not-text', { fileName, reason: outcome satisfies NotTextReason })
  const count = 'statements' in outcome ? outcome.statements.length : outcome.count
  if ('count' in outcome || count > statementsAtMost)
    return refuse('too-many-statements', { statements: count, limit: statementsAtMost })
  return outcome.statements
}
