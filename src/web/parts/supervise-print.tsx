// Printing the 督办 page: the table is drawn whole for the printer, with a head that says whose list it is and of when.

import { useEffect, useState } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { useRefusalMessage } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { Look } from '#web/parts/supervise-look.ts'
import { useAllRows } from '#web/parts/supervise-rows.ts'
import { showMoment } from '#web/words/amount.ts'

type Printing = { printed: CommitmentRow[] | null; share: number | null; print: () => void }

/** `share`: how much is fetched, 0 to 1, while getting ready. Board and tree print as they stand. */
export function usePrinting(look: Look): Printing {
  const [printed, setPrinted] = useState<CommitmentRow[] | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const all = useAllRows(look)
  const refused = useRefusalMessage()
  useEffect(() => {
    if (!printed) return
    const done = () => setPrinted(null)
    window.addEventListener('afterprint', done)
    // Two frames: the rows are laid out before the printer looks.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
    return () => window.removeEventListener('afterprint', done)
  }, [printed])
  const fetchAndPrint = async () => {
    setShare(0)
    try {
      setPrinted(await all(setShare))
    } catch (error) {
      refused(error)
    } finally {
      setShare(null)
    }
  }
  return { printed, share, print: look.view === 'table' ? () => void fetchAndPrint() : () => window.print() }
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
