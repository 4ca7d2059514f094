// The nodes of a plan as a table: the same as the graph says, in words, for the printer and for who does not see the graph.

import type { ShownPlan } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'
import { FlagMark } from '#web/parts/flag-mark.tsx'
import { Absent } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'

type Node = ShownPlan['nodes'][number]

export function PlanNodes({ plan }: { plan: ShownPlan }) {
  const { plans } = useWords()
  const { entry: say } = plans
  const name = (key: string) => plan.nodes.find((node) => node.key === key)?.name ?? key
  const some = {
    stands: new Set(plan.nodes.map(({ stands }) => stands)).size > 1, // along one ladder all nodes say the same
    review: plan.nodes.some(({ reviewable }) => reviewable),
    owed: plan.nodes.some(({ owed }) => owed.length > 0),
    flag: plan.nodes.some(({ flag }) => flag !== null),
  }
  const columns: Column<Node>[] = [
    { key: 'name', head: say.node, cell: (node) => <NodeName node={node} target={node.key === plan.target} /> },
    ...(some.stands
      ? [
          {
            key: 'stands',
            head: say.stands,
            cell: ({ stands }: Node) => stands ?? <NotStarted />,
            look: 'nowrap' as const,
          },
        ]
      : []),
    {
      key: 'takes',
      head: say.takes,
      look: 'nowrap',
      cell: ({ takes, calendar }) =>
        takes === null ? <span className="soft">{say.noDays}</span> : plans.counted[calendar](takes),
    },
    { key: 'planned', head: say.planned, look: 'nowrap', cell: ({ plannedOn }) => plannedOn ?? <Absent /> },
    ...(some.review ? [{ key: 'review', head: say.review, cell: (node: Node) => <Review node={node} /> }] : []),
    { key: 'actual', head: say.actual, cell: (node) => <Actual node={node} name={name} /> },
    {
      key: 'slack',
      head: say.slack,
      look: 'nowrap',
      cell: ({ slack, calendar }) => (slack === null ? <Absent /> : plans.counted[calendar](slack)),
    },
    ...(some.flag
      ? [{ key: 'flag', head: say.flag, cell: ({ flag }: Node) => (flag ? <FlagMark flag={flag} /> : <Absent />) }]
      : []),
    ...(some.owed ? [{ key: 'owed', head: say.owed, cell: (node: Node) => <Owed node={node} /> }] : []),
  ]
  return <PlainTable caption={say.table} columns={columns} rows={plan.nodes} rowKey={({ key }) => key} empty="" />
}

function NotStarted() {
  return <span className="soft">{useWords().plans.entry.notStarted}</span>
}

function NodeName({ node: { name, critical }, target }: { node: Node; target: boolean }) {
  const { entry: say } = useWords().plans
  return (
    <>
      {critical || target ? <strong>{name}</strong> : name}
      {target && <span className="plan-mark">{say.target}</span>}
      {critical && <span className="plan-mark is-critical">{say.critical}</span>}
    </>
  )
}

function Review({ node }: { node: Node }) {
  const { entry: say } = useWords().plans
  const { reviewable, reviewedOn, reviewForecastOn, reviewPlannedOn } = node
  if (!reviewable) return <Absent />
  if (reviewedOn) return say.reviewed(reviewedOn)
  if (node.doneOn) return <Absent />
  const words = [
    reviewPlannedOn && say.reviewBy(reviewPlannedOn),
    reviewForecastOn && say.reviewForecast(reviewForecastOn),
  ]
  return words.filter(Boolean).join('; ')
}

function Actual({ node, name }: { node: Node; name: (key: string) => string }) {
  const { entry: say, chart } = useWords().plans
  const { doneOn, passedOver, forecastOn, atLeast, waitsFor } = node
  if (doneOn) return passedOver ? chart.passedOver : say.done(doneOn)
  return (
    <>
      {forecastOn && say.forecast(forecastOn, atLeast)}
      {waitsFor.length > 0 && <div className="soft">{say.waits(waitsFor.map(name).join('、'))}</div>}
    </>
  )
}

function Owed({ node: { owed } }: { node: Node }) {
  const { entry: say } = useWords().plans
  if (owed.length === 0) return <Absent />
  return (
    <ul className="plan-owed">
      {owed.map(({ climb, kind, dueOn, late }) => (
        <li key={`${climb} ${kind}`} className={late ? 'plan-trouble' : ''}>
          {say.owedItem(kind, dueOn, late)}
        </li>
      ))}
    </ul>
  )
}
