// A value of a register's field as it is read on the record page and on cards: choices as tags, entries as links, codes that
// do not fit with a mark and its words.

import { useNavigate } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { Value } from '#domain/field-value.ts'
import { type Field, isDerived } from '#domain/register.ts'
import { entryAddress } from '#web/parts/entry-address.ts'
import { type Naming, textOfComputed, textOfValue } from '#web/parts/field-text.ts'
import { WarningShape } from '#web/parts/field-warning.tsx'
import { Absent } from '#web/parts/names.tsx'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import './field-input.css'

type Props = {
  field: Field
  entry: Pick<ShownEntry, 'values' | 'computed' | 'warnings'>
  naming: Naming
  /** The moment that the page looks back to; it travels along a link. */
  asOf?: string | null
}

export function FieldShown({ field, entry, naming, asOf = null }: Props) {
  const { key, type } = field
  if (isDerived(field)) return textOfComputed(field, entry.computed[key], naming) || <Absent />
  const value = entry.values[key]
  if (value === undefined) return <Absent />
  if (type === 'choice' || type === 'choices') return <Tags words={[value as string | string[]].flat()} />
  if (type === 'entry') return <EntryLink register={field.of!} id={value as string} naming={naming} asOf={asOf} />
  const text = textOfValue(field, value, naming)
  if (type === 'commitment') return text ? <a href={`/commitments/${value as string}`}>{text}</a> : <Absent />
  const warned = entry.warnings.find((one) => one.field === key)
  if (warned) return <Warned text={text} says={naming.words.registers.warnings[warned.warning]} />
  if (type === 'long-text') return <span className="value-long">{text}</span>
  return <span title={exactly(field, value, naming)}>{text}</span>
}

/** Amounts are shown in 万元 or 亿元; the yuan stand behind them. */
export function exactly({ type }: Field, value: Value, { words }: Naming): string | undefined {
  if (type !== 'money' || typeof value !== 'string') return undefined
  const [whole, places] = value.split('.')
  return words.registers.yuan(whole!.replace(/\B(?=(\d{3})+$)/g, ',') + (places ? `.${places}` : ''))
}

export function Tags({ words }: { words: readonly string[] }) {
  return words.map((word) => (
    <span key={word} className="value-tag">
      {word}
    </span>
  ))
}

export function Warned({ text, says }: { text: string; says: string }) {
  return (
    <span className="value-warned" title={says}>
      {text} <WarningShape />
      <span className="only-read-aloud">{says}</span>
    </span>
  )
}

/** A plain click stays in the page; any other is the browser's. */
export function EntryLink({
  register,
  id,
  naming,
  asOf = null,
}: {
  register: string
  id: string
  naming: Naming
  asOf?: string | null
}) {
  const navigate = useNavigate()
  const address = entryAddress(register, id, asOf)
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void navigate({ href: address })
  }
  return (
    <a href={address} onClick={follow}>
      {naming.title(register, id) ?? '…'}
    </a>
  )
}
