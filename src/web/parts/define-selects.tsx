// What is chosen in the editor: fields, rungs, roles.

import { Checkbox, Select } from 'antd'
import type { FieldType, Ladder } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { useWords } from '#web/language.ts'
import { useDesk } from '#web/parts/define-desk.ts'

type FieldSelectProps = {
  value: string | null
  types?: readonly FieldType[]
  /** What stands for no field; without it there is always one. */
  none?: string
  label?: string
  onChange: (key: string | null) => void
}

/** One field that is in use, of these types; what is chosen and no longer fits stays visible. */
export function FieldSelect({ value, types, none, label, onChange }: FieldSelectProps) {
  const { shell } = useWords()
  return (
    <Select
      {...(label ? { 'aria-label': label } : {})}
      value={value ?? undefined}
      allowClear={none !== undefined}
      placeholder={none ?? shell.choose}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={useFieldOptions(types, value === null ? [] : [value])}
      onChange={(key?: string) => onChange(key ?? null)}
    />
  )
}

type FieldsSelectProps = { value: readonly string[]; types?: readonly FieldType[]; onChange: (keys: string[]) => void }

/** Several fields, in the order in which they were chosen. */
export function FieldsSelect({ value, types, onChange }: FieldsSelectProps) {
  const { shell } = useWords()
  return (
    <Select
      mode="multiple"
      value={[...value]}
      placeholder={shell.choose}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={useFieldOptions(types, value)}
      onChange={onChange}
    />
  )
}

function useFieldOptions(types: readonly FieldType[] | undefined, chosen: readonly string[]) {
  const { draft } = useDesk()
  const { define } = useWords()
  const fitting = draft.fields.filter(
    ({ key, type, retired }) => chosen.includes(key) || (!retired && (!types || types.includes(type))),
  )
  return fitting.map(({ key, name, retired }) => ({
    value: key,
    label: `${name || define.list.untitled}${retired ? `（${define.list.retired}）` : ''}`,
  }))
}

type RungSelectProps = {
  ladders: readonly Ladder[]
  ladder: string
  rung: string
  onChange: (ladder: string, rung: string) => void
}

/** A rung, under the name of its ladder. */
export function RungSelect({ ladders, ladder, rung, onChange }: RungSelectProps) {
  const { shell } = useWords()
  const options = ladders.map(({ key, name, rungs }) => ({
    label: name,
    options: rungs.map((one) => ({ value: `${key} ${one.key}`, label: one.name })),
  }))
  const known = ladders.find(({ key }) => key === ladder)?.rungs.some(({ key }) => key === rung)
  return (
    <Select
      value={known ? `${ladder} ${rung}` : undefined}
      placeholder={shell.choose}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(both?: string) => both && onChange(...(both.split(' ') as [string, string]))}
    />
  )
}

type RolesProps = { roles: readonly Role[]; value: readonly Role[]; onChange: (roles: Role[]) => void }

export function RolesBoxes({ roles, value, onChange }: RolesProps) {
  const { nouns } = useWords()
  return (
    <Checkbox.Group
      className="stacked"
      value={[...value]}
      options={roles.map((role) => ({ value: role, label: nouns.roles[role] }))}
      onChange={(next) => onChange(roles.filter((role) => next.includes(role)))}
    />
  )
}
