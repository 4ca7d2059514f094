// The answer of a unit that checks: passed, if need be with something still owed (容缺), or returned with what is wrong.

import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { dayAfter } from '#web/parts/checklist-proofs.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'

export type Answering = { crossing: string; version: number; check: string; asks: string; says: 'pass' | 'return' }

type Props = { answering: Answering; onDone: () => void; onClose: () => void }

export function CheckAnswerWindow({ answering, onDone, onClose }: Props) {
  const { gate: say } = useWords().record
  const { today } = useMe()
  const pass = useAct('passCheck', { quiet: true })
  const giveBack = useAct('returnCheck', { quiet: true })
  const [remark, setRemark] = useState('')
  const [owing, setOwing] = useState(false)
  const [owed, setOwed] = useState<{ kind: string; dueOn: string | null }>({ kind: '', dueOn: null })
  const { crossing: id, version, check, asks, says } = answering
  const passes = says === 'pass'
  const named = owed.kind.trim() !== '' && owed.dueOn !== null
  const answer = () => {
    const of = { id, version, check }
    if (!passes) return giveBack.mutate({ ...of, remark }, { onSuccess: onDone })
    const follows = owing && owed.dueOn ? [{ kind: owed.kind.trim(), dueOn: owed.dueOn }] : []
    pass.mutate({ ...of, remark: remark.trim() || null, owed: follows }, { onSuccess: onDone })
  }
  return (
    <FormWindow
      title={`${passes ? say.pass : say.return}：${asks}`}
      submit={passes ? say.pass : say.return}
      onSubmit={answer}
      onClose={onClose}
      busy={pass.isPending || giveBack.isPending}
      blocked={passes ? owing && !named : remark.trim() === ''}
      error={pass.error ?? giveBack.error}
      danger={!passes}
    >
      <FormField label={say.remark} needed={!passes} {...(!passes && { hint: say.returnHint })}>
        <Input.TextArea rows={3} maxLength={10_000} value={remark} onChange={({ target }) => setRemark(target.value)} />
      </FormField>
      {passes && (
        <Checkbox checked={owing} onChange={({ target }) => setOwing(target.checked)}>
          {say.passOwing}
        </Checkbox>
      )}
      {passes && owing && (
        <>
          <FormField label={say.owedKind} needed>
            <Input
              maxLength={500}
              value={owed.kind}
              onChange={({ target }) => setOwed({ ...owed, kind: target.value })}
            />
          </FormField>
          <FormField label={say.oweBy(owed.kind)} needed>
            <DayField value={owed.dueOn} onChange={(dueOn) => setOwed({ ...owed, dueOn })} earliest={dayAfter(today)} />
          </FormField>
        </>
      )}
    </FormWindow>
  )
}
