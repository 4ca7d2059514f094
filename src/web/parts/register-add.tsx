// Adding an entry: a form made from the definition, with an input for every field that this person fills in.

import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { Definition, Field, Register } from '#domain/register.ts'
import { type Me, useAct, useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { GivenValue } from '#web/parts/field-control.ts'
import { fieldProblems } from '#web/parts/field-problems.ts'
import { fills } from '#web/parts/field-rights.ts'
import { FieldRow } from '#web/parts/field-row.tsx'
import { FormWindow } from '#web/parts/form-window.tsx'
import { unmoved } from '#web/parts/register-editing.ts'

type Draft = Record<string, GivenValue>

/** Units keep what they lead: the field is filled in for them. */
function firstDraft({ lead }: Definition, { roles, posts }: Me): Draft {
  const unit = posts[0]?.unit
  return lead !== null && unit !== undefined && !roles.includes('office') ? { [lead]: unit } : {}
}

/** The title first, then what must be filled in, each group in the order of the definition. */
function formFields({ fields, title }: Definition, roles: Me['roles']): Field[] {
  const order = (field: Field) => (field.key === title ? 0 : field.required ? 1 : 2)
  return fields.filter((field) => fills(field, roles)).toSorted((a, b) => order(a) - order(b))
}

export function AddEntry({ register, onClose }: { register: Register; onClose: () => void }) {
  const { definition } = register
  const words = useWords()
  const { registers } = words
  const language = useLanguage()
  const me = useMe()
  const { message } = App.useApp()
  const add = useAct('addEntry', { quiet: true, leaves: unmoved })
  const [draft, setDraft] = useState<Draft>(() => firstDraft(definition, me))
  const [round, setRound] = useState(0)
  const again = useRef(false)
  const fields = formFields(definition, me.roles)
  const problems = {
    ...missing(fields, draft, add.isError, registers.input.mustFill),
    ...fieldProblems(add.error, words, language),
  }
  const away = Object.keys(problems).some((key) => !fields.some((field) => field.key === key))
  const submit = () => {
    const next = again.current
    again.current = false
    const values = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== null))
    const after = () => {
      void message.success(registers.add.added(String(values[definition.title] ?? definition.entryName)))
      if (!next) return onClose()
      setDraft(firstDraft(definition, me))
      setRound(round + 1)
    }
    add.mutate({ register: definition.code, values }, { onSuccess: after })
  }
  const second = (
    <Button
      htmlType="button"
      disabled={add.isPending}
      onClick={() => {
        again.current = true
        submit()
      }}
    >
      {registers.add.andNext}
    </Button>
  )
  return (
    <FormWindow
      title={registers.add.title(definition.entryName)}
      submit={registers.add.submit}
      second={second}
      onSubmit={submit}
      onClose={onClose}
      busy={add.isPending}
      error={Object.keys(problems).length === 0 || away ? add.error : null}
    >
      {Object.keys(problems).length > 0 && (
        <p className="act-trouble" role="status">
          {registers.add.mend(Object.keys(problems).length)}
        </p>
      )}
      {fields.map((field) => (
        <FieldRow
          key={`${round} ${field.key}`}
          field={field}
          value={draft[field.key]}
          onChange={(value) => setDraft((before) => ({ ...before, [field.key]: value }))}
          problem={problems[field.key]}
        />
      ))}
    </FormWindow>
  )
}

/** After a refusal, what is still empty is told at once with the rest, and goes away as it is filled in. */
function missing(fields: readonly Field[], draft: Draft, refused: boolean, says: string): Record<string, string> {
  if (!refused) return {}
  const empty = fields.filter(({ key, required }) => required && (draft[key] ?? null) === null)
  return Object.fromEntries(empty.map(({ key }) => [key, says]))
}
