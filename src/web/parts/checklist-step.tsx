// What only the step itself can say: why rungs are passed over, the day of the certificate, when it happened, who decides.

import { Input } from 'antd'
import type { Rung } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { Checklist, StepDraft } from '#web/parts/checklist-state.ts'
import { DayField } from '#web/parts/fields.tsx'
import { FormField } from '#web/parts/form-window.tsx'

type StepFieldsProps = {
  list: Checklist
  to: Rung
  draft: StepDraft
  onDraft: (draft: StepDraft) => void
  since: string | undefined
}

export function StepFields({ list, to, draft, onDraft, since }: StepFieldsProps) {
  const {
    record: { gate: say },
    nouns,
    shell,
  } = useWords()
  const { today } = useMe()
  return (
    <>
      {list.skipped.length > 0 && (
        <FormField label={say.skipReason} needed>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={draft.reason}
            onChange={({ target }) => onDraft({ ...draft, reason: target.value })}
          />
        </FormField>
      )}
      {to.gate.certificate && (
        <FormField label={say.certificateOn} hint={say.certificateHint} needed>
          <DayField
            value={draft.certificateOn}
            onChange={(certificateOn) => onDraft({ ...draft, certificateOn })}
            latest={today}
          />
        </FormField>
      )}
      <FormField label={say.on} needed>
        <DayField
          value={draft.on ?? today}
          onChange={(on) => onDraft({ ...draft, on })}
          earliest={since}
          latest={today}
        />
      </FormField>
      <p className="soft">{say.decides(to.gate.decides.map((role) => nouns.roles[role]).join(shell.listMark))}</p>
    </>
  )
}
