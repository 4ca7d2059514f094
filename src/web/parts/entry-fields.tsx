// All fields of an entry, grouped by what they are about, each edited where it stands.

import { useState } from 'react'
import type { Field, Register } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { FieldEditor } from '#web/parts/entry-field-editor.tsx'
import { type FieldGroup, groupsOf } from '#web/parts/entry-groups.ts'
import type { EntryPage, EntryPartProps } from '#web/parts/entry-page.ts'
import { writesEntry } from '#web/parts/entry-rights.ts'
import { fills, sees } from '#web/parts/field-rights.ts'
import { FieldShown } from '#web/parts/field-shown.tsx'
import type { Naming } from '#web/parts/field-text.ts'
import { useNaming } from '#web/parts/naming.ts'
import './entry-fields.css'

export function EntryFields({ register, page, asOf }: EntryPartProps) {
  const words = useWords()
  const { record } = words
  const me = useMe()
  const [open, setOpen] = useState<string | null>(null)
  const { definition } = register
  const naming = useNaming(definition, [page.entry], asOf)
  const writes = asOf === null && writesEntry(definition, page.entry, me)
  // A retired field is shown for as long as it holds something.
  const shown = definition.fields.filter(
    (field) => sees(field, me.roles) && (!field.retired || page.entry.values[field.key] !== undefined),
  )
  return (
    <section className="section" aria-labelledby="fields-title">
      <h2 id="fields-title">{record.fields}</h2>
      <div className="field-groups">
        {groupsOf(shown, words).map((group) => (
          <Group
            key={group.name}
            group={group}
            register={register}
            page={page}
            naming={naming}
            asOf={asOf}
            mayEdit={(field) => writes && fills(field, me.roles)}
            open={open}
            onOpen={setOpen}
          />
        ))}
      </div>
    </section>
  )
}

type GroupProps = {
  group: FieldGroup
  register: Register
  page: EntryPage
  naming: Naming
  asOf: string | null
  mayEdit: (field: Field) => boolean
  /** The key of the field whose editor is open. */
  open: string | null
  onOpen: (key: string | null) => void
}

function Group({ group: { name, fields }, ...rest }: GroupProps) {
  return (
    <div className="field-group">
      <h3>{name}</h3>
      <dl>
        {fields.map((field) => (
          <Pair key={field.key} field={field} {...rest} />
        ))}
      </dl>
    </div>
  )
}

function Pair({
  field,
  register,
  page,
  naming,
  asOf,
  mayEdit,
  open,
  onOpen,
}: Omit<GroupProps, 'group'> & { field: Field }) {
  const { record } = useWords()
  const { entry } = page
  const editing = open === field.key
  const lacking = entry.lacking.includes(field.key)
  const wide = editing || field.type === 'long-text'
  return (
    <div className={wide ? 'field-pair is-wide' : 'field-pair'}>
      <dt title={field.hint || undefined}>
        {field.name}
        {field.retired && <span className="soft"> {record.retired}</span>}
      </dt>
      <dd>
        {editing ? (
          <FieldEditor register={register} entry={entry} field={field} onDone={() => onOpen(null)} />
        ) : (
          <>
            <span className={lacking ? 'is-lacking' : undefined}>
              {lacking ? record.empty : <FieldShown field={field} entry={entry} naming={naming} asOf={asOf} />}
            </span>
            {mayEdit(field) && (
              <button
                type="button"
                className="word-button field-edit"
                aria-label={record.editOf(field.name)}
                onClick={() => onOpen(field.key)}
              >
                {record.edit}
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  )
}
