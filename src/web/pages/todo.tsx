// 待办, the home page: everything that waits for me in one dense list, sorted by consequence, acted on without opening it.

import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { ActDialog } from '#web/parts/act-dialog.tsx'
import { type ActName, actsFor, mayEver } from '#web/parts/act-rules.ts'
import { type Key, KeysWindow, useKeys } from '#web/parts/keys.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import {
  type AnyGroup,
  allByConsequence,
  countLines,
  type TodoLine,
  todoLines,
  totalsOf,
} from '#web/parts/todo-lines.ts'
import { type Work, type WorkItem, workItems, worthAButton } from '#web/parts/todo-list.ts'
import type { RegisterItem } from '#web/parts/todo-registers.ts'
import { TodoTable } from '#web/parts/todo-table.tsx'
import { useTodo } from '#web/parts/todo-work.ts'

export function TodoPage() {
  const { work, items, error, refetch } = useTodo()
  const { shell } = useWords()
  if (!work) {
    return (
      <>
        <PageHeader title={shell.todo.title} />
        {error ? <RefusalNotice error={error} onRetry={refetch} /> : <LoadingMark />}
      </>
    )
  }
  return (
    <>
      <RefusalNotice error={error} onRetry={refetch} />
      <WorkList work={work} registers={items} />
    </>
  )
}

/** The letter of each act in the list. */
const letters: Partial<Record<ActName, string>> = {
  sign: 's',
  decline: 'b',
  report: 'r',
  extension: 'e',
  dispatch: 'd',
  review: 'a',
  decideExtension: 'x',
  close: 'c',
  urge: 'u',
}

function WorkList({ work, registers }: { work: Work; registers: readonly RegisterItem[] }) {
  const { shell } = useWords()
  const me = useMe()
  const [group, setGroup] = useState<AnyGroup | 'all'>('all')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [open, setOpen] = useState<{ act: ActName; id: string } | null>(null)
  const [help, setHelp] = useState(false)
  const all = todoLines(work, registers)
  const lines = group === 'all' ? all : all.filter(({ groups }) => groups.includes(group))
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0]
  const subject = open && workItems(work).find(({ row }) => row.id === open.id)?.row
  const actsOf = (item: WorkItem) => actsFor(item.row, me).filter((act) => letters[act] && worthAButton(act, item))
  const keys = useListKeys({ lines, chosen, setChosenId, actsOf, setOpen, showHelp: () => setHelp((shown) => !shown) })
  useKeys(keys, open === null && !help)
  const { count, atLeast } = countLines(work, registers)
  return (
    <>
      <PageHeader title={shell.todo.title} beside={`${shell.todo.summary(count)}${atLeast ? '+' : ''}`}>
        <button type="button" className="plain-button not-on-phone" onClick={() => setHelp(true)}>
          {shell.todo.keysTitle} <kbd>?</kbd>
        </button>
      </PageHeader>
      <DocumentsToRead documents={work.documents} />
      <Groups work={work} registers={registers} count={count} group={group} onGroup={setGroup} />
      <TodoTable
        lines={lines}
        chosen={chosen}
        onChoose={setChosenId}
        actsOf={actsOf}
        onAct={(act, id) => setOpen({ act, id })}
        empty={group === 'all' ? shell.todo.none : shell.todo.noneInGroup}
      />
      <Unlisted work={work} group={group} />
      {open && subject && (
        <ActDialog act={open.act} commitment={subject} onDone={() => setOpen(null)} onClose={() => setOpen(null)} />
      )}
      <KeysWindow keys={spelledOut(keys)} open={help} onClose={() => setHelp(false)} />
    </>
  )
}

type ListKeys = {
  lines: readonly TodoLine[]
  chosen: TodoLine | undefined
  setChosenId: (id: string) => void
  actsOf: (item: WorkItem) => ActName[]
  setOpen: (open: { act: ActName; id: string }) => void
  showHelp: () => void
}

function useListKeys({ lines, chosen, setChosenId, actsOf, setOpen, showHelp }: ListKeys): Key[] {
  const { shell } = useWords()
  const navigate = useNavigate()
  const place = chosen ? lines.indexOf(chosen) : -1
  const move = (by: number) => {
    const next = lines[Math.min(lines.length - 1, Math.max(0, place + by))]
    if (!next) return
    setChosenId(next.id)
    document.getElementById(`todo-${next.id}`)?.focus()
  }
  const show = () => {
    if (chosen?.in === 'commitments') void navigate({ to: '/commitments/$id', params: { id: chosen.id } })
    if (chosen?.in === 'registers') {
      const { register: code, entry: id } = chosen.of
      void navigate({ to: '/registers/$code/$id', params: { code, id } })
    }
  }
  const doAct = (act: ActName) =>
    chosen?.in === 'commitments' && actsOf(chosen.of).includes(act) && setOpen({ act, id: chosen.id })
  const { roles } = useMe()
  const names = (Object.keys(letters) as ActName[]).filter((act) => mayEver(act, roles))
  return [
    { key: 'j', says: shell.keys.move, run: () => move(1) },
    { key: 'ArrowDown', says: shell.keys.move, run: () => move(1) },
    { key: 'k', says: shell.keys.move, run: () => move(-1) },
    { key: 'ArrowUp', says: shell.keys.move, run: () => move(-1) },
    { key: 'Enter', says: shell.keys.open, run: show },
    ...names.map((act) => ({ key: letters[act] as string, says: shell.acts[act], run: () => doAct(act) })),
    { key: '?', says: shell.keys.showKeys, run: showHelp },
  ]
}

const signs: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' }

/** Keys that do the same stand in one line. */
function spelledOut(keys: readonly Key[]): { key: string; says: string }[] {
  const lines = Map.groupBy(keys, ({ says }) => says)
  return [...lines].map(([says, same]) => ({ says, key: same.map(({ key }) => signs[key] ?? key).join(' ') }))
}

type GroupsProps = {
  work: Work
  registers: readonly RegisterItem[]
  count: number
  group: AnyGroup | 'all'
  onGroup: (group: AnyGroup | 'all') => void
}

/** The groups that have something, with their counts; pressing one narrows the list. */
function Groups({ work, registers, count, group, onGroup }: GroupsProps) {
  const { nouns, record, shell } = useWords()
  const totals = totalsOf(work, registers)
  const words = { ...nouns.todoGroups, ...record.todo.groups }
  const names = allByConsequence.filter((name) => (totals.get(name) ?? 0) > 0 || name === group)
  if (names.length === 0) return null
  const one = (name: AnyGroup | 'all', word: string, total: number) => (
    <button
      key={name}
      type="button"
      className="group-button"
      aria-pressed={name === group}
      onClick={() => onGroup(name === group ? 'all' : name)}
    >
      {word} <span className="group-count">{total}</span>
    </button>
  )
  return (
    <div className="group-buttons not-printed">
      {one('all', shell.todo.all, count)}
      {names.map((name) => one(name, words[name], totals.get(name) ?? 0))}
    </div>
  )
}

/** Groups that are longer than what was sent, so that nobody takes the list for complete. */
function Unlisted({ work, group }: { work: Work; group: AnyGroup | 'all' }) {
  const { nouns, shell } = useWords()
  const longer = work.groups.filter(
    ({ group: name, total, rows }) => total > rows.length && (group === 'all' || group === name),
  )
  return longer.map(({ group: name, total, rows }) => (
    <p key={name} className="soft todo-more">
      {nouns.todoGroups[name]}: {shell.todo.more(rows.length, total)}
    </p>
  ))
}

function DocumentsToRead({ documents }: { documents: Work['documents'] }) {
  const { shell } = useWords()
  if (documents.length === 0) return null
  return (
    <section className="section" aria-label={shell.todo.documentsToRead}>
      <h2>{shell.todo.documentsToRead}</h2>
      <ul className="document-lines">
        {documents.map(({ id, title, proposed }) => (
          <li key={id}>
            <Link to="/documents/$id" params={{ id }}>
              {title}
            </Link>{' '}
            <span className="soft nowrap">{shell.todo.proposals(proposed)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
