// What a gate asks for: conditions in the rule language with their words, proofs, and checks by other units at the same time.

import { Button, Checkbox, Input, InputNumber } from 'antd'
import type { Check, Gate } from '#domain/register.ts'
import { freshKey } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { Faults, Group, Place, RuleField } from '#web/parts/define-controls.tsx'
import { Part } from '#web/parts/define-part.tsx'
import { UnitSelect } from '#web/parts/fields.tsx'

type Props = { at: string; gate: Gate; onGate: (part: Partial<Gate>) => void }

/** Changes of a list by place. */
function editing<P>(parts: readonly P[], onParts: (parts: P[]) => void) {
  return {
    set: (place: number, part: Partial<P>) => onParts(parts.map((one, i) => (i === place ? { ...one, ...part } : one))),
    remove: (place: number) => onParts(parts.filter((_, i) => i !== place)),
    add: (part: P) => onParts([...parts, part]),
  }
}

export function DefineConditions({ at, gate, onGate }: Props) {
  const { define } = useWords()
  const say = define.ladder
  const { set, remove, add } = editing(gate.conditions, (conditions) => onGate({ conditions }))
  return (
    <Group label={say.conditions} hint={say.conditionsHint}>
      {gate.conditions.map(({ rule, words }, place) => {
        const here = `${at}.conditions.${place}`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own, and is not moved
          <Part key={place} label={say.conditionNo(place + 1)} onRemove={() => remove(place)}>
            <Place at={`${here}.words`} label={say.conditionWords} hint={say.conditionWordsHint}>
              <Input value={words} maxLength={200} onChange={(event) => set(place, { words: event.target.value })} />
            </Place>
            <RuleField
              label={`${say.conditionRule}：${say.conditionNo(place + 1)}`}
              rule={rule}
              onChange={(text) => set(place, { rule: text })}
            />
            <Faults at={`${here}.rule`} />
          </Part>
        )
      })}
      <Button size="small" onClick={() => add({ rule: '', words: '' })}>
        {say.conditionAdd}
      </Button>
    </Group>
  )
}

export function DefineProofs({ at, gate, onGate }: Props) {
  const { define } = useWords()
  const say = define.ladder
  const { set, remove, add } = editing(gate.proofs, (proofs) => onGate({ proofs }))
  return (
    <Group label={say.proofs}>
      {gate.proofs.map(({ kind, required, tolerated }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is being typed, and the order is not changed
        <div key={place} className="define-proof">
          <Input
            aria-label={`${say.proofKind} ${place + 1}`}
            placeholder={say.proofKind}
            value={kind}
            maxLength={100}
            onChange={(event) => set(place, { kind: event.target.value })}
          />
          <Checkbox checked={required} onChange={(event) => set(place, { required: event.target.checked })}>
            {say.required}
          </Checkbox>
          <span title={say.toleratedHint}>
            <Checkbox
              checked={tolerated}
              disabled={!required}
              onChange={(event) => set(place, { tolerated: event.target.checked })}
            >
              {say.tolerated}
            </Checkbox>
          </span>
          <button
            type="button"
            className="word-button"
            aria-label={`${define.list.remove} ${kind || say.proofKind}`}
            onClick={() => remove(place)}
          >
            {define.list.remove}
          </button>
          <Faults at={`${at}.proofs.${place}`} />
        </div>
      ))}
      <Button size="small" onClick={() => add({ kind: '', required: true, tolerated: false })}>
        {say.proofAdd}
      </Button>
    </Group>
  )
}

export function DefineChecks({ at, gate, onGate }: Props) {
  const { define } = useWords()
  const say = define.ladder
  const { set, remove, add } = editing<Check>(gate.checks, (checks) => onGate({ checks }))
  const fresh = (): Check => {
    const keys = gate.checks.map(({ key }) => key)
    return { key: freshKey(keys, 'k'), asks: '', unit: null, by: '', workdays: 5 }
  }
  return (
    <Group label={say.checks} hint={say.checksHint}>
      {gate.checks.map(({ key, asks, unit, by, workdays }, place) => {
        const here = `${at}.checks.${key}`
        return (
          <Part key={key} label={asks || `${say.checks} ${place + 1}`} onRemove={() => remove(place)}>
            <div className="define-row">
              <Place at={`${here}.asks`} label={say.checkAsks} needed>
                <Input value={asks} maxLength={200} onChange={(event) => set(place, { asks: event.target.value })} />
              </Place>
              <Place at={`${here}.workdays`} label={say.workdays} hint={say.workdaysHint}>
                <InputNumber
                  value={workdays}
                  min={0}
                  max={400}
                  precision={0}
                  onChange={(days) => set(place, { workdays: days ?? null })}
                />
              </Place>
            </div>
            <div className="define-row">
              <Place at={`${here}.unit`} label={say.checkUnit}>
                <UnitSelect value={unit} onChange={(next) => set(place, { unit: next })} />
              </Place>
              <Place at={`${here}.by`} label={say.checkBy} hint={say.checkByHint}>
                <Input value={by} maxLength={60} onChange={(event) => set(place, { by: event.target.value })} />
              </Place>
            </div>
          </Part>
        )
      })}
      <Button size="small" onClick={() => add(fresh())}>
        {say.checkAdd}
      </Button>
    </Group>
  )
}
