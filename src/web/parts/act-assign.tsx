// Who answers, by when, with what proof: changing the duty (调整责任), and sending it out (交办), which settles it first.

import { Select } from 'antd'
import { useState } from 'react'
import type { Duty } from '#domain/commitment.ts'
import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { ActFormProps } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { DayField, PostSelect, UnitSelect, UnitsSelect } from '#web/parts/fields.tsx'
import { FormField } from '#web/parts/form-window.tsx'

type DutyFieldsProps = { duty: Duty; onChange: (change: Partial<Duty>) => void }

/** The fields of a duty; the break-down of a commitment uses them for each part too. */
export function DutyFields({ duty, onChange: set }: DutyFieldsProps) {
  const { nouns, shell } = useWords()
  return (
    <>
      <FormField label={nouns.fields.lead} needed>
        <UnitSelect value={duty.lead} onChange={(lead) => set({ lead, post: null })} />
      </FormField>
      <FormField label={nouns.fields.post}>
        <PostSelect value={duty.post} unit={duty.lead} onChange={(post) => set({ post })} disabled={!duty.lead} />
      </FormField>
      <FormField label={nouns.fields.supporting}>
        <UnitsSelect value={duty.supporting} onChange={(supporting) => set({ supporting })} />
      </FormField>
      <FormField label={nouns.fields.dueOn} needed>
        <DayField value={duty.dueOn} onChange={(dueOn) => set({ dueOn })} earliest={duty.startOn} />
      </FormField>
      <FormField label={nouns.fields.proof} hint={shell.act.addProof} needed>
        <Select mode="tags" value={duty.proof} onChange={(proof) => set({ proof })} open={false} suffixIcon={null} />
      </FormField>
    </>
  )
}

export function ActAssign({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const act = useAct('assignCommitment', { quiet: true })
  const { duty, change, setChange } = useDuty(commitment)
  const { id, version } = commitment
  return (
    <ActWindow
      title={shell.acts.assign}
      commitment={commitment}
      submit={shell.save}
      onSubmit={() => act.mutate({ id, version, duty: change }, { onSuccess: onDone })}
      onClose={onClose}
      busy={act.isPending}
      blocked={duty.proof.length === 0}
      error={act.error}
    >
      <DutyFields duty={duty} onChange={setChange} />
    </ActWindow>
  )
}

/** The duty is changed first when the form differs from it; then the commitment goes out at the version that answers. */
export function ActDispatch({ commitment, onDone, onClose }: ActFormProps) {
  const { shell } = useWords()
  const assign = useAct('assignCommitment', { quiet: true })
  const dispatch = useAct('dispatchCommitment', { quiet: true })
  const { duty, change, setChange } = useDuty(commitment)
  const { id, version } = commitment
  const send = (at: number) => dispatch.mutate({ id, version: at }, { onSuccess: onDone })
  const submit = () => {
    if (Object.keys(change).length === 0) return send(version)
    assign.mutate({ id, version, duty: change }, { onSuccess: (next) => send(next.version) })
  }
  return (
    <ActWindow
      title={shell.acts.dispatch}
      commitment={commitment}
      submit={shell.acts.dispatch}
      onSubmit={submit}
      onClose={onClose}
      busy={assign.isPending || dispatch.isPending}
      blocked={!duty.lead || !duty.dueOn || duty.proof.length === 0}
      error={assign.error ?? dispatch.error}
    >
      <p>{shell.act.dispatchAsk}</p>
      <DutyFields duty={duty} onChange={setChange} />
    </ActWindow>
  )
}

/**
 * The duty as the form shows it, and only what was touched in it: after 重新载入 somebody else's changes to the other
 * fields stay, and an untouched lead unit is not sent as a change of it.
 */
function useDuty({ duty: stored }: ActFormProps['commitment']) {
  const [touched, setTouched] = useState<Partial<Duty>>({})
  const change = Object.fromEntries(
    Object.entries(touched).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(stored[key as keyof Duty]),
    ),
  ) as Partial<Duty>
  return {
    duty: { ...stored, ...touched },
    change,
    setChange: (more: Partial<Duty>) => setTouched((before) => ({ ...before, ...more })),
  }
}
