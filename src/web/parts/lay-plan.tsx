// The form in which a plan is laid: backwards, forwards or by hand, with the days each node takes here and days set by hand.

import { App, Input, InputNumber, Radio } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { ShownPlan } from '#contract/plans.ts'
import type { LaidFrom } from '#domain/plan.ts'
import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { DayField } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'

type From = z.infer<typeof LaidFrom>
type Place = { register: string; id: string; course: string }

/** What changed in the rows of the form; empty where nothing did. */
type Days = Record<string, string | null>
type Takes = Record<string, number | null>

export function LayPlan({ place, plan, onClose }: { place: Place; plan: ShownPlan; onClose: () => void }) {
  const { entry: say } = useWords().plans
  const { message } = App.useApp()
  const [from, setFrom] = useState<From>('target')
  const [day, setDay] = useState<string | null>(plan.targetOn)
  const [takes, setTakes] = useState<Takes>({})
  const [days, setDays] = useState<Days>({})
  const [reason, setReason] = useState('')
  const act = useAct('layPlan', { quiet: true })
  const open = plan.nodes.filter(({ doneOn }) => doneOn === null)
  const approved = (plan.plan?.baselines.length ?? 0) > 0
  const submit = () => {
    const laid = { takes, days, reason: reason.trim() || null, version: plan.plan?.version ?? 0 }
    act.mutate(
      { ...place, ...laid, from, ...(from !== 'hand' && day && { day }) },
      {
        onSuccess: () => {
          void message.success(say.laid)
          onClose()
        },
      },
    )
  }
  return (
    <FormWindow
      title={plan.plan ? say.layAgain : say.lay}
      submit={say.save}
      onSubmit={submit}
      onClose={onClose}
      busy={act.isPending}
      blocked={from !== 'hand' && day === null}
      error={act.error}
    >
      <fieldset className="act-field">
        <legend className="act-label">{say.from}</legend>
        <Radio.Group value={from} onChange={({ target }) => setFrom(target.value as From)}>
          {(['target', 'start', 'hand'] as const).map((one) => (
            <Radio key={one} value={one}>
              {say.froms[one]}
            </Radio>
          ))}
        </Radio.Group>
        <div className="soft act-hint">{say.fromHints[from]}</div>
      </fieldset>
      {from !== 'hand' && (
        <FormField label={from === 'target' ? say.targetDay : say.startDay} needed>
          <DayField value={day} onChange={setDay} />
        </FormField>
      )}
      <fieldset className="act-field">
        <legend className="act-label">{say.nodesLegend}</legend>
        <table className="plain-table lay-table">
          <thead>
            <tr>
              <th scope="col">{say.node}</th>
              <th scope="col">{say.takesHead}</th>
              <th scope="col">{say.dayHead}</th>
            </tr>
          </thead>
          <tbody>
            {open.map(({ key, name, takes: known, calendar, plannedOn }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <InputNumber
                    aria-label={`${name} ${say.takesHead}`}
                    min={0}
                    max={5000}
                    precision={0}
                    value={key in takes ? (takes[key] ?? null) : known}
                    suffix={say.takesUnit[calendar]}
                    onChange={(value) => setTakes({ ...takes, [key]: value })}
                  />
                </td>
                <td>
                  <DayField
                    aria-label={`${name} ${say.dayHead}`}
                    value={key in days ? (days[key] ?? null) : from === 'hand' ? plannedOn : null}
                    onChange={(value) => setDays(changed(days, key, value, from))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      {approved && (
        <FormField label={say.reasonField} hint={say.reasonHint}>
          <Input.TextArea rows={2} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </FormField>
      )}
    </FormWindow>
  )
}

/** Emptied: by hand the node leaves the plan, otherwise its day is reckoned again. */
function changed(days: Days, key: string, value: string | null, from: From): Days {
  const { [key]: _, ...others } = days
  return value !== null || from === 'hand' ? { ...others, [key]: value } : others
}
