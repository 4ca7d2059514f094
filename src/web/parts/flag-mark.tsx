// Flags of the wall chart, told by their shape as well as by their colour: 红旗 a pennant (done in time), 黑旗 a swallow-tailed
// flag (late; with a slash while it is not done), and a hollow pennant for what is reckoned to be late.

import type { Flag } from '#domain/plan.ts'
import { useWords } from '#web/language.ts'
import './flag-mark.css'

const cloths: Record<Flag, string> = {
  'in-time': 'M2 1 L11 4.5 L2 8 Z',
  late: 'M2 1 H11 L8.5 4.5 L11 8 H2 Z',
  overdue: 'M2 1 H11 L8.5 4.5 L11 8 H2 Z',
  slipping: 'M2.6 1.6 L10 4.5 L2.6 7.4 Z',
}

/** Inside an SVG, its pole standing at 0 0; 12 wide, 14 high. `count`: how many nodes it stands for. */
export function FlagShape({ flag, count = 1 }: { flag: Flag; count?: number }) {
  return (
    <g className={`flag-shape flag-${flag}`}>
      <path className="flag-pole" d="M1.4 0 V14" />
      <path className="flag-cloth" d={cloths[flag]} />
      {flag === 'overdue' && <path className="flag-slash" d="M3.5 7 L7.5 2" />}
      {count > 1 && (
        <text x="12" y="8" className="flag-count">
          {count}
        </text>
      )}
    </g>
  )
}

/** With its words. `short`: only which flag, for where the meaning stands beside it. */
export function FlagMark({ flag, short = false }: { flag: Flag; short?: boolean }) {
  const { plans } = useWords()
  return (
    <span className="flag-mark">
      <svg viewBox="0 0 13 14" width="13" height="14" aria-hidden="true">
        <FlagShape flag={flag} />
      </svg>
      {plans.flags[flag]}
      {!short && <span className="soft"> {plans.flagMeanings[flag]}</span>}
    </span>
  )
}
