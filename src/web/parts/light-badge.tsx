// A light with its shape, its colour word and its meaning, so that it reads in black and white and to the colour-blind;
// pressed, it says why: the rule and the numbers it looked at.

import { Popover } from 'antd'
import type { Light, LightRule, Lit } from '#domain/light.ts'
import { useDirectory } from '#web/hooks.ts'
import { type AllWords, useLanguage, useWords } from '#web/language.ts'
import { showNumber } from '#web/words/amount.ts'
import './light-badge.css'

const shapes: Record<Light, string> = {
  red: 'M5 0a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  yellow: 'M5 .3 10 9.5H0z',
  blue: 'M5 0 10 5 5 10 0 5z',
  green: 'M.5 .5h9v9h-9z',
  grey: 'M0 4h10v2H0z',
}

export function LightShape({ light }: { light: Light }) {
  return (
    <svg viewBox="0 0 10 10" aria-hidden="true">
      <path fill="currentColor" d={shapes[light]} />
    </svg>
  )
}

/** Only shape and colour word, for a legend or a filter. */
export function LightName({ light }: { light: Light }) {
  const { nouns } = useWords()
  return (
    <span className={`light light-${light}`}>
      <LightShape light={light} />
      {nouns.lights[light]}
    </span>
  )
}

/** The light of one commitment, with its "why" behind it. */
export function LightBadge({ lit }: { lit: Lit }) {
  const words = useWords()
  return (
    <Popover
      title={words.shell.light.why}
      content={<WhyLit lit={lit} />}
      trigger={['hover', 'focus', 'click']}
      placement="bottomLeft"
      mouseEnterDelay={0.3}
    >
      <button type="button" className={`light light-${lit.light}`} onClick={(event) => event.stopPropagation()}>
        <LightShape light={lit.light} />
        {words.nouns.lights[lit.light]} {meaningOf(lit, words)}
      </button>
    </Popover>
  )
}

/** The numbers that were looked at, and the rule's published basis. */
export function WhyLit({ lit }: { lit: Lit }) {
  const words = useWords()
  const language = useLanguage()
  const basis = useLightRule()?.rows.find(({ id }) => id === lit.row)?.basis
  const lines = whyLit(lit, words, (n) => showNumber(Math.round(n * 10) / 10, language))
  return (
    <div className="why-lit">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      {basis && (
        <div className="soft">
          {words.shell.light.basis}: {basis}
        </div>
      )}
    </div>
  )
}

const presets = import.meta.glob<LightRule>('../../../presets/lights/*.json', { import: 'default', eager: true })

/** The rule table that the zone's lights go by; undefined when it is not one of the shipped ones. */
export function useLightRule(): LightRule | undefined {
  const directory = useDirectory()
  return Object.values(presets).find(({ id }) => id === directory?.zone.lightRule)
}

/** One word for what the light means here: 逾期, 滞后, 临期 … */
export function meaningOf(lit: Lit, { shell: { light: say } }: AllWords): string {
  switch (lit.light) {
    case 'red':
      return (lit.workdaysLeft ?? 0) < 0 || lit.row === 'overdue' ? say.overdue : say.farBehind
    case 'yellow':
      return say.behind
    case 'blue':
      return say.nearDue
    case 'green':
      return say.onPace
    case 'grey':
      return lit.row === 'no-due-date' ? say.noDue : say.closed
  }
}

function whyLit(lit: Lit, { shell: { light: say } }: AllWords, show: (n: number) => string): string[] {
  if (lit.light === 'grey') return [lit.row === 'no-due-date' ? say.noDueWhy : say.closedWhy]
  const lines: string[] = []
  if (lit.workdaysLeft !== null) lines.push(daysWords(lit.workdaysLeft, lit.row === 'overdue', say))
  if (lit.pacePercent !== null) {
    const gap = lit.gapPoints ?? 0
    lines.push(gap > 0 ? say.pace(show(lit.pacePercent), show(gap)) : say.ahead(show(lit.pacePercent)))
  }
  return lines
}

/** Overdue by a weekend only is no working day late, but late. */
function daysWords(left: number, late: boolean, say: AllWords['shell']['light']): string {
  return late ? say.overdueDays(Math.max(0, -left)) : say.daysLeft(left)
}
