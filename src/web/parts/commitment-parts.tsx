// The parts of a commitment, and the way to break it down further.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayBreakDown } from '#web/parts/act-rules.ts'
import { BreakDownForm } from '#web/parts/commitment-breakdown.tsx'
import { PostName, UnitName } from '#web/parts/names.tsx'
import { Percent } from '#web/parts/percent.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { lookingBack } from '#web/parts/supervise-cells.tsx'
import { plainMean } from '#web/parts/supervise-rollup.ts'
import { WhyLight } from '#web/parts/supervise-why.tsx'
import { showNumber } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>
type Child = Page['children'][number]

export function Parts({ page, asOf }: { page: Page; asOf: string | null }) {
  const { parts } = useWords().supervise
  const language = useLanguage()
  const [writing, setWriting] = useState(false)
  const may = mayBreakDown(page.commitment, useMe()) && asOf === null
  const mean = plainMean(page.children.map(({ commitment }) => commitment))
  const columns = usePartColumns(asOf)
  if (page.children.length === 0 && !may) return null
  return (
    <section className="section" aria-labelledby="parts-title">
      <h2 id="parts-title" className="section-head">
        {parts.title}
        {mean && <em className="computed">{parts.mean(showNumber(mean.percent, language))}</em>}
        {may && (
          <Button className="not-printed" onClick={() => setWriting(true)}>
            {parts.start}
          </Button>
        )}
      </h2>
      {page.children.length > 0 ? (
        <PlainTable
          caption={parts.title}
          columns={columns}
          rows={page.children}
          rowKey={(row) => row.commitment.id}
          empty={parts.none}
        />
      ) : (
        <p className="soft">{parts.none}</p>
      )}
      {writing && (
        <BreakDownForm whole={page.commitment} onDone={() => setWriting(false)} onClose={() => setWriting(false)} />
      )}
    </section>
  )
}

function usePartColumns(asOf: string | null): Column<Child>[] {
  const { nouns } = useWords()
  const { fields, stages } = nouns
  return [
    { key: 'number', head: fields.number, look: 'nowrap', cell: ({ commitment }) => commitment.number },
    {
      key: 'title',
      head: fields.title,
      cell: ({ commitment: { id, wording } }) => (
        <Link to="/commitments/$id" params={{ id }} search={lookingBack(asOf)}>
          {wording.title}
        </Link>
      ),
    },
    {
      key: 'light',
      head: fields.light,
      look: 'nowrap',
      cell: ({ lit, commitment: { percent, duty } }) => (
        <WhyLight lit={lit} percent={percent} startOn={duty.startOn} dueOn={duty.dueOn} />
      ),
    },
    {
      key: 'lead',
      head: fields.lead,
      look: 'nowrap',
      cell: ({ commitment }) => <UnitName id={commitment.duty.lead} />,
    },
    { key: 'post', head: fields.post, cell: ({ commitment }) => <PostName id={commitment.duty.post} /> },
    { key: 'dueOn', head: fields.dueOn, look: 'nowrap', cell: ({ commitment }) => commitment.duty.dueOn },
    {
      key: 'percent',
      head: fields.percent,
      look: 'nowrap',
      cell: ({ commitment }) => <Percent percent={commitment.percent} />,
    },
    { key: 'stage', head: fields.stage, look: 'nowrap', cell: ({ commitment }) => stages[commitment.stage] },
  ]
}
