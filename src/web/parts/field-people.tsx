// Inputs of fields that name a unit (out of the tree), a post or a person of the zone.

import { Select, TreeSelect } from 'antd'
import { useMemo } from 'react'
import type { Unit } from '#domain/zone.ts'
import { type Lookup, useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, textGiven } from '#web/parts/field-control.ts'
import { PostSelect } from '#web/parts/fields.tsx'
import { postTitle } from '#web/parts/names.tsx'

type Node = { value: string; title: string; key: string; children: Node[] }

/** The units as they stand under each other; one whose parent is not there stands at the top. */
function unitTree(units: readonly Pick<Unit, 'id' | 'name' | 'parent'>[]): Node[] {
  const nodes = new Map(units.map(({ id, name }) => [id, { value: id, key: id, title: name, children: [] as Node[] }]))
  const roots: Node[] = []
  for (const { id, parent } of units) {
    const above = parent === null ? undefined : nodes.get(parent)
    ;(above?.children ?? roots).push(nodes.get(id)!)
  }
  return roots
}

export function UnitInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  const directory = useDirectory()
  const { shell } = useWords()
  const tree = useMemo(() => unitTree(directory?.units ?? []), [directory])
  return (
    <TreeSelect
      {...attributes(rest)}
      {...(rest.atOnce ? { defaultOpen: true } : {})}
      showSearch={{ treeNodeFilterProp: 'title' }}
      treeDefaultExpandAll
      allowClear
      popupMatchSelectWidth={false}
      value={textGiven(value) || undefined}
      onChange={(id: string | undefined) => onChange(id ?? null)}
      treeData={tree}
      placeholder={shell.choose}
    />
  )
}

export function PostInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  return (
    <PostSelect
      {...attributes(rest)}
      {...(rest.atOnce ? { defaultOpen: true } : {})}
      value={textGiven(value) || null}
      onChange={onChange}
    />
  )
}

export function PersonInput({ field: _, value, onChange, ...rest }: FieldControlProps) {
  const directory = useDirectory()
  const { shell } = useWords()
  const now = textGiven(value)
  const options = useMemo(() => (directory ? peopleOptions(directory, now) : []), [directory, now])
  return (
    <Select
      {...attributes(rest)}
      {...(rest.atOnce ? { defaultOpen: true } : {})}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      allowClear
      value={now || undefined}
      onChange={(id) => onChange(id ?? null)}
      options={options}
      placeholder={shell.choose}
    />
  )
}

/** 方宁 党政办公室 督查专员: a name alone may be that of two people. Who has left is offered only where he stands already. */
function peopleOptions(directory: Lookup, now: string) {
  return directory.people
    .filter(({ id, active }) => active || id === now)
    .map(({ id, name, posts }) => ({
      value: id,
      label: [name, ...posts.slice(0, 1).map((post) => postTitle(directory, post))].join(' '),
    }))
}
