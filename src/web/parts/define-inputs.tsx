// The texts of the editor: a name that other parts may go by, a text that is taken when its field is left, a basis.

import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { noBasis } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { Place } from '#web/parts/define-controls.tsx'

type NameProps = {
  value: string
  label?: string
  placeholder?: string
  maxLength?: number
  onType: (name: string) => void
  /** When the field is left with another name than it was entered with: what goes by the old name can follow. */
  onName?: (old: string) => void
}

/** The name of a part; a part that has none yet takes the cursor. */
export function NameInput({ value, label, onType, onName, maxLength = 60, ...rest }: NameProps) {
  const field = useRef<InputRef>(null)
  const entered = useRef(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only of a part that has just been opened
  useEffect(() => {
    if (value === '') field.current?.focus()
  }, [])
  return (
    <Input
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      ref={field}
      value={value}
      maxLength={maxLength}
      onFocus={() => {
        entered.current = value
      }}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => entered.current !== value && onName?.(entered.current)}
    />
  )
}

type TakenProps = {
  value: string
  label?: string
  placeholder?: string
  maxLength?: number
  onTake: (text: string) => void
}

/** A text that is taken when the field is left or Enter pressed, not at every letter. */
export function TakenInput({ value, label, onTake, maxLength = 60, ...rest }: TakenProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = () => typed.trim() !== value && onTake(typed.trim())
  return (
    <Input
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      value={typed}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  )
}

/** Where the basis is not known it stays empty here, and says so elsewhere. */
export function BasisInput({ at, value, hint, maxLength, onBasis }: BasisProps) {
  const { define } = useWords()
  const shown = value === noBasis ? '' : value
  return (
    <Place at={at} label={define.basic.basis} hint={hint}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={shown}
        maxLength={maxLength}
        onChange={(event) => onBasis(event.target.value.trim() === '' ? noBasis : event.target.value)}
      />
    </Place>
  )
}

type BasisProps = { at: string; value: string; hint?: string; maxLength: number; onBasis: (basis: string) => void }
