// What a rung's rule set says of the entry: the verdict, and opened, condition by condition what fails, by how much, and which
// facts are missing. It is shown beside the ladder and binds nobody.

import type { OutputOf } from '#contract/contract.ts'
import type { Ladder, Rung } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { marks } from '#web/parts/rule-tree.tsx'
import './assess.css'

type Asked = { register: string; id: string; asOf: string | null }
type Assessed = OutputOf<'assessEntry'>

/** Nothing where no rung of the ladder names a rule set. */
export function EntryAssess({ ladder, ...asked }: Asked & { ladder: Ladder }) {
  const rungs = ladder.rungs.filter(({ ruleSet, retired }) => ruleSet !== null && !retired)
  return rungs.map((rung) => <RungAssessed key={rung.key} rung={rung} {...asked} />)
}

const verdictMarks = { eligible: 'yes', 'not-eligible': 'no', unknown: 'unknown' } as const

function RungAssessed({ rung, register, id, asOf }: Asked & { rung: Rung }) {
  const { assess, rules: say, shell } = useWords()
  const asked = { register, id, ruleSet: rung.ruleSet!, ...(asOf !== null && { asOf }) }
  const { data } = useQuestion('assessEntry', asked)
  if (!data) return null
  const mark = verdictMarks[data.outcome]
  const short = data.oneShort[0]
  return (
    <details className="assess-rung">
      <summary>
        {assess.atRung(rung.name)} · {data.set.title}{' '}
        <b className={`rule-mark is-${mark}`}>
          {marks[mark]} {say.verdicts[data.outcome]}
        </b>
        {short && ` · ${say.oneShort}：${short.title}`}
      </summary>
      <p className="soft">
        {assess.basis(data.set.basis.title, data.set.basis.docNo)} ·{' '}
        {assess.validity(data.set.validFrom, data.set.validTo)}
      </p>
      {data.missing.length > 0 && <p>{say.missing(data.missing.join(shell.listMark))}</p>}
      <ul className="assess-findings">
        {data.findings.map((finding) => (
          <FindingLine key={finding.code} finding={finding} />
        ))}
      </ul>
    </details>
  )
}

function FindingLine({ finding }: { finding: Assessed['findings'][number] }) {
  const { rules: say, shell } = useWords()
  const mark = finding.outcome === null ? 'unknown' : finding.outcome ? 'yes' : 'no'
  return (
    <li>
      <span className={`rule-mark is-${mark}`}>
        {marks[mark]}
        <span className="only-read-aloud">{say.marks[mark]}</span>
      </span>{' '}
      {finding.title}
      {finding.value !== null && finding.threshold !== null && (
        <span className="soft">
          {' '}
          {say.found} {finding.value}，{say.asked} {finding.threshold}
        </span>
      )}
      {finding.outcome === false && finding.gap !== null && <span className="is-gap"> {say.gap(finding.gap)}</span>}
      {finding.missing.length > 0 && (
        <span className="is-missing"> {say.missing(finding.missing.join(shell.listMark))}</span>
      )}
      {finding.basisMissing && <span className="is-missing"> {say.noBasis}</span>}
    </li>
  )
}
