// The drawer of an act on a commitment: which one it is, and below it the form.

import { useWords } from '#web/language.ts'
import type { ActSubject } from '#web/parts/act-subject.ts'
import { FormWindow, type FormWindowProps } from '#web/parts/form-window.tsx'
import { UnitName } from '#web/parts/names.tsx'

export function ActWindow({ commitment, children, ...form }: FormWindowProps & { commitment: ActSubject }) {
  return (
    <FormWindow {...form}>
      <SubjectHead commitment={commitment} />
      {children}
    </FormWindow>
  )
}

function SubjectHead({ commitment: { number, title, duty } }: { commitment: ActSubject }) {
  const { shell } = useWords()
  return (
    <div className="act-subject">
      <div>
        <strong>{number}</strong> {title}
      </div>
      <div className="soft">
        <UnitName id={duty.lead} /> · {duty.dueOn ? shell.act.due(duty.dueOn) : shell.act.noDue}
      </div>
    </div>
  )
}
