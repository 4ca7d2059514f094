// The rows of the work list: light, words, unit, date, progress, why it is here, and buttons for what it waits for.

import { Link } from '@tanstack/react-router'
import { useWords } from '#web/language.ts'
import type { ActName } from '#web/parts/act-rules.ts'
import { LightBadge } from '#web/parts/light-badge.tsx'
import { Absent, UnitName } from '#web/parts/names.tsx'
import { Percent } from '#web/parts/percent.tsx'
import type { TodoLine } from '#web/parts/todo-lines.ts'
import { askedActs, type WorkItem } from '#web/parts/todo-list.ts'
import { TodoRegisterRow } from '#web/parts/todo-register-row.tsx'
import './plain-table.css'
import './todo-table.css'

type Props = {
  lines: readonly TodoLine[]
  chosen: TodoLine | undefined
  onChoose: (id: string) => void
  actsOf: (item: WorkItem) => ActName[]
  onAct: (act: ActName, id: string) => void
  empty: string
}

/** One row is chosen at a time and takes the focus; the letters of the page act on it. */
export function TodoTable({ lines, chosen, onChoose, actsOf, onAct, empty }: Props) {
  const { nouns, shell } = useWords()
  const { light, number, title, source, lead, dueOn, percent } = nouns.fields
  const heads = [light, number, title, source, lead, dueOn, percent, shell.todo.reasons]
  return (
    <div className="plain-table-scroll">
      <table className="plain-table todo-table">
        <caption className="only-read-aloud">{shell.todo.title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head === source ? 'todo-source' : undefined}>
                {head}
              </th>
            ))}
            <th scope="col" className="not-printed">
              <span className="only-read-aloud">{shell.todo.acts}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const choosing = { chosen: line === chosen, onChoose: () => onChoose(line.id) }
            return line.in === 'registers' ? (
              <TodoRegisterRow key={line.id} item={line.of} {...choosing} />
            ) : (
              <TodoRow
                key={line.id}
                item={line.of}
                {...choosing}
                acts={actsOf(line.of)}
                onAct={(act) => onAct(act, line.id)}
              />
            )
          })}
        </tbody>
      </table>
      {lines.length === 0 && <p className="empty-mark">{empty}</p>}
    </div>
  )
}

type RowProps = {
  item: WorkItem
  chosen: boolean
  onChoose: () => void
  acts: readonly ActName[]
  onAct: (act: ActName) => void
}

function TodoRow({ item, chosen, onChoose, acts, onAct }: RowProps) {
  const { nouns, shell } = useWords()
  const { row, groups } = item
  const asked = askedActs(item)
  return (
    <tr
      id={`todo-${row.id}`}
      tabIndex={chosen ? 0 : -1}
      className={chosen ? 'is-chosen' : undefined}
      aria-current={chosen || undefined}
      onFocus={onChoose}
      onMouseDown={onChoose}
    >
      <td className="todo-light">
        <LightBadge lit={row.lit} />
      </td>
      <td className="nowrap todo-number">{row.number}</td>
      <td className="todo-title">
        <Link to="/commitments/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
      </td>
      <td className="todo-source soft" title={row.source?.title}>
        {row.source?.title}
      </td>
      <td className="nowrap">
        <UnitName id={row.duty.lead} />
      </td>
      <td className="nowrap">{row.duty.dueOn ?? <Absent />}</td>
      <td>
        <Percent percent={row.percent} />
      </td>
      <td className="todo-groups">{groups.map((group) => nouns.todoGroups[group]).join(shell.listMark)}</td>
      <td className="todo-acts not-printed">
        {acts.map((act) => (
          <button
            key={act}
            type="button"
            className={`plain-button small ${act === asked[0] ? 'primary' : ''}`}
            aria-label={`${shell.acts[act]} ${row.number}`}
            onClick={() => onAct(act)}
          >
            {shell.acts[act]}
          </button>
        ))}
      </td>
    </tr>
  )
}
