// How a plan stands: approved or not, its target against the forecast, what cannot be kept; times measured; earlier versions.

import type { ShownPlan } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'
import { PersonName } from '#web/parts/names.tsx'

export function PlanState({ plan }: { plan: ShownPlan }) {
  const { entry: say, chart } = useWords().plans
  const { targetOn, forecastOn, gapWorkdays, atLeast, approved, nodes, target, left, outOfOrder } = plan
  const end = nodes.find(({ key }) => key === target)
  const name = (key: string) => nodes.find((node) => node.key === key)?.name ?? key
  const baseline = plan.plan?.baselines.at(-1)
  const state = approved
    ? say.approved(plan.plan!.baselines.length, baseline!.approved.on)
    : plan.plan
      ? say.draft
      : say.none
  return (
    <>
      <p className="entry-plan-state">
        {left && <strong>{chart.left} </strong>}
        {state} {approved && plan.plan?.draft && <strong>{say.draftBeside}</strong>}
      </p>
      <dl className="entry-plan-target">
        <div>
          <dt>{say.target}</dt>
          <dd>{end?.name}</dd>
        </div>
        <div>
          <dt>{say.targetPlan}</dt>
          <dd>{targetOn ?? '—'}</dd>
        </div>
        <div>
          <dt>{end?.doneOn ? chart.done : say.targetForecast}</dt>
          <dd>
            {end?.doneOn ?? (forecastOn && (atLeast ? `${chart.atLeast} ${forecastOn}` : forecastOn)) ?? '—'}
            {gapWorkdays !== null && (!atLeast || gapWorkdays > 0) && (
              <span className={gapWorkdays > 0 ? 'plan-gap is-late' : 'plan-gap'}>{chart.gap(gapWorkdays)}</span>
            )}
          </dd>
        </div>
      </dl>
      {plan.neededStartOn && !end?.doneOn && targetOn && (
        <p className={plan.neededStartOn < plan.today ? 'plan-trouble' : 'soft'}>
          {(plan.neededStartOn < plan.today ? say.tooLate : say.mustStart)(plan.neededStartOn)}
        </p>
      )}
      {outOfOrder.length > 0 && <p className="plan-trouble">{say.outOfOrder(outOfOrder.map(name).join('、'))}</p>}
      {atLeast && <p className="soft">{say.unknownDays}</p>}
    </>
  )
}

export function PlanSpans({ plan }: { plan: ShownPlan }) {
  const { spans: say, counted } = useWords().plans
  const shown = plan.spans.filter(({ days, dueOn }) => days !== null || dueOn !== null)
  if (shown.length === 0) return null
  return (
    <dl className="entry-plan-target">
      {shown.map(({ key, name, days, calendar, atMost, dueOn, late, basis }) => (
        <div key={key} title={basis}>
          <dt>{name}</dt>
          <dd>
            {days === null ? dueOn && say.dueOn(dueOn) : counted[calendar](days)}
            {late && <span className="plan-gap is-late">{say.late}</span>}
            {atMost !== null && <span className="soft"> {say.aim(counted[calendar](atMost))}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function PlanVersions({ plan }: { plan: ShownPlan }) {
  const { entry: say } = useWords().plans
  const baselines = plan.plan?.baselines ?? []
  if (baselines.length === 0) return null
  const nodeOn = (version: (typeof baselines)[number], key: string) =>
    version.nodes.find(({ node }) => node === key)?.on
  return (
    <details className="plan-versions">
      <summary>{say.versions(baselines.length)}</summary>
      <div className="plain-table-scroll">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say.node}</th>
              {baselines.map((one, i) => (
                <th key={`${one.approved.on} ${one.on}`} scope="col">
                  {say.version(i + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.nodes.map(({ key, name }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {baselines.map((one, i) => {
                  const on = nodeOn(one, key)
                  const before = i > 0 ? nodeOn(baselines[i - 1]!, key) : on
                  return (
                    <td
                      key={`${one.approved.on} ${one.on}`}
                      className={on && before && on > before ? 'plan-later' : ''}
                    >
                      {on ?? '—'}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ol>
        {baselines.map((one) => (
          <li key={`${one.approved.on} ${one.on}`}>
            <PersonName id={one.by} /> {one.on} → <PersonName id={one.approved.by} /> {one.approved.on}
            {one.reason && <span> {say.reason(one.reason)}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
