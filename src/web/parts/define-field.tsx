// One field: what it is called, its type with what belongs to it, whether it must be filled in, who sees it and who fills
// it. What is saved keeps its type; it is retired, not deleted, and can be brought back.

import { AutoComplete, Input } from 'antd'
import { type Field, type FieldType, fieldOf, isDerived } from '#domain/register.ts'
import { indexable } from '#domain/register-faults.ts'
import { followField } from '#domain/register-rename.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Faults, Group, Place, Tick } from '#web/parts/define-controls.tsx'
import { useDesk, useField } from '#web/parts/define-desk.ts'
import { FieldKey, RetireField } from '#web/parts/define-field-end.tsx'
import { TypeParts, TypeSelect } from '#web/parts/define-field-type.tsx'
import { NameInput } from '#web/parts/define-inputs.tsx'
import { DefineRights } from '#web/parts/define-rights.tsx'

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
