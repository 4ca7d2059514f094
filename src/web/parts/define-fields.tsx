// 字段: the fields in their order on the left, the one that is open on the right.

import { Button } from 'antd'
import { fieldTypeWords } from '#contract/definition-words.ts'
import { fieldOf } from '#domain/register.ts'
import { freshField } from '#domain/register-draft.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { useDesk } from '#web/parts/define-desk.ts'
import { DefineField } from '#web/parts/define-field.tsx'
import { DefineList } from '#web/parts/define-list.tsx'

export function DefineFields() {
  const { define } = useWords()
  const language = useLanguage()
  const { draft, at, change, goTo } = useDesk()
  const open = fieldOf(draft, at.split('.')[1] ?? '')
  const add = () => {
    const field = freshField(draft.fields, '', 'text')
    change((now) => ({ ...now, fields: [...now.fields, field] }))
    goTo(`fields.${field.key}`)
  }
  return (
    <div className="define-pair">
      <div className="define-side">
        <DefineList
          label={define.tabs.fields}
          at="fields"
          parts={draft.fields}
          nameOf={({ name }) => name}
          noteOf={({ type, required }) =>
            `${fieldTypeWords[type][language]}${required ? ` · ${define.field.required}` : ''}`
          }
          onOrder={(fields) => change((now) => ({ ...now, fields }))}
        />
        <Button onClick={add}>{define.field.add}</Button>
      </div>
      {open ? <DefineField key={open.key} field={open} /> : <p className="soft define-form">{define.list.pick}</p>}
    </div>
  )
}
