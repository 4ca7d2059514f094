// 片区谋划: villages in groups by how near they lie, each with a line, as a proposal. A person takes villages in or out on the
// map or in the lists, names the area and keeps it; before that nothing is saved.

import { Link } from '@tanstack/react-router'
import { App, Button, InputNumber, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Box } from '#domain/boundary.ts'
import { joinedShare } from '#domain/near-groups.ts'
import { useAct, useDirectory, useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { useBoundaries } from '#web/parts/map-boundaries.ts'
import { MapCanvas } from '#web/parts/map-canvas.tsx'
import type { Drawing } from '#web/parts/map-ground.ts'
import type { Mark } from '#web/parts/map-marks.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import {
  type AreaDraft,
  areaOf,
  emptyDraft,
  isReady,
  lineOf,
  spotsOf,
  toggled,
  type VillageSpot,
} from '#web/parts/villages-draft.ts'
import { AreaPlan } from '#web/parts/villages-plan.tsx'
import { textIn, useAllEntries } from '#web/parts/villages-rows.ts'
import { showNumber } from '#web/words/amount.ts'
import './map.css'

const among = { everyone: [], named: ['@main=named', '@main=upheld'], unplaced: ['area='] } as const
type Among = keyof typeof among

export function VillageAreas() {
  const { areas } = useWords().villages
  const { roles } = useMe()
  const { message } = App.useApp()
  const [within, setWithin] = useState(6)
  const [least, setLeast] = useState(2)
  const [only, setOnly] = useState<Among>('everyone')
  const [draft, setDraft] = useState<AreaDraft>(emptyDraft)
  const form = useAct('formArea', { quiet: true })
  const { data, error, refetch } = useQuestion(
    'proposeAreas',
    {
      ...{ register: 'village', place: 'place', withinKm: useDeferredValue(within), least: useDeferredValue(least) },
      filter: [...among[only]],
      show: ['town', 'category', 'industry', 'strengths', 'population', 'area', 'place_source'],
    },
    { keep: true },
  )
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingMark />
  const spots = spotsOf(data)
  const change = (part: Partial<AreaDraft>) => setDraft((before) => ({ ...before, ...part }))
  const turn = (id: string) => change({ ids: toggled(draft, id) })
  const save = () =>
    form.mutate(areaOf(draft, spots, areas.method), {
      onSuccess: () => {
        void message.success(areas.saved(draft.name.trim()))
        setDraft(emptyDraft)
      },
    })
  return (
    <>
      <p>{areas.intro}</p>
      <div className="bar not-printed">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
        <label>
          {areas.within}{' '}
          <InputNumber min={0.1} max={200} step={1} value={within} onChange={(km) => setWithin(km ?? 6)} /> {areas.km}
        </label>
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
        <label>
          {areas.least} <InputNumber min={2} max={50} value={least} onChange={(n) => setLeast(n ?? 2)} />
        </label>
        <Select
          aria-label={areas.only}
          value={only}
          popupMatchSelectWidth={false}
          onChange={setOnly}
          options={(Object.keys(among) as Among[]).map((value) => ({ value, label: areas[value] }))}
        />
      </div>
      <div className="villages-areas">
        <AreasMap {...{ groups: data.groups, spots, draft }} onTurn={turn} />
        <div className="villages-areas-side">
          <AreaPlan
            {...{ draft, spots }}
            onChange={change}
            onTurn={turn}
            onSave={save}
            onClear={() => setDraft(emptyDraft)}
            busy={form.isPending}
            error={form.error}
            may={mayPass('formArea', roles)}
            ready={isReady(draft)}
          />
          <Groups {...{ data, draft }} onTake={(ids) => change({ ids })} onTurn={turn} />
        </div>
      </div>
      <Joined />
    </>
  )
}

type GroupsProps = {
  data: { groups: { members: VillageSpot[]; km: number }[]; alone: VillageSpot[]; placeless: number }
  draft: AreaDraft
  onTake: (ids: string[]) => void
  onTurn: (id: string) => void
}

function Groups({ data: { groups, alone, placeless }, draft, onTake, onTurn }: GroupsProps) {
  const { areas } = useWords().villages
  const { shell } = useWords()
  const language = useLanguage()
  return (
    <section className="section" aria-label={areas.groups(groups.length)}>
      <h2>{areas.groups(groups.length)}</h2>
      {groups.length === 0 && <p className="soft">{areas.noGroups}</p>}
      {groups.map(({ members, km }, i) => (
        <div key={members[0]!.id} className="villages-group">
          <h3>
            {areas.group(i + 1)}{' '}
            <span className="soft">
              {areas.members(members.length, showNumber(Math.round(km * 10) / 10, language))}
            </span>
          </h3>
          <p>{members.map(({ title }) => title ?? '').join(' → ')}</p>
          <Button size="small" className="not-printed" onClick={() => onTake(members.map(({ id }) => id))}>
            {areas.take}
          </Button>
        </div>
      ))}
      {alone.length > 0 && (
        <details>
          <summary>{areas.alone(alone.length)}</summary>
          <ul className="villages-plain">
            {alone.map(({ id, title }) => (
              <li key={id}>
                {title}{' '}
                <Button
                  size="small"
                  type="text"
                  aria-label={draft.ids.includes(id) ? areas.dropOf(title ?? '') : areas.addOf(title ?? '')}
                  onClick={() => onTurn(id)}
                >
                  {draft.ids.includes(id) ? areas.drop : areas.add}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {placeless > 0 && (
        <p className="soft">
          {areas.placeless(placeless)}
          {shell.listMark === '、' ? '。' : '.'}
        </p>
      )}
    </section>
  )
}

const fills = ['#24705a', '#8a5a00', '#5b4a9c', '#0b63b5', '#7a3f62', '#4f6b1f', '#a0522d', '#2f5d73']

type MapProps = {
  groups: readonly { members: readonly VillageSpot[] }[]
  spots: readonly VillageSpot[]
  draft: AreaDraft
  onTurn: (id: string) => void
}

function AreasMap({ groups, spots, draft, onTurn }: MapProps) {
  const { map, villages } = useWords()
  const boundaries = useBoundaries(null)
  const directory = useDirectory()
  const box = boundaries.box ?? boxAround(spots)
  const { line } = useMemo(() => lineOf(draft, spots), [draft, spots])
  const drawing = useMemo((): Drawing => {
    const groupOf = (id: string) => groups.findIndex(({ members }) => members.some((one) => one.id === id))
    const markFor = (id: string): Mark => {
      const place = line.findIndex((one) => one.id === id)
      if (place >= 0) return { shape: 'square', fill: '#b3261e', ink: '#ffffff', sign: String(place + 1) }
      const group = groupOf(id)
      if (group < 0) return { shape: 'hollow', fill: '#ffffff', ink: '#5c6672', sign: '' }
      return { shape: 'round', fill: fills[group % fills.length]!, ink: '#ffffff', sign: String(group + 1) }
    }
    return {
      boundaries: boundaries.drawn,
      places: spots.map(({ id, title, at }) => ({
        ...{ id, title: title ?? '', middle: at, mark: markFor(id) },
        place: { type: 'Point', coordinates: at },
      })),
      clusters: [],
      sketch: line.length > 1 ? [{ type: 'LineString', coordinates: line.map(({ at }) => at) }] : [],
      chosen: null,
      apart: true,
    }
  }, [boundaries.drawn, groups, spots, line])
  return (
    <div className="map-ground villages-map">
      {boundaries.ready && box ? (
        <MapCanvas
          box={box}
          drawing={drawing}
          label={villages.tabs.areas}
          events={{ onGround: () => {}, onCluster: () => {}, onPlace: (id) => id && onTurn(id) }}
        />
      ) : (
        <LoadingMark />
      )}
      {(boundaries.sample || directory?.zone.sample) && <p className="map-sample">{map.sample}</p>}
    </div>
  )
}

function boxAround(spots: readonly VillageSpot[]): Box | null {
  if (spots.length === 0) return null
  const [xs, ys] = [spots.map(({ at }) => at[0]), spots.map(({ at }) => at[1])]
  return [Math.min(...xs) - 0.02, Math.min(...ys) - 0.02, Math.max(...xs) + 0.02, Math.max(...ys) + 0.02]
}

/** The areas that there are, and 连片率. */
function Joined() {
  const { areas } = useWords().villages
  const { shell } = useWords()
  const language = useLanguage()
  const villages = useAllEntries('village', [])
  const existing = useAllEntries('village_area', [])
  const areaOf = villages.entries.map((one) => textIn(one, 'area') || null)
  const share = joinedShare(areaOf)
  if (villages.loading || existing.loading) return <LoadingMark />
  return (
    <section className="section">
      <h2>{areas.existing}</h2>
      <ul className="villages-plain">
        {existing.entries.map(({ id, values }) => (
          <li key={id}>
            <Link to="/registers/$code/$id" params={{ code: 'village_area', id }} className="underlined">
              {String(values.name ?? '')}
            </Link>{' '}
            <span className="soft">
              {villages.entries
                .filter((one) => textIn(one, 'area') === id)
                .map((one) => textIn(one, 'name'))
                .join(shell.listMark)}
            </span>
          </li>
        ))}
      </ul>
      {share !== null && (
        <p>
          {areas.share} <strong>{showNumber(Math.round(share * 1000) / 10, language)}%</strong>{' '}
          <span className="soft">{areas.shareSays(Math.round(share * areaOf.length), areaOf.length)}</span>
        </p>
      )}
    </section>
  )
}
