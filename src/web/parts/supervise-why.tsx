// «为什么»: the rule that gave the light and the numbers it looked at, as a small sheet beside the light.

import { Popover } from 'antd'
import type { Lit } from '#domain/light.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { LightShape, meaningOf } from '#web/parts/light-badge.tsx'
import { inMain } from '#web/parts/supervise-size.ts'
import { showNumber } from '#web/words/amount.ts'

export type Explained = { lit: Lit; percent: number; startOn: string; dueOn: string | null }

/** The sheet itself. */
export function WhyCard({ lit, percent, startOn, dueOn }: Explained) {
  const { why } = useWords().supervise
  const language = useLanguage()
  const points = (n: number) => showNumber(Math.round(Math.abs(n) * 10) / 10, language)
  const gap = lit.gapPoints ?? 0
  return (
    <dl className="why-card">
      <dt>{why.rule}</dt>
      <dd>{why.rows[lit.row] ?? lit.row}</dd>
      {lit.pacePercent !== null && dueOn && (
        <>
          <dt>{why.pace}</dt>
          <dd>
            {points(lit.pacePercent)}% <span className="soft">{why.from(startOn, dueOn)}</span>
          </dd>
          <dt>{why.percent}</dt>
          <dd>{percent}%</dd>
          <dt>{why.gap}</dt>
          <dd>{gap > 0 ? why.behind(points(gap)) : gap < 0 ? why.ahead(points(gap)) : why.level}</dd>
        </>
      )}
      {lit.workdaysLeft !== null && lit.light !== 'grey' && (
        <>
          <dt>{why.left}</dt>
          <dd>{lit.workdaysLeft < 0 ? why.daysOver(-lit.workdaysLeft) : why.daysLeft(lit.workdaysLeft)}</dd>
        </>
      )}
    </dl>
  )
}

/** A light with its sheet behind a click, for pages with a few of them. */
export function WhyLight(explained: Explained) {
  const words = useWords()
  const { lit } = explained
  const said = `${words.nouns.lights[lit.light]} ${meaningOf(lit, words)}`
  return (
    <Popover
      title={words.supervise.why.title}
      content={<WhyCard {...explained} />}
      trigger="click"
      getPopupContainer={inMain}
    >
      <button type="button" className={`light light-${lit.light}`} aria-label={words.supervise.why.button(said)}>
        <LightShape light={lit.light} />
        {said}
      </button>
    </Popover>
  )
}

/** One sheet for a whole table: stands beside whichever light was pressed. */
export function WhySheet({
  shown,
  onClose,
}: {
  shown: { of: Explained; beside: DOMRect } | null
  onClose: () => void
}) {
  const { why } = useWords().supervise
  if (!shown) return null
  const { left, top, width, height } = shown.beside
  return (
    <Popover
      open
      title={why.title}
      content={<WhyCard {...shown.of} />}
      trigger="click"
      placement="rightTop"
      getPopupContainer={inMain}
      onOpenChange={(open) => !open && onClose()}
    >
      <span aria-hidden="true" style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }} />
    </Popover>
  )
}
