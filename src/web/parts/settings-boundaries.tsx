// The zone's boundary files: one of each kind, laid, replaced and withdrawn, with the map that they make below.

import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { downloadUrl, upload } from '#web/client.ts'
import { type Lookup, useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { useBoundaries } from '#web/parts/map-boundaries.ts'
import { MapCanvas } from '#web/parts/map-canvas.tsx'
import type { Drawing } from '#web/parts/map-ground.ts'
import { PersonName } from '#web/parts/names.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showBytes, showNumber } from '#web/words/amount.ts'
import './map.css'

type Boundary = OutputOf<'listBoundaries'>[number]
type Row = { kind: Boundary['kind']; row: Boundary | null }

export function SettingsBoundaries(_: { directory: Lookup }) {
  const { map } = useWords()
  const { data, error, refetch } = useQuestion('listBoundaries', {})
  const [laying, setLaying] = useState<Row | null>(null)
  const [withdrawing, setWithdrawing] = useState<Boundary | null>(null)
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingMark />
  const rows = keysOf(map.boundaries.kinds).map(
    (kind): Row => ({ kind, row: data.find((one) => one.kind === kind) ?? null }),
  )
  return (
    <>
      <p className="soft">{map.boundaries.intro}</p>
      <BoundaryTable rows={rows} onLay={setLaying} onWithdraw={setWithdrawing} />
      {data.length > 0 && <BoundaryMap key={data.map(({ id, version }) => id + version).join()} />}
      {laying && <LayForm {...laying} onClose={() => setLaying(null)} />}
      {withdrawing && <WithdrawForm row={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

type TableProps = { rows: readonly Row[]; onLay: (row: Row) => void; onWithdraw: (row: Boundary) => void }

function BoundaryTable({ rows, onLay, onWithdraw }: TableProps) {
  const { boundaries: say } = useWords().map
  const language = useLanguage()
  const { roles } = useMe()
  const may = mayPass('layBoundary', roles)
  const columns: Column<Row>[] = [
    { key: 'kind', head: say.kind, cell: ({ kind }) => say.kinds[kind], look: 'nowrap' },
    {
      key: 'areas',
      head: say.areas,
      cell: ({ row }) => (row ? showNumber(row.areas, language) : say.missing),
      look: 'number',
    },
    {
      key: 'source',
      head: say.source,
      cell: ({ row }) =>
        row && `${row.source}${row.sample && !row.source.includes(say.sampleMark) ? `（${say.sampleMark}）` : ''}`,
    },
    {
      key: 'by',
      head: say.by,
      cell: ({ row }) =>
        row && (
          <>
            <PersonName id={row.by} /> {row.on}
          </>
        ),
      look: 'nowrap',
    },
    {
      key: 'file',
      head: say.file,
      cell: ({ row, kind }) =>
        row && (
          <a
            href={downloadUrl('getBoundary', { id: row.id })}
            aria-label={`${say.download} ${showBytes(row.file.bytes, language)} ${say.kinds[kind]}`}
          >
            {say.download} {showBytes(row.file.bytes, language)}
          </a>
        ),
      look: 'nowrap',
    },
    {
      key: 'acts',
      head: '',
      cell: (one) =>
        may && (
          <>
            <Button
              size="small"
              aria-label={`${one.row ? say.replace : say.lay} ${say.kinds[one.kind]}`}
              onClick={() => onLay(one)}
            >
              {one.row ? say.replace : say.lay}
            </Button>{' '}
            {one.row && (
              <Button
                size="small"
                aria-label={`${say.withdraw} ${say.kinds[one.kind]}`}
                onClick={() => onWithdraw(one.row!)}
              >
                {say.withdraw}
              </Button>
            )}
          </>
        ),
      look: 'nowrap',
    },
  ]
  return <PlainTable caption={say.title} columns={columns} rows={rows} rowKey={({ kind }) => kind} empty="" />
}

function LayForm({ kind, row, onClose }: Row & { onClose: () => void }) {
  const { boundaries: say } = useWords().map
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [sample, setSample] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const lay = async () => {
    setBusy(true)
    setError(null)
    try {
      await upload('layBoundary', { kind, source, sample, ...(row && { version: row.version }) }, file!)
      await queries.invalidateQueries()
      onClose()
    } catch (trouble) {
      setError(trouble)
    } finally {
      setBusy(false)
    }
  }
  return (
    <FormWindow
      title={say.layOf(say.kinds[kind])}
      submit={row ? say.replace : say.lay}
      onSubmit={() => void lay()}
      onClose={onClose}
      busy={busy}
      blocked={file === null || source.trim() === ''}
      error={error}
    >
      <FormField label={say.file} hint={say.fileHint} needed>
        <input
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
      </FormField>
      <FormField label={say.source} hint={say.sourceHint} needed>
        <Input value={source} maxLength={500} onChange={({ target }) => setSource(target.value)} />
      </FormField>
      <Checkbox checked={sample} onChange={({ target }) => setSample(target.checked)}>
        {say.sample}
      </Checkbox>
      {row && <p className="soft">{say.kept}</p>}
      <p className="soft">{say.coordinates}</p>
    </FormWindow>
  )
}

function WithdrawForm({ row, onClose }: { row: Boundary; onClose: () => void }) {
  const { boundaries: say } = useWords().map
  const act = useAct('withdrawBoundary', { quiet: true })
  return (
    <FormWindow
      title={say.withdrawOf(say.kinds[row.kind])}
      submit={say.withdraw}
      onSubmit={() => act.mutate({ id: row.id, version: row.version }, { onSuccess: onClose })}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
      danger
    >
      <p>{say.withdrawSays}</p>
    </FormWindow>
  )
}

function BoundaryMap() {
  const { map } = useWords()
  const boundaries = useBoundaries(null)
  const drawing = useMemo(
    (): Drawing => ({ boundaries: boundaries.drawn, places: [], clusters: [], sketch: [], chosen: null }),
    [boundaries.drawn],
  )
  if (!boundaries.ready || !boundaries.box) return <LoadingMark />
  return (
    <div className="map-ground settings-map">
      <MapCanvas
        box={boundaries.box}
        drawing={drawing}
        label={map.boundaries.title}
        events={{ onGround: () => {}, onPlace: () => {}, onCluster: () => {} }}
      />
      {boundaries.sample && <p className="map-sample">{map.sample}</p>}
    </div>
  )
}
