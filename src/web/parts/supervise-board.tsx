// The board: one column per stage. A card moves when an act is done, chosen from its menu; there is no dragging past a gate.

import { Button } from 'antd'
import { useState } from 'react'
import type { Stage } from '#domain/commitment.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { type Chosen, useRowAct } from '#web/parts/supervise-acts.tsx'
import { at } from '#web/parts/supervise-address.ts'
import { Card } from '#web/parts/supervise-card.tsx'
import { type Look, narrowed, stages } from '#web/parts/supervise-look.ts'
import { showNumber } from '#web/words/amount.ts'

const step = 30
/** No more than one answer of the server holds; who wants to see more of a stage wants the table. */
const most = 500

export function Board({ look }: { look: Look }) {
  const { board } = useWords().supervise
  const counted = useQuestion(
    'countCommitments',
    { ...narrowed(look.filter, 'stage', undefined), ...at(look) },
    { keep: true },
  )
  const { choose, form } = useRowAct()
  const shown = look.filter.stage ?? stages
  return (
    <>
      <RefusalNotice error={counted.error} onRetry={() => void counted.refetch()} />
      <section className="board" aria-label={board.label}>
        {stages
          .filter((stage) => shown.includes(stage))
          .map((stage) => (
            <BoardColumn
              key={stage}
              stage={stage}
              look={look}
              total={counted.data && (counted.data.byStage[stage] ?? 0)}
              onAct={look.asOf ? null : choose}
            />
          ))}
      </section>
      {form}
    </>
  )
}

type ColumnProps = {
  stage: Stage
  look: Look
  total: number | undefined
  onAct: ((chosen: Chosen) => void) | null
}

/** Most pressing cards first, whatever the table is sorted by, unless the address says otherwise. */
function BoardColumn({ stage, look, total, onAct }: ColumnProps) {
  const {
    supervise: { board, table },
    nouns,
  } = useWords()
  const language = useLanguage()
  const [limit, setLimit] = useState(step)
  const { sort, descending } = look.sort === 'number' ? { sort: 'dueOn' as const, descending: false } : look
  const { data, error, refetch } = useQuestion(
    'listCommitments',
    { ...look.filter, stage: [stage], sort, descending, limit, ...at(look) },
    { enabled: total !== 0, keep: true },
  )
  const rows = total === 0 ? [] : (data?.rows ?? [])
  const left = (total ?? 0) - rows.length
  return (
    <section className={total === 0 ? 'board-column is-empty' : 'board-column'} aria-label={nouns.stages[stage]}>
      <h2>
        {nouns.stages[stage]}{' '}
        <span className="board-count">{total === undefined ? '…' : showNumber(total, language)}</span>
      </h2>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {total === 0 && <p className="soft board-none">{board.none}</p>}
      <ul className="board-cards">
        {rows.map((row) => (
          <li key={row.id}>
            <Card row={row} asOf={look.asOf} onAct={onAct} />
          </li>
        ))}
        {left > 0 && rows.length > 0 && limit < most && (
          <li>
            <Button block onClick={() => setLimit(Math.min(most, limit + step))}>
              {table.more(Math.min(step, left))}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}
