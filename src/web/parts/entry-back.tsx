// Steps that only need a reason: back to a lower rung (退阶), off the ladder (离阶), on to it again, and striking out a step that
// was recorded by mistake. One form, one row of a table each.

import { App, Input, Select } from 'antd'
import { useState } from 'react'
import type { Ladder, Register, Rung } from '#domain/register.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { type AllWords, useWords } from '#web/language.ts'
import type { EntryPage } from '#web/parts/entry-page.ts'
import { DayField } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'

export type BackKind = 'back' | 'leave' | 'again'

type Props = {
  kind: BackKind
  register: Register
  page: Pick<EntryPage, 'entry'>
  ladder: Ladder
  /** The rung that a card was dropped on; it can still be changed. */
  to?: Rung | null
  onDone: () => void
  onClose: () => void
}

const hints: Record<BackKind, (say: AllWords['record']['backForm']) => string> = {
  back: (say) => say.backHint,
  leave: (say) => say.leaveHint,
  again: (say) => say.againHint,
}

export function BackWindow({ kind, register, page: { entry }, ladder, to = null, onDone, onClose }: Props) {
  const {
    record: { acts, backForm: say, gate },
  } = useWords()
  const { today } = useMe()
  const { message } = App.useApp()
  const back = useAct('stepBack', { quiet: true })
  const leave = useAct('leaveLadder', { quiet: true })
  const at = entry.rungs[ladder.key]
  const rungs = rungsBelow(ladder, at?.rung ?? null, kind === 'again')
  const [rung, setRung] = useState(to?.key ?? rungs.at(-1)?.key ?? null)
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const done = () => {
    void message.success(say.done)
    onDone()
  }
  const take = () => {
    const step = { register: register.definition.code, id: entry.id, version: entry.version, ladder: ladder.key }
    const said = { ...step, reason, ...(on && { on }) }
    if (kind === 'leave') leave.mutate(said, { onSuccess: done })
    else if (rung) back.mutate({ ...said, to: rung }, { onSuccess: done })
  }
  return (
    <FormWindow
      title={`${acts[kind]} · ${ladder.name}`}
      submit={acts[kind]}
      onSubmit={take}
      onClose={onClose}
      busy={back.isPending || leave.isPending}
      blocked={reason.trim() === '' || (kind !== 'leave' && rung === null)}
      error={back.error ?? leave.error}
      danger={kind === 'leave'}
    >
      <div className="act-subject">
        <strong>{entry.values[register.definition.title] as string | undefined}</strong>
        <div className="soft">
          {ladder.name} · {ladder.rungs.find(({ key }) => key === at?.rung)?.name ?? gate.below}
        </div>
      </div>
      {kind !== 'leave' && (
        <FormField label={kind === 'again' ? say.toAgain : say.to} needed>
          <Select
            value={rung}
            onChange={setRung}
            options={rungs.map(({ key, name }) => ({ value: key, label: name }))}
            popupMatchSelectWidth={false}
          />
        </FormField>
      )}
      <FormField label={say.reason} hint={hints[kind](say)} needed>
        <Input.TextArea rows={3} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </FormField>
      <FormField label={gate.on} needed>
        <DayField value={on ?? today} onChange={setOn} earliest={at?.since} latest={today} />
      </FormField>
    </FormWindow>
  )
}

/** Rungs that can be gone back to; coming on to the ladder again the present one is among them. */
export function rungsBelow({ rungs }: Ladder, at: string | null, itself: boolean): Rung[] {
  const place = rungs.findIndex(({ key }) => key === at)
  return rungs.filter(({ retired }, i) => !retired && (i < place || (itself && i === place)))
}

/** Rungs above where it stands, from the next one up. */
export function rungsAbove({ rungs }: Ladder, at: string | null): Rung[] {
  const place = rungs.findIndex(({ key }) => key === at)
  return rungs.filter(({ retired }, i) => !retired && i > place)
}
