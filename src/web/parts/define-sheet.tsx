// 字段说明: the definition to read, for those who fill it in: what each field means, who fills it, what each rung asks for.

import { aspectWord, fieldTypeWords } from '#contract/definition-words.ts'
import { type Definition, type Field, isDerived, type Ladder, type Rung } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { sees } from '#web/parts/field-rights.ts'
import { Absent } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import './define.css'

export function DefineSheet({ definition }: { definition: Definition }) {
  const { define } = useWords()
  const say = define.sheet
  const { counts, ladders, basis } = definition
  return (
    <>
      <p>
        {say.basis}：{basis || say.noBasis}
      </p>
      <FieldTable definition={definition} />
      {ladders.map((ladder) => (
        <LadderTable key={ladder.key} ladder={ladder} />
      ))}
      {counts.length > 0 && (
        <section className="section">
          <h2>{say.counts}</h2>
          <ul className="define-told">
            {counts.map(({ key, name, ladder, rung }) => {
              const of = ladders.find((one) => one.key === ladder)
              const at = of?.rungs.find((one) => one.key === rung)
              return (
                <li key={key}>
                  <strong>{name}</strong> <span className="soft">{say.countAt(of?.name ?? '', at?.name ?? '')}</span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </>
  )
}

function FieldTable({ definition }: { definition: Definition }) {
  const { define } = useWords()
  const say = define.sheet
  const { roles } = useMe()
  const language = useLanguage()
  const typeOf = ({ type, unit }: Field) => `${fieldTypeWords[type][language]}${unit ? `（${unit}）` : ''}`
  const columns: Column<Field>[] = [
    { key: 'name', head: say.field, cell: ({ name }) => name, look: 'nowrap' },
    { key: 'type', head: say.type, cell: typeOf, look: 'nowrap' },
    { key: 'required', head: say.required, cell: ({ required }) => (required ? say.yes : <Absent />), look: 'nowrap' },
    { key: 'more', head: say.choices, cell: (field) => <FieldNotes field={field} /> },
    {
      key: 'fills',
      head: say.fills,
      cell: (field) => (isDerived(field) ? say.nobody : <Roles roles={field.filledBy} />),
    },
    { key: 'sees', head: say.sees, cell: (field) => <Roles roles={field.seenBy} /> },
  ]
  const fields = definition.fields.filter((field) => !field.retired && sees(field, roles))
  return (
    <section className="section">
      <h2>{say.fields}</h2>
      <PlainTable caption={say.fields} columns={columns} rows={fields} rowKey={({ key }) => key} empty="" />
    </section>
  )
}

function FieldNotes({ field }: { field: Field }) {
  const { define, shell } = useWords()
  const language = useLanguage()
  const choices = field.choices.filter(({ retired }) => !retired).map(({ word }) => word)
  const notes = [
    choices.join(shell.listMark),
    field.rule ? define.sheet.computed(field.rule) : '',
    field.hint,
    field.unique ? aspectWord('unique', language) : '',
  ].filter(Boolean)
  return notes.length === 0 ? <Absent /> : notes.map((note) => <div key={note}>{note}</div>)
}

function Roles({ roles }: { roles: readonly Role[] | null }) {
  const { define, nouns, shell } = useWords()
  if (roles === null) return <span className="soft">{define.sheet.everybody}</span>
  return roles.map((role) => nouns.roles[role]).join(shell.listMark)
}

function LadderTable({ ladder }: { ladder: Ladder }) {
  const { define } = useWords()
  const say = define.sheet
  const columns: Column<Rung>[] = [
    { key: 'name', head: say.rung, cell: ({ name }) => name, look: 'nowrap' },
    { key: 'needs', head: say.needs, cell: (rung) => <Needs rung={rung} /> },
    { key: 'days', head: say.days, cell: ({ usualDays }) => usualDays ?? <Absent />, look: 'number' },
  ]
  return (
    <section className="section">
      <h2>
        {say.ladders}：{ladder.name}
      </h2>
      <PlainTable
        caption={ladder.name}
        columns={columns}
        rows={ladder.rungs.filter(({ retired }) => !retired)}
        rowKey={({ key }) => key}
        empty=""
      />
    </section>
  )
}

function Needs({ rung: { gate } }: { rung: Rung }) {
  const { define, nouns, shell } = useWords()
  const say = define.sheet
  const lines = [
    ...gate.conditions.map(({ words, rule }) => words || rule),
    ...gate.proofs.filter(({ required }) => required).map(({ kind, tolerated }) => say.proof(kind, tolerated)),
    ...gate.checks.map(({ asks, workdays }) => say.check(asks, workdays)),
  ]
  const decides = gate.decides.map((role) => nouns.roles[role]).join(shell.listMark)
  return (
    <>
      {lines.length === 0 && <div className="soft">{say.nothing}</div>}
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
      <div className="soft">{say.decides(decides)}</div>
    </>
  )
}
