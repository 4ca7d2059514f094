// What the bars, marks and flags of the Gantt chart mean.

import type { Flag } from '#domain/plan.ts'
import { useWords } from '#web/language.ts'
import { FlagMark } from '#web/parts/flag-mark.tsx'
import { useNarrow } from '#web/parts/supervise-size.ts'

const flags: readonly Flag[] = ['in-time', 'late', 'overdue', 'slipping']

export function GanttLegend() {
  const { chart } = useWords().plans
  const marks: [string, React.ReactNode][] = [
    [chart.legendDone, <rect key="done" className="gantt-done" y="3" width="26" height="9" />],
    [chart.legendAhead, <rect key="ahead" className="gantt-ahead" y="3" width="26" height="9" />],
    [chart.legendPlan, <rect key="plan" className="gantt-plan" y="5" width="26" height="5" />],
    [chart.legendDraft, <rect key="draft" className="gantt-plan is-draft" x="1" y="5" width="24" height="5" />],
    [chart.legendTarget, <path key="target" className="gantt-target" d="M13 1l6 6l-6 6l-6 -6z" />],
    [chart.legendCritical, <path key="critical" className="gantt-critical-tick" d="M13 2v11" />],
  ]
  const list = (
    <ul className="gantt-legend" aria-label={chart.legend}>
      {marks.map(([words, mark]) => (
        <li key={words}>
          <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
      {flags.map((flag) => (
        <li key={flag}>
          <FlagMark flag={flag} />
        </li>
      ))}
    </ul>
  )
  if (!useNarrow()) return list
  return (
    <details className="not-printed">
      <summary>{chart.legend}</summary>
      {list}
    </details>
  )
}
