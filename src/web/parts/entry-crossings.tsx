// The rounds of checks (联审) of an entry: which units were asked for which rung, who has answered what, who is late.

import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Crossing } from '#domain/crossing.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { CheckAnswerWindow } from '#web/parts/check-answer.tsx'
import { CheckActs, CheckLine } from '#web/parts/checklist-checks.tsx'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { WordsWindow } from '#web/parts/entry-reason.tsx'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import './checklist.css'

export function EntryCrossings({ register, page, asOf }: EntryPartProps) {
  const { crossing: say } = useWords().record
  if (page.crossings.length === 0) return null
  return (
    <section className="section" aria-labelledby="crossings-title">
      <h2 id="crossings-title">{say.title}</h2>
      {page.crossings.map((crossing) => (
        <Round key={crossing.id} crossing={crossing} register={register} page={page} asOf={asOf} />
      ))}
    </section>
  )
}

function Round({ crossing, register, page, asOf }: EntryPartProps & { crossing: Crossing }) {
  const { crossing: say } = useWords().record
  const me = useMe()
  const [window, setWindow] = useState<ReactNode>(null)
  const ladder = register.definition.ladders.find(({ key }) => key === crossing.ladder)
  const rung = ladder?.rungs.find(({ key }) => key === crossing.to)
  const today = asOf === null ? me.today : asOf.slice(0, 10)
  const keeps = keepsEntry(register.definition, page.entry, me)
  const close = () => setWindow(null)
  return (
    <article className="log-entry">
      <div className="log-head">
        <strong>{say.to(rung?.name ?? crossing.to)}</strong>
        <span className="soft">{ladder?.name}</span>
        <span>{say.states[crossing.state]}</span>
        <span className="soft nowrap">{say.opened(crossing.openedOn)}</span>
        {asOf === null && keeps && crossing.state === 'open' && <Withdraw crossing={crossing} />}
      </div>
      {crossing.reason && <p className="log-note">{say.withdrawn(crossing.reason)}</p>}
      <ul className="gate-list">
        {crossing.checks.map((check) => (
          <li key={check.key}>
            <CheckLine
              check={{
                ...check,
                by: '',
                late:
                  crossing.state === 'open' && check.state === 'asked' && check.dueOn !== null && today > check.dueOn,
              }}
            />
            {check.owed.map(({ kind, dueOn }) => (
              <p key={kind} className="gate-note">
                {say.owed(kind, dueOn)}
              </p>
            ))}
            {asOf === null && (
              <CheckActs
                check={check}
                crossing={crossing}
                keeps={keeps}
                onAnswer={(answering) =>
                  setWindow(<CheckAnswerWindow answering={answering} onDone={close} onClose={close} />)
                }
              />
            )}
          </li>
        ))}
      </ul>
      {window}
    </article>
  )
}

function Withdraw({ crossing: { id, version } }: { crossing: Crossing }) {
  const { gate, crossing: say, backForm } = useWords().record
  const [open, setOpen] = useState(false)
  const act = useAct('withdrawCrossing', { quiet: true })
  const close = () => setOpen(false)
  return (
    <>
      <Button size="small" className="log-act not-printed" onClick={() => setOpen(true)}>
        {gate.withdraw}
      </Button>
      {open && (
        <WordsWindow
          title={gate.withdraw}
          label={backForm.reason}
          hint={say.withdrawHint}
          submit={gate.withdraw}
          danger
          act={act}
          onSubmit={(reason) => act.mutate({ id, version, reason }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  )
}
