// Printing the 督办 page: the table is drawn whole for the printer, with a head that says whose list it is and of when.

import type { CommitmentRow } from '#contract/overview.ts'
import { useWords } from '#web/language.ts'
import { type Printing, usePrinting } from '#web/parts/printing.ts'
import type { Look } from '#web/parts/supervise-look.ts'
import { useAllRows } from '#web/parts/supervise-rows.ts'
import { showMoment } from '#web/words/amount.ts'

/** `ready`: from 0 to 1. Board and tree print as they stand. */
export function useLedgerPrinting(look: Look): Printing<CommitmentRow[]> {
  const printing = usePrinting(useAllRows(look))
  return look.view === 'table' ? printing : { ...printing, print: () => window.print() }
}

/** Only on paper. */
export function PrintHead({ zone, look, total }: { zone: string; look: Look; total: number | null }) {
  const { page, table, tree, board } = useWords().supervise
  const captions = { table: table.caption, tree: tree.caption, board: board.label }
  const now = showMoment(new Date().toISOString())
  return (
    <div className="print-head">
      <h1>
        {zone} {captions[look.view]}
      </h1>
      <p>
        {total !== null && page.printedAt(now, total)} {look.asOf && page.printedAsOf(showMoment(look.asOf))}
      </p>
    </div>
  )
}
