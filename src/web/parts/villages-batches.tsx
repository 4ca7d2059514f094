// 批次与覆盖: how many villages each batch named here and in the province, which towns have one, and whose re-check is due.

import { Link } from '@tanstack/react-router'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { type EntryRow, sortedWords, textIn, useAllEntries } from '#web/parts/villages-rows.ts'
import { showNumber } from '#web/words/amount.ts'

type Batch = { name: string; province: number; on: string; basis: string }
type Batches = { target: { villages: number; year: number; basis: string }; batches: Batch[] }

const presets = import.meta.glob<Batches>('../../../presets/batches/village.json', { import: 'default', eager: true })
const published = Object.values(presets)[0]!

/** Named, and what comes after it. */
const namedRungs: readonly string[] = ['named', 'upheld']
export function isNamed({ rungs }: Pick<EntryRow, 'rungs'>): boolean {
  return rungs.main !== undefined && rungs.main.left === null && namedRungs.includes(rungs.main.rung)
}

export function VillageBatches() {
  const { batches: say } = useWords().villages
  const { entries, loading, error, again } = useAllEntries('village', [])
  if (error) return <RefusalNotice error={error} onRetry={again} />
  if (loading) return <LoadingMark />
  return (
    <div className="villages-batches">
      <section className="section">
        <BatchTable villages={entries} />
      </section>
      <section className="section">
        <h2>{say.towns}</h2>
        <TownTable villages={entries} />
      </section>
      <section className="section">
        <h2>{say.recheck}</h2>
        <RecheckTable villages={entries} />
      </section>
    </div>
  )
}

function BatchTable({ villages }: { villages: readonly EntryRow[] }) {
  const { batches: say } = useWords().villages
  const language = useLanguage()
  const named = villages.filter(isNamed)
  const number = (n: number) => showNumber(n, language)
  const percent = (share: number) => `${number(Math.round(share * 10_000) / 100)}%`
  const names = [
    ...new Set([
      ...published.batches.map(({ name }) => name),
      ...sortedWords(named.map((one) => textIn(one, 'batch'))),
    ]),
  ]
  const rows = names.map((name) => ({
    name,
    here: named.filter((one) => textIn(one, 'batch') === name).length,
    told: published.batches.find((one) => one.name === name),
  }))
  const without = named.filter((one) => textIn(one, 'batch') === '').length
  const all = [...rows, ...(without > 0 ? [{ name: say.other, here: without, told: undefined }] : [])]
  const columns: Column<(typeof all)[number]>[] = [
    { key: 'batch', head: say.batch, cell: ({ name }) => name },
    { key: 'here', head: say.here, cell: ({ here }) => number(here), look: 'number' },
    { key: 'province', head: say.province, cell: ({ told }) => (told ? number(told.province) : ''), look: 'number' },
    {
      key: 'share',
      head: say.share,
      cell: ({ told, here }) => (told ? percent(here / told.province) : ''),
      look: 'number',
    },
    { key: 'on', head: say.on, cell: ({ told }) => told?.on ?? '', look: 'nowrap' },
    { key: 'basis', head: say.basis, cell: ({ told }) => told?.basis ?? '' },
  ]
  const { target, batches } = published
  const done = batches.reduce((sum, { province }) => sum + province, 0) / target.villages
  return (
    <>
      <PlainTable caption={say.batch} columns={columns} rows={all} rowKey={({ name }) => name} empty="" />
      <p className="after-table">
        {say.target(number(target.villages), target.year)} · {say.progress(percent(done))}{' '}
        <span className="soft">{target.basis}</span>
      </p>
    </>
  )
}

function TownTable({ villages }: { villages: readonly EntryRow[] }) {
  const { batches: say } = useWords().villages
  const towns = sortedWords(villages.map((one) => textIn(one, 'town'))).map((town) => {
    const own = villages.filter((one) => textIn(one, 'town') === town)
    const named = own.filter(isNamed).length
    const climbing = own.filter(({ rungs }) => rungs.main?.left === null).length - named
    return { town, villages: own.length, named, climbing }
  })
  const columns: Column<(typeof towns)[number]>[] = [
    {
      key: 'town',
      head: say.town,
      cell: ({ town }) => (
        <Link to="/registers/$code" params={{ code: 'village' }} search={{ filter: [`town=${town}`] }}>
          {town}
        </Link>
      ),
    },
    { key: 'villages', head: say.villages, cell: (row) => row.villages, look: 'number' },
    { key: 'named', head: say.named, cell: (row) => row.named, look: 'number' },
    { key: 'climbing', head: say.climbing, cell: (row) => row.climbing, look: 'number' },
  ]
  return (
    <>
      <p>{say.covered(towns.filter(({ named }) => named > 0).length, towns.length)}</p>
      <PlainTable caption={say.towns} columns={columns} rows={towns} rowKey={({ town }) => town} empty="" />
    </>
  )
}

function RecheckTable({ villages }: { villages: readonly EntryRow[] }) {
  const { batches: say, criteria } = useWords().villages
  const { today } = useMe()
  const due = villages
    .filter((one) => textIn(one, 'recheck_on') !== '')
    .toSorted((a, b) => textIn(a, 'recheck_on').localeCompare(textIn(b, 'recheck_on')))
  const without = villages.filter((one) => isNamed(one) && textIn(one, 'recheck_on') === '').length
  const soon = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10)
  const state = (on: string) => (on < today ? say.late : on <= soon ? say.soon : say.later)
  const columns: Column<EntryRow>[] = [
    {
      key: 'village',
      head: criteria.village,
      cell: ({ id, values }) => (
        <Link to="/registers/$code/$id" params={{ code: 'village', id }}>
          {String(values.name ?? '')}
        </Link>
      ),
    },
    { key: 'town', head: say.town, cell: (row) => textIn(row, 'town') },
    { key: 'due', head: say.due, cell: (row) => textIn(row, 'recheck_on'), look: 'nowrap' },
    {
      key: 'state',
      head: say.recheck,
      cell: (row) => (
        <span className={textIn(row, 'recheck_on') < today ? 'villages-late' : undefined}>
          {state(textIn(row, 'recheck_on'))}
        </span>
      ),
    },
  ]
  return (
    <>
      {without > 0 && <p>{say.noDue(without)}</p>}
      <PlainTable caption={say.recheck} columns={columns} rows={due} rowKey={({ id }) => id} empty={say.noneDue} />
    </>
  )
}
