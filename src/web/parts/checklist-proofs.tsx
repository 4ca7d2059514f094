// The proofs that a gate asks for: there, missing, or owed until a day (容缺); each can be uploaded there and then.

import { Checkbox } from 'antd'
import type { Register, Rung } from '#domain/register.ts'
import { downloadUrl } from '#web/client.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { Checklist, StepDraft } from '#web/parts/checklist-state.ts'
import type { EntryPage } from '#web/parts/entry-page.ts'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { UploadButton } from '#web/parts/entry-upload.tsx'
import { DayField } from '#web/parts/fields.tsx'

type Props = {
  register: Register
  page: EntryPage
  list: Checklist
  to: Rung
  draft: StepDraft
  onDraft: (draft: StepDraft) => void
}

export function ChecklistProofs({ register, page, list, draft, onDraft }: Props) {
  const { gate: say } = useWords().record
  if (list.proofs.length === 0) return null
  return (
    <section className="gate-part">
      <h2>{say.proofs}</h2>
      <ul className="gate-list">
        {list.proofs.map((proof) => (
          <ProofLine key={proof.kind} register={register} page={page} proof={proof} draft={draft} onDraft={onDraft} />
        ))}
      </ul>
    </section>
  )
}

type Proof = Checklist['proofs'][number]

const marks: Record<Proof['state'], string> = { there: '✓', missing: '✗', tolerable: '△', optional: '○' }

function ProofLine({
  register,
  page,
  proof: { kind, state, files },
  draft,
  onDraft,
}: Omit<Props, 'list' | 'to'> & { proof: Proof }) {
  const { gate: say } = useWords().record
  const writes = keepsEntry(register.definition, page.entry, useMe())
  const own = page.files.filter(({ id }) => files.includes(id))
  return (
    <li>
      <div className="gate-item">
        <span className={`gate-mark is-${state}`} aria-hidden="true">
          {marks[state]}
        </span>
        <span>{kind}</span>
        <strong className={`gate-state is-${state}`}>{say.proofStates[state]}</strong>
        {writes && <UploadButton register={register} id={page.entry.id} proves={kind} label={say.upload(kind)} />}
      </div>
      {own.map(({ id, file }) => (
        <p key={id} className="gate-note">
          <a href={downloadUrl('getEntryFile', { id })} download={file.name} className="underlined">
            {file.name}
          </a>
        </p>
      ))}
      {state === 'tolerable' && writes && <Owing kind={kind} draft={draft} onDraft={onDraft} />}
    </li>
  )
}

function Owing({ kind, draft, onDraft }: Pick<Props, 'draft' | 'onDraft'> & { kind: string }) {
  const { gate: say } = useWords().record
  const { today } = useMe()
  const owes = kind in draft.owed
  const owe = (on: boolean) => {
    const { [kind]: _, ...others } = draft.owed
    onDraft({ ...draft, owed: on ? { ...others, [kind]: null } : others })
  }
  return (
    <div className="gate-owing">
      <Checkbox checked={owes} onChange={({ target }) => owe(target.checked)} aria-label={say.oweOf(kind)}>
        {say.owe}
      </Checkbox>
      {owes && (
        <DayField
          aria-label={say.oweBy(kind)}
          value={draft.owed[kind] ?? null}
          onChange={(day) => onDraft({ ...draft, owed: { ...draft.owed, [kind]: day } })}
          earliest={dayAfter(today)}
        />
      )}
    </div>
  )
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
