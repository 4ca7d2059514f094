// The heads of an Excel sheet, pasted in, as proposed fields: each is taken or left, named and typed by the person.

import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { fieldTypeWords } from '#contract/definition-words.ts'
import { guessHeads, type HeadGuess } from '#domain/head-guess.ts'
import type { Definition, Field, FieldType } from '#domain/register.ts'
import { emptyDefinition, freshField } from '#domain/register-draft.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { FormField } from '#web/parts/form-window.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'

type Line = HeadGuess & { place: number }
/** What a head can become; links and formulas are made afterwards. */
const types = keysOf(fieldTypeWords).filter((type) => !['entry', 'computed', 'rollup', 'commitment'].includes(type))

export function DefineHeads({ codes, onReady }: { codes: readonly string[]; onReady: (draft: Definition) => void }) {
  const { define } = useWords()
  const say = define.heads
  const [pasted, setPasted] = useState('')
  const [lines, setLines] = useState<Line[]>([])
  const [title, setTitle] = useState<number | null>(null)
  const paste = (text: string) => {
    const guesses = guessHeads(text).map((guess, place) => ({ ...guess, place }))
    setPasted(text)
    setLines(guesses)
    const named = guesses.filter(({ type, wanted }) => wanted && type === 'text')
    setTitle((named.find(({ name }) => /名称$/.test(name)) ?? named[0])?.place ?? null)
  }
  const set = (place: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.place === place ? { ...line, ...part } : line)))
  const texts = lines.filter(({ wanted, type }) => wanted && type === 'text')
  const chosen = texts.find(({ place }) => place === title)
  return (
    <>
      <FormField label={say.paste} needed>
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 8 }}
          value={pasted}
          placeholder={say.pasteHint}
          onChange={(event) => paste(event.target.value)}
        />
      </FormField>
      {pasted !== '' && lines.length === 0 && <p className="soft">{say.none}</p>}
      {lines.length > 0 && (
        <>
          <h3>{say.found(lines.length)}</h3>
          <HeadTable lines={lines} onLine={set} />
          <FormField label={say.title} needed>
            <Select
              value={chosen?.place}
              options={texts.map(({ place, name, head }) => ({ value: place, label: name || head }))}
              onChange={(place?: number) => setTitle(place ?? null)}
              className="define-title"
            />
          </FormField>
          {texts.length === 0 && <p className="define-warn">{say.noTitle}</p>}
          <Button type="primary" disabled={!chosen} onClick={() => chosen && onReady(fieldsFrom(lines, chosen, codes))}>
            {say.use}
          </Button>
        </>
      )}
    </>
  )
}

/** The column that stands for the entry must be filled in and is found quickly. */
function fieldsFrom(lines: readonly Line[], title: Line, codes: readonly string[]): Definition {
  const start = emptyDefinition(codes, '')
  const fields: Field[] = []
  for (const line of lines) {
    if (!line.wanted) continue
    const { type, unit, scale, choices } = line
    const listed = type === 'choice' || type === 'choices'
    const stands = line.place === title.place ? { required: true, indexed: true } : {}
    fields.push({
      ...freshField(fields, line.name, type),
      unit: type === 'number' ? unit : null,
      scale: type === 'number' || type === 'percent' ? scale : 0,
      choices: listed ? choices.map((word) => ({ word, retired: false })) : [],
      ...stands,
    })
  }
  const wanted = lines.filter((line) => line.wanted)
  const key = fields[wanted.indexOf(title)]?.key ?? fields[0]!.key
  const lead = fields.find(({ type, name }) => type === 'unit' && /牵头|责任|主管|管理|服务/.test(name))
  return { ...start, fields, title: key, lead: lead?.key ?? null }
}

function HeadTable({
  lines,
  onLine,
}: {
  lines: readonly Line[]
  onLine: (place: number, part: Partial<Line>) => void
}) {
  const { define } = useWords()
  const say = define.heads
  const columns: Column<Line>[] = [
    {
      key: 'take',
      head: say.take,
      cell: ({ place, head, wanted }) => (
        <Checkbox
          aria-label={say.takeOf(head)}
          checked={wanted}
          onChange={(event) => onLine(place, { wanted: event.target.checked })}
        />
      ),
    },
    { key: 'head', head: say.head, cell: ({ head }) => head },
    {
      key: 'name',
      head: say.name,
      cell: ({ place, head, name }) => (
        <Input
          aria-label={say.nameOf(head)}
          value={name}
          maxLength={60}
          onChange={(event) => onLine(place, { name: event.target.value })}
        />
      ),
    },
    {
      key: 'type',
      head: say.type,
      cell: (line) => <HeadType line={line} onType={(type) => onLine(line.place, { type })} />,
    },
    { key: 'more', head: say.more, cell: (line) => <HeadNote line={line} /> },
  ]
  return (
    <PlainTable caption={say.paste} columns={columns} rows={lines} rowKey={({ place }) => String(place)} empty="" />
  )
}

function HeadType({ line, onType }: { line: Line; onType: (type: FieldType) => void }) {
  const { define } = useWords()
  const language = useLanguage()
  return (
    <Select
      aria-label={define.heads.typeOf(line.head)}
      value={line.type}
      options={types.map((value) => ({ value, label: fieldTypeWords[value][language] }))}
      popupMatchSelectWidth={false}
      onChange={onType}
      className="define-title"
    />
  )
}

function HeadNote({ line: { type, unit, choices } }: { line: Line }) {
  const { define } = useWords()
  if (type === 'number' && unit) return unit
  return type === 'choice' || type === 'choices' ? define.heads.choices(choices.length) : null
}
