// The network of an entry as a graph: nodes with their days, what drives the target drawn heavy, what is owed marked. The table
// below it says the same.

import type { ShownPlan } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'
import { FlagShape } from '#web/parts/flag-mark.tsx'
import { arrowsOf, placesOf } from '#web/parts/network-layout.ts'
import './network-graph.css'

type Node = ShownPlan['nodes'][number]

const box = { width: 148, height: 62, across: 196, down: 84, edge: 12 }

export function NetworkGraph({ plan }: { plan: ShownPlan }) {
  const { entry } = useWords().plans
  const nodes = plan.nodes.map((node) => ({ ...node, on: node.doneOn ?? node.forecastOn }))
  const { places, columns, rows } = placesOf(nodes)
  const ladders = severalLadders(plan)
  const at = (key: string) => {
    const place = places.get(key)!
    return { x: box.edge + place.column * box.across, y: box.edge + place.row * box.down }
  }
  const byKey = new Map(plan.nodes.map((node) => [node.key, node]))
  const driving = ({ from, to }: { from: string; to: string }) =>
    byKey.get(from)!.critical && byKey.get(to)!.critical && byKey.get(to)!.waitsFor.includes(from)
  const width = box.edge * 2 + (columns - 1) * box.across + box.width
  const height = box.edge * 2 + (rows - 1) * box.down + box.height
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and who has no mouse must be able to scroll it.
    <section className="network-scroll" tabIndex={0} aria-label={entry.graph}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={entry.graph}>
        {arrowsOf(plan.nodes).map((arrow) => {
          const [from, to] = [at(arrow.from), at(arrow.to)]
          const [x, y, x2, y2] = [from.x + box.width, from.y + box.height / 2, to.x - 7, to.y + box.height / 2]
          return (
            <g
              key={`${arrow.from} ${arrow.to}`}
              className={driving(arrow) ? 'network-arrow is-critical' : 'network-arrow'}
            >
              <path d={`M${x} ${y}C${x + 28} ${y} ${x2 - 28} ${y2} ${x2} ${y2}`} />
              <path className="network-point" d={`M${x2} ${y2 - 4.5}l8 4.5l-8 4.5z`} />
            </g>
          )
        })}
        {plan.nodes.map((node) => (
          <NodeBox key={node.key} node={node} target={node.key === plan.target} ladders={ladders} {...at(node.key)} />
        ))}
      </svg>
    </section>
  )
}

/** On one ladder where a node stands is where the entry stands, which the strip of its rungs says. */
const severalLadders = ({ nodes }: ShownPlan): boolean => new Set(nodes.map(({ ladder }) => ladder)).size > 1

type BoxProps = { node: Node; target: boolean; ladders: boolean; x: number; y: number }

function NodeBox({ node, target, ladders, x, y }: BoxProps) {
  const { entry, chart } = useWords().plans
  const { doneOn, forecastOn, atLeast, passedOver, critical, flag, owed, name, stands, reviewedOn } = node
  const state = doneOn ? 'is-done' : reviewedOn ? 'is-reviewed' : ''
  const day = doneOn
    ? passedOver
      ? chart.passedOver
      : entry.done(doneOn)
    : forecastOn
      ? entry.forecast(forecastOn, atLeast)
      : ''
  const late = owed.some((one) => one.late)
  const says = [ladders && !doneOn && (stands ?? entry.notStarted), critical && chart.critical]
    .filter(Boolean)
    .join(' · ')
  return (
    <g
      transform={`translate(${x} ${y})`}
      className={['network-node', state, critical && 'is-critical', target && 'is-target'].filter(Boolean).join(' ')}
    >
      <rect width={box.width} height={box.height} rx="2" />
      {target && <rect className="network-target" x="3" y="3" width={box.width - 6} height={box.height - 6} rx="1" />}
      <text x="10" y="19" className="network-name">
        {name}
      </text>
      <text x="10" y="36" className="network-state">
        {says}
      </text>
      <text x="10" y={says ? 53 : 42} className="network-day">
        {day}
      </text>
      {flag && (
        <g transform={`translate(${box.width - 16} 5)`}>
          <FlagShape flag={flag} />
        </g>
      )}
      {owed.length > 0 && (
        <g
          transform={`translate(${box.width - 46} ${box.height - 9})`}
          className={late ? 'network-owed is-late' : 'network-owed'}
        >
          <rect width="54" height="17" rx="2" />
          <text x="27" y="13">
            {`${entry.owed} ${owed.length}${late ? '!' : ''}`}
          </text>
        </g>
      )}
    </g>
  )
}
