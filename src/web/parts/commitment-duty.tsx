// Changing who answers for a commitment, by when and with what proof, and correcting its words. What would break a rule
// is said beside the field before it is sent; the server decides again.

import { App, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Duty } from '#domain/commitment.ts'
import { useAct, useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { subjectOf } from '#web/parts/act-subject.ts'
import { ActWindow } from '#web/parts/act-window.tsx'
import { DayField, PostSelect, UnitSelect, UnitsSelect } from '#web/parts/fields.tsx'
import { FormField } from '#web/parts/form-window.tsx'
import { postWithHolder } from '#web/parts/supervise-room.ts'

type Props = { page: OutputOf<'getCommitment'>; onDone: () => void; onClose: () => void }

export function DutyForm({ page, onDone, onClose }: Props) {
  const { shell } = useWords()
  const { message } = App.useApp()
  const { commitment } = page
  const act = useAct('assignCommitment', { quiet: true })
  // Only what was edited here: after a reload the rest is as somebody else has left it.
  const [edits, setEdits] = useState<Partial<Duty>>({})
  const [edited, setTitle] = useState<string | null>(null)
  const duty = { ...commitment.duty, ...edits }
  const title = edited ?? commitment.wording.title
  const said = useDutyTroubles(page, duty)
  const { id, version } = commitment
  const wording = title.trim() === commitment.wording.title ? {} : { title: title.trim() }
  const change = changed(commitment.duty, duty)
  const done = () => {
    void message.success(shell.didAct(shell.acts.assign, commitment.number))
    onDone()
  }
  return (
    <ActWindow
      title={shell.acts.assign}
      commitment={subjectOf(commitment)}
      submit={shell.save}
      onSubmit={() => act.mutate({ id, version, duty: change, wording }, { onSuccess: done })}
      onClose={onClose}
      busy={act.isPending}
      blocked={Object.values(said).some(Boolean) || title.trim() === '' || isEmpty({ ...change, ...wording })}
      error={act.error}
    >
      <Fields
        page={page}
        duty={duty}
        set={(more) => setEdits({ ...edits, ...more })}
        title={title}
        setTitle={setTitle}
        said={said}
      />
    </ActWindow>
  )
}

type Troubles = { due: string | null; start: string | null; proof: string | null }
type FieldsProps = {
  page: OutputOf<'getCommitment'>
  duty: Duty
  set: (change: Partial<Duty>) => void
  title: string
  setTitle: (title: string) => void
  said: Troubles
}

function Fields({ page, duty, set, title, setTitle, said }: FieldsProps) {
  const { nouns, supervise } = useWords()
  const leadOpen = page.commitment.stage === 'draft' || page.commitment.stage === 'declined'
  return (
    <>
      <FormField label={supervise.duty.wording} needed>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
      </FormField>
      <FormField label={nouns.fields.lead} needed hint={leadOpen ? undefined : supervise.duty.leadFixed}>
        <UnitSelect value={duty.lead} disabled={!leadOpen} onChange={(lead) => set({ lead, post: null })} />
      </FormField>
      <FormField label={nouns.fields.post}>
        <PostSelect value={duty.post} unit={duty.lead} disabled={!duty.lead} onChange={(post) => set({ post })} />
      </FormField>
      <FormField label={nouns.fields.supporting}>
        <UnitsSelect value={duty.supporting} onChange={(supporting) => set({ supporting })} />
      </FormField>
      <FormField label={nouns.fields.leader}>
        <LeaderSelect value={duty.leader} onChange={(leader) => set({ leader })} />
      </FormField>
      <FormField label={nouns.fields.startOn} needed hint={<Trouble says={said.start} />}>
        <DayField value={duty.startOn} onChange={(startOn) => startOn && set({ startOn })} />
      </FormField>
      <FormField label={nouns.fields.dueOn} hint={<Trouble says={said.due} />}>
        <DayField value={duty.dueOn} onChange={(dueOn) => set({ dueOn })} />
      </FormField>
      <FormField
        label={nouns.fields.proof}
        needed
        hint={said.proof ? <Trouble says={said.proof} /> : supervise.duty.proofHint}
      >
        <Select mode="tags" value={duty.proof} open={false} suffixIcon={null} onChange={(proof) => set({ proof })} />
      </FormField>
    </>
  )
}

function Trouble({ says }: { says: string | null }) {
  return says && <strong className="field-trouble">{says}</strong>
}

/** Posts that lead the zone. Duty sits on the post, so the leader in charge is one too. */
function LeaderSelect({ value, onChange }: { value: string | null; onChange: (post: string | null) => void }) {
  const { shell } = useWords()
  const directory = useDirectory()
  const options = useMemo(() => {
    const posts = directory?.posts.filter((post) => post.roles.includes('leader') || post.id === value) ?? []
    return posts.map(({ id }) => ({ value: id, label: postWithHolder(directory, id) }))
  }, [directory, value])
  return (
    <Select
      allowClear
      value={value ?? undefined}
      options={options}
      placeholder={shell.choose}
      onChange={(id) => onChange(id ?? null)}
    />
  )
}

/** The same rules as the server's: not later than the whole, not earlier than an open part, starting before it is due. */
function useDutyTroubles({ parent, children }: OutputOf<'getCommitment'>, { startOn, dueOn, proof }: Duty): Troubles {
  const { duty: say } = useWords().supervise
  const open = children.filter((child) => child.commitment.closure === 'open')
  const latestPart = open
    .flatMap((child) => child.commitment.duty.dueOn ?? [])
    .toSorted()
    .at(-1)
  const latest = parent?.duty.dueOn
  return {
    due:
      dueOn && latest && dueOn > latest
        ? say.lateForParent(latest)
        : dueOn && latestPart && dueOn < latestPart
          ? say.earlyForChild(latestPart)
          : null,
    start: dueOn && startOn > dueOn ? say.startAfterDue : null,
    proof: proof.length === 0 ? say.proofNeeded : null,
  }
}

function changed(before: Duty, after: Duty): Partial<Duty> {
  const keys = Object.keys(after) as (keyof Duty)[]
  const differ = keys.filter((key) => JSON.stringify(after[key]) !== JSON.stringify(before[key]))
  return Object.fromEntries(differ.map((key) => [key, after[key]]))
}

function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0
}
