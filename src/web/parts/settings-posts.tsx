// Posts with the roles that sit on them and who holds them; adding one.

import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Role } from '#domain/role.ts'
import { type Lookup, useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { UnitSelect } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { PlainTable } from '#web/parts/plain-table.tsx'

export function SettingsPosts({ directory }: { directory: Lookup }) {
  const { nouns, shell } = useWords()
  const say = shell.settings
  const { roles } = useMe()
  const [adding, setAdding] = useState(false)
  const holders = (post: string) =>
    directory.people.filter((person) => person.active && person.posts.includes(post)).map((person) => person.name)
  const placeOf = (unit: string) => directory.unit(unit)?.place ?? 0
  return (
    <>
      {mayPass('addPost', roles) && (
        <p>
          <Button type="primary" onClick={() => setAdding(true)}>
            {say.addPost}
          </Button>
        </p>
      )}
      <PlainTable
        caption={say.posts}
        rows={directory.posts.toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit))}
        rowKey={({ id }) => id}
        empty={shell.none}
        columns={[
          { key: 'unit', head: say.unit, look: 'nowrap', cell: ({ unit }) => directory.unit(unit)?.shortName },
          { key: 'name', head: say.postName, cell: ({ name }) => name },
          {
            key: 'roles',
            head: say.roles,
            cell: (post) => post.roles.map((role) => nouns.roles[role]).join(shell.listMark),
          },
          {
            key: 'holders',
            head: say.holders,
            cell: ({ id }) => holders(id).join(shell.listMark) || <span className="soft">{say.vacant}</span>,
          },
        ]}
      />
      {adding && <PostForm onClose={() => setAdding(false)} />}
    </>
  )
}

function PostForm({ onClose }: { onClose: () => void }) {
  const { nouns, shell } = useWords()
  const say = shell.settings
  const act = useAct('addPost', { quiet: true })
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<string | null>(null)
  const [roles, setRoles] = useState<Role[]>([])
  return (
    <FormWindow
      title={say.addPost}
      submit={shell.save}
      onSubmit={() => unit && act.mutate({ name, unit, roles }, { onSuccess: onClose })}
      onClose={onClose}
      busy={act.isPending}
      blocked={name.trim() === '' || unit === null || roles.length === 0}
      error={act.error}
    >
      <FormField label={say.unit} needed>
        <UnitSelect value={unit} onChange={setUnit} />
      </FormField>
      <FormField label={say.postName} needed>
        <Input value={name} maxLength={500} onChange={(event) => setName(event.target.value)} />
      </FormField>
      <fieldset className="act-field">
        <legend className="act-label">{say.roles}</legend>
        <Checkbox.Group
          className="stacked"
          value={roles}
          onChange={(next) => setRoles(next as Role[])}
          options={keysOf(nouns.roles).map((value) => ({ value, label: nouns.roles[value] }))}
        />
      </fieldset>
    </FormWindow>
  )
}
