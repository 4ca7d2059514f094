// The tree of units as an indented table; adding a unit, changing its name or its place.

import { Button, Input, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { Unit, UnitKind } from '#domain/zone.ts'
import { type Lookup, useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { UnitSelect } from '#web/parts/fields.tsx'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { Absent } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'

type Kind = z.infer<typeof UnitKind>
type Fields = Omit<Unit, 'id' | 'version'>

export function SettingsUnits({ directory }: { directory: Lookup }) {
  const { shell } = useWords()
  const { roles } = useMe()
  const [editing, setEditing] = useState<string | null>(null)
  const edited = editing === 'new' ? 'new' : directory.unit(editing)
  return (
    <>
      {mayPass('addUnit', roles) && (
        <p>
          <Button type="primary" onClick={() => setEditing('new')}>
            {shell.settings.addUnit}
          </Button>
        </p>
      )}
      <UnitTable directory={directory} onEdit={setEditing} />
      {edited && <UnitForm unit={edited} units={directory.units} onClose={() => setEditing(null)} />}
    </>
  )
}

type Row = { unit: Unit; depth: number }

function UnitTable({ directory, onEdit }: { directory: Lookup; onEdit: (id: string) => void }) {
  const { nouns, shell } = useWords()
  const say = shell.settings
  const { roles } = useMe()
  const edit: Column<Row> = {
    key: 'acts',
    head: <span className="only-read-aloud">{shell.edit}</span>,
    look: 'nowrap',
    cell: ({ unit: { id, name } }) => (
      <button type="button" className="word-button" aria-label={`${shell.edit} ${name}`} onClick={() => onEdit(id)}>
        {shell.edit}
      </button>
    ),
  }
  const columns: Column<Row>[] = [
    { key: 'name', head: say.unitName, cell: ({ unit, depth }) => <Indented depth={depth}>{unit.name}</Indented> },
    { key: 'short', head: say.shortName, look: 'nowrap', cell: ({ unit }) => unit.shortName },
    { key: 'kind', head: say.kind, look: 'nowrap', cell: ({ unit }) => nouns.unitKinds[unit.kind] },
    { key: 'line', head: say.line, look: 'nowrap', cell: ({ unit }) => unit.line ?? <Absent /> },
    { key: 'posts', head: say.posts, look: 'number', cell: ({ unit }) => postsIn(directory, unit) },
    ...(mayPass('changeUnit', roles) ? [edit] : []),
  ]
  return (
    <PlainTable
      caption={say.units}
      rows={indented(directory.units)}
      rowKey={({ unit }) => unit.id}
      empty={say.noUnits}
      columns={columns}
    />
  )
}

function Indented({ depth, children }: { depth: number; children: ReactNode }) {
  return <span style={{ paddingInlineStart: `${depth * 1.5}rem` }}>{children}</span>
}

function postsIn({ posts }: Lookup, unit: Unit): number {
  return posts.filter((post) => post.unit === unit.id).length
}

/** Depth first, in the order the zone has given its units. */
function indented(units: readonly Unit[], parent: string | null = null, depth = 0): Row[] {
  return units
    .filter((unit) => unit.parent === parent)
    .toSorted((a, b) => a.place - b.place)
    .flatMap((unit) => [{ unit, depth }, ...indented(units, unit.id, depth + 1)])
}

function UnitForm({ unit, units, onClose }: { unit: Unit | 'new'; units: readonly Unit[]; onClose: () => void }) {
  const { nouns, shell } = useWords()
  const say = shell.settings
  const add = useAct('addUnit', { quiet: true })
  const change = useAct('changeUnit', { quiet: true })
  const [touched, setTouched] = useState<Partial<Fields>>({})
  const set = (changed: Partial<Fields>) => setTouched({ ...touched, ...changed })
  const { name, shortName, kind, parent, line, place } = { ...(unit === 'new' ? freshUnit(units) : unit), ...touched }
  const submit = () => {
    const input = { name, shortName: shortName.trim() || name, kind, parent, line: line?.trim() || null, place }
    if (unit === 'new') add.mutate(input, { onSuccess: onClose })
    else change.mutate({ id: unit.id, version: unit.version, ...input }, { onSuccess: onClose })
  }
  return (
    <FormWindow
      title={unit === 'new' ? say.addUnit : say.changeUnit}
      submit={shell.save}
      onSubmit={submit}
      onClose={onClose}
      busy={add.isPending || change.isPending}
      blocked={name.trim() === ''}
      error={add.error ?? change.error}
    >
      <FormField label={say.unitName} needed>
        <Input value={name} maxLength={500} onChange={(event) => set({ name: event.target.value })} />
      </FormField>
      <FormField label={say.shortName}>
        <Input value={shortName} maxLength={500} onChange={(event) => set({ shortName: event.target.value })} />
      </FormField>
      <FormField label={say.kind} needed>
        <Select
          value={kind}
          onChange={(next: Kind) => set({ kind: next })}
          options={keysOf(nouns.unitKinds).map((value) => ({ value, label: nouns.unitKinds[value] }))}
        />
      </FormField>
      <FormField label={say.parent}>
        <UnitSelect value={parent} onChange={(next) => set({ parent: next })} />
      </FormField>
      <FormField label={say.line}>
        <Input value={line ?? ''} maxLength={100} onChange={(event) => set({ line: event.target.value })} />
      </FormField>
      <FormField label={say.place}>
        <InputNumber precision={0} value={place} onChange={(next) => set({ place: next ?? 0 })} />
      </FormField>
    </FormWindow>
  )
}

function freshUnit(units: readonly Unit[]): Fields {
  const root = units.find((unit) => unit.parent === null)
  const place = Math.max(0, ...units.map((unit) => unit.place)) + 1
  return { name: '', shortName: '', kind: 'department', parent: root?.id ?? null, line: null, place }
}
