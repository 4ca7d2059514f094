// The input of a field that leads to a commitment: found by typing a part of its title or number. A commitment that does not
// exist yet is made by its own act, not here.

import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type FieldControlProps, textGiven } from '#web/parts/field-control.ts'
import { FoundSelect, useTyped } from '#web/parts/found-select.tsx'

export function CommitmentInput({ field: _, value, ...rest }: FieldControlProps) {
  const { shell } = useWords()
  const { asked, setTyped } = useTyped()
  const id = textGiven(value)
  const { data, isFetching } = useQuestion('listCommitments', asked, { keep: true })
  const { data: own } = useQuestion('getCommitment', { id }, { enabled: id !== '', keep: true })
  const found = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))
  return (
    <FoundSelect
      {...{ ...rest, chosen: id, found, loading: isFetching, placeholder: shell.choose, onType: setTyped }}
      own={own ? { value: id, label: `${own.commitment.number} ${own.commitment.wording.title}` } : null}
    />
  )
}
