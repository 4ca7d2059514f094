// 汇总: a figure over the entries of another register whose link leads here: counted, summed, the least or the greatest, with
// a condition in that register's names. What it gives, unit and places are those of the field it takes.

import { Select } from 'antd'
import { useMemo } from 'react'
import { type Definition, type Field, fieldOf, type Rollup } from '#domain/register.ts'
import { dictionaryOf, scaleOf, unitOf } from '#domain/register-dictionary.ts'
import { useWords } from '#web/language.ts'
import { Faults, Group, Place } from '#web/parts/define-controls.tsx'
import { useDesk, useField } from '#web/parts/define-desk.ts'
import { useReachable } from '#web/parts/define-registers.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { RuleEditor } from '#web/parts/rule-editor.tsx'

export function DefineRollup({ field }: { field: Field }) {
  const { define, shell } = useWords()
  const say = define.rollup
  const { draft } = useDesk()
  const set = useField(field.key)
  const reachable = useReachable()
  const ways = waysHere(reachable, draft.code)
  const { rollup } = field
  const other = reachable.find(({ definition }) => definition.code === rollup?.register)?.definition
  const at = `fields.${field.key}.rollup`
  const choose = (way: string) => {
    const [register, via] = way.split(' ') as [string, string]
    set({ rollup: { register, via, take: 'count', field: null, where: null }, gives: 'number', unit: null, scale: 0 })
  }
  return (
    <Group label={say.label} hint={say.hint}>
      <Place at={`${at}.via`} label={say.via} hint={ways.length === 0 && say.noWay} needed>
        <Select
          value={rollup ? `${rollup.register} ${rollup.via}` : undefined}
          placeholder={shell.choose}
          options={ways}
          popupMatchSelectWidth={false}
          onChange={(way?: string) => way && choose(way)}
        />
      </Place>
      {rollup && other && <Taking field={field} rollup={rollup} other={other} />}
      {rollup && other && <Where field={field} rollup={rollup} other={other} />}
      <Faults at={at} />
    </Group>
  )
}

/** Every entry link of a register that leads here. */
function waysHere(reachable: ReturnType<typeof useReachable>, code: string) {
  return reachable.flatMap(({ definition }) =>
    definition.fields
      .filter(({ type, of, retired }) => type === 'entry' && of === code && !retired)
      .map(({ key, name }) => ({ value: `${definition.code} ${key}`, label: `${definition.name} · ${name}` })),
  )
}

type PartProps = { field: Field; rollup: Rollup; other: Definition }
const figures = ['number', 'money', 'percent']

function Taking({ field, rollup, other }: PartProps) {
  const { define, shell } = useWords()
  const say = define.rollup
  const set = useField(field.key)
  const types = rollup.take === 'sum' ? figures : [...figures, 'date']
  const fields = other.fields.filter(({ type, retired }) => !retired && types.includes(type))
  const over = (next: Rollup, key: string | null) => {
    const taken = key === null ? undefined : fieldOf(other, key)
    const figure = taken && taken.type !== 'date'
    set({
      rollup: { ...next, field: taken?.key ?? null },
      gives: taken?.type === 'date' ? 'date' : 'number',
      unit: figure ? unitOf(taken) : null,
      scale: figure ? scaleOf(taken) : 0,
    })
  }
  const take = (next: Rollup['take']) => {
    const keeps = next !== 'count' && (next !== 'sum' || field.gives === 'number')
    over({ ...rollup, take: next }, keeps ? rollup.field : null)
  }
  return (
    <div className="define-row">
      <Place at={`fields.${field.key}.gives`} label={say.take} needed>
        <Select
          value={rollup.take}
          onChange={take}
          options={keysOf(say.takes).map((value) => ({ value, label: say.takes[value] }))}
        />
      </Place>
      {rollup.take !== 'count' && (
        <Place at={`fields.${field.key}.scale`} label={say.field} needed>
          <Select
            value={rollup.field ?? undefined}
            placeholder={shell.choose}
            options={fields.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(key?: string) => over(rollup, key ?? null)}
          />
        </Place>
      )}
    </div>
  )
}

/** In the names of the other register. */
function Where({ field, rollup, other }: PartProps) {
  const { define } = useWords()
  const say = define.rollup
  const set = useField(field.key)
  const dictionary = useMemo(() => dictionaryOf({ ...other }, 1), [other])
  return (
    <Group label={say.where} hint={say.whereHint}>
      <RuleEditor
        label={say.where}
        text={rollup.where ?? ''}
        dictionary={dictionary}
        offersNames
        onChange={(text) => set({ rollup: { ...rollup, where: text.trim() === '' ? null : text } })}
      />
    </Group>
  )
}
