// Where the entries of a register stand against one rule set: a tile for each standing with its count, and below the
// entries of the one that is open, a page at a time.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Standing, standings } from '#web/parts/assess-standing.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { marks } from '#web/parts/rule-tree.tsx'
import './assess.css'

type Assessed = OutputOf<'assessEntries'>

const pageLength = 50
/** Shape beside colour: nobody needs to tell green from red. */
const standingMarks = { eligible: marks.yes, 'one-short': '◐', unknown: marks.unknown, 'not-eligible': marks.no }

type Props = {
  register: string
  ruleSet: string
  standing: Standing | null
  onStanding: (standing: Standing) => void
}

export function AssessList({ register, ruleSet, standing, onStanding }: Props) {
  const { assess } = useWords()
  const first = useQuestion('assessEntries', { register, ruleSet, limit: 1 })
  if (first.error) return <RefusalNotice error={first.error} onRetry={() => void first.refetch()} />
  if (!first.data) return <LoadingMark />
  const { set, counts } = first.data
  const open = standing ?? standings.find((one) => (counts[one] ?? 0) > 0) ?? 'eligible'
  return (
    <>
      <p className="soft">
        {assess.basis(set.basis.title, set.basis.docNo)} · {assess.validity(set.validFrom, set.validTo)}
        {set.basis.note && ` · ${set.basis.note}`}
      </p>
      <div className="assess-tiles" role="tablist" aria-label={assess.outcome}>
        {standings.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === open}
            className={`assess-tile is-${one}`}
            onClick={() => onStanding(one)}
          >
            <span>
              {standingMarks[one]} {assess.standings[one]}
            </span>
            <b>{counts[one] ?? 0}</b>
            <small>{assess.hints[one]}</small>
          </button>
        ))}
      </div>
      <Pages key={open} register={register} ruleSet={ruleSet} standing={open} />
    </>
  )
}

function Pages({ register, ruleSet, standing }: Omit<Props, 'onStanding' | 'standing'> & { standing: Standing }) {
  const [starts, setStarts] = useState<(string | null)[]>([null])
  return (
    <div role="tabpanel">
      {starts.map((after, place) => (
        <Page
          key={after ?? ''}
          {...{ register, ruleSet, standing, after }}
          onMore={place === starts.length - 1 ? (next) => setStarts([...starts, next]) : null}
        />
      ))}
    </div>
  )
}

type PageProps = {
  register: string
  ruleSet: string
  standing: Standing
  after: string | null
  /** Null: the next page stands below already. */
  onMore: ((after: string) => void) | null
}

function Page({ register, ruleSet, standing, after, onMore }: PageProps) {
  const { assess, shell } = useWords()
  const asked = { register, ruleSet, standing, limit: pageLength, ...(after !== null && { after }) }
  const { data, error } = useQuestion('assessEntries', asked)
  if (error) return <RefusalNotice error={error} />
  if (!data) return <LoadingMark />
  const columns: Column<Assessed['entries'][number]>[] = [
    {
      key: 'title',
      head: assess.entry,
      cell: ({ id, title }) => <EntryLink register={register} id={id} title={title} />,
    },
    {
      key: 'short',
      head: assess.short,
      cell: ({ oneShort }) => oneShort.join(shell.listMark),
    },
    { key: 'missing', head: assess.missing, cell: ({ missing }) => missing.join(shell.listMark) },
  ]
  const shown = columns.filter(
    ({ key }) =>
      key === 'title' ||
      (key === 'short' ? standing === 'one-short' || standing === 'not-eligible' : standing === 'unknown'),
  )
  const { next } = data
  return (
    <>
      <PlainTable
        caption={assess.standings[standing]}
        columns={shown}
        rows={data.entries}
        rowKey={({ id }) => id}
        empty={assess.none}
      />
      {next !== null && onMore && <Button onClick={() => onMore(next)}>{assess.more}</Button>}
    </>
  )
}

function EntryLink({ register, id, title }: { register: string; id: string; title: string | null }) {
  return (
    <Link to="/registers/$code/$id" params={{ code: register, id }}>
      {title ?? id}
    </Link>
  )
}
