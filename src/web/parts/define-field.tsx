// One field: what it is called, its type with what belongs to it, whether it must be filled in, who sees it and who fills
// it. What is saved keeps its type; it is retired, not deleted, and can be brought back.

import { AutoComplete, Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { fieldTypeWords } from '#contract/definition-words.ts'
import { type Field, type FieldType, fieldOf, isDerived } from '#domain/register.ts'
import { indexable } from '#domain/register-faults.ts'
import { rekeyFields } from '#domain/register-rekey.ts'
import { followField } from '#domain/register-rename.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { DefineChoices } from '#web/parts/define-choices.tsx'
import {
  DefineForm,
  Faults,
  Group,
  NameInput,
  Place,
  RuleField,
  TakenInput,
  Tick,
} from '#web/parts/define-controls.tsx'
import { useDesk, useField } from '#web/parts/define-desk.ts'
import { DefineMakes } from '#web/parts/define-makes.tsx'
import { RegisterSelect } from '#web/parts/define-registers.tsx'
import { DefineRights } from '#web/parts/define-rights.tsx'
import { DefineRollup } from '#web/parts/define-rollup.tsx'
import { keysOf } from '#web/parts/keys-of.ts'

export function DefineField({ field }: { field: Field }) {
  const { define } = useWords()
  const say = define.field
  const { draft, saved, change } = useDesk()
  const set = useField(field.key)
  const at = `fields.${field.key}`
  const old = saved ? fieldOf(saved.definition, field.key) : undefined
  return (
    <DefineForm at={at}>
      <Place at={`${at}.name`} label={say.name} hint={say.nameHint} needed>
        <NameInput
          value={field.name}
          placeholder={say.fresh}
          onType={(name) => set({ name })}
          onName={(old) => change((now) => followField(now, field.key, old))}
        />
      </Place>
      <Place at={`${at}.type`} label={say.type} hint={old ? say.fixed : say.types[field.type]} needed>
        <TypeSelect type={field.type} disabled={old !== undefined} onType={(type) => set(asType(field, type))} />
      </Place>
      <TypeParts field={field} old={old} />
      {!isDerived(field) && (
        <Tick
          label={say.required}
          hint={say.requiredHint}
          checked={field.required}
          onChange={(required) => set({ required })}
        />
      )}
      <Place at={`${at}.hint`} label={say.hint} hint={say.hintHint}>
        <Input value={field.hint} maxLength={500} onChange={(event) => set({ hint: event.target.value })} />
      </Place>
      <FieldGroup field={field} />
      <FindingParts field={field} />
      <DefineRights field={field} />
      <div className="define-end">
        <FieldKey field={field} fixed={old !== undefined} />
        <RetireField field={field} fixed={old !== undefined || draft.fields.length === 1} />
      </div>
      <Faults at={at} exact />
    </DefineForm>
  )
}

/** What belonged to the other type goes with it. */
function asType({ indexed, unique, scale, unit, required }: Field, type: FieldType): Partial<Field> {
  const own = {
    choices: [],
    of: null,
    rule: type === 'computed' ? '' : null,
    rollup: null,
    makes: null,
    opens: false,
    gives: 'number' as const,
  }
  const found = indexable({ type }) ? { indexed, unique } : { indexed: false, unique: false }
  const numeric = type === 'number' || type === 'percent'
  return {
    type,
    ...own,
    ...found,
    scale: numeric ? scale : 0,
    unit: type === 'number' ? unit : null,
    required: required && type !== 'computed' && type !== 'rollup',
  }
}

function TypeSelect({
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
function TypeParts({ field, old }: { field: Field; old: Field | undefined }) {
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

function FieldGroup({ field }: { field: Field }) {
  const { define } = useWords()
  const { draft } = useDesk()
  const set = useField(field.key)
  const groups = [...new Set(draft.fields.map(({ group }) => group).filter(Boolean))]
  return (
    <Place at={`fields.${field.key}.group`} label={define.field.group} hint={define.field.groupHint}>
      <AutoComplete
        value={field.group}
        maxLength={30}
        options={groups.map((value) => ({ value }))}
        onChange={(group: string) => set({ group })}
      />
    </Place>
  )
}

function FindingParts({ field }: { field: Field }) {
  const { define } = useWords()
  const say = define.field
  const set = useField(field.key)
  const at = `fields.${field.key}`
  if (!indexable(field)) return null
  return (
    <Group label={say.more}>
      <Tick
        at={`${at}.indexed`}
        label={say.indexed}
        hint={say.indexedHint}
        checked={field.indexed}
        onChange={(indexed) => set({ indexed })}
      />
      <Tick
        at={`${at}.unique`}
        label={say.unique}
        hint={say.uniqueHint}
        checked={field.unique}
        onChange={(unique) => set({ unique })}
      />
    </Group>
  )
}

function FieldKey({ field, fixed }: { field: Field; fixed: boolean }) {
  const { define } = useWords()
  const say = define.field
  const { draft, faults, change, goTo } = useDesk()
  const [open, setOpen] = useState(false)
  const wrong = faults.some(({ at }) => at === `fields.${field.key}.key` || at === `fields.${field.key}`)
  const rename = (key: string) => {
    if (draft.fields.some((other) => other.key === key) || !/^[a-z][a-z0-9_]{0,29}$/.test(key)) return
    change((now) => rekeyFields(now, new Map([[field.key, key]])))
    goTo(`fields.${key}`)
  }
  if (fixed || (!open && !wrong))
    return (
      <span className="soft">
        {say.key} <code>{field.key}</code>{' '}
        {!fixed && (
          <Button
            size="small"
            type="text"
            aria-label={`${define.basic.codeOpen} ${field.name}`}
            onClick={() => setOpen(true)}
          >
            {define.basic.codeOpen}
          </Button>
        )}
      </span>
    )
  return (
    <Place at={`fields.${field.key}.key`} label={say.key} hint={say.keyHint} needed>
      <TakenInput value={field.key} maxLength={30} onTake={rename} />
    </Place>
  )
}

/** What was never saved is deleted; the last field of a register stays. */
function RetireField({ field, fixed }: { field: Field; fixed: boolean }) {
  const { define } = useWords()
  const { change, goTo } = useDesk()
  const set = useField(field.key)
  if (fixed)
    return (
      <span className="define-retire">
        <Button onClick={() => set({ retired: !field.retired })}>
          {field.retired ? define.list.bringBack : define.list.retire}
        </Button>
        <span className="soft">{define.field.retireHint}</span>
      </span>
    )
  const remove = () => {
    change((now) => ({ ...now, fields: now.fields.filter(({ key }) => key !== field.key) }))
    goTo('fields')
  }
  return (
    <Button danger onClick={remove}>
      {define.list.remove}
    </Button>
  )
}
