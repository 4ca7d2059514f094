// The head of the 督办单: which commitment, its light, stage, units, dates and progress, and what is wrong with it.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { Absent, PostName, UnitName, UnitNames } from '#web/parts/names.tsx'
import { Percent } from '#web/parts/percent.tsx'
import { forRouter } from '#web/parts/supervise-address.ts'
import { lookingBack } from '#web/parts/supervise-cells.tsx'
import { WhyLight } from '#web/parts/supervise-why.tsx'
import { showNumber, showTarget } from '#web/words/amount.ts'

type Props = { page: OutputOf<'getCommitment'>; asOf: string | null }

export function WayUp({ page: { parent }, asOf }: Props) {
  const { sheet } = useWords().supervise
  return (
    <nav className="way-up not-printed" aria-label={sheet.back}>
      <Link to="/commitments" search={forRouter(lookingBack(asOf))}>
        {sheet.back}
      </Link>
      {parent && (
        <>
          <span aria-hidden="true"> / </span>
          <Link to="/commitments/$id" params={{ id: parent.id }} search={lookingBack(asOf)}>
            {sheet.parent} {parent.number} {parent.wording.title}
          </Link>
        </>
      )}
    </nav>
  )
}

export function Facts({ page: { commitment, lit } }: Omit<Props, 'asOf'>) {
  const { nouns, supervise } = useWords()
  const { sheet, urges } = supervise
  const language = useLanguage()
  const { duty, wording, percent, stage, urged, closure } = commitment
  const target = showTarget(wording, language)
  return (
    <dl className="sheet-facts">
      <Fact name={nouns.fields.light}>
        <WhyLight lit={lit} percent={percent} startOn={duty.startOn} dueOn={duty.dueOn} />
      </Fact>
      <Fact name={nouns.fields.stage}>{nouns.stages[stage]}</Fact>
      <Fact name={nouns.fields.percent}>
        <Percent percent={percent} />
        {lit.pacePercent !== null && <span className="soft"> {sheet.pace(showNumber(lit.pacePercent, language))}</span>}
      </Fact>
      <Fact name={nouns.fields.dueOn}>
        {duty.dueOn ?? <Absent />}
        {lit.workdaysLeft !== null && closure === 'open' && (
          <span className="soft"> {sheet.daysLeftWorkdays(lit.workdaysLeft)}</span>
        )}
      </Fact>
      <Fact name={nouns.fields.lead}>
        <UnitName id={duty.lead} />
      </Fact>
      <Fact name={nouns.fields.supporting}>
        <UnitNames ids={duty.supporting} />
      </Fact>
      <Fact name={nouns.fields.post}>
        <PostName id={duty.post} />
      </Fact>
      <Fact name={nouns.fields.leader}>
        <PostName id={duty.leader} />
      </Fact>
      <Fact name={nouns.fields.startOn}>{duty.startOn}</Fact>
      <Fact name={nouns.fields.value}>{target || <Absent />}</Fact>
      <Fact name={nouns.fields.kind}>
        {nouns.kinds[wording.kind]}
        {wording.strength !== 'none' && <span className="soft"> {nouns.strengths[wording.strength]}</span>}
      </Fact>
      <Fact name={urges.title}>{urged.length > 0 ? urges.count(urged.length) : <Absent />}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sheet-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Why it stands where it stands, when somebody said no, and whether the sign-off still holds. */
export function Standing({ page: { commitment, sealed, children } }: Omit<Props, 'asOf'>) {
  const { sheet, seal } = useWords().supervise
  const { stage, declinedReason, reports, closed } = commitment
  const last = reports.at(-1)
  const open = children.filter((child) => child.commitment.closure === 'open').length
  return (
    <div className="standing">
      {stage === 'declined' && declinedReason && <p className="standing-no">{sheet.declined(declinedReason)}</p>}
      {stage === 'returned' && last?.remark && <p className="standing-no">{sheet.returned(last.remark)}</p>}
      {stage === 'cancelled' && closed?.reason && <p className="standing-no">{sheet.cancelled(closed.reason)}</p>}
      {stage === 'awaiting-closure' && open > 0 && <p className="standing-no">{sheet.childrenOpen(open)}</p>}
      {sealed === true && (
        <p className="standing-yes" title={seal.holdsHint}>
          <span aria-hidden="true">✓</span> {seal.holds}
        </p>
      )}
      {sealed === false && (
        <p className="standing-no" role="alert">
          <span aria-hidden="true">≠</span> {seal.differs} <span>{seal.differsHint}</span>
        </p>
      )}
    </div>
  )
}
