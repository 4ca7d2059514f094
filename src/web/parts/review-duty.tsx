// The duty row: who answers for it and by when, chosen while adopting. Nothing here is ever required.

import type { Proposal } from '#domain/proposal.ts'
import { useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { DayField, PostSelect, UnitSelect, UnitsSelect } from '#web/parts/fields.tsx'
import { useAdvice } from '#web/parts/review-alike.tsx'
import type { DutyDraft } from '#web/parts/review-duty-draft.ts'
import { closing } from '#web/parts/review-edit.tsx'
import { ReviewLead, ReviewSupporting } from '#web/parts/review-lead.tsx'

type Props = { proposal: Proposal; duty: DutyDraft; onChange: (duty: DutyDraft) => void }

export function ReviewDuty({ proposal, duty, onChange }: Props) {
  const { review } = useWords()
  const directory = useDirectory()
  const { leads = [], supporting = [] } = useAdvice(proposal) ?? {}
  // A unit is named once: as the lead it helps no more.
  const setLead = (lead: string | null) =>
    onChange({ ...duty, lead, post: null, supporting: duty.supporting.filter((unit) => unit !== lead) })
  const setSupporting = (units: string[]) =>
    onChange({ ...duty, supporting: units.filter((unit) => unit !== duty.lead) })
  // A post chosen first brings its unit along.
  const setPost = (post: string | null) => {
    const lead = directory?.post(post)?.unit ?? duty.lead
    onChange({ ...duty, post, lead, supporting: duty.supporting.filter((unit) => unit !== lead) })
  }
  return (
    <fieldset className="review-duty" onKeyDown={closing(() => (document.activeElement as HTMLElement).blur())}>
      <legend className="soft">{review.duty}</legend>
      <div className="review-field">
        <label htmlFor="review-lead">{review.lead}</label>
        <UnitSelect id="review-lead" value={duty.lead} onChange={setLead} />
      </div>
      <div className="review-field">
        <label htmlFor="review-supporting">{review.supporting}</label>
        <UnitsSelect id="review-supporting" value={duty.supporting} onChange={setSupporting} />
      </div>
      <div className="review-field">
        <label htmlFor="review-post">{review.post}</label>
        <PostSelect id="review-post" value={duty.post} onChange={setPost} unit={duty.lead} />
      </div>
      <div className="review-field">
        <label htmlFor="review-due">{review.dueOn}</label>
        <DayField id="review-due" value={duty.dueOn} onChange={(dueOn) => onChange({ ...duty, dueOn })} />
      </div>
      <ReviewLead leads={leads.filter(({ unit }) => unit !== duty.lead)} onLead={setLead} />
      <ReviewSupporting
        supporting={supporting.filter(({ unit }) => unit !== duty.lead && !duty.supporting.includes(unit))}
        onAdd={(unit) => setSupporting([...duty.supporting, unit])}
      />
    </fieldset>
  )
}
