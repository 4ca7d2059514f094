// One entry of a register on one page: where it stands on its ladders and what comes next, its fields, the checks of other units,
// proofs, what leaders and officers say, what it is linked with, and its whole history. `?asOf=` shows it as it was.

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { EntryCrossings } from '#web/parts/entry-crossings.tsx'
import { EntryFields } from '#web/parts/entry-fields.tsx'
import { EntryFiles } from '#web/parts/entry-files.tsx'
import { EntryActs, EntryFacts, EntryNotices, EntryWayUp } from '#web/parts/entry-head.tsx'
import { EntryHistory } from '#web/parts/entry-history.tsx'
import { EntryLadders } from '#web/parts/entry-ladders.tsx'
import { EntryLinked } from '#web/parts/entry-linked.tsx'
import { EntryMatters } from '#web/parts/entry-matters.tsx'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { EntryPapers } from '#web/parts/entry-papers.tsx'
import { EntryPlan } from '#web/parts/entry-plan.tsx'
import { EntryRemarks } from '#web/parts/entry-remarks.tsx'
import { EntrySteps } from '#web/parts/entry-steps.tsx'
import { EntrySuggestions } from '#web/parts/entry-suggestions.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark, NoSuchPage } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { MomentBanner, MomentField } from '#web/parts/supervise-bar.tsx'
import '#web/parts/commitment.css'
import '#web/parts/evidence-list.css'
import '#web/parts/form-window.css'
import '#web/parts/ledger.css'
import '#web/parts/entry.css'

export function EntryPage() {
  const { code, id } = useParams({ from: '/frame/registers/$code/$id' })
  const { asOf = null } = useSearch({ from: '/frame/registers/$code/$id' })
  const navigate = useNavigate()
  const at = asOf === null ? {} : { asOf }
  const registers = useQuestion('listRegisters', at, { staleTime: 60_000 })
  const { data: page, error, refetch } = useQuestion('getEntry', { register: code, id, ...at })
  const show = ({ asOf: moment = null }: { asOf?: string | null }) => {
    const search = moment === null ? {} : { asOf: moment }
    void navigate({ to: '/registers/$code/$id', params: { code, id }, search })
  }
  const failed = error ?? registers.error
  if (failed) {
    return (
      <>
        <MomentBanner look={{ asOf }} onLook={show} />
        <RefusalNotice error={failed} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!page || !registers.data) return <LoadingMark />
  const register = registers.data.own.find(({ definition }) => definition.code === code)
  if (!register) return <NoSuchPage />
  return (
    <EntrySheet register={register} page={page} asOf={asOf}>
      <MomentField look={{ asOf }} onLook={show} />
      <MomentBanner look={{ asOf }} onLook={show} />
    </EntrySheet>
  )
}

type SheetProps = EntryPartProps & { children: [ReactNode, ReactNode] }

/** `children`: the field that chooses a moment, and the banner that says which. */
function EntrySheet({ children: [momentField, banner], ...props }: SheetProps) {
  const { record, shell } = useWords()
  const { register, page, asOf } = props
  const { definition } = register
  const title = (page.entry.values[definition.title] as string | undefined) ?? record.linked.untitled
  return (
    <article className="sheet entry">
      <EntryWayUp register={register} asOf={asOf} />
      <PageHeader title={title}>
        {asOf === null && <EntryActs register={register} page={page} />}
        {momentField}
        <Button onClick={() => window.print()}>{shell.print}</Button>
      </PageHeader>
      {banner}
      <EntryNotices {...props} />
      <EntryFacts {...props} />
      <EntryLadders {...props} />
      <div className="entry-columns">
        <div className="entry-beside">
          <EntryRemarks {...props} />
          <EntrySuggestions {...props} />
          <EntryMatters {...props} />
          <EntryPapers {...props} />
        </div>
        <div className="entry-main">
          <EntryFields {...props} />
          <EntryCrossings {...props} />
          <EntryFiles {...props} />
        </div>
        <div className="entry-beside">
          {definition.ladders.length > 0 && <EntrySteps {...props} />}
          <EntryLinked {...props} />
        </div>
      </div>
      <EntryPlan {...props} />
      <EntryHistory {...props} />
    </article>
  )
}
