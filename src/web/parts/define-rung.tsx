// One rung: what it is called, how long a stay should take, and the gate that leads onto it.

import { Button, InputNumber, Select } from 'antd'
import { type Gate, type Ladder, type Rung, rungOf } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Group, Place, Tick } from '#web/parts/define-controls.tsx'
import { useDesk, withPart } from '#web/parts/define-desk.ts'
import { DefineChecks, DefineConditions, DefineProofs } from '#web/parts/define-gate.tsx'
import { NameInput } from '#web/parts/define-inputs.tsx'
import { RolesBoxes } from '#web/parts/define-selects.tsx'

const deciders = ['leader', 'office', 'keeper', 'unit-head', 'unit-officer'] as const

export function DefineRung({ ladder, rung }: { ladder: Ladder; rung: Rung }) {
  const { define } = useWords()
  const say = define.ladder
  const { change } = useDesk()
  const at = `ladders.${ladder.key}.rungs.${rung.key}`
  const set = (part: Partial<Rung>) =>
    change((now) => {
      const there = now.ladders.find(({ key }) => key === ladder.key)?.rungs ?? []
      const rungs = there.map((one) => (one.key === rung.key ? { ...one, ...part } : one))
      return withPart(now, 'ladders', ladder.key, { rungs })
    })
  const setGate = (part: Partial<Gate>) => set({ gate: { ...rung.gate, ...part } })
  const { gate } = rung
  return (
    <DefineForm at={at}>
      <Place at={`${at}.name`} label={say.rungName} needed>
        <NameInput value={rung.name} placeholder={say.rungFresh} onType={(name) => set({ name })} />
      </Place>
      <div className="define-row">
        <Days
          at={`${at}.usualDays`}
          label={say.usualDays}
          hint={say.usualDaysHint}
          value={rung.usualDays}
          onDays={(usualDays) => set({ usualDays })}
        />
        <Days
          at={`${at}.stuckDays`}
          label={say.stuckDays}
          hint={say.stuckDaysHint}
          value={rung.stuckDays}
          onDays={(stuckDays) => set({ stuckDays })}
        />
      </div>
      <RuleSetPart rung={rung} at={at} onRuleSet={(ruleSet) => set({ ruleSet })} />
      <h3>{say.gate}</h3>
      <DefineConditions at={at} gate={gate} onGate={setGate} />
      <DefineProofs at={at} gate={gate} onGate={setGate} />
      <DefineChecks at={at} gate={gate} onGate={setGate} />
      <Group at={`${at}.decides`} label={say.decides}>
        <RolesBoxes roles={deciders} value={gate.decides} onChange={(decides) => setGate({ decides })} />
      </Group>
      <Tick
        label={say.otherParty}
        hint={say.otherPartyHint}
        checked={gate.otherParty}
        onChange={(otherParty) => setGate({ otherParty })}
      />
      <Tick
        label={say.certificate}
        hint={say.certificateHint}
        checked={gate.certificate}
        onChange={(certificate) => setGate({ certificate })}
      />
      <Tick
        label={say.skippable}
        hint={say.skippableHint}
        checked={gate.skippable}
        onChange={(skippable) => setGate({ skippable })}
      />
      <div className="define-end">
        <RetireRung ladder={ladder} rung={rung} onRung={set} />
      </div>
    </DefineForm>
  )
}

type RuleSetProps = { rung: Rung; at: string; onRuleSet: (ruleSet: string | null) => void }

/** Shipped rule sets and those that the zone has put in force; what is chosen and no longer there stays visible. */
function RuleSetPart({ rung, at, onRuleSet }: RuleSetProps) {
  const { define } = useWords()
  const say = define.ladder
  const { data } = useQuestion('listRuleSets', {}, { staleTime: 60_000 })
  const sets = [...(data?.own ?? []).map(({ set }) => set), ...(data?.shipped ?? [])]
  const codes = [...new Set([...sets.map(({ code }) => code), ...(rung.ruleSet === null ? [] : [rung.ruleSet])])]
  const titleOf = (code: string) => sets.find((set) => set.code === code)?.title ?? code
  return (
    <Place at={`${at}.ruleSet`} label={say.ruleSet} hint={say.ruleSetHint}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={say.ruleSetNone}
        value={rung.ruleSet ?? undefined}
        options={codes.map((value) => ({ value, label: titleOf(value) }))}
        onChange={(code?: string) => onRuleSet(code ?? null)}
      />
    </Place>
  )
}

type DaysProps = {
  at: string
  label: string
  hint: string
  value: number | null
  onDays: (days: number | null) => void
}

function Days({ at, label, hint, value, onDays }: DaysProps) {
  return (
    <Place at={at} label={label} hint={hint}>
      <InputNumber value={value} min={1} max={10_000} precision={0} onChange={(days) => onDays(days ?? null)} />
    </Place>
  )
}

/** What was never saved is deleted; a ladder keeps its last rung. */
function RetireRung({ ladder, rung, onRung }: { ladder: Ladder; rung: Rung; onRung: (part: Partial<Rung>) => void }) {
  const { define } = useWords()
  const { saved, change, goTo } = useDesk()
  const old = saved?.definition.ladders.find(({ key }) => key === ladder.key)
  if (old && rungOf(old, rung.key))
    return (
      <span className="define-retire">
        <Button onClick={() => onRung({ retired: !rung.retired })}>
          {rung.retired ? define.list.bringBack : define.list.retire}
        </Button>
        <span className="soft">{define.ladder.retireHint}</span>
      </span>
    )
  if (ladder.rungs.length === 1) return null
  const remove = () => {
    change((now) => withPart(now, 'ladders', ladder.key, { rungs: ladder.rungs.filter(({ key }) => key !== rung.key) }))
    goTo(`ladders.${ladder.key}`)
  }
  return (
    <Button danger onClick={remove}>
      {define.list.remove}
    </Button>
  )
}
