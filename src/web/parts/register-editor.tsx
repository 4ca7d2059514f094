// The editor of one cell of a register's table, laid over it: Enter keeps and goes down, Tab goes on, Escape leaves, a click
// elsewhere keeps. What the server refuses is said below, and what was typed stays.

import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Field, FieldType, Register } from '#domain/register.ts'
import { CallRefused } from '#web/client.ts'
import { useAct } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { amountGiven, unitFor } from '#web/parts/field-amount.tsx'
import { type GivenValue, textGiven } from '#web/parts/field-control.ts'
import { FieldInput } from '#web/parts/field-input.tsx'
import { fieldProblems } from '#web/parts/field-problems.ts'
import type { Naming } from '#web/parts/field-text.ts'
import { isChosen, showEntry, unmoved } from '#web/parts/register-editing.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { StaleNotice } from '#web/parts/register-stale.tsx'
import { spoken } from '#web/parts/spoken.ts'

export type Onward = 'down' | 'next' | 'before' | 'stay'

type Props = {
  register: Register
  entry: ShownEntry
  field: Field
  /** Where the cell stands in the scroller, in pixels. */
  cell: string
  scroller: RefObject<HTMLDivElement | null>
  /** What a key began with; undefined: the value that is there. */
  begun: GivenValue | undefined
  naming: Naming
  onDone: (onward: Onward) => void
}

const least: Partial<Record<FieldType, number>> = {
  'long-text': 340,
  money: 250,
  place: 320,
  choices: 280,
  files: 340,
  entry: 260,
  unit: 240,
  person: 240,
  commitment: 280,
}

/** Pop-ups of Ant Design lie elsewhere in the page; a click in one is a click in the editor. */
const popups = '.ant-select-dropdown, .ant-picker-dropdown, .ant-tree-select-dropdown'

export function CellEditor({ register, entry, field, cell, scroller, begun, naming, onDone }: Props) {
  const { shell, registers } = useWords()
  const words = useWords()
  const language = useLanguage()
  const queries = useQueryClient()
  const revise = useAct('reviseEntry', { quiet: true, leaves: unmoved })
  const box = useRef<HTMLDivElement>(null)
  const before = entry.values[field.key] ?? null
  const [value, setValue] = useState<GivenValue>(begun === undefined ? before : firstOf(field, begun, before))
  // Once, and before it is drawn: what is hidden or elsewhere cannot take the focus without scrolling away.
  const [place] = useState(() => placeOver(cell, scroller.current, least[field.type] ?? 180))
  const { code, fields } = register.definition
  const keep = (given: GivenValue, onward: Onward, version = entry.version) => {
    if (revise.isPending) return
    if (same(given, before) && version === entry.version) return onDone(onward)
    const after = (fresh: ShownEntry) => {
      showEntry(queries, fresh)
      onDone(onward)
    }
    revise.mutate({ register: code, id: entry.id, version, values: { [field.key]: given } }, { onSuccess: after })
  }
  const change = (given: GivenValue) => {
    setValue(given)
    if (isChosen(field.type)) keep(given, 'stay')
  }
  useCaretAtEnd(box)
  useClickElsewhere(box, () => (revise.isError ? undefined : keep(value, 'stay')))
  const onKey = (event: KeyboardEvent) => {
    const onward = onwardBy(event, field.type)
    if (!onward) return
    event.preventDefault()
    event.stopPropagation()
    if (onward === 'leave') onDone('stay')
    else keep(value, onward)
  }
  const stale = revise.error instanceof CallRefused && revise.error.refusal.code === 'stale'
  const problem = stale
    ? null
    : revise.error && (fieldProblems(revise.error, words, language)[field.key] ?? spoken(revise.error, words, language))
  return (
    <div ref={box} className="cell-editor" style={place} onKeyDownCapture={onKey}>
      <FieldInput
        field={field}
        value={value}
        onChange={change}
        at={{ register: code, id: entry.id }}
        autoFocus
        atOnce
        aria-label={registers.edit.label(field.name)}
        {...(problem && { 'aria-invalid': true, 'aria-describedby': 'cell-problem' })}
      />
      {problem && (
        <p id="cell-problem" className="act-trouble" role="alert">
          {problem}
        </p>
      )}
      {stale && (
        <StaleNotice
          {...{ register: code, entry, field, fields, naming }}
          onTheirs={(fresh) => {
            showEntry(queries, fresh)
            onDone('stay')
          }}
          onMine={(fresh) => keep(value, 'stay', fresh.version)}
        />
      )}
      {!isChosen(field.type) && !stale && (
        <div className="cell-editor-ends">
          <Button size="small" type="primary" loading={revise.isPending} onClick={() => keep(value, 'stay')}>
            {shell.save}
          </Button>
          <Button size="small" onClick={() => onDone('stay')}>
            {shell.cancel}
          </Button>
          {field.type === 'long-text' && <span className="soft">{registers.edit.lines}</span>}
        </div>
      )}
    </div>
  )
}

/** Null: the key belongs to the input. Enter chooses in lists and makes a new line in long texts. */
function onwardBy(
  { key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent,
  type: FieldType,
): Onward | 'leave' | null {
  if (nativeEvent.isComposing) return null
  if (key === 'Escape') return 'leave'
  if (key === 'Tab' && !isChosen(type)) return shiftKey ? 'before' : 'next'
  if (key !== 'Enter' || isChosen(type) || type === 'choices' || type === 'files') return null
  return type === 'long-text' && !ctrlKey && !metaKey ? null : 'down'
}

/** A digit typed on an amount counts in what the amount is spoken of in. */
function firstOf(field: Field, begun: GivenValue, before: GivenValue): GivenValue {
  if (field.type !== 'money' || typeof begun !== 'string') return begun
  return amountGiven(field, begun, unitFor(textGiven(before)))
}

const same = (a: GivenValue, b: GivenValue): boolean => JSON.stringify(a) === JSON.stringify(b)

type Place = { left: number; top: number; width: number }

/** Over the cell, no narrower than `wide` as far as there is room; the scroller's own pixels, so that it scrolls along. */
function placeOver(cell: string, around: HTMLElement | null, wide: number): Place {
  const td = document.getElementById(cell)
  if (!td || !around) return { left: around?.scrollLeft ?? 0, top: around?.scrollTop ?? 0, width: wide }
  const [own, outer] = [td.getBoundingClientRect(), around.getBoundingClientRect()]
  const width = Math.max(own.width, Math.min(wide, around.clientWidth - 16))
  const left = Math.min(own.left - outer.left, around.clientWidth - width - 4) + around.scrollLeft - around.clientLeft
  return { left, top: own.top - outer.top + around.scrollTop - around.clientTop, width }
}

/** What is typed next goes on behind what is there. */
function useCaretAtEnd(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const input = box.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea')
    if (document.activeElement === input) input?.setSelectionRange(input.value.length, input.value.length)
  }, [box])
}

function useClickElsewhere(box: RefObject<HTMLElement | null>, run: () => void): void {
  const current = useRef(run)
  current.current = run
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const target = event.target as HTMLElement
      if (!box.current?.contains(target) && !target.closest(popups)) current.current()
    }
    document.addEventListener('pointerdown', pressed, true)
    return () => document.removeEventListener('pointerdown', pressed, true)
  }, [box])
}
