// The pop-ups behind the heads of a register's table, by the type of the column: words to hold, choices, from and to, units,
// people, rungs; and for all of them what is empty.

import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, type SyntheticEvent, useState } from 'react'
import type { Field, FieldType } from '#domain/register.ts'
import { useDirectory, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { AmountInput, MoneyInput } from '#web/parts/field-amount.tsx'
import { DateInput } from '#web/parts/field-choice.tsx'
import type { GivenValue } from '#web/parts/field-control.ts'
import type { ShowRegister } from '#web/parts/register-address.ts'
import { kindOf, type RegisterColumn } from '#web/parts/register-columns.ts'
import { leftLadder, type Op, textsOf, withoutColumn, withTexts } from '#web/parts/register-filter.ts'
import type { RegisterLook } from '#web/parts/register-look.ts'
import { dueSpan } from '#web/parts/supervise-dates.ts'

type Way = 'words' | 'choices' | 'range' | 'units' | 'posts' | 'people' | 'entries'

const ways: Partial<Record<FieldType, Way>> = {
  text: 'words',
  'long-text': 'words',
  'credit-code': 'words',
  industry: 'words',
  number: 'range',
  money: 'range',
  percent: 'range',
  date: 'range',
  month: 'range',
  'yes-no': 'choices',
  choice: 'choices',
  choices: 'choices',
  unit: 'units',
  post: 'posts',
  person: 'people',
  entry: 'entries',
}

/** Whether the list can be narrowed by the column at all. */
export function filters(column: RegisterColumn): boolean {
  return column.is === 'ladder' || ways[kindOf(column.field)] !== undefined
}

type PanelProps = { column: RegisterColumn; look: RegisterLook; onLook: ShowRegister }
/** What a panel reads and writes: the texts behind an operator of its column. */
type Changes = Partial<Record<Op, readonly string[]>>
type Lines = { texts: (op: Op) => string[]; set: (changes: Changes) => void }

export function RegisterFilterPanel({ column, look, onLook }: PanelProps) {
  const { supervise } = useWords()
  const { filter } = look
  const lines: Lines = {
    texts: (op) => textsOf(filter, column.key, op),
    set: (changes) =>
      onLook({
        filter: Object.entries(changes).reduce(
          (all, [op, texts]) => withTexts(all, column.key, op as Op, texts),
          [...filter],
        ),
      }),
  }
  const any = withoutColumn(filter, column.key).length < filter.length
  return (
    <fieldset className="filter-panel">
      <legend className="only-read-aloud">{supervise.filters.by(column.name)}</legend>
      <PanelBody column={column} lines={lines} />
      <Button
        size="small"
        type="link"
        disabled={!any}
        onClick={() => onLook({ filter: withoutColumn(filter, column.key) })}
      >
        {supervise.filters.clear}
      </Button>
    </fieldset>
  )
}

function PanelBody({ column, lines }: { column: RegisterColumn; lines: Lines }): ReactNode {
  const { registers } = useWords()
  const directory = useDirectory()
  if (column.is === 'ladder') {
    const rungs = column.ladder.rungs.map(({ key, name }) => ({ value: key, label: name }))
    rungs.push({ value: leftLadder, label: registers.filters.offLadder })
    return <Among options={rungs} lines={lines} none={registers.filters.notOn} />
  }
  const field = { ...column.field, type: kindOf(column.field) }
  switch (ways[field.type]) {
    case 'words':
      return <Holding field={field} lines={lines} />
    case 'range':
      return <Between field={field} lines={lines} />
    case 'choices':
      return <Among options={choicesOf(field, registers.yesNo)} lines={lines} />
    case 'units':
      return <Among options={named(directory?.units)} lines={lines} />
    case 'posts':
      return <Among options={named(directory?.posts)} lines={lines} />
    case 'people':
      return <Among options={named(directory?.people)} lines={lines} />
    case 'entries':
      return <Linked field={field} lines={lines} />
    default:
      return null
  }
}

function choicesOf({ type, choices }: Field, yesNo: { yes: string; no: string }): Option[] {
  if (type !== 'yes-no') return choices.map(({ word }) => ({ value: word, label: word }))
  return [
    { value: 'true', label: yesNo.yes },
    { value: 'false', label: yesNo.no },
  ]
}

type Option = { value: string; label: string }
const named = (all: readonly { id: string; name: string }[] = []): Option[] =>
  all.map(({ id, name }) => ({ value: id, label: name }))

/** More choices than this are searched by typing. */
const few = 12

/** `none`: what an entry without a value is called. */
function Among({ options, lines, none }: { options: readonly Option[]; lines: Lines; none?: string }) {
  const { registers } = useWords()
  const [text, setText] = useState('')
  const chosen = lines.texts('=')
  const all = [...options, { value: '', label: none ?? registers.filters.empty }]
  const shown = all.filter(({ label }) => label.includes(text))
  const hidden = chosen.filter((value) => !shown.some((option) => option.value === value))
  return (
    <>
      {options.length > few && (
        <Input
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder={registers.filters.findWord}
          aria-label={registers.filters.findWord}
          allowClear
        />
      )}
      <Checkbox.Group
        className="filter-choices"
        options={shown}
        value={chosen}
        onChange={(values) => lines.set({ '=': [...hidden, ...values] })}
      />
    </>
  )
}

function Holding({ field, lines }: { field: Field; lines: Lines }) {
  const { registers } = useWords()
  const label = registers.filters.holds(field.name)
  return (
    <>
      <Input.Search
        defaultValue={lines.texts('~')[0] ?? ''}
        maxLength={100}
        allowClear
        placeholder={label}
        aria-label={label}
        onSearch={(value) => lines.set({ '~': value.trim() === '' ? [] : [value.trim()] })}
      />
      <Empty lines={lines} />
    </>
  )
}

function Empty({ lines }: { lines: Lines }) {
  const { registers } = useWords()
  return (
    <Checkbox
      checked={lines.texts('=').includes('')}
      onChange={({ target }) => lines.set({ '=': target.checked ? [''] : [] })}
    >
      {registers.filters.onlyEmpty}
    </Checkbox>
  )
}

const day = /^\d{4}-\d{2}(-\d{2})?$/
const decimal = /^-?\d+(\.\d+)?$/
const isTimed = ({ type }: Field): boolean => type === 'date' || type === 'month'

/** What is no day or number is not asked for; the input says what is wrong with it. */
function boundOf(field: Field, value: GivenValue): string[] {
  return typeof value === 'string' && (isTimed(field) ? day : decimal).test(value) ? [value] : []
}

/** Sent when both ends are typed: half a number must not narrow the list. */
function Between({ field, lines }: { field: Field; lines: Lines }) {
  const { supervise, registers } = useWords()
  const { today } = useMe()
  const [from, setFrom] = useState<GivenValue>(lines.texts('>=')[0] ?? null)
  const [to, setTo] = useState<GivenValue>(lines.texts('<=')[0] ?? null)
  const Control = field.type === 'money' ? MoneyInput : isTimed(field) ? DateInput : AmountInput
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    lines.set({ '>=': boundOf(field, from), '<=': boundOf(field, to) })
  }
  const span = (name: (typeof registers.filters.spanNames)[number]) => {
    const stretch = dueSpan(name, today)
    setFrom(stretch.from ?? null)
    setTo(stretch.to)
    lines.set({ '>=': stretch.from ? [stretch.from] : [], '<=': [stretch.to] })
  }
  return (
    <form className="filter-bounds" onSubmit={submit}>
      <span className="soft" aria-hidden="true">
        {supervise.filters.from}
      </span>
      <Control field={field} aria-label={`${field.name} ${supervise.filters.from}`} value={from} onChange={setFrom} />
      <span className="soft" aria-hidden="true">
        {supervise.filters.to}
      </span>
      <Control field={field} aria-label={`${field.name} ${supervise.filters.to}`} value={to} onChange={setTo} />
      {field.type === 'date' && (
        <div className="filter-spans">
          {registers.filters.spanNames.map((name) => (
            <Button key={name} size="small" onClick={() => span(name)}>
              {registers.filters.spans[name]}
            </Button>
          ))}
        </div>
      )}
      <div className="filter-spans">
        <Button size="small" type="primary" htmlType="submit">
          {registers.filters.apply}
        </Button>
        <Empty lines={lines} />
      </div>
    </form>
  )
}

/** Entries of the other register by a part of their title; those chosen stay on the list. */
function Linked({ field, lines }: { field: Field; lines: Lines }) {
  const { registers } = useWords()
  const [text, setText] = useState('')
  const register = field.of!
  const chosen = lines.texts('=')
  const ids = chosen.filter((id) => id !== '')
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const title = all?.own.find(({ definition }) => definition.code === register)?.definition.title
  const asking = { enabled: title !== undefined, keep: true }
  const { data: found } = useQuestion('listEntries', { register, limit: 20, ...(text && { text }) }, asking)
  const { data: kept = [] } = useQuestion('titlesOf', { register, ids }, { ...asking, enabled: ids.length > 0 })
  const options = (found?.entries ?? []).map(({ id, values }) => ({
    value: id,
    label: String(values[title ?? ''] ?? registers.untitled),
  }))
  const own = kept
    .filter(({ id }) => !options.some(({ value }) => value === id))
    .map((one) => ({ value: one.id, label: one.title ?? registers.untitled }))
  return (
    <>
      <Input.Search
        maxLength={100}
        allowClear
        placeholder={registers.filters.find}
        aria-label={registers.filters.find}
        onSearch={(value) => setText(value.trim())}
      />
      <Checkbox.Group
        className="filter-choices"
        options={[...own, ...options, { value: '', label: registers.filters.empty }]}
        value={chosen}
        onChange={(values) => lines.set({ '=': values })}
      />
    </>
  )
}
