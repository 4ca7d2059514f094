// The type of a field, and what only some types have: unit and places, choices, links, formulas, roll-ups.

import { AutoComplete, InputNumber, Select } from 'antd'
import { fieldTypeWords } from '#contract/definition-words.ts'
import type { Field, FieldType } from '#domain/register.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { DefineChoices } from '#web/parts/define-choices.tsx'
import { Group, Place, RuleField, Tick } from '#web/parts/define-controls.tsx'
import { useField } from '#web/parts/define-desk.ts'
import { DefineMakes } from '#web/parts/define-makes.tsx'
import { RegisterSelect } from '#web/parts/define-registers.tsx'
import { DefineRollup } from '#web/parts/define-rollup.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
export function TypeSelect({
  type,
  disabled,
  onType,
}: {
  type: FieldType
  disabled: boolean
  onType: (type: FieldType) => void
}) {
  const { define } = useWords()
  const language = useLanguage()
  const options = keysOf(fieldTypeWords).map((value) => ({
    value,
    label: fieldTypeWords[value][language],
    note: define.field.types[value],
  }))
  return (
    <Select
      value={type}
      disabled={disabled}
      onChange={onType}
      options={options}
      listHeight={420}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      optionRender={({ data }) => (
        <span className="define-type">
          {data.label} <span className="soft">{data.note}</span>
        </span>
      )}
    />
  )
}

/** What only some types have. */
export function TypeParts({ field, old }: { field: Field; old: Field | undefined }) {
  const { define } = useWords()
  const say = define.field
  const set = useField(field.key)
  const at = `fields.${field.key}`
  const fixed = old !== undefined
  switch (field.type) {
    case 'number':
      return (
        <div className="define-row">
          <UnitOfMeasure field={field} fixed={fixed} />
          <Places field={field} fixed={fixed} />
        </div>
      )
    case 'percent':
      return <Places field={field} fixed={fixed} />
    case 'choice':
    case 'choices':
      return <DefineChoices field={field} old={old} />
    case 'unit':
      return (
        <Tick
          at={`${at}.opens`}
          label={say.opens}
          hint={say.opensHint}
          checked={field.opens}
          onChange={(opens) => set({ opens })}
        />
      )
    case 'entry':
      return (
        <Place at={`${at}.of`} label={say.of} needed>
          <RegisterSelect code={field.of} disabled={fixed} onCode={(of) => set({ of })} />
        </Place>
      )
    case 'computed':
      return <Computed field={field} />
    case 'rollup':
      return <DefineRollup field={field} />
    case 'commitment':
      return <DefineMakes field={field} />
    default:
      return null
  }
}

function UnitOfMeasure({ field, fixed }: { field: Field; fixed: boolean }) {
  const { define } = useWords()
  const set = useField(field.key)
  const usual = ['家', '个', '人', '亩', '平方米', '公里', '吨', '千瓦', '台', '辆', '次', '天']
  return (
    <Place at={`fields.${field.key}.unit`} label={define.field.unit} hint={define.field.unitHint}>
      <AutoComplete
        value={field.unit ?? ''}
        disabled={fixed}
        maxLength={20}
        options={usual.map((value) => ({ value }))}
        onChange={(unit: string) => set({ unit: unit.trim() === '' ? null : unit })}
      />
    </Place>
  )
}

function Places({ field, fixed }: { field: Field; fixed: boolean }) {
  const { define } = useWords()
  const set = useField(field.key)
  return (
    <Place at={`fields.${field.key}.scale`} label={define.field.scale} needed>
      <InputNumber
        value={field.scale}
        disabled={fixed}
        min={0}
        max={6}
        precision={0}
        onChange={(scale) => set({ scale: scale ?? 0 })}
      />
    </Place>
  )
}

function Computed({ field }: { field: Field }) {
  const { define } = useWords()
  const say = define.field
  const set = useField(field.key)
  const at = `fields.${field.key}`
  return (
    <>
      <Place at={`${at}.gives`} label={say.gives} needed>
        <Select
          value={field.gives}
          onChange={(gives: Field['gives']) => set({ gives })}
          options={keysOf(say.results).map((value) => ({ value, label: say.results[value] }))}
        />
      </Place>
      <Group at={`${at}.rule`} label={say.rule} hint={say.ruleHint}>
        <RuleField label={say.rule} rule={field.rule ?? ''} gives={field.gives} onChange={(rule) => set({ rule })} />
      </Group>
    </>
  )
}
