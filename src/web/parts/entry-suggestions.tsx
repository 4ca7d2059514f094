// What steps have proposed about this entry and nobody has decided: accepted, it is done by the usual rules; declined, with a
// reason.

import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { WordsWindow } from '#web/parts/entry-reason.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'

export type Suggested = OutputOf<'listSuggestions'>[number]

export function EntrySuggestions({ register, page, asOf }: EntryPartProps) {
  const { suggestions: say } = useWords().record
  const { data } = useQuestion('listSuggestions', asOf === null ? {} : { asOf })
  const own = data?.filter(
    ({ suggestion, register: code }) => code === register.definition.code && isAbout(suggestion, page.entry.id),
  )
  if (!own || own.length === 0) return null
  return (
    <section className="section" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{say.title}</h2>
      {own.map((one) => (
        <article key={one.suggestion.id} className="suggestion">
          <SuggestionWords suggested={one} />
          {asOf === null && <SuggestionActs suggested={one} />}
        </article>
      ))}
    </section>
  )
}

/** A new entry elsewhere is shown with the one that it comes from. */
function isAbout({ proposes, from }: Suggested['suggestion'], entry: string): boolean {
  return (proposes.kind === 'add' ? from.entry : proposes.entry) === entry
}

export function SuggestionWords({ suggested: { suggestion } }: { suggested: Suggested }) {
  const { suggestions: say } = useWords().record
  const proposal = useProposal()(suggestion)
  return (
    <>
      <p>
        <strong>{suggestion.words}</strong> <span className="soft nowrap">{suggestion.madeOn}</span>
      </p>
      <p>{proposal}</p>
      <p className="soft">{say.basis(suggestion.basis)}</p>
    </>
  )
}

/** What would be done, in the words of the register that it is done in. */
export function useProposal(): (suggestion: Suggested['suggestion']) => string {
  const { record, shell } = useWords()
  const { suggestions: say } = record
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  return ({ proposes }) => {
    const definition = all?.own.find(({ id }) => id === proposes.register)?.definition
    if (!definition) return ''
    if (proposes.kind === 'add') return say.add(definition.name)
    const fieldName = (key: string) => definition.fields.find((field) => field.key === key)?.name ?? key
    if (proposes.kind === 'date') return say.date(fieldName(proposes.field), proposes.value)
    if (proposes.kind === 'fill') {
      const filled = Object.entries(proposes.values).map(([key, value]) => `${fieldName(key)} ${String(value)}`)
      return say.fill(definition.name, filled.join(shell.listMark))
    }
    const ladder = definition.ladders.find(({ key }) => key === proposes.ladder)
    const rung = ladder?.rungs.find(({ key }) => key === proposes.rung)
    return say[proposes.kind](ladder?.name ?? proposes.ladder, rung?.name ?? proposes.rung)
  }
}

export function SuggestionActs({ suggested }: { suggested: Suggested }) {
  const { suggestions: say } = useWords().record
  const { roles } = useMe()
  const [open, setOpen] = useState<'accept' | 'decline' | null>(null)
  if (!mayPass('acceptSuggestion', roles)) return null
  const { words } = suggested.suggestion
  const close = () => setOpen(null)
  return (
    <div className="suggestion-acts not-printed">
      <Button size="small" type="primary" aria-label={say.acceptOf(words)} onClick={() => setOpen('accept')}>
        {say.accept}
      </Button>
      <Button size="small" aria-label={say.declineOf(words)} onClick={() => setOpen('decline')}>
        {say.decline}
      </Button>
      {open && <SuggestionWindow act={open} suggested={suggested} onClose={close} />}
    </div>
  )
}

type WindowProps = { act: 'accept' | 'decline'; suggested: Suggested; onClose: () => void }

export function SuggestionWindow({ act, suggested, onClose }: WindowProps) {
  return act === 'accept' ? (
    <AcceptWindow suggested={suggested} onClose={onClose} />
  ) : (
    <DeclineWindow suggested={suggested} onClose={onClose} />
  )
}

/** A step may ask for a reason (rungs passed over) and for a certificate's day; the gate says what else is lacking. */
function AcceptWindow({ suggested, onClose }: Omit<WindowProps, 'act'>) {
  const { suggestions: say, gate, backForm } = useWords().record
  const { message } = App.useApp()
  const { today } = useMe()
  const act = useAct('acceptSuggestion', { quiet: true })
  const [reason, setReason] = useState('')
  const [certificateOn, setCertificateOn] = useState<string | null>(null)
  const { id, version, proposes } = suggested.suggestion
  const done = () => {
    void message.success(say.accepted)
    onClose()
  }
  const accept = () => act.mutate({ id, version, reason: reason.trim() || null, certificateOn }, { onSuccess: done })
  return (
    <FormWindow
      title={say.accept}
      submit={say.accept}
      onSubmit={accept}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <div className="act-subject">
        <SuggestionWords suggested={suggested} />
      </div>
      {(proposes.kind === 'climb' || proposes.kind === 'back') && (
        <>
          <p className="soft">{say.acceptHint}</p>
          <FormField label={proposes.kind === 'back' ? backForm.reason : gate.skipReason}>
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </FormField>
          {proposes.kind === 'climb' && (
            <FormField label={gate.certificateOn}>
              <DayField value={certificateOn} onChange={setCertificateOn} latest={today} />
            </FormField>
          )}
        </>
      )}
    </FormWindow>
  )
}

function DeclineWindow({ suggested, onClose }: Omit<WindowProps, 'act'>) {
  const { suggestions: say, backForm } = useWords().record
  const { message } = App.useApp()
  const act = useAct('declineSuggestion', { quiet: true })
  const { id, version } = suggested.suggestion
  const done = () => {
    void message.success(say.declined)
    onClose()
  }
  return (
    <WordsWindow
      title={say.decline}
      label={backForm.reason}
      hint={say.declineHint}
      submit={say.decline}
      act={act}
      onSubmit={(reason) => act.mutate({ id, version, reason }, { onSuccess: done })}
      onClose={onClose}
    >
      <div className="act-subject">
        <SuggestionWords suggested={suggested} />
      </div>
    </WordsWindow>
  )
}
