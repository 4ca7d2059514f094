// Times between two nodes over what is shown: the middle one, the fastest, how many kept what was aimed at.

import { Link } from '@tanstack/react-router'
import type { InputOf } from '#contract/contract.ts'
import type { SpanFigure } from '#contract/plans.ts'
import type { Register } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { showNumber } from '#web/words/amount.ts'

type Props = {
  register: Register
  network: string
  narrow: Pick<InputOf<'showSpans'>, 'filter' | 'where' | 'text' | 'asOf'>
}

export function SpanFigures({ register, network, narrow }: Props) {
  const { plans } = useWords()
  const { code } = register.definition
  const { data } = useQuestion('showSpans', { register: code, network, limit: 2, ...narrow }, { keep: true })
  const shown = (data ?? []).filter(({ measured, running }) => measured + running > 0)
  if (shown.length === 0) return null
  return (
    <dl className="span-figures" aria-label={plans.spans.title}>
      {shown.map((figure) => (
        <div key={figure.key} className="span-figure">
          <dt>
            {figure.name}
            {figure.atMost !== null && (
              <span className="soft"> {plans.spans.aim(plans.counted[figure.calendar](figure.atMost))}</span>
            )}
          </dt>
          <dd>
            <Figure figure={figure} code={code} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Figure({ figure, code }: { figure: SpanFigure; code: string }) {
  const { spans, counted } = useWords().plans
  const language = useLanguage()
  const { calendar, medianDays, fastest, measured, aimed, kept, running, runningLate, next } = figure
  const [best] = fastest
  return (
    <>
      <span className="span-main">
        {medianDays === null ? (
          <span className="soft">{spans.none}</span>
        ) : (
          <>
            {spans.median} <strong>{counted[calendar](medianDays)}</strong>
          </>
        )}
        {best && (
          <span>
            {spans.fastest} {counted[calendar](best.days!)}{' '}
            <Link className="underlined" to="/registers/$code/$id" params={{ code, id: best.entry }} search={{}}>
              {best.title}
            </Link>
          </span>
        )}
      </span>
      <span className="soft span-more">
        {[
          spans.measured(measured),
          aimed > 0 &&
            `${spans.kept(kept, aimed)}${spans.share(showNumber(Math.round((kept / aimed) * 1000) / 10, language))}`,
          running > 0 && spans.running(running, runningLate),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {next
        .filter(({ dueOn }) => dueOn !== null)
        .map(({ entry, title, dueOn, late }) => (
          <span key={entry} className="span-next">
            <Link className="underlined" to="/registers/$code/$id" params={{ code, id: entry }} search={{}}>
              {title}
            </Link>{' '}
            {spans.dueOn(dueOn!)}
            {late && <strong className="span-late"> {spans.late}</strong>}
          </span>
        ))}
    </>
  )
}
