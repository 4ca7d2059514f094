// One field of an entry, edited where it stands: its input, what the server says about it, save and cancel. Beside the gate's
// conditions it fills in what is lacking; on the entry's page it takes the place of the value.

import { App, Button } from 'antd'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Entry } from '#domain/entry.ts'
import type { Field, Register } from '#domain/register.ts'
import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { GivenValue } from '#web/parts/field-control.ts'
import { FieldInput } from '#web/parts/field-input.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import './entry-fields.css'

type Props = {
  register: Register
  entry: Pick<Entry, 'id' | 'version' | 'values'>
  field: Field
  /** Left out: the editor stays open, as beside a gate's condition. */
  onDone?: () => void
}

/** No form of its own: it may stand within one. */
export function FieldEditor({ register, entry, field, onDone }: Props) {
  const { shell, record } = useWords()
  const { message } = App.useApp()
  const id = useId()
  const act = useAct('reviseEntry', { quiet: true })
  const before = entry.values[field.key] ?? null
  const [value, setValue] = useState<GivenValue>(before)
  const { code } = register.definition
  const changed = JSON.stringify(value ?? null) !== JSON.stringify(before)
  const done = () => {
    void message.success(record.saved(field.name))
    onDone?.()
  }
  const save = () => {
    const input = { register: code, id: entry.id, version: entry.version, values: { [field.key]: value } }
    act.mutate(input, { onSuccess: done })
  }
  const pressed = (event: KeyboardEvent) => {
    const lines = field.type === 'long-text'
    if (event.key === 'Escape' && onDone) onDone()
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (lines && !event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (changed && !act.isPending) save()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the input inside it
    <div className="field-editor" onKeyDown={pressed}>
      <label htmlFor={id} className={onDone ? 'only-read-aloud' : 'field-editor-name'}>
        {record.gate.fill(field.name)}
      </label>
      <div className="field-editor-line">
        <div className="field-editor-input">
          <FieldInput
            id={id}
            field={field}
            value={value}
            onChange={setValue}
            at={{ register: code, id: entry.id }}
            autoFocus={onDone !== undefined}
          />
        </div>
        <Button size="small" type="primary" onClick={save} loading={act.isPending} disabled={!changed}>
          {record.save}
        </Button>
        {onDone && (
          <Button size="small" onClick={onDone}>
            {shell.cancel}
          </Button>
        )}
      </div>
      {field.hint && <div className="soft act-hint">{field.hint}</div>}
      <RefusalNotice error={act.error} />
    </div>
  )
}
