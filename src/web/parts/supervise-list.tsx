// The list of cards that stands for the table on a phone.

import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/language.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { useRowAct } from '#web/parts/supervise-acts.tsx'
import { Card } from '#web/parts/supervise-card.tsx'
import { type Look, narrowedBy } from '#web/parts/supervise-look.ts'
import { useRows } from '#web/parts/supervise-rows.ts'

const step = 40

export function CardList({ look }: { look: Look }) {
  const { table } = useWords().supervise
  const [shown, setShown] = useState(step)
  const rows = useRows(look, { first: 0, end: shown })
  const drawn = Array.from({ length: Math.min(shown, rows.total ?? 0) }, (_, place) => rows.rowAt(place))
  const { choose, form } = useRowAct()
  if (rows.error) return <RefusalNotice error={rows.error} onRetry={rows.again} />
  if (rows.total === null) return <LoadingMark />
  const left = rows.total - drawn.length
  return (
    <section aria-label={table.cards} aria-busy={rows.behind}>
      {rows.total === 0 && <p className="empty-mark">{narrowedBy(look.filter) > 0 ? table.empty : table.emptyAtAll}</p>}
      <h2 className="only-read-aloud">{table.cards}</h2>
      <div className="card-list">
        {drawn.map(
          (row) => row && <Card key={row.id} row={row} asOf={look.asOf} onAct={look.asOf ? null : choose} withStage />,
        )}
      </div>
      {rows.total > 0 && (
        <p className="list-end soft">
          {table.shownOf(drawn.length, rows.total)}{' '}
          {left > 0 && <Button onClick={() => setShown(shown + step)}>{table.more(Math.min(step, left))}</Button>}
        </p>
      )}
      {form}
    </section>
  )
}
