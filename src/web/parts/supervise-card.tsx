// A commitment as a card: on the board, and in the list that stands for the table on a phone.

import { Link } from '@tanstack/react-router'
import type { CommitmentRow } from '#contract/overview.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { UnitName } from '#web/parts/names.tsx'
import { Percent } from '#web/parts/percent.tsx'
import { type Chosen, RowActs } from '#web/parts/supervise-acts.tsx'
import { lookingBack } from '#web/parts/supervise-cells.tsx'
import { explained } from '#web/parts/supervise-table.tsx'
import { WhyLight } from '#web/parts/supervise-why.tsx'
import { showTarget } from '#web/words/amount.ts'

type Props = {
  row: CommitmentRow
  asOf: string | null
  /** Null where nothing can be done: when looking back. */
  onAct: ((chosen: Chosen) => void) | null
  /** The board has a column per stage, so its cards need not say it. */
  withStage?: boolean
}

export function Card({ row, asOf, onAct, withStage = false }: Props) {
  const {
    supervise: { board, table, sheet },
    nouns,
  } = useWords()
  const target = showTarget(row, useLanguage())
  const { dueOn, lead } = row.duty
  const { workdaysLeft } = row.lit
  return (
    <article className="card" aria-label={`${row.number} ${row.title}`}>
      <div className="card-line">
        <span className="soft">{row.number}</span>
        <WhyLight {...explained(row)} />
      </div>
      <h3 className="card-title">
        <Link to="/commitments/$id" params={{ id: row.id }} search={lookingBack(asOf)} preload={false}>
          {row.title}
        </Link>
      </h3>
      <div className="card-line">
        <span>{lead ? <UnitName id={lead} /> : <span className="soft">{board.leadNone}</span>}</span>
        {target && <span>{target}</span>}
      </div>
      <div className="card-line">
        <span className="nowrap">{dueOn ?? <span className="soft">{board.dueNone}</span>}</span>
        {workdaysLeft !== null && row.closure === 'open' && (
          <span className="soft nowrap">{sheet.daysLeftWorkdays(workdaysLeft)}</span>
        )}
      </div>
      <div className="card-line">
        <Percent percent={row.percent} />
        {withStage && <span className="stage-word">{nouns.stages[row.stage]}</span>}
        {row.childCount > 0 && <span className="soft nowrap">{table.children(row.childCount)}</span>}
        {onAct && <RowActs row={row} onAct={onAct} />}
      </div>
    </article>
  )
}
