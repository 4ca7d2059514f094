// 日志: every line of the journal that this auditor or audit administrator may read, newest first.

import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { JournalLine } from '#domain/journal.ts'
import type { Definition } from '#domain/register.ts'
import { useDirectory, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { JournalContents } from '#web/parts/journal-contents.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showMoment } from '#web/words/amount.ts'
import '../parts/settings.css'

const limit = 100

export function JournalPage() {
  const { shell } = useWords()
  const say = shell.journal
  const [noun, setNoun] = useState<string | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  const input = { limit, ...(noun && { noun }), ...(before !== null && { before }) }
  const { data: lines, error, refetch } = useQuestion('listJournal', input, { keep: true })
  const last = lines?.at(-1)?.seq
  return (
    <>
      <PageHeader title={say.title} beside={say.intro} />
      <div className="bar not-printed">
        <Select
          value={noun ?? ''}
          aria-label={say.noun}
          style={{ minWidth: '9rem' }}
          onChange={(next) => {
            setNoun(next || null)
            setBefore(null)
          }}
          options={[
            { value: '', label: say.every },
            ...Object.entries(say.nouns).map(([value, label]) => ({ value, label })),
          ]}
        />
        {before !== null && <Button onClick={() => setBefore(null)}>{say.newest}</Button>}
        {last !== undefined && lines?.length === limit && <Button onClick={() => setBefore(last)}>{say.older}</Button>}
      </div>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!lines && !error && <LoadingMark />}
      {lines && <Lines lines={lines} />}
    </>
  )
}

function Lines({ lines }: { lines: readonly JournalLine[] }) {
  const { nouns, shell } = useWords()
  const say = shell.journal
  const directory = useDirectory()
  const { roles } = useMe()
  const { data: registers } = useQuestion('listRegisters', {}, { enabled: mayPass('listRegisters', roles) })
  const definitionOf = ({ noun, data }: JournalLine) =>
    noun === 'entry' ? registers?.own.find(({ id }) => id === data.register)?.definition : undefined
  const actWord = (act: string) => (nouns.acts as Record<string, string>)[act] ?? act
  const columns: Column<JournalLine>[] = [
    { key: 'seq', head: say.seq, look: 'number', cell: ({ seq }) => seq },
    { key: 'at', head: say.at, look: 'nowrap', cell: ({ at }) => showMoment(at) },
    { key: 'on', head: say.on, look: 'nowrap', cell: ({ on }) => on },
    { key: 'who', head: say.who, look: 'nowrap', cell: ({ actorName }) => actorName },
    { key: 'post', head: say.post, cell: ({ post }) => directory?.post(post)?.name },
    { key: 'act', head: say.what, look: 'nowrap', cell: ({ act }) => actWord(act) },
    { key: 'noun', head: say.noun, look: 'nowrap', cell: (line) => <Subject line={line} of={definitionOf(line)} /> },
    {
      key: 'detail',
      head: say.detail,
      cell: (line) => <Contents contents={contentsOf(line)} names={namesIn(definitionOf(line))} />,
    },
  ]
  return (
    <PlainTable caption={say.title} rows={lines} rowKey={({ seq }) => String(seq)} empty={say.none} columns={columns} />
  )
}

/** The register is said by the link to the entry. */
function contentsOf({ noun, data }: JournalLine): JournalLine['data'] {
  if (noun !== 'entry') return data
  const { register: _, ...contents } = data
  return contents
}

function namesIn(definition: Definition | undefined): Record<string, string> {
  return Object.fromEntries(definition?.fields.map(({ key, name }) => [key, name]) ?? [])
}

/** What the line is about; a commitment and an entry can be opened. */
function Subject({ line: { noun, id, version }, of }: { line: JournalLine; of: Definition | undefined }) {
  const { shell } = useWords()
  const word = shell.journal.nouns[noun] ?? noun
  const link = (
    <Link to="/commitments/$id" params={{ id }} className="underlined">
      {word}
    </Link>
  )
  return (
    <>
      {noun === 'commitment' ? link : of ? <EntryLink of={of} id={id} /> : word}{' '}
      <span className="soft">{shell.journal.version(version)}</span>
    </>
  )
}

function EntryLink({ of: { code, entryName }, id }: { of: Definition; id: string }) {
  return (
    <Link to="/registers/$code/$id" params={{ code, id }} className="underlined">
      {entryName}
    </Link>
  )
}

type ContentsProps = { contents: JournalLine['data']; names: Record<string, string> }

/** Built only when opened: a document's line holds its whole text. */
function Contents({ contents, names }: ContentsProps) {
  const { shell } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{shell.journal.detail}</summary>
      {open && <JournalContents contents={contents} names={names} />}
    </details>
  )
}
