// What was reported, latest first: how far, in what words, with which evidence, and what the office said to it.

import type { OutputOf } from '#contract/contract.ts'
import type { Report } from '#domain/commitment.ts'
import { useDirectory } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { EvidenceList } from '#web/parts/evidence-list.tsx'
import { Percent } from '#web/parts/percent.tsx'
import { showQuantity } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>

export function Reports({ page }: { page: Page }) {
  const { reports: say } = useWords().supervise
  const { reports } = page.commitment
  return (
    <section className="section" aria-labelledby="reports-title">
      <h2 id="reports-title">{say.title}</h2>
      {reports.length === 0 && <p className="soft">{say.none}</p>}
      <ol className="log">
        {reports.toReversed().map((report) => (
          <ReportEntry key={report.id} report={report} page={page} />
        ))}
      </ol>
    </section>
  )
}

const marks: Record<Report['state'], string> = { awaiting: '○', accepted: '✓', returned: '↩' }

function ReportEntry({ report, page }: { report: Report; page: Page }) {
  const { nouns, supervise } = useWords()
  const { reports: say } = supervise
  const language = useLanguage()
  const directory = useDirectory()
  const { on, percent, value, text, evidence, by, unit, state, remark, seal } = report
  const pieces = page.evidence.filter((piece) => evidence.includes(piece.id))
  const quantity = showQuantity(value, page.commitment.wording.unit, language)
  const name = (id: string) => directory?.person(id)?.name ?? ''
  return (
    <li className={`log-entry report-${state}`}>
      <div className="log-head">
        <strong>{on}</strong>
        <Percent percent={percent} />
        {quantity && <span>{say.value(quantity)}</span>}
        <span className="stage-word">
          <span aria-hidden="true">{marks[state]}</span> {nouns.reportStates[state]}
        </span>
        <span className="soft">{say.by(name(by), directory?.unit(unit)?.shortName ?? '')}</span>
      </div>
      <p className="log-text">{text}</p>
      {pieces.length > 0 ? <EvidenceList pieces={pieces} /> : <p className="soft">{say.noEvidence}</p>}
      {remark && <p className="log-remark">{say.remark(remark)}</p>}
      {seal && <p className="soft">{say.signedOff(name(seal.by), seal.on)}</p>}
    </li>
  )
}
