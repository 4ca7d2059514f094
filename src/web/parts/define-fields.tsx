// 字段: the fields in their order on the left, the one that is open on the right.

import { fieldTypeWords } from '#contract/definition-words.ts'
import { freshField } from '#domain/register-draft.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { useDesk } from '#web/parts/define-desk.ts'
import { DefineField } from '#web/parts/define-field.tsx'
import { DefinePair } from '#web/parts/define-pair.tsx'

export function DefineFields() {
  const { define } = useWords()
  const language = useLanguage()
  const { draft } = useDesk()
  return (
    <DefinePair
      list="fields"
      say={{ add: define.field.add }}
      nameOf={({ name }) => name}
      noteOf={({ type, required }) =>
        `${fieldTypeWords[type][language]}${required ? ` · ${define.field.required}` : ''}`
      }
      fresh={() => freshField(draft.fields, '', 'text')}
      form={(field) => <DefineField key={field.key} field={field} />}
      otherwise={<p className="soft define-form">{define.list.pick}</p>}
    />
  )
}
