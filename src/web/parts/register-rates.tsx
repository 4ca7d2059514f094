// The rates of a register (整改完成率 …) above its table: how many of those that should be, are; by unit, section or kind on
// demand. Each number leads to its entries.

import { Link } from '@tanstack/react-router'
import { Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { fieldOf, type Ratio, type Register } from '#domain/register.ts'
import { useDirectory, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import type { RegisterLook } from '#web/parts/register-look.ts'
import '#web/parts/register-rates.css'

type Shown = OutputOf<'showRatio'>
type Group = Shown['groups'][number]
type Props = { register: Register; look: RegisterLook }

export function RegisterRates({ register, look }: Props) {
  const { rates: say } = useWords().findings
  const [open, setOpen] = useState<string | null>(null)
  const { ratios } = register.definition
  if (ratios.length === 0) return null
  const chosen = ratios.find(({ key }) => key === open)
  return (
    <section className="rates not-printed" aria-label={say.title}>
      <div className="rates-line">
        {ratios.map((ratio) => (
          <RateButton
            key={ratio.key}
            {...{ register, look, ratio }}
            open={open === ratio.key}
            onOpen={() => setOpen(open === ratio.key ? null : ratio.key)}
          />
        ))}
      </div>
      {chosen && <RateGroups key={chosen.key} {...{ register, look }} ratio={chosen} />}
    </section>
  )
}

/** What the reader narrows the table to narrows the rates too; a view does not. */
const narrowedTo = ({ filter, where, text, asOf }: RegisterLook) => ({
  ...(filter.length > 0 && { filter: [...filter] }),
  ...(where && { where }),
  ...(text && { text }),
  ...(asOf !== null && { asOf }),
})

type RateProps = Props & { ratio: Ratio }

function RateButton({ register, look, ratio, open, onOpen }: RateProps & { open: boolean; onOpen: () => void }) {
  const { rates: say } = useWords().findings
  const input = { register: register.definition.code, ratio: ratio.key, ...narrowedTo(look) }
  const { data } = useQuestion('showRatio', input, { keep: true })
  const total = data?.total
  const told = total?.percent == null ? say.none : `${total.percent}%（${total.of}/${total.among}）`
  return (
    <button type="button" className="rate" aria-expanded={open} onClick={onOpen} title={say.basis(ratio.basis)}>
      {ratio.name} <strong>{total ? told : '…'}</strong>
    </button>
  )
}

function RateGroups({ register, look, ratio }: RateProps) {
  const { rates: say } = useWords().findings
  const [by, setBy] = useState(ratio.by[0] ?? null)
  const { definition } = register
  const name = useGroupName(register, by)
  const input = { register: definition.code, ratio: ratio.key, ...(by && { by }), ...narrowedTo(look) }
  const { data } = useQuestion('showRatio', input, { keep: true })
  const columns = data ? columnsOf(register, ratio, look, by, data, say, name) : []
  return (
    <div className="rates-table">
      <p>
        {say.by}{' '}
        <Select
          aria-label={say.by}
          value={by}
          onChange={setBy}
          popupMatchSelectWidth={false}
          options={ratio.by.map((key) => ({ value: key, label: fieldOf(definition, key)?.name ?? key }))}
        />{' '}
        <span className="soft">{say.basis(ratio.basis)}</span>
      </p>
      {data && (
        <PlainTable
          caption={ratio.name}
          columns={columns}
          rows={data.groups}
          rowKey={({ group }) => group ?? ''}
          empty={say.none}
        />
      )}
    </div>
  )
}

type Say = ReturnType<typeof useWords>['findings']['rates']

function columnsOf(
  { definition }: Register,
  ratio: Ratio,
  look: RegisterLook,
  by: string | null,
  { opens }: Shown,
  say: Say,
  name: (group: string | null) => string,
): Column<Group>[] {
  const entries = (part: keyof typeof opens, count: (row: Group) => number) => (row: Group) => {
    const filter = [...look.filter, ...(by ? [`${by}=${row.group ?? ''}`] : [])]
    const where = look.where ? `(${look.where}) and ${opens[part]}` : opens[part]
    const search = { filter, where, ...(look.asOf !== null && { asOf: look.asOf }) }
    return (
      <Link to="/registers/$code" params={{ code: definition.code }} search={search} title={say.opens(name(row.group))}>
        {count(row)}
      </Link>
    )
  }
  return [
    { key: 'group', head: fieldOf(definition, by ?? '')?.name ?? say.group, cell: (row) => name(row.group) },
    { key: 'among', head: say.among, cell: entries('among', ({ among }) => among), look: 'number' },
    { key: 'of', head: say.of, cell: entries('of', ({ of }) => of), look: 'number' },
    {
      ...{ key: 'percent', head: say.percent, look: 'number' },
      cell: ({ percent }) => (percent === null ? '—' : `${percent}%`),
    },
    ...(ratio.late === null ? [] : lateColumns(say, entries)),
  ]
}

function lateColumns(
  say: Say,
  entries: (part: 'rest', count: (row: Group) => number) => (row: Group) => React.ReactNode,
): Column<Group>[] {
  return [
    { key: 'late', head: say.late, cell: entries('rest', ({ late }) => late), look: 'number' },
    { key: 'days', head: say.lateDays, cell: ({ lateDays }) => say.days(lateDays), look: 'number' },
    { key: 'longest', head: say.longest, cell: ({ longestDays }) => say.days(longestDays), look: 'number' },
  ]
}

/** Ids by their names. */
function useGroupName({ definition }: Register, by: string | null): (group: string | null) => string {
  const { rates: say } = useWords().findings
  const directory = useDirectory()
  const field = by === null ? undefined : fieldOf(definition, by)
  const titles = useTitles(field?.type === 'entry' ? (field.of ?? null) : null)
  return (group) => {
    if (group === null) return say.empty
    if (field?.type === 'unit') return directory?.unit(group)?.shortName ?? '…'
    if (field?.type === 'post') return directory?.post(group)?.name ?? '…'
    if (field?.type === 'person') return directory?.person(group)?.name ?? '…'
    if (field?.type === 'yes-no') return group === 'true' ? say.yes : say.no
    return field?.type === 'entry' ? (titles.get(group) ?? '…') : group
  }
}

/** Of the register that is linked to; its first few hundred entries. */
function useTitles(register: string | null): Map<string, string> {
  const { registers } = useWords()
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const there = all?.own.find(({ definition }) => definition.code === register)
  const asked = { register: register ?? '', limit: 500 }
  const { data } = useQuestion('listEntries', asked, { enabled: there !== undefined, keep: true })
  const title = there?.definition.title ?? ''
  return new Map((data?.entries ?? []).map(({ id, values }) => [id, String(values[title] ?? registers.untitled)]))
}
