// The commitments that an entry leads to, the way to make it one, and the way to take commitments up as entries that lead
// here: what is said once is not typed twice.

import { Link } from '@tanstack/react-router'
import { App, Button, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { Field, Register } from '#domain/register.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { DayField, UnitSelect } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'

export function EntryMatters(props: EntryPartProps) {
  const { matters: say } = useWords().findings
  const { register, asOf } = props
  const { roles } = useMe()
  const own = register.definition.fields.filter(({ type, retired }) => type === 'commitment' && !retired)
  const leading = useLeading(register)
  const gives = asOf === null && props.page.entry.removed === null && mayPass('entrustEntry', roles)
  if (own.length === 0 && !(gives && leading.length > 0)) return null
  return (
    <section className="section" aria-labelledby="matters-title">
      <h2 id="matters-title">{say.title}</h2>
      {own.map((field) => (
        <Matter key={field.key} field={field} gives={gives} {...props} />
      ))}
      {gives && leading.map((one) => <TakeUp key={one.register.id} {...one} here={props} />)}
    </section>
  )
}

function Matter({ field, gives, register, page }: EntryPartProps & { field: Field; gives: boolean }) {
  const { findings, nouns } = useWords()
  const { matters: say } = findings
  const [asking, setAsking] = useState(false)
  const matter = page.entry.commitments[field.key]
  if (matter)
    return (
      <p>
        <Link to="/commitments/$id" params={{ id: matter.id }}>
          {matter.number} {matter.title}
        </Link>{' '}
        <span className="nowrap">
          {nouns.stages[matter.stage]} {matter.percent}%
        </span>{' '}
        <span className="soft nowrap">
          {matter.dueOn} {say.proofs(matter.proofs)}
        </span>
      </p>
    )
  if (page.entry.values[field.key] !== undefined) return null
  return (
    <>
      <p className="soft">{say.none}</p>
      {gives && field.makes && (
        <Button size="small" className="not-printed" onClick={() => setAsking(true)}>
          {say.entrust}
        </Button>
      )}
      {asking && field.makes && <Entrust {...{ register, page, field }} onClose={() => setAsking(false)} />}
    </>
  )
}

type EntrustProps = Omit<EntryPartProps, 'asOf'> & { field: Field; onClose: () => void }

function Entrust({ register, page, field, onClose }: EntrustProps) {
  const { matters: say } = useWords().findings
  const { message } = App.useApp()
  const act = useAct('entrustEntry', { quiet: true })
  const { entry } = page
  const makes = field.makes!
  const said = (key: string | null) => (key === null ? null : ((entry.values[key] as string | undefined) ?? null))
  const [lead, setLead] = useState(said(makes.lead))
  const [dueOn, setDueOn] = useState(said(makes.dueOn))
  const entrust = () =>
    act.mutate(
      {
        ...{ register: register.definition.code, id: entry.id, version: entry.version, field: field.key },
        duty: { ...(lead !== null && { lead }), ...(dueOn !== null && { dueOn }) },
      },
      {
        onSuccess: ({ commitment }) => {
          void message.success(say.entrusted(commitment.number))
          onClose()
        },
      },
    )
  return (
    <FormWindow
      title={say.entrust}
      submit={say.entrust}
      onSubmit={entrust}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <p>{said(makes.title)}</p>
      <p className="soft">{say.entrustHint}</p>
      <FormField label={say.lead}>
        <UnitSelect value={lead} onChange={setLead} />
      </FormField>
      <FormField label={say.due}>
        <DayField value={dueOn} onChange={setDueOn} />
      </FormField>
    </FormWindow>
  )
}

type Leading = { register: Register; via: Field; field: Field }

/** Registers whose entries lead here and can be made of commitments. */
function useLeading({ definition: { code } }: Register): Leading[] {
  const { data } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  return (data?.own ?? []).flatMap((register) => {
    const { fields } = register.definition
    const via = fields.find(({ type, of, retired }) => type === 'entry' && of === code && !retired)
    const field = fields.find(({ makes, retired }) => makes !== null && !retired)
    return via && field ? [{ register, via, field }] : []
  })
}

function TakeUp({ register, via, field, here }: Leading & { here: EntryPartProps }) {
  const { matters: say } = useWords().findings
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" className="not-printed" onClick={() => setOpen(true)}>
        {say.takeUp(register.definition.entryName)}
      </Button>
      {open && <TakeUpWindow {...{ register, via, field, here }} onClose={() => setOpen(false)} />}
    </>
  )
}

const offered = 20

function TakeUpWindow({
  register,
  via,
  field,
  here,
  onClose,
}: Leading & { here: EntryPartProps; onClose: () => void }) {
  const { findings, shell } = useWords()
  const { matters: say } = findings
  const { message } = App.useApp()
  const act = useAct('takeUpCommitments', { quiet: true })
  const [chosen, setChosen] = useState<string[]>([])
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuestion('listCommitments', { limit: offered, ...(text && { text }) }, { keep: true })
  const options = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.number} ${row.title}` }))
  const { code, entryName } = register.definition
  const takeUp = () =>
    act.mutate(
      { register: code, field: field.key, commitments: chosen, values: { [via.key]: here.page.entry.id } },
      {
        onSuccess: (entries) => {
          void message.success(say.taken(entries.length, entryName))
          onClose()
        },
      },
    )
  return (
    <FormWindow
      title={say.takeUp(entryName)}
      submit={say.takeUp(entryName)}
      onSubmit={takeUp}
      onClose={onClose}
      busy={act.isPending}
      blocked={chosen.length === 0}
      error={act.error}
    >
      <p className="soft">{say.takeUpHint}</p>
      <FormField label={say.choose} needed>
        <Select
          mode="multiple"
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={isFetching}
          value={chosen}
          onChange={setChosen}
          options={options}
          placeholder={shell.choose}
        />
      </FormField>
    </FormWindow>
  )
}
