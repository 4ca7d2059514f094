// Correcting what was read, inside the card: Enter saves and adopts, Escape gives up. The reading itself stays as it was.

import { Alert, Button, Input, Select } from 'antd'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Proposal, Wording } from '#domain/proposal.ts'
import { useWords } from '#web/language.ts'
import { DayField } from '#web/parts/fields.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { changeOf, type Draft, type DraftTrouble, draftOf } from '#web/parts/review-draft.ts'

type Props = {
  proposal: Proposal
  onSave: (change: Partial<Wording>) => void
  onAdopt: (change: Partial<Wording>) => void
  onClose: () => void
}

export function ReviewEdit({ proposal, onSave, onAdopt, onClose }: Props) {
  const { review, nouns } = useWords()
  const [draft, setDraft] = useState(() => draftOf(proposal.wording))
  const [trouble, setTrouble] = useState<DraftTrouble | null>(null)
  const set = (fields: Partial<Draft>) => setDraft((old) => ({ ...old, ...fields }))
  const send = (use: (change: Partial<Wording>) => void) => {
    const outcome = changeOf(draft, proposal.wording)
    if ('trouble' in outcome) return setTrouble(outcome.trouble)
    use(outcome.change)
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send(onAdopt)
  }
  const words = review.edit
  return (
    <form className="review-form" aria-label={review.acts.edit} onSubmit={onSubmit} onKeyDown={closing(onClose)}>
      <Field says={words.title} wide>
        {(id) => (
          <Input
            id={id}
            autoFocus
            value={draft.title}
            maxLength={500}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </Field>
      <Field says={words.kind}>
        {(id) => <Choice id={id} of={nouns.kinds} value={draft.kind} onChange={(kind) => kind && set({ kind })} />}
      </Field>
      <Field says={words.strength}>
        {(id) => (
          <Choice
            id={id}
            of={nouns.strengths}
            value={draft.strength}
            onChange={(strength) => strength && set({ strength })}
          />
        )}
      </Field>
      <Field says={words.op}>
        {(id) => <Choice id={id} of={nouns.comparators} value={draft.op} onChange={(op) => set({ op })} clear />}
      </Field>
      <Field says={words.value}>
        {(id) => (
          <Input
            id={id}
            inputMode="decimal"
            value={draft.value}
            onChange={({ target }) => set({ value: target.value })}
          />
        )}
      </Field>
      {draft.op === 'range' && (
        <Field says={words.value2}>
          {(id) => (
            <Input
              id={id}
              inputMode="decimal"
              value={draft.value2}
              onChange={({ target }) => set({ value2: target.value })}
            />
          )}
        </Field>
      )}
      <Field says={words.unit}>
        {(id) => (
          <Input id={id} value={draft.unit} maxLength={50} onChange={({ target }) => set({ unit: target.value })} />
        )}
      </Field>
      <Field says={words.measure}>
        {(id) => (
          <Choice id={id} of={nouns.measures} value={draft.measure} onChange={(measure) => set({ measure })} clear />
        )}
      </Field>
      <Field says={`${words.period} ${words.from}`}>
        {(id) => <DayField id={id} value={draft.from} onChange={(from) => set({ from })} />}
      </Field>
      <Field says={`${words.period} ${words.to}`}>
        {(id) => <DayField id={id} value={draft.to} onChange={(to) => set({ to })} />}
      </Field>
      <Field says={words.dueOn}>
        {(id) => <DayField id={id} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />}
      </Field>
      <p className="wide soft review-hint">{words.inFull}</p>
      {trouble && <Alert className="wide" type="error" role="alert" title={words[trouble]} />}
      <div className="review-form-end wide">
        <Button type="primary" htmlType="submit">
          {review.acts.saveAndAdopt} <kbd>Enter</kbd>
        </Button>
        <Button onClick={() => send(onSave)}>{review.acts.save}</Button>
        <Button onClick={onClose}>
          {review.acts.cancel} <kbd>Esc</kbd>
        </Button>
      </div>
    </form>
  )
}

type FieldProps = { says: string; wide?: boolean; children: (id: string) => ReactNode }

function Field({ says, wide = false, children }: FieldProps) {
  const id = useId()
  return (
    <div className={wide ? 'review-field wide' : 'review-field'}>
      <label htmlFor={id}>{says}</label>
      {children(id)}
    </div>
  )
}

type ChoiceProps<K extends string> = {
  id: string
  of: Record<K, string>
  value: K | null
  onChange: (value: K | null) => void
  clear?: boolean
}

function Choice<K extends string>({ id, of, value, onChange, clear = false }: ChoiceProps<K>) {
  const options = keysOf(of).map((key) => ({ value: key, label: of[key] }))
  return (
    <Select
      id={id}
      options={options}
      value={value ?? undefined}
      onChange={(key) => onChange((key as K | undefined) ?? null)}
      allowClear={clear}
      popupMatchSelectWidth={false}
    />
  )
}

/** In a list or a calendar Enter takes the choice; it must not send the form as well. */
export function keepEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && (event.target as HTMLElement).closest('.ant-picker, .ant-select')) event.preventDefault()
}

/** Escape closes the form, but first any list or calendar that is open in it. */
export function closing(onClose: () => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    keepEnter(event)
    if (
      event.key !== 'Escape' ||
      document.querySelector('.ant-select-open, .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)')
    )
      return
    event.stopPropagation()
    onClose()
  }
}
