// Numbers, percentages and money as they are typed: 1,234.5, 120亩, 1.2亿. Money says what it counts in and is kept in yuan,
// to the last digit.

import { Input, Select } from 'antd'
import { useState } from 'react'
import { cellSentence } from '#contract/cell-words.ts'
import { moneyUnits, ownUnit, readAmount, shifted } from '#domain/cell-number.ts'
import type { Field } from '#domain/register.ts'
import { useLanguage, useWords } from '#web/language.ts'
import {
  attributes,
  type ControlProps,
  type FieldControlProps,
  type GivenValue,
  textGiven,
} from '#web/parts/field-control.ts'
import { FieldWarning } from '#web/parts/field-warning.tsx'

type MoneyUnit = (typeof moneyUnits)[number]
const powers: Record<MoneyUnit, number> = { 元: 0, 万元: 4, 亿元: 8 }
const decimal = /^-?\d+(\.\d+)?$/

/** Amounts are spoken of in 亿元 from one on, in 万元 from one on; an empty field, or nought, is filled in in 万元. */
export function unitFor(yuan: string): MoneyUnit {
  if (!decimal.test(yuan)) return '万元'
  const whole = yuan.replace('-', '').split('.')[0]!.length
  return whole > 8 ? '亿元' : whole > 4 || Number(yuan) === 0 ? '万元' : '元'
}

/** The value for the server: yuan, or the text itself where it is no amount. */
export function amountGiven(field: Field, text: string, unit: string): GivenValue {
  if (text.trim() === '') return null
  const read = readAmount(field, text, unit)
  return 'problem' in read ? text.trim() : read.decimal
}

export function AmountInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const unit = ownUnit(field)
  const [text, setText] = useTyped(value, textGiven)
  return (
    <>
      <Input
        {...attributes(rest)}
        inputMode="decimal"
        value={text}
        suffix={unit || undefined}
        onChange={({ target }) => setText(target.value, amountGiven(field, target.value, unit), onChange)}
      />
      <AmountTrouble field={field} text={text} unit={unit} />
    </>
  )
}

export function MoneyInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { registers } = useWords()
  const [unit, setUnit] = useState<MoneyUnit>(() => unitFor(textGiven(value)))
  const [text, setText] = useTyped(value, (given) => inUnit(textGiven(given), unit))
  const count = (next: MoneyUnit) => {
    const kept = amountGiven(field, text, unit)
    setUnit(next)
    // What is there already is said in the new unit; the amount stays.
    if (kept !== null) setText(inUnit(String(kept), next), kept, onChange)
  }
  return (
    <>
      <span className="money-input">
        <Input
          {...attributes(rest)}
          inputMode="decimal"
          value={text}
          onChange={({ target }) => setText(target.value, amountGiven(field, target.value, unit), onChange)}
        />
        <Select<MoneyUnit>
          aria-label={registers.input.moneyUnit(field.name)}
          value={unit}
          onChange={count}
          disabled={rest.disabled ?? false}
          options={moneyUnits.map((one) => ({ value: one, label: registers.input.moneyUnits[one] }))}
          popupMatchSelectWidth={false}
        />
      </span>
      <AmountTrouble field={field} text={text} unit={unit} />
    </>
  )
}

function inUnit(yuan: string, unit: MoneyUnit): string {
  return decimal.test(yuan) ? shifted(yuan, -powers[unit]) : yuan
}

/** The text as typed beside the value that came of it; a value from elsewhere is written anew. */
function useTyped(value: GivenValue | undefined, write: (value: GivenValue | undefined) => string) {
  const [typed, setTyped] = useState({ text: write(value), sent: value ?? null })
  const text = (value ?? null) === typed.sent ? typed.text : write(value)
  const set = (next: string, given: GivenValue, onChange: (given: GivenValue) => void) => {
    setTyped({ text: next, sent: given })
    onChange(given)
  }
  return [text, set] as const
}

function AmountTrouble({ field, text, unit }: { field: Field; text: string; unit: string } & Pick<ControlProps, 'id'>) {
  const language = useLanguage()
  if (text.trim() === '') return null
  const read = readAmount(field, text, unit)
  return 'problem' in read ? <FieldWarning>{cellSentence(read, language)}</FieldWarning> : null
}
