// 督办单: everything about one commitment on one page: what was said, who answers for it, how far it has come, what
// happened, and what can be done now. With `?asOf=` in the address it shows the page as it was, and nothing can be done.

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#contract/contract.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { PageActs } from '#web/parts/commitment-acts.tsx'
import { Alike } from '#web/parts/commitment-alike.tsx'
import { EvidenceOnFile } from '#web/parts/commitment-evidence.tsx'
import { Facts, Standing, WayUp } from '#web/parts/commitment-head.tsx'
import { History } from '#web/parts/commitment-history.tsx'
import { Parts } from '#web/parts/commitment-parts.tsx'
import { Reports } from '#web/parts/commitment-reports.tsx'
import { Extensions, Urges } from '#web/parts/commitment-requests.tsx'
import { Sources } from '#web/parts/commitment-sources.tsx'
import { Strip } from '#web/parts/commitment-strip.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { at } from '#web/parts/supervise-address.ts'
import { MomentBanner, MomentField } from '#web/parts/supervise-bar.tsx'
import { lookOf } from '#web/parts/supervise-look.ts'
import '#web/parts/ledger.css'
import '#web/parts/supervise.css'
import '#web/parts/commitment.css'

export function CommitmentPage() {
  const { id } = useParams({ from: '/frame/commitments/$id' })
  const look = lookOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { data: page, error, refetch } = useQuestion('getCommitment', { id, ...at(look) })
  const show = ({ asOf = null }: { asOf?: string | null }) =>
    void navigate({ to: '/commitments/$id', params: { id }, search: asOf === null ? {} : ({ asOf } as object) })
  if (!page) {
    return error ? (
      <>
        <MomentBanner look={look} onLook={show} />
        <RefusalNotice error={error} onRetry={() => void refetch()} />
      </>
    ) : (
      <LoadingMark />
    )
  }
  return (
    <Sheet page={page} asOf={look.asOf}>
      <MomentField look={look} onLook={show} />
      <MomentBanner look={look} onLook={show} />
    </Sheet>
  )
}

type SheetProps = { page: OutputOf<'getCommitment'>; asOf: string | null; children: [React.ReactNode, React.ReactNode] }

/** `children`: the field that chooses a moment, and the banner that says which. */
function Sheet({ page, asOf, children: [momentField, banner] }: SheetProps) {
  const { shell, supervise } = useWords()
  const { today, zoneName } = useMe()
  const { commitment } = page
  return (
    <article className="sheet">
      <p className="print-head">{supervise.sheet.printTitle(zoneName)}</p>
      <WayUp page={page} asOf={asOf} />
      <PageHeader title={`${commitment.number} ${commitment.wording.title}`}>
        {asOf === null && <PageActs page={page} />}
        {momentField}
        <Button onClick={() => window.print()}>{shell.print}</Button>
      </PageHeader>
      {banner}
      <Standing page={page} />
      <Facts page={page} />
      <Strip page={page} today={asOf === null ? today : asOf.slice(0, 10)} />
      <div className="sheet-columns">
        <div className="sheet-left">
          <Sources page={page} asOf={asOf} />
          <Alike page={page} asOf={asOf} />
        </div>
        <div className="sheet-right">
          <Parts page={page} asOf={asOf} />
          <Reports page={page} />
          <EvidenceOnFile page={page} />
          <Extensions page={page} />
          <Urges page={page} />
          <History page={page} />
        </div>
      </div>
    </article>
  )
}
