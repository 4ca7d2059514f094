// The head of a Gantt chart: years above, months or quarters below, and where today is.

import { useWords } from '#web/language.ts'
import { endPlace, type Scale, type Zoom } from '#web/parts/gantt-scale.ts'

export const headHigh = 44

type Props = { scale: Scale; zoom: Zoom; today: string; left: number }

/** `left`: the width of the column that stays in place; the year in sight keeps to the right of it. */
export function TimeHead({ scale, zoom, today, left }: Props) {
  const { chart } = useWords().plans
  const now = endPlace(scale, today)
  return (
    <div className="gantt-head" style={{ width: scale.width, height: headHigh }}>
      {scale.years.map(({ key, number, x, width }) => (
        <div key={key} className="gantt-year" style={{ left: x, width }}>
          {width > 40 && <span style={{ left: left + 6 }}>{chart.year(number)}</span>}
        </div>
      ))}
      <svg className="gantt-svg" width={scale.width} height={headHigh} role="img" aria-label={chart.today(today)}>
        {scale.parts.map(({ key, number, x, width }) => (
          <g key={key}>
            <path className="gantt-head-line" d={`M${x} 21V${headHigh}`} />
            {width > 24 && (
              <text className="gantt-part" x={x + width / 2} y={37}>
                {chart.part[zoom](number)}
              </text>
            )}
          </g>
        ))}
        <path className="gantt-head-line" d={`M0 21H${scale.width}`} />
        <path className="gantt-now" d={`M${now - 5} ${headHigh - 8}h10l-5 8z`} />
      </svg>
    </div>
  )
}
