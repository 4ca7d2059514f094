// The lines of a pasted block as a table: what stands there, what would stand there, and inputs where something is to mend.

import { Input } from 'antd'
import { useState } from 'react'
import type { Definition, Field } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { type Naming, textOfValue } from '#web/parts/field-text.ts'
import { WarningShape } from '#web/parts/field-warning.tsx'
import type { PlannedCell, PlannedLine } from '#web/parts/paste-plan.ts'
import type { LineTold, Told } from '#web/parts/paste-save.ts'
import type { RegisterColumn } from '#web/parts/register-columns.ts'

type Props = {
  planned: readonly PlannedLine[]
  columns: readonly RegisterColumn[]
  told: Told
  naming: Naming
  definition: Definition
  onMend: (line: number, key: string, text: string) => void
  onDrop: (line: number) => void
}

export function PasteTable({ planned, columns, told, naming, definition, onMend, onDrop }: Props) {
  const { paste } = useWords().registers
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys too.
    <section className="paste-scroll" tabIndex={0} aria-label={paste.table}>
      <table className="plain-table paste-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {paste.line}
            </th>
            <th scope="col">{definition.entryName}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="only-read-aloud">{paste.leaveOut}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {planned.map((one) => (
            <Line
              key={one.line.line}
              {...{ one, columns, naming, definition, onMend, onDrop }}
              says={told.get(one.line.line)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type LineProps = Omit<Props, 'planned' | 'told'> & { one: PlannedLine; says: LineTold | undefined }

function Line({ one, columns, naming, definition, says, onMend, onDrop }: LineProps) {
  const { paste } = useWords().registers
  const { line, cells } = one
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const title = line.entry?.values[definition.title]
  const mend = (key: string, text: string) => {
    setTouched(new Set([...touched, key]))
    onMend(line.line, key, text)
  }
  return (
    <tr className={line.entry ? undefined : 'is-new'}>
      <td className="number">{line.line + 1}</td>
      <td>
        {line.entry ? (
          String(title ?? naming.words.registers.untitled)
        ) : (
          <span className="value-tag">{paste.fresh}</span>
        )}
        {says?.whole && (
          <p className="paste-says" role="alert">
            <WarningShape /> {says.whole}
          </p>
        )}
      </td>
      {columns.map((column) => {
        const { key, name } = column
        const wrong = wrongOf(cells[key], says, key)
        return (
          <td key={key} className={cells[key]?.state === 'changed' && !wrong ? 'is-changed' : undefined}>
            {wrong || touched.has(key) ? (
              <Mending
                text={line.texts[key] ?? ''}
                label={paste.cell(line.line + 1, name)}
                wrong={wrong}
                onText={(text) => mend(key, text)}
              />
            ) : (
              <Cell
                column={column}
                cell={cells[key]}
                line={one}
                naming={naming}
                onMend={() => setTouched(new Set([...touched, key]))}
              />
            )}
          </td>
        )
      })}
      <td>
        <button
          type="button"
          className="word-button"
          aria-label={paste.leaveOutOf(line.line + 1)}
          onClick={() => onDrop(line.line)}
        >
          {paste.leaveOut}
        </button>
      </td>
    </tr>
  )
}

function wrongOf(cell: PlannedCell | undefined, says: LineTold | undefined, key: string): string | null {
  return cell?.state === 'wrong' ? cell.says : (says?.fields[key] ?? null)
}

type MendingProps = { text: string; label: string; wrong: string | null; onText: (text: string) => void }

function Mending({ text, label, wrong, onText }: MendingProps) {
  return (
    <>
      <Input
        size="small"
        aria-label={label}
        aria-invalid={wrong !== null}
        {...(wrong !== null && { status: 'error' as const })}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      {wrong && (
        <p className="paste-says">
          <WarningShape /> {wrong}
        </p>
      )}
    </>
  )
}

type CellProps = {
  column: RegisterColumn
  cell: PlannedCell | undefined
  line: PlannedLine
  naming: Naming
  onMend: () => void
}

/** A double click makes any cell an input. */
function Cell({ column, cell, line: { line }, naming, onMend }: CellProps) {
  const { paste } = useWords().registers
  const text = line.texts[column.key] ?? ''
  if (!cell || column.is === 'ladder') return <span className="soft">{text}</span>
  if (cell.state === 'shut') {
    return (
      <span className="soft" title={cell.says}>
        {text} {paste.shut(cell.says)}
      </span>
    )
  }
  const before = textOf(column.field, line.entry?.values[column.field.key], naming)
  if (cell.state !== 'changed') return <span className="soft">{before}</span>
  const after = cell.value === null ? paste.emptied : textOf(column.field, cell.value, naming) || text
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the input that it becomes can be had by mending the line in the table, too.
    <span onDoubleClick={onMend}>
      {before && (
        <>
          <del className="soft">{before}</del>{' '}
        </>
      )}
      <ins>{after}</ins>
    </span>
  )
}

const textOf = (field: Field, value: Parameters<typeof textOfValue>[1], naming: Naming) =>
  textOfValue(field, value, naming)
