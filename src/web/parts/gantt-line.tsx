// One line of the Gantt chart: an entry with its target and flags, or one of its nodes.

import { memo } from 'react'
import type { GanttRow } from '#contract/plans.ts'
import type { Flag } from '#domain/plan.ts'
import { useWords } from '#web/language.ts'
import { FlagShape } from '#web/parts/flag-mark.tsx'
import { EntryBars, NodeBars } from '#web/parts/gantt-bars.tsx'
import type { Line } from '#web/parts/gantt-lines.ts'
import { nodeSaid, targetSaid } from '#web/parts/gantt-said.ts'
import type { Scale } from '#web/parts/gantt-scale.ts'

export type LineRoom = {
  scale: Scale
  today: string
  target: string | null
  nodeName: (key: string) => string
  /** What an entry is called; and whether any of those shown is planned: where nobody plans, that is not said of each. */
  entryName: string
  planned: boolean
  unitName: (id: string | null) => string
  onOpen: (entry: string) => void
  onPlan: (row: GanttRow) => void
}

type Props = { line: Line; place: number; current: boolean; room: LineRoom }

export const GanttLine = memo(function GanttLine({ line, place, current, room }: Props) {
  const { plans } = useWords()
  const { scale, today, target, nodeName } = room
  const shown = { scale, today, target, nodeName, height: line.height - 1 }
  const said = line.is === 'entry' ? targetSaid(line.row, plans) : nodeSaid(line.node, plans)
  return (
    <tr
      id={`gantt-${place}`}
      data-place={place}
      className={line.is === 'node' ? 'gantt-node' : 'gantt-entry'}
      aria-rowindex={place + 2}
      aria-selected={current}
      style={{ height: line.height }}
    >
      <th scope="row">
        {line.is === 'entry' ? <EntryHead line={line} room={room} /> : <NodeHead line={line} room={room} />}
      </th>
      <td>
        <span className="only-read-aloud">{said}</span>
        {line.is === 'entry' ? <EntryBars row={line.row} {...shown} /> : <NodeBars node={line.node} {...shown} />}
      </td>
    </tr>
  )
})

function EntryHead({ line: { row, open }, room }: { line: Extract<Line, { is: 'entry' }>; room: LineRoom }) {
  const { chart } = useWords().plans
  const words = useWords().plans
  const title = row.title ?? chart.untitled
  const approved = row.plan === 'approved' && !row.left
  const late = (row.gapWorkdays ?? 0) > 0
  return (
    <div className="gantt-title">
      <button
        type="button"
        className="gantt-twist not-printed"
        aria-expanded={open}
        aria-label={(open ? chart.close : chart.open)(title)}
        onClick={() => room.onOpen(row.entry)}
      >
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>
      </button>
      <div className="gantt-words">
        <div className="gantt-first-line">
          <button type="button" className="gantt-name" title={title} onClick={() => room.onPlan(row)}>
            {title}
          </button>
          <Flags row={row} />
        </div>
        <div className="gantt-second-line" title={targetSaid(row, words)}>
          <span className="soft">
            {[room.unitName(row.lead), row.stands, row.plan === 'draft' && chart.draft, chart.baselines(row.baselines)]
              .filter(Boolean)
              .join(' · ')}
          </span>
          <span className={`gantt-gap ${approved ? (late ? 'is-late' : 'is-kept') : ''}`}>
            {gapSaid(row, words, room.planned)}
          </span>
        </div>
      </div>
    </div>
  )
}

function gapSaid(row: GanttRow, { chart }: ReturnType<typeof useWords>['plans'], planned: boolean): string {
  if (row.left) return chart.left
  if (row.plan === 'none') return planned ? chart.noPlan : ''
  if (row.gapWorkdays === null || (row.atLeast && row.gapWorkdays <= 0)) return ''
  return chart.gap(row.gapWorkdays)
}

/** How many flags of each kind: red ones, and black ones whether done by now or not. */
function Flags({ row }: { row: GanttRow }) {
  const { plans } = useWords()
  const counts: [Flag, number][] = [
    ['in-time', row.inTime],
    ['late', row.late],
    ['overdue', row.overdue],
  ]
  return (
    <span className="gantt-flags">
      {counts.map(([flag, n]) => {
        const words = `${plans.flags[flag]} ${plans.flagMeanings[flag]} ${n}`
        return (
          n > 0 && (
            <span key={flag} className="gantt-flag" title={words}>
              <svg viewBox="0 0 13 14" width="13" height="14" role="img" aria-label={words}>
                <FlagShape flag={flag} />
              </svg>
              <span aria-hidden="true">{n}</span>
            </span>
          )
        )
      })}
    </span>
  )
}

function NodeHead({ line: { node }, room }: { line: Extract<Line, { is: 'node' }>; room: LineRoom }) {
  const { chart } = useWords().plans
  const { doneOn, forecastOn, plannedOn, passedOver, atLeast, critical } = node
  const day = doneOn ?? forecastOn
  const is = doneOn ? (passedOver ? chart.passedOver : chart.done) : atLeast ? chart.atLeast : chart.forecast
  return (
    <div className="gantt-node-head">
      <span className={critical ? 'gantt-node-name is-critical' : 'gantt-node-name'}>
        {room.nodeName(node.key)}
        {critical && <span className="gantt-critical-word">{chart.critical}</span>}
      </span>
      <span className="soft">
        {[plannedOn && `${chart.planned} ${plannedOn.slice(2)}`, day && `${is} ${passedOver ? '' : day.slice(2)}`]
          .filter(Boolean)
          .join('  ')}
      </span>
    </div>
  )
}
