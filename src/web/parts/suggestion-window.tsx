// Deciding on what a step has proposed: accepted, it is done at once by the usual rules; declined, with a reason.

import { Link } from '@tanstack/react-router'
import { App, Input } from 'antd'
import { useState } from 'react'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { emptyDraft, isReady, openItems } from '#web/parts/checklist-state.ts'
import { WordsWindow } from '#web/parts/entry-reason.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'
import { type Suggested, SuggestionWords } from '#web/parts/suggestion-words.tsx'
import './checklist.css'

type WindowProps = { act: 'accept' | 'decline'; suggested: Suggested; onClose: () => void }

export function SuggestionWindow({ act, suggested, onClose }: WindowProps) {
  if (act === 'decline') return <DeclineWindow suggested={suggested} onClose={onClose} />
  return suggested.suggestion.proposes.kind === 'climb' ? (
    <AcceptClimb suggested={suggested} proposes={suggested.suggestion.proposes} onClose={onClose} />
  ) : (
    <AcceptWindow suggested={suggested} onClose={onClose} />
  )
}

function useAccept(suggested: Suggested, onClose: () => void) {
  const { suggestions: say } = useWords().record
  const { message } = App.useApp()
  const act = useAct('acceptSuggestion', { quiet: true })
  const { id, version } = suggested.suggestion
  const done = () => {
    void message.success(say.accepted)
    onClose()
  }
  const accept = (said: { reason?: string | null; certificateOn?: string | null }) =>
    act.mutate({ id, version, ...said }, { onSuccess: done })
  return { act, accept }
}

function AcceptWindow({ suggested, onClose }: Omit<WindowProps, 'act'>) {
  const { suggestions: say } = useWords().record
  const { act, accept } = useAccept(suggested, onClose)
  return (
    <FormWindow
      title={say.accept}
      submit={say.accept}
      onSubmit={() => accept({})}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <div className="act-subject">
        <SuggestionWords suggested={suggested} />
      </div>
    </FormWindow>
  )
}

type Climbing = Extract<Suggested['suggestion']['proposes'], { kind: 'climb' }>

/** A proposed step passes its gate as ever: what is lacking there is mended on the entry's page. */
function AcceptClimb({ suggested, proposes, onClose }: Omit<WindowProps, 'act'> & { proposes: Climbing }) {
  const { suggestions: say, gate } = useWords().record
  const { today } = useMe()
  const { act, accept } = useAccept(suggested, onClose)
  const [draft, setDraft] = useState(emptyDraft)
  const { register: code } = suggested
  const { entry: id, ladder, rung: to } = proposes
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const { data: list, error } = useQuestion('getChecklist', { register: code, id, ladder, to })
  const ladders = all?.own.find(({ definition }) => definition.code === code)?.definition.ladders
  const rung = ladders?.find(({ key }) => key === ladder)?.rungs.find(({ key }) => key === to)
  const open = list ? openItems(list, draft) : 0
  return (
    <FormWindow
      title={say.accept}
      submit={say.accept}
      onSubmit={() => accept({ reason: draft.reason.trim() || null, certificateOn: draft.certificateOn })}
      onClose={onClose}
      busy={act.isPending}
      blocked={!list || !rung || !isReady(list, rung.gate, draft)}
      error={act.error ?? error}
    >
      <div className="act-subject">
        <SuggestionWords suggested={suggested} />
      </div>
      <p className="soft">{say.acceptHint}</p>
      {open > 0 && (
        <div className="gate-outcome is-closed" role="status">
          <span aria-hidden="true">✗</span> {gate.closed(open)}{' '}
          <Link to="/registers/$code/$id" params={{ code, id }} className="underlined" onClick={onClose}>
            {say.toEntry}
          </Link>
        </div>
      )}
      {list && list.skipped.length > 0 && (
        <FormField label={gate.skipReason} needed>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={draft.reason}
            onChange={({ target }) => setDraft({ ...draft, reason: target.value })}
          />
        </FormField>
      )}
      {rung?.gate.certificate && (
        <FormField label={gate.certificateOn} hint={gate.certificateHint} needed>
          <DayField
            value={draft.certificateOn}
            onChange={(certificateOn) => setDraft({ ...draft, certificateOn })}
            latest={today}
          />
        </FormField>
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
