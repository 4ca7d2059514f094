// A register as a map: its entries by their place, coloured by the ladder that the view names. What narrows the table narrows
// the map; pressing a rung in the legend narrows to it.

import { useMemo } from 'react'
import { useDirectory, useMe } from '#web/hooks.ts'
import { sees } from '#web/parts/field-rights.ts'
import type { MapSource } from '#web/parts/map-sources.ts'
import { MapView } from '#web/parts/map-view.tsx'
import { narrowOf } from '#web/parts/register-look.ts'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'

export function RegisterMap({ register, view, look, onLook }: RegisterViewProps) {
  const { roles } = useMe()
  const directory = useDirectory()
  const { definition } = register
  const place = view?.place ?? definition.fields.find(({ type }) => type === 'place')?.key
  const sources = useMemo((): MapSource[] => {
    if (!place) return []
    const ladder = definition.ladders.find(({ key }) => key === view?.ladder) ?? definition.ladders[0] ?? null
    const seen = definition.fields.filter((field) => sees(field, roles) && field.type !== 'computed')
    const show = (view?.fields ?? []).filter(
      (key) => key !== definition.title && seen.some((field) => field.key === key),
    )
    return [{ register, place, ladder, narrow: narrowOf(look, view), show }]
  }, [register, definition, place, view, look, roles])
  const onRung = (ladder: string, rung: string | null) => {
    const line = `@${ladder}=${rung ?? ''}`
    const others = look.filter.filter((one) => !one.startsWith(`@${ladder}=`))
    onLook({ filter: look.filter.includes(line) ? others : [...others, line] })
  }
  return (
    <MapView
      sources={sources}
      asOf={look.asOf}
      sample={directory?.zone.sample ?? false}
      onRung={(_, ladder, rung) => onRung(ladder.key, rung)}
    />
  )
}
