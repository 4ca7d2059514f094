// Who sees a field and who fills it in: everybody whom the entry concerns, or only some roles.

import { Radio } from 'antd'
import { type Field, isDerived } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { useWords } from '#web/language.ts'
import { Group } from '#web/parts/define-controls.tsx'
import { useField } from '#web/parts/define-desk.ts'
import { RolesBoxes } from '#web/parts/define-selects.tsx'

const keepers: readonly Role[] = ['office', 'keeper', 'unit-head', 'unit-officer']
const fillers: readonly Role[] = [...keepers, 'enterprise', 'village']
const seers: readonly Role[] = ['leader', ...keepers, 'auditor', 'enterprise', 'village']

export function DefineRights({ field }: { field: Field }) {
  const { define } = useWords()
  const say = define.field
  const set = useField(field.key)
  const at = `fields.${field.key}`
  return (
    <details className="define-more" open={field.seenBy !== null || field.filledBy !== null}>
      <summary>{say.rights}</summary>
      <RoleChoice
        at={`${at}.seenBy`}
        label={say.seenBy}
        all={say.seenByAll}
        some={say.seenBySome}
        roles={seers}
        value={field.seenBy}
        onChange={(seenBy) => set({ seenBy })}
      />
      {!isDerived(field) && (
        <RoleChoice
          at={`${at}.filledBy`}
          label={say.filledBy}
          all={say.filledByAll}
          some={say.filledBySome}
          roles={fillers}
          value={field.filledBy}
          onChange={(filledBy) => set({ filledBy })}
        />
      )}
    </details>
  )
}

type Props = {
  at: string
  label: string
  all: string
  some: string
  roles: readonly Role[]
  value: readonly Role[] | null
  onChange: (roles: Role[] | null) => void
}

/** To begin with, the four roles that keep registers. */
function RoleChoice({ at, label, all, some, roles, value, onChange }: Props) {
  return (
    <Group at={at} label={label}>
      <Radio.Group
        aria-label={label}
        value={value === null ? 'all' : 'some'}
        onChange={(event) => onChange(event.target.value === 'all' ? null : [...keepers])}
        options={[
          { value: 'all', label: all },
          { value: 'some', label: some },
        ]}
      />
      {value !== null && <RolesBoxes roles={roles} value={value} onChange={onChange} />}
    </Group>
  )
}
