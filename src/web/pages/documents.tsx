// All documents, newest first, with what is still to be reviewed in each; and the way to bring another one in.

import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { type AllWords, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { keysOf } from '#web/parts/keys-of.ts'
import { Absent, PersonName } from '#web/parts/names.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { ImportWindow } from '#web/parts/review-import.tsx'
import '#web/parts/review-look.css'

type Card = OutputOf<'listDocuments'>[number]

export function DocumentsPage() {
  const { review, nouns } = useWords()
  const words = review.documents
  const { data, error, refetch } = useQuestion('listDocuments', {})
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Card['kind'] | null>(null)
  const [importing, setImporting] = useState(false)
  const mayImport = mayPass('importDocument', useMe().roles)
  const columns = useMemo(() => columnsOf(review, nouns), [review, nouns])
  const found = useMemo(() => data?.filter((card) => fits(card, text.trim(), kind)) ?? [], [data, text, kind])
  return (
    <>
      <PageHeader title={words.title} beside={data && words.count(found.length, data.length)}>
        {mayImport && (
          <Button type="primary" onClick={() => setImporting(true)}>
            {review.bringIn.open}
          </Button>
        )}
      </PageHeader>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      <div className="bar not-printed">
        <Input.Search
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          value={text}
          onChange={({ target }) => setText(target.value)}
          style={{ maxWidth: '20rem' }}
        />
        <Select<Card['kind'] | 'all'>
          aria-label={words.columns.kind}
          value={kind ?? 'all'}
          onChange={(value) => setKind(value === 'all' ? null : value)}
          options={[
            { value: 'all', label: words.allKinds },
            ...keysOf(nouns.documentKinds).map((value) => ({ value, label: nouns.documentKinds[value] })),
          ]}
          style={{ minWidth: '8rem' }}
        />
      </div>
      {data ? (
        <PlainTable
          caption={words.title}
          columns={columns}
          rows={found}
          rowKey={({ id }) => id}
          empty={data.length === 0 ? words.empty : words.emptyFound}
        />
      ) : (
        !error && <LoadingMark />
      )}
      {importing && <ImportWindow onClose={() => setImporting(false)} />}
    </>
  )
}

function fits({ title, docNumber, kind: of }: Card, text: string, kind: Card['kind'] | null): boolean {
  const sought = text.toLowerCase()
  return (kind === null || of === kind) && `${title} ${docNumber ?? ''}`.toLowerCase().includes(sought)
}

function columnsOf({ documents }: AllWords['review'], nouns: AllWords['nouns']): Column<Card>[] {
  const { columns: heads } = documents
  return [
    { key: 'number', head: heads.number, look: 'number', cell: ({ number }) => number },
    { key: 'title', head: heads.title, width: '45%', cell: (card) => <Title card={card} /> },
    { key: 'kind', head: heads.kind, look: 'nowrap', cell: ({ kind }) => nouns.documentKinds[kind] },
    { key: 'docNumber', head: heads.docNumber, look: 'nowrap', cell: ({ docNumber }) => docNumber ?? <Absent /> },
    { key: 'date', head: heads.date, look: 'nowrap', cell: ({ date }) => date ?? <Absent /> },
    { key: 'openness', head: heads.openness, look: 'nowrap', cell: ({ openness }) => nouns.openness[openness] },
    {
      key: 'proposed',
      head: heads.proposed,
      look: 'number',
      cell: ({ proposed }) => (proposed > 0 ? <strong>{proposed}</strong> : <span className="soft">0</span>),
    },
    { key: 'adopted', head: heads.adopted, look: 'number', cell: ({ adopted }) => adopted },
    { key: 'rejected', head: heads.rejected, look: 'number', cell: ({ rejected }) => rejected },
    {
      key: 'importedBy',
      head: heads.importedBy,
      look: 'nowrap',
      cell: ({ importedBy }) => <PersonName id={importedBy} />,
    },
    { key: 'importedOn', head: heads.importedOn, look: 'nowrap', cell: ({ importedOn }) => importedOn },
  ]
}

function Title({ card: { id, title, warnings } }: { card: Card }) {
  const { review, shell } = useWords()
  return (
    <>
      <Link to="/documents/$id" params={{ id }}>
        {title}
      </Link>
      {warnings.length > 0 && (
        <span className="review-missing" title={warnings.join(shell.listMark)}>
          {' '}
          {review.documents.warned}
        </span>
      )}
    </>
  )
}
