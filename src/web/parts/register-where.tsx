// The box for a condition over a register: written in the rule language with the names of its fields, checked as it is typed.

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Register, RegisterView } from '#domain/register.ts'
import { dictionaryOf } from '#domain/register-dictionary.ts'
import { checkRule } from '#rules/check.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { sees } from '#web/parts/field-rights.ts'
import type { ShowRegister } from '#web/parts/register-address.ts'
import type { RegisterLook } from '#web/parts/register-look.ts'
import { RuleEditor } from '#web/parts/rule-editor.tsx'
import './rules.css'

type Props = {
  register: Register
  view: RegisterView | null
  look: RegisterLook
  onLook: ShowRegister
  onClose: () => void
}

export function WhereBox({ register, view, look, onLook, onClose }: Props) {
  const { registers } = useWords()
  const { roles } = useMe()
  const { definition, version } = register
  const [text, setText] = useState(look.where ?? '')
  // Names out of sight are not offered: the server would refuse them.
  const dictionary = useMemo(
    () => dictionaryOf({ ...definition, fields: definition.fields.filter((field) => sees(field, roles)) }, version),
    [definition, version, roles],
  )
  const fits = text.trim() !== '' && checkRule(text, dictionary).rule !== undefined
  return (
    <section className="where-box" aria-label={registers.where.title}>
      <p className="soft">{registers.where.hint}</p>
      <RuleEditor label={registers.where.title} text={text} dictionary={dictionary} onChange={setText} />
      {view?.where && (
        <p className="soft">
          {registers.where.ofView(view.name)}
          {view.where}
        </p>
      )}
      <div className="bar">
        <Button type="primary" disabled={!fits} onClick={() => onLook({ where: text.trim() })}>
          {registers.where.apply}
        </Button>
        <Button
          disabled={look.where === null && text === ''}
          onClick={() => {
            setText('')
            onLook({ where: null })
          }}
        >
          {registers.where.clear}
        </Button>
        <Button type="link" onClick={onClose}>
          {registers.where.close}
        </Button>
      </div>
    </section>
  )
}
