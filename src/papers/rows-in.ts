// A file brought in for a register, opened in a thread of its own: Excel by its bytes, everything else as CSV.

import { refuse } from '#base/refusal.ts'
import { binaryKind } from '#papers/kind.ts'
import type { LaidSheet, RowsErrand, RowsOutcome } from '#papers/rows-worker.ts'
import { inThread, type Limits, usualLimits } from '#papers/thread.ts'
import type { NotTextReason } from '#papers/unreadable.ts'

/** Refuses `not-text` with the reason. */
export async function openRows(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = usualLimits,
): Promise<LaidSheet[]> {
  const kind = binaryKind(bytes, fileName)
  if (kind === 'docx' || kind === 'pdf') return unreadable(fileName, 'no-table')
  const errand: RowsErrand = { kind: kind ?? 'csv', bytes, fileName }
  const outcome = await inThread<RowsOutcome>('./rows-worker.ts', errand, limits, () => {})
  if (typeof outcome === 'string') return unreadable(fileName, outcome)
  return 'reason' in outcome ? unreadable(fileName, outcome.reason) : outcome.sheets
}

function unreadable(fileName: string, reason: NotTextReason): never {
  return refuse('not-text', { fileName, reason })
}
