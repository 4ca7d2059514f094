// The checks of other units at a gate: whose turn it is, who is late, what was returned and why. All are asked at once; what
// was returned is asked again; who checks can answer right here.

import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Gate, Register } from '#domain/register.ts'
import { useAct, useDirectory, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Answering, CheckAnswerWindow } from '#web/parts/check-answer.tsx'
import type { Checklist } from '#web/parts/checklist-state.ts'
import type { EntryPage } from '#web/parts/entry-page.ts'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { UnitSelect } from '#web/parts/fields.tsx'
import { LateMark } from '#web/parts/late-mark.tsx'
import { UnitName } from '#web/parts/names.tsx'

type Props = {
  register: Register
  page: EntryPage
  list: Checklist
  gate: Gate
  /** A window that must stand outside the form. */
  onBeside: (window: ReactNode) => void
  onClosed: () => void
}

export function ChecklistChecks({ register, page, list, gate, onBeside, onClosed }: Props) {
  const { gate: say } = useWords().record
  const me = useMe()
  const keeps = keepsEntry(register.definition, page.entry, me)
  if (list.checks.length === 0) return null
  const answer = (answering: Answering) =>
    onBeside(<CheckAnswerWindow answering={answering} onDone={onClosed} onClose={onClosed} />)
  return (
    <section className="gate-part">
      <h2>{say.checks}</h2>
      {list.crossing === null && keeps ? (
        <AskAll register={register} page={page} list={list} gate={gate} />
      ) : (
        <ul className="gate-list">
          {list.checks.map((check) => (
            <li key={check.key}>
              <CheckLine check={check} />
              <CheckActs check={check} crossing={list.crossing} keeps={keeps} onAnswer={answer} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export type CheckShown = Checklist['checks'][number]

const marks: Record<CheckShown['state'], string> = { 'not-asked': '○', asked: '…', passed: '✓', returned: '↩' }

export function CheckLine({ check: { asks, unit, by, state, dueOn, late, remark } }: { check: CheckShown }) {
  const { gate: say } = useWords().record
  return (
    <>
      <div className="gate-item">
        <span className={`gate-mark is-${state}`} aria-hidden="true">
          {marks[state]}
        </span>
        <span>{asks}</span>
        <span className="soft">{unit ? <UnitName id={unit} /> : by && say.usually(by)}</span>
        <strong className={`gate-state is-${state}`}>{say.checkStates[state]}</strong>
        {dueOn && state === 'asked' && <span className="nowrap">{say.dueOn(dueOn)}</span>}
        {late && <LateMark words={say.late} />}
      </div>
      {remark && <p className="gate-note">{remark}</p>}
    </>
  )
}

type ActsProps = {
  check: Pick<CheckShown, 'key' | 'asks' | 'state' | 'unit'>
  crossing: Checklist['crossing']
  keeps: boolean
  onAnswer: (answering: Answering) => void
}

/** Passing and returning for those who check, asking again for those who keep the entry. */
export function CheckActs({ check: { key, asks, state, unit }, crossing, keeps, onAnswer }: ActsProps) {
  const { gate: say } = useWords().record
  const { units, roles } = useMe()
  const again = useAct('askCheckAgain')
  if (crossing?.state !== 'open') return null
  const { id, version } = crossing
  const checks = roles.includes('office') || (unit !== null && units.includes(unit))
  const answering = { crossing: id, version, check: key, asks }
  return (
    <div className="gate-acts">
      {state === 'asked' && checks && (
        <>
          <Button size="small" aria-label={say.passOf(asks)} onClick={() => onAnswer({ ...answering, says: 'pass' })}>
            {say.pass}
          </Button>
          <Button
            size="small"
            aria-label={say.returnOf(asks)}
            onClick={() => onAnswer({ ...answering, says: 'return' })}
          >
            {say.return}
          </Button>
        </>
      )}
      {state === 'returned' && keeps && (
        <Button
          size="small"
          aria-label={say.askAgainOf(asks)}
          loading={again.isPending}
          onClick={() => again.mutate({ id, version, check: key })}
        >
          {say.askAgain}
        </Button>
      )}
    </div>
  )
}

/** Before anybody is asked: who checks what. Where the definition does not say, whoever asks does. */
function AskAll({ register, page, list, gate }: Omit<Props, 'onBeside' | 'onClosed'>) {
  const { gate: say } = useWords().record
  const directory = useDirectory()
  const open = useAct('openCrossing')
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const suggested = (by: string) => {
    const fitting = directory?.units.filter(({ shortName }) => by !== '' && shortName.includes(by)) ?? []
    return fitting.length === 1 ? fitting[0]!.id : null
  }
  const unitOf = ({ key, unit, by }: CheckShown) => (key in chosen ? chosen[key]! : (unit ?? suggested(by)))
  const units = Object.fromEntries(list.checks.map((check) => [check.key, unitOf(check)]))
  const complete = Object.values(units).every((unit) => unit !== null)
  const { code } = register.definition
  const { id, version } = page.entry
  const ask = () =>
    open.mutate({
      register: code,
      id,
      version,
      ladder: list.ladder,
      to: list.to,
      units: units as Record<string, string>,
    })
  return (
    <>
      <p className="soft">{say.askFirst}</p>
      <ul className="gate-list">
        {list.checks.map((check) => (
          <li key={check.key} className="gate-unit">
            <span>
              {check.asks}{' '}
              <span className="soft">
                {say.workdays(gate.checks.find(({ key }) => key === check.key)?.workdays ?? 0)}
                {check.by && check.unit === null && ` · ${say.usually(check.by)}`}
              </span>
            </span>
            <UnitSelect
              aria-label={say.checkUnit(check.asks)}
              value={unitOf(check)}
              onChange={(unit) => setChosen({ ...chosen, [check.key]: unit })}
            />
          </li>
        ))}
      </ul>
      <Button onClick={ask} loading={open.isPending} disabled={!complete}>
        {say.askAll}
      </Button>
    </>
  )
}
