// The bars of one line: what is done and what is forecast above, the plan below it, flags where nodes were kept or missed,
// and the line of today. What is drawn is also said in words, for who does not see it.

import type { GanttRow, ShownNode } from '#contract/plans.ts'
import type { Flag } from '#domain/plan.ts'
import { useWords } from '#web/language.ts'
import { FlagShape } from '#web/parts/flag-mark.tsx'
import { barsOf } from '#web/parts/gantt-lines.ts'
import { clustersOf, endPlace, type Marked, placeOf, type Scale } from '#web/parts/gantt-scale.ts'

type Named = (node: string) => string
type Room = { scale: Scale; today: string; nodeName: Named; target: string | null }

export function Ground({ scale, today, height }: { scale: Scale; today: string; height: number }) {
  const lines = scale.parts.map(({ x }) => `M${x} 0V${height}`).join('')
  return (
    <>
      <path className="gantt-grid" d={lines} />
      <path className="gantt-today" d={`M${endPlace(scale, today)} 0V${height}`} />
    </>
  )
}

const doneTop = 17
const doneHigh = 9
const planTop = 31
const planHigh = 5

export function EntryBars({ row, height, ...room }: Room & { row: GanttRow; height: number }) {
  const { scale, today } = room
  const { plans } = useWords()
  const { plan, done, ahead, dates } = barsOf(row, today)
  const bar = (span: { from: string; to: string }) => {
    const x = placeOf(scale, span.from)
    return { x, width: Math.max(2, endPlace(scale, span.to) - x) }
  }
  return (
    <svg className="gantt-svg" width={scale.width} height={height} aria-hidden="true">
      <Ground scale={scale} today={today} height={height} />
      {dates && <rect className="gantt-dates" {...bar(dates)} y={doneTop} height={doneHigh} />}
      {done && <rect className="gantt-done" {...bar(done)} y={doneTop} height={doneHigh} />}
      {ahead && <rect className="gantt-ahead" {...bar(ahead)} y={doneTop} height={doneHigh} />}
      {plan && (
        <rect
          className={row.plan === 'draft' ? 'gantt-plan is-draft' : 'gantt-plan'}
          {...bar(plan)}
          y={planTop}
          height={planHigh}
        />
      )}
      {row.nodes.map((node) => (
        <NodeTicks key={node.key} node={node} {...room} />
      ))}
      {clustersOf(flagsOf(row, room), 18).map(({ x, kind, names }) => (
        <g key={`${x} ${kind}`} transform={`translate(${x} 2)`}>
          <title>{`${plans.flags[kind]} ${plans.flagMeanings[kind]}: ${names.join('、')}`}</title>
          <FlagShape flag={kind} count={names.length} />
        </g>
      ))}
    </svg>
  )
}

/** Where a node was done on the bar of what is done, where it is planned on the plan; the target is a diamond. */
function NodeTicks({ node, scale, today, nodeName, target }: Room & { node: ShownNode }) {
  const { plans } = useWords()
  const { plannedOn, firstOn, doneOn, forecastOn, passedOver, critical } = node
  const say = (words: string, day: string) => `${nodeName(node.key)} ${words} ${day}`
  const isTarget = node.key === target
  // Nobody knows when: today as the earliest day says nothing.
  const told = forecastOn !== null && (forecastOn > today || !node.atLeast)
  return (
    <>
      {plannedOn && (
        <g>
          <title>{say(plans.chart.planned, plannedOn)}</title>
          {isTarget ? (
            <Diamond x={endPlace(scale, plannedOn)} y={planTop + 2.5} className="gantt-target" />
          ) : (
            <path className="gantt-plan-tick" d={`M${endPlace(scale, plannedOn)} ${planTop - 2}v${planHigh + 4}`} />
          )}
        </g>
      )}
      {isTarget && firstOn && firstOn !== plannedOn && (
        <g>
          <title>{say(plans.chart.first, firstOn)}</title>
          <Diamond x={endPlace(scale, firstOn)} y={planTop + 2.5} className="gantt-first" />
        </g>
      )}
      {doneOn && !passedOver && (
        <g>
          <title>{say(plans.chart.done, doneOn)}</title>
          <path className="gantt-done-tick" d={`M${endPlace(scale, doneOn)} ${doneTop}v${doneHigh}`} />
        </g>
      )}
      {told && (isTarget || critical) && (
        <g>
          <title>{say(plans.chart.forecast, forecastOn)}</title>
          {isTarget ? (
            <Diamond x={endPlace(scale, forecastOn)} y={doneTop + doneHigh / 2} className="gantt-forecast" />
          ) : (
            <path className="gantt-critical-tick" d={`M${endPlace(scale, forecastOn)} ${doneTop}v${doneHigh}`} />
          )}
        </g>
      )}
    </>
  )
}

function Diamond({ x, y, className }: { x: number; y: number; className: string }) {
  return <path className={className} d={`M${x} ${y - 6}l6 6l-6 6l-6 -6z`} />
}

/** A flag stands where its node was done; while it is not, where it was planned or is forecast. */
function flagsOf({ nodes }: Pick<GanttRow, 'nodes'>, { scale, nodeName }: Room): Marked<Flag>[] {
  return nodes.flatMap((node): Marked<Flag>[] => {
    const { flag, doneOn, plannedOn, forecastOn } = node
    const on = flag === 'slipping' ? forecastOn : flag === 'overdue' ? plannedOn : doneOn
    return flag && on ? [{ x: endPlace(scale, on), kind: flag, name: nodeName(node.key) }] : []
  })
}

/** One node on a line of its own. */
export function NodeBars({ node, height, ...room }: Room & { node: ShownNode; height: number }) {
  const { scale, today } = room
  const { plannedOn, doneOn, startsOn, forecastOn, passedOver, flag } = node
  const from = startsOn !== null && forecastOn !== null && startsOn <= forecastOn ? startsOn : null
  const x = from === null ? 0 : placeOf(scale, from)
  const late = plannedOn !== null && (doneOn ?? forecastOn ?? '') > plannedOn ? (doneOn ?? forecastOn) : null
  const flagOn = doneOn ?? (flag === 'overdue' ? plannedOn : forecastOn)
  return (
    <svg className="gantt-svg" width={scale.width} height={height} aria-hidden="true">
      <Ground scale={scale} today={today} height={height} />
      {from && (
        <rect
          className={node.critical ? 'gantt-ahead is-critical' : 'gantt-ahead'}
          {...{ x, y: 6, height: 8, width: Math.max(2, endPlace(scale, forecastOn!) - x) }}
        />
      )}
      {late && plannedOn && (
        <path className="gantt-lag" d={`M${endPlace(scale, plannedOn)} 20H${endPlace(scale, late)}`} />
      )}
      {plannedOn && <path className="gantt-plan-tick is-tall" d={`M${endPlace(scale, plannedOn)} 15v9`} />}
      {doneOn && (
        <circle className={passedOver ? 'gantt-passed' : 'gantt-point'} cx={endPlace(scale, doneOn)} cy={10} r={4.5} />
      )}
      {flag && flagOn && (
        <g transform={`translate(${endPlace(scale, flagOn) + 6} 3)`}>
          <FlagShape flag={flag} />
        </g>
      )}
    </svg>
  )
}
