// What the columns of the table stand for: sheet, row of heads, and for each column a field, the day of a step, or nothing.

import { Button, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { moneyUnits } from '#domain/cell-number.ts'
import type { ProposedColumn } from '#domain/column-map.ts'
import { useAct, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showNumber } from '#web/words/amount.ts'

type Shown = OutputOf<'getImport'>
type Head = { from: number; to: number }

export function ImportMapping({ shown, onTried }: { shown: Shown; onTried: () => void }) {
  const { job, sheets } = shown
  const first =
    job.plan?.sheet ??
    Math.max(
      0,
      sheets.findIndex(({ head }) => head !== null),
    )
  const [at, setAt] = useState<{ sheet: number; head: Head | null }>({ sheet: first, head: null })
  const { imports } = useWords()
  const language = useLanguage()
  const asked = useQuestion(
    'getImport',
    { register: job.code, id: job.id, sheet: at.sheet, ...at.head },
    { enabled: at.head !== null, staleTime: 60_000 },
  )
  const sheet = (at.head && asked.data ? asked.data : shown).sheets[at.sheet]
  const options = sheets.flatMap(({ name, rows, hidden }, value) =>
    hidden ? [] : [{ value, label: imports.sheetRows(name, showNumber(rows, language)) }],
  )
  const head = at.head ?? sheet?.head ?? null
  return (
    <section className="import-step" aria-label={imports.mapping}>
      <h2>{imports.mapping}</h2>
      <p className="soft">{imports.mappingHint}</p>
      <div className="import-asked">
        <label htmlFor="import-sheet">{imports.sheet}</label>
        <Select
          id="import-sheet"
          value={at.sheet}
          options={options}
          onChange={(next: number) => setAt({ sheet: next, head: null })}
          popupMatchSelectWidth={false}
        />
        {sheet && head && (
          <>
            <label htmlFor="import-head">{imports.headRow}</label>
            <HeadChoice top={sheet.top} head={head} onHead={(next) => setAt({ ...at, head: next })} />
          </>
        )}
      </div>
      <RefusalNotice error={asked.error} />
      {at.head && asked.isFetching ? (
        <LoadingMark />
      ) : (
        sheet &&
        head && (
          <Columns
            key={`${at.sheet} ${head.from} ${head.to}`}
            {...{ shown, head, onTried }}
            sheet={at.sheet}
            proposed={startOf(shown, at.sheet, head, sheet.proposed)}
            sample={sheet.sample}
          />
        )
      )}
    </section>
  )
}

/** What was planned before stands as it was. */
function startOf({ job }: Shown, sheet: number, head: Head, proposed: ProposedColumn[]): ProposedColumn[] {
  const { plan } = job
  if (plan?.sheet !== sheet || plan.head.from !== head.from || plan.head.to !== head.to) return proposed
  return proposed.map((one) => {
    const before = plan.columns.find(({ column }) => column === one.column)
    return before && before.to !== one.to ? { ...one, ...before, why: null } : { ...one, ...before }
  })
}

type Top = Shown['sheets'][number]['top']

function HeadChoice({ top, head, onHead }: { top: Top; head: Head; onHead: (head: Head) => void }) {
  const { imports } = useWords()
  const single = top.map(({ row, cells }) => ({
    value: `${row}-${row}`,
    label: imports.headAt(
      row,
      cells
        .filter((text) => text !== '')
        .join('｜')
        .slice(0, 60),
    ),
  }))
  const value = `${head.from}-${head.to}`
  const spans = head.from === head.to ? [] : [{ value, label: imports.headSpan(head.from, head.to) }]
  return (
    <Select
      id="import-head"
      className="import-head"
      value={value}
      options={[...spans, ...single]}
      onChange={(next: string) => {
        const [from, to] = next.split('-').map(Number) as [number, number]
        onHead({ from, to })
      }}
      popupMatchSelectWidth={false}
    />
  )
}

type ColumnsProps = {
  shown: Shown
  sheet: number
  head: Head
  proposed: ProposedColumn[]
  sample: Top
  onTried: () => void
}

function Columns({ shown, sheet, head, proposed, sample, onTried }: ColumnsProps) {
  const { imports } = useWords()
  const [columns, setColumns] = useState(proposed)
  const plan = useAct('planImport', { quiet: true })
  const { job, targets } = shown
  const money = new Set(targets.filter((target) => target.money).map(({ to }) => to))
  const change = (column: number, fields: Partial<ProposedColumn>) =>
    setColumns(columns.map((one) => (one.column === column ? { ...one, why: null, ...fields } : one)))
  const lacking = columns.some(({ to, unit }) => to !== null && money.has(to) && unit === null)
  const table: Column<ProposedColumn>[] = [
    { key: 'head', head: imports.column, cell: ({ head: text }) => text },
    { key: 'sample', head: imports.sample, cell: ({ column }) => <Sample sample={sample} column={column} /> },
    {
      key: 'to',
      head: imports.target,
      width: '16rem',
      cell: (one) => (
        <>
          <Select
            className="import-target"
            aria-label={imports.targetOf(one.head)}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder={imports.noTarget}
            value={one.to}
            options={targets.map(({ to, name }) => ({
              value: to,
              label: name,
              disabled: to !== one.to && columns.some((other) => other.to === to),
            }))}
            onChange={(to: string | undefined) => change(one.column, { to: to ?? null })}
          />
          {one.why && one.to !== null && one.why !== 'name' && <small className="soft">{imports.why[one.why]}</small>}
        </>
      ),
    },
    {
      key: 'unit',
      head: imports.unit,
      cell: (one) =>
        one.to !== null && money.has(one.to) ? (
          <Select
            aria-label={imports.unitOf(one.head)}
            status={one.unit === null ? 'error' : ''}
            placeholder={imports.unitMissing}
            value={one.unit}
            options={moneyUnits.map((value) => ({ value, label: value }))}
            onChange={(unit: string) => change(one.column, { unit })}
            popupMatchSelectWidth={false}
          />
        ) : (
          (one.unit ?? '')
        ),
    },
  ]
  const onTry = () => {
    const said = columns.map(({ why: _, ...column }) => column)
    plan.mutate(
      { register: job.code, id: job.id, version: job.version, plan: { sheet, head, columns: said } },
      { onSuccess: onTried },
    )
  }
  return (
    <>
      <PlainTable
        caption={imports.mapping}
        columns={table}
        rows={columns}
        rowKey={({ column }) => String(column)}
        empty={imports.noLines}
      />
      <div className="import-ends">
        <Button type="primary" disabled={lacking} loading={plan.isPending} onClick={onTry}>
          {imports.try}
        </Button>
        {lacking && <span className="soft">{imports.unitMissing}</span>}
      </div>
      <RefusalNotice error={plan.error} />
    </>
  )
}

function Sample({ sample, column }: { sample: Top; column: number }) {
  const texts = sample.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '')
  return <span className="import-sample">{texts.slice(0, 3).join('｜')}</span>
}
