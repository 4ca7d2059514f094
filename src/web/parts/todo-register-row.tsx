// A line of the work list that waits in a register: what it asks, of which entry, by when, and the buttons that do it right here.

import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAct, useQuestion } from '#web/hooks.ts'
import { type AllWords, useWords } from '#web/language.ts'
import { type Answering, CheckAnswerWindow } from '#web/parts/check-answer.tsx'
import { RemarkActs } from '#web/parts/entry-remarks.tsx'
import { SuggestionActs } from '#web/parts/entry-suggestions.tsx'
import { SupplyWindow } from '#web/parts/entry-supply.tsx'
import { LateMark } from '#web/parts/late-mark.tsx'
import { Absent, UnitName } from '#web/parts/names.tsx'
import { useProposal } from '#web/parts/suggestion-words.tsx'
import type { RegisterAsk, RegisterItem } from '#web/parts/todo-registers.ts'
import './entry-remarks.css'
import './checklist.css'

type Props = { item: RegisterItem; chosen: boolean; onChoose: () => void }

export function TodoRegisterRow({ item, chosen, onChoose }: Props) {
  const { record } = useWords()
  const { id, group, register, entry, title, dueOn, late, unit } = item
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const name = all?.own.find(({ definition }) => definition.code === register)?.definition.name
  return (
    <tr
      id={`todo-${id}`}
      tabIndex={chosen ? 0 : -1}
      className={chosen ? 'is-chosen' : undefined}
      aria-current={chosen || undefined}
      onFocus={onChoose}
      onMouseDown={onChoose}
    >
      <td className={late ? 'todo-light' : 'todo-light is-empty'}>
        {late ? <LateMark words={record.gate.late} /> : <Absent />}
      </td>
      <td className="todo-number is-empty">
        <Absent />
      </td>
      <td className="todo-title">
        <Link to="/registers/$code/$id" params={{ code: register, id: entry }}>
          {title ?? record.todo.untitled}
        </Link>
        <div className="todo-ask">
          <Asked ask={item.ask} />
        </div>
      </td>
      <td className="todo-source soft" title={name}>
        {name}
      </td>
      <td className={unit ? 'nowrap' : 'is-empty'}>
        <UnitName id={unit} />
      </td>
      <td className={dueOn ? 'nowrap' : 'is-empty'}>{dueOn ?? <Absent />}</td>
      <td className="is-empty">
        <Absent />
      </td>
      <td className="todo-groups">{record.todo.groups[group]}</td>
      <td className="todo-acts not-printed">
        <Acts item={item} />
      </td>
    </tr>
  )
}

function Asked({ ask }: { ask: RegisterAsk }) {
  const { todo } = useWords().record
  const proposal = useProposal()
  if (ask.is === 'suggestion') return `${ask.of.suggestion.words}（${proposal(ask.of.suggestion)}）`
  return wordsOf(ask, todo)
}

function wordsOf(ask: Exclude<RegisterAsk, { is: 'suggestion' }>, say: AllWords['record']['todo']): string {
  switch (ask.is) {
    case 'to-check':
      return say.check(ask.of.asks)
    case 'returned':
      return say.returned(ask.of.asks, ask.of.remark ?? '')
    case 'late-elsewhere':
      return say.lateElsewhere(ask.of.asks)
    case 'owed':
      return say.owes(ask.of.kind)
    case 'instruction':
      return say.instruction(ask.of.text)
  }
}

function Acts({ item: { ask, register, entry } }: { item: RegisterItem }): ReactNode {
  switch (ask.is) {
    case 'to-check':
      return <CheckButtons of={ask.of} />
    case 'returned':
      return <AskAgain of={ask.of} />
    case 'owed':
      return <Supply of={ask.of} register={register} entry={entry} />
    case 'instruction':
      return <RemarkActs remark={{ ...ask.of, id: ask.of.remark }} keeps />
    case 'suggestion':
      return <SuggestionActs suggested={ask.of} />
    // Nothing to be done but to talk to them: the link leads to the entry.
    case 'late-elsewhere':
      return null
  }
}

type Of<K extends RegisterAsk['is']> = Extract<RegisterAsk, { is: K }>['of']

function CheckButtons({ of: { crossing, version, check, asks } }: { of: Of<'to-check'> }) {
  const { gate: say } = useWords().record
  const [open, setOpen] = useState<Answering['says'] | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <button
        type="button"
        className="plain-button small primary"
        aria-label={say.passOf(asks)}
        onClick={() => setOpen('pass')}
      >
        {say.pass}
      </button>
      <button
        type="button"
        className="plain-button small"
        aria-label={say.returnOf(asks)}
        onClick={() => setOpen('return')}
      >
        {say.return}
      </button>
      {open && (
        <CheckAnswerWindow answering={{ crossing, version, check, asks, says: open }} onDone={close} onClose={close} />
      )}
    </>
  )
}

function AskAgain({ of: { crossing, version, check, asks } }: { of: Of<'returned'> }) {
  const { gate: say } = useWords().record
  const again = useAct('askCheckAgain')
  return (
    <button
      type="button"
      className="plain-button small"
      aria-label={say.askAgainOf(asks)}
      disabled={again.isPending}
      onClick={() => again.mutate({ id: crossing, version, check })}
    >
      {say.askAgain}
    </button>
  )
}

function Supply({
  of: { climb, version, kind },
  register: code,
  entry,
}: {
  of: Of<'owed'>
  register: string
  entry: string
}) {
  const { steps: say } = useWords().record
  const [open, setOpen] = useState(false)
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const { data: page } = useQuestion('getEntry', { register: code, id: entry }, { enabled: open })
  const register = all?.own.find(({ definition }) => definition.code === code)
  return (
    <>
      <button
        type="button"
        className="plain-button small"
        aria-label={say.supplyOf(kind)}
        onClick={() => setOpen(true)}
      >
        {say.supply}
      </button>
      {open && page && register && (
        <SupplyWindow
          register={register}
          page={page}
          climb={{ id: climb, version }}
          kind={kind}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
