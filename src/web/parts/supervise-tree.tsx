// The tree: commitments with their parts, opened as needed. Beside the progress that was reported for a whole stands the
// plain mean of its parts, marked as computed, so that the two can be compared and are never taken for one another.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { UnitName, UnitNames } from '#web/parts/names.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { Percent } from '#web/parts/percent.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { at } from '#web/parts/supervise-address.ts'
import { lookingBack } from '#web/parts/supervise-cells.tsx'
import { type Look, narrowed, narrowedBy } from '#web/parts/supervise-look.ts'
import { plainMean } from '#web/parts/supervise-rollup.ts'
import { useRows } from '#web/parts/supervise-rows.ts'
import { explained } from '#web/parts/supervise-table.tsx'
import { WhyLight } from '#web/parts/supervise-why.tsx'
import { showNumber } from '#web/words/amount.ts'

const step = 50

/** Which commitments are open: all but some, or none but some. */
type Opened = { all: boolean; except: ReadonlySet<string> }
type Branches = { isOpen: (id: string) => boolean; toggle: (id: string) => void; look: Look }

export function Tree({ look }: { look: Look }) {
  const { tree, table } = useWords().supervise
  const [shown, setShown] = useState(step)
  const [opened, setOpened] = useState<Opened>({ all: false, except: new Set() })
  const roots = { ...look, filter: narrowed(look.filter, 'parent', look.filter.parent ?? 'none') }
  const rows = useRows(roots, { first: 0, end: shown })
  const drawn = Array.from({ length: Math.min(shown, rows.total ?? 0) }, (_, place) => rows.rowAt(place))
  const branches: Branches = {
    look,
    isOpen: (id) => opened.all !== opened.except.has(id),
    toggle: (id) => setOpened({ all: opened.all, except: without(opened.except, id) }),
  }
  if (rows.error) return <RefusalNotice error={rows.error} onRetry={rows.again} />
  if (rows.total === null) return <LoadingMark />
  const left = rows.total - drawn.length
  return (
    <>
      <div className="bar not-printed">
        <Button onClick={() => setOpened({ all: true, except: new Set() })}>{tree.openAll}</Button>
        <Button onClick={() => setOpened({ all: false, except: new Set() })}>{tree.closeAll}</Button>
        {narrowedBy(look.filter) > 0 && <span className="soft">{tree.filtered}</span>}
      </div>
      <div className="plain-table-scroll">
        <table className="plain-table tree" aria-label={tree.caption} aria-busy={rows.behind}>
          <TreeHead />
          <tbody>{drawn.map((row) => row && <TreeRows key={row.id} row={row} level={1} branches={branches} />)}</tbody>
        </table>
        {rows.total === 0 && (
          <p className="empty-mark">{narrowedBy(look.filter) > 0 ? table.empty : table.emptyAtAll}</p>
        )}
      </div>
      <p className="soft tree-hint">{tree.meanHint}</p>
      {rows.total > 0 && (
        <p className="list-end soft">
          {table.shownOf(drawn.length, rows.total)}{' '}
          {left > 0 && (
            <Button className="not-printed" onClick={() => setShown(shown + step)}>
              {table.more(Math.min(step, left))}
            </Button>
          )}
        </p>
      )}
    </>
  )
}

function TreeHead() {
  const { columns, tree } = useWords().supervise
  return (
    <thead>
      <tr>
        <th scope="col">{columns.title}</th>
        <th scope="col">{columns.light}</th>
        <th scope="col">{columns.lead}</th>
        <th scope="col">{columns.supporting}</th>
        <th scope="col">{columns.dueOn}</th>
        <th scope="col">{tree.reported}</th>
        <th scope="col" title={tree.meanHint}>
          {tree.computed}
        </th>
        <th scope="col">{columns.stage}</th>
      </tr>
    </thead>
  )
}

/** A row and, when it is open, the rows of its parts. The parts of every row in sight are asked for: their mean is shown. */
function TreeRows({ row, level, branches }: { row: CommitmentRow; level: number; branches: Branches }) {
  const {
    nouns,
    supervise: { table },
  } = useWords()
  const parts = useParts(row, branches.look)
  const open = row.childCount > 0 && branches.isOpen(row.id)
  return (
    <>
      <tr className={row.closure === 'open' ? '' : 'is-ended'}>
        <th scope="row" style={{ paddingLeft: `${0.6 + (level - 1) * 1.4}rem` }}>
          <TreeTitle row={row} open={open} branches={branches} />
        </th>
        <td>
          <WhyLight {...explained(row)} />
        </td>
        <td className="nowrap">
          <UnitName id={row.duty.lead} />
        </td>
        <td>
          <UnitNames ids={row.duty.supporting} />
        </td>
        <td className="nowrap">{row.duty.dueOn}</td>
        <td>
          <Percent percent={row.percent} />
        </td>
        <td className="nowrap">{parts && <Mean parts={parts} />}</td>
        <td className="nowrap">{nouns.stages[row.stage]}</td>
      </tr>
      {open && parts?.map((part) => <TreeRows key={part.id} row={part} level={level + 1} branches={branches} />)}
      {open && !parts && (
        <tr>
          <td colSpan={8} className="soft" style={{ paddingLeft: `${0.6 + level * 1.4}rem` }}>
            {table.loadingRow}
          </td>
        </tr>
      )}
    </>
  )
}

function useParts(row: CommitmentRow, look: Look): CommitmentRow[] | undefined {
  const input = { parent: row.id, sort: 'number' as const, limit: 500, ...at(look) }
  return useQuestion('listCommitments', input, { enabled: row.childCount > 0, staleTime: 60_000 }).data?.rows
}

function TreeTitle({ row, open, branches }: { row: CommitmentRow; open: boolean; branches: Branches }) {
  const { tree } = useWords().supervise
  return (
    <span className="tree-title">
      {row.childCount > 0 ? (
        <button
          type="button"
          className="tree-twist"
          aria-expanded={open}
          aria-label={open ? tree.close(row.number) : tree.open(row.number)}
          onClick={() => branches.toggle(row.id)}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        </button>
      ) : (
        <span className="tree-twist" aria-hidden="true" />
      )}
      <span className="soft nowrap">{row.number}</span>
      <Link to="/commitments/$id" params={{ id: row.id }} search={lookingBack(branches.look.asOf)} preload={false}>
        {row.title}
      </Link>
    </span>
  )
}

export function Mean({ parts }: { parts: readonly Pick<CommitmentRow, 'percent' | 'closure'>[] }) {
  const { tree } = useWords().supervise
  const language = useLanguage()
  const mean = plainMean(parts)
  return mean && <em className="computed">{tree.mean(showNumber(mean.percent, language), mean.of)}</em>
}

function without(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
