// The end of a field's form: its key, for who wants another one, and retiring it or bringing it back.

import { Button } from 'antd'
import { useState } from 'react'
import type { Field } from '#domain/register.ts'
import { rekeyFields } from '#domain/register-rekey.ts'
import { useWords } from '#web/language.ts'
import { Place } from '#web/parts/define-controls.tsx'
import { useDesk, useField } from '#web/parts/define-desk.ts'
import { TakenInput } from '#web/parts/define-inputs.tsx'
export function FieldKey({ field, fixed }: { field: Field; fixed: boolean }) {
  const { define } = useWords()
  const say = define.field
  const { draft, faults, change, goTo } = useDesk()
  const [open, setOpen] = useState(false)
  const wrong = faults.some(({ at }) => at === `fields.${field.key}.key` || at === `fields.${field.key}`)
  const rename = (key: string) => {
    if (draft.fields.some((other) => other.key === key) || !/^[a-z][a-z0-9_]{0,29}$/.test(key)) return
    change((now) => rekeyFields(now, new Map([[field.key, key]])))
    goTo(`fields.${key}`)
  }
  if (fixed || (!open && !wrong))
    return (
      <span className="soft">
        {say.key} <code>{field.key}</code>{' '}
        {!fixed && (
          <Button
            size="small"
            type="text"
            aria-label={`${define.basic.codeOpen} ${field.name}`}
            onClick={() => setOpen(true)}
          >
            {define.basic.codeOpen}
          </Button>
        )}
      </span>
    )
  return (
    <Place at={`fields.${field.key}.key`} label={say.key} hint={say.keyHint} needed>
      <TakenInput value={field.key} maxLength={30} onTake={rename} />
    </Place>
  )
}

/** What was never saved is deleted; the last field of a register stays. */
export function RetireField({ field, fixed }: { field: Field; fixed: boolean }) {
  const { define } = useWords()
  const { change, goTo } = useDesk()
  const set = useField(field.key)
  if (fixed)
    return (
      <span className="define-retire">
        <Button onClick={() => set({ retired: !field.retired })}>
          {field.retired ? define.list.bringBack : define.list.retire}
        </Button>
        <span className="soft">{define.field.retireHint}</span>
      </span>
    )
  const remove = () => {
    change((now) => ({ ...now, fields: now.fields.filter(({ key }) => key !== field.key) }))
    goTo('fields')
  }
  return (
    <Button danger onClick={remove}>
      {define.list.remove}
    </Button>
  )
}
