// 一张图: the registers that have a place, laid over the zone's boundaries. Which ones are on lies in the address.

import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, Input } from 'antd'
import { useMemo } from 'react'
import type { Register } from '#domain/register.ts'
import type { Role } from '#domain/role.ts'
import { useDirectory, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { sees } from '#web/parts/field-rights.ts'
import { filterOf, type MapSearch, mapSearch, rungTurned } from '#web/parts/map-address.ts'
import type { MapSource } from '#web/parts/map-sources.ts'
import { MapView } from '#web/parts/map-view.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

export function MapPage() {
  const { map, villages } = useWords()
  const { roles } = useMe()
  const { data, error, refetch } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const possible = useMemo(
    () => (data?.own ?? []).flatMap((register) => sourceOf(register, roles) ?? []),
    [data, roles],
  )
  return (
    <>
      <PageHeader title={map.title} beside={map.intro}>
        {data?.own.some(({ definition }) => definition.code === 'village') && (
          <Link to="/villages" className="underlined">
            {villages.title}
          </Link>
        )}
      </PageHeader>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <LoadingMark />}
      {data && possible.length === 0 && <p className="soft">{map.noLayers}</p>}
      {possible.length > 0 && <Layers possible={possible} />}
    </>
  )
}

function Layers({ possible }: { possible: readonly MapSource[] }) {
  const { map } = useWords()
  const directory = useDirectory()
  const key = JSON.stringify(useSearch({ from: '/frame/map' }))
  const search = useMemo(() => JSON.parse(key) as MapSearch, [key])
  const navigate = useNavigate()
  const { text = '', filter = [] } = search
  const codes = useMemo(() => search.on ?? possible.map(({ register }) => register.definition.code), [search, possible])
  const sources = useMemo(
    () =>
      possible
        .filter(({ register }) => codes.includes(register.definition.code))
        .map((source) => ({ ...source, narrow: narrowIn(search, source.register.definition.code) })),
    [possible, codes, search],
  )
  const show = (change: MapSearch) =>
    void navigate({ to: '/map', search: mapSearch({ ...search, ...change }), replace: true })
  const turn = (code: string, wanted: boolean) =>
    show({ on: wanted ? [...codes, code] : codes.filter((one) => one !== code) })
  return (
    <MapView
      sources={sources}
      asOf={null}
      sample={directory?.zone.sample ?? false}
      onRung={({ register }, ladder, rung) =>
        show({ filter: [], ...rungTurned(search, register.definition.code, ladder.key, rung) })
      }
    >
      <fieldset className="map-layers not-printed">
        <legend>{map.layers}</legend>
        {possible.map(({ register: { definition } }) => (
          <span key={definition.code} className="map-layer">
            <Checkbox
              checked={codes.includes(definition.code)}
              onChange={({ target }) => turn(definition.code, target.checked)}
            >
              {definition.name}
            </Checkbox>
            <OwnMap definition={definition} />
          </span>
        ))}
      </fieldset>
      <Input.Search
        className="not-printed"
        allowClear
        defaultValue={text}
        aria-label={map.search}
        placeholder={map.search}
        onSearch={(wanted) => show({ text: wanted.trim() })}
      />
      {filter.length > 0 && (
        <button
          type="button"
          className="plain-button small not-printed map-unfilter"
          onClick={() => show({ filter: [] })}
        >
          {map.unfilter(filter.length)}
        </button>
      )}
      {sources.length === 0 && <p className="soft">{map.noneShown}</p>}
    </MapView>
  )
}

function narrowIn(search: MapSearch, code: string) {
  return { filter: filterOf(search, code), ...(search.text && { text: search.text }) }
}

/** The register's own map has all its filters. */
function OwnMap({ definition: { code, views } }: Pick<Register, 'definition'>) {
  const { map } = useWords()
  const view = views.find(({ kind }) => kind === 'map')
  return view ? (
    <Link to="/registers/$code" params={{ code }} search={{ view: view.key }}>
      {map.ownMap}
    </Link>
  ) : null
}

/** Its map view says which place and ladder; without one, the first place field that this person may see. */
function sourceOf(register: Register, roles: readonly Role[]): MapSource | null {
  const { fields, ladders, views } = register.definition
  const view = views.find(({ kind }) => kind === 'map')
  const place = fields.find(({ key, type, retired }) => type === 'place' && !retired && (!view || key === view.place))
  if (!place || !sees(place, roles)) return null
  const ladder = ladders.find(({ key }) => key === view?.ladder) ?? ladders[0] ?? null
  return { register, place: place.key, ladder, narrow: { filter: [] }, show: [] }
}
