// The steps of an entry on all its ladders, the newest first: what it was, why, with which certificate and evidence, what is
// still owed and can be supplied, and what was struck out.

import { Button } from 'antd'
import { useState } from 'react'
import type { Climb, Owed } from '#domain/climb.ts'
import { downloadUrl } from '#web/client.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { WordsWindow } from '#web/parts/entry-reason.tsx'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { SupplyWindow } from '#web/parts/entry-supply.tsx'
import { LateMark } from '#web/parts/late-mark.tsx'
import { PersonName } from '#web/parts/names.tsx'

export function EntrySteps(props: EntryPartProps) {
  const { steps: say } = useWords().record
  const { climbs } = props.page
  return (
    <section className="section" aria-labelledby="steps-title">
      <h2 id="steps-title">{say.title}</h2>
      {climbs.length === 0 && <p className="soft">{say.none}</p>}
      <ol className="log">
        {climbs.toReversed().map((climb) => (
          <StepLine key={climb.id} climb={climb} {...props} />
        ))}
      </ol>
    </section>
  )
}

type StepProps = EntryPartProps & { climb: Climb }

function useStepName() {
  const { steps: say, gate } = useWords().record
  return ({ definition }: EntryPartProps['register'], { ladder: key, kind, from, to }: Climb) => {
    const ladder = definition.ladders.find((one) => one.key === key)
    const name = (rung: string | null) => ladder?.rungs.find((one) => one.key === rung)?.name ?? rung ?? ''
    const way = kind === 'left' ? name(from) : say.fromTo(from ? name(from) : gate.below, name(to))
    return { kind: say.kinds[kind], ladder: ladder?.name ?? key, way, name }
  }
}

function StepLine({ climb, register, page, asOf }: StepProps) {
  const {
    record: { steps: say, ladder: words },
    shell,
  } = useWords()
  const { kind, ladder, way, name } = useStepName()(register, climb)
  const files = page.files.filter(({ id }) => climb.evidence.includes(id))
  return (
    <li className={climb.struck ? 'log-entry is-struck' : 'log-entry'}>
      <div className="log-head">
        <strong>{kind}</strong>
        <span className="step-way">
          {ladder} {way}
        </span>
        <span className="soft nowrap">
          {climb.on} <PersonName id={climb.by} />
        </span>
        {asOf === null && !climb.struck && (
          <Strike climb={climb} register={register} page={page} named={`${kind} ${way}`} />
        )}
      </div>
      {climb.struck && <p className="log-note is-no">{say.struck(climb.struck.on, climb.struck.reason)}</p>}
      {climb.skipped.length > 0 && (
        <p className="log-note">{say.skipped(climb.skipped.map(name).join(shell.listMark))}</p>
      )}
      {climb.reason && <p className="log-note">{say.reason(climb.reason)}</p>}
      {climb.certificateOn && <p className="log-note">{words.certificate(climb.certificateOn)}</p>}
      {climb.again && !climb.struck && <p className="log-note soft">{say.again}</p>}
      {files.length > 0 && (
        <ul className="evidence-list">
          {files.map(({ id, file, proves }) => (
            <li key={id}>
              <span className="evidence-kind">{proves}</span>
              <a href={downloadUrl('getEntryFile', { id })} download={file.name} className="underlined">
                {file.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {climb.owed.map((owed) => (
        <OwedLine key={owed.kind} owed={owed} climb={climb} register={register} page={page} asOf={asOf} />
      ))}
    </li>
  )
}

function Strike({ climb, register, page, named }: Omit<StepProps, 'asOf'> & { named: string }) {
  const { record } = useWords()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const act = useAct('strikeClimb', { quiet: true })
  const { entry } = page
  if (!mayPass('strikeClimb', me.roles) || !keepsEntry(register.definition, entry, me)) return null
  const close = () => setOpen(false)
  const of = { register: register.definition.code, id: entry.id, version: entry.version, climb: climb.id }
  return (
    <>
      <button
        type="button"
        className="word-button log-act not-printed"
        aria-label={record.steps.strikeOf(named)}
        onClick={() => setOpen(true)}
      >
        {record.acts.strike}
      </button>
      {open && (
        <WordsWindow
          title={record.acts.strike}
          label={record.backForm.reason}
          hint={record.steps.strikeHint}
          submit={record.acts.strike}
          danger
          act={act}
          onSubmit={(reason) => act.mutate({ ...of, reason }, { onSuccess: close })}
          onClose={close}
        >
          <div className="act-subject">
            <strong>{named}</strong> <span className="soft">{climb.on}</span>
          </div>
        </WordsWindow>
      )}
    </>
  )
}

function OwedLine({ owed, climb, register, page, asOf }: StepProps & { owed: Owed }) {
  const { record } = useWords()
  const { steps: say, gate } = record
  const me = useMe()
  const [open, setOpen] = useState(false)
  const { kind, dueOn, supplied } = owed
  if (supplied) {
    return (
      <p className="log-note">
        <span aria-hidden="true">✓</span> {say.supplied(kind, supplied.on)}
      </p>
    )
  }
  const late = (asOf === null ? me.today : asOf.slice(0, 10)) > dueOn
  const may = asOf === null && !climb.struck && keepsEntry(register.definition, page.entry, me)
  return (
    <p className="log-note owed-line">
      <strong>
        <span aria-hidden="true">△</span> {say.owed}
      </strong>{' '}
      {say.owedBy(kind, dueOn)}
      {late && !climb.struck && <LateMark words={gate.late} />}
      {may && (
        <Button size="small" aria-label={say.supplyOf(kind)} onClick={() => setOpen(true)}>
          {say.supply}
        </Button>
      )}
      {open && (
        <SupplyWindow register={register} page={page} climb={climb} kind={kind} onClose={() => setOpen(false)} />
      )}
    </p>
  )
}
