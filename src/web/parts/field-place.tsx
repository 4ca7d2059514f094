// The input of a place: longitude and latitude in degrees as they are typed, or put on the map, where lines and areas are
// drawn too.

import { Button, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Place } from '#domain/field-value.ts'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, type GivenValue } from '#web/parts/field-control.ts'
import { FieldWarning } from '#web/parts/field-warning.tsx'

/** With it comes the drawing of maps, which is large. */
const PlaceWindow = lazy(async () => ({ default: (await import('#web/parts/place-window.tsx')).PlaceWindow }))

type Typed = { east: string; north: string }

const number = /^-?\d{1,3}(\.\d+)?$/

/** Null when nothing is typed; the text itself where it is no place. */
function placeGiven({ east, north }: Typed): GivenValue {
  const [x, y] = [east.trim(), north.trim()]
  if (x === '' && y === '') return null
  const inside = number.test(x) && number.test(y) && Math.abs(Number(x)) <= 180 && Math.abs(Number(y)) <= 90
  return inside ? { type: 'Point', coordinates: [Number(x), Number(y)] } : `${x},${y}`
}

export function PlaceInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { registers, map } = useWords()
  const { input } = registers
  const [typed, setTyped] = useState<Typed>(() => typedFrom(value))
  const [drawing, setDrawing] = useState(false)
  const place = placeIn(value)
  const wrong = typeof value === 'string'
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    onChange(placeGiven(next))
  }
  const put = (drawn: Place | null) => {
    setTyped(typedFrom(drawn))
    setDrawing(false)
    onChange(drawn)
  }
  const part = (key: keyof Typed, label: string) => (
    <Input
      {...(key === 'east' ? attributes(rest) : { disabled: rest.disabled ?? false })}
      aria-label={`${field.name} ${label}`}
      inputMode="decimal"
      value={typed[key]}
      prefix={<span className="soft">{label}</span>}
      onChange={({ target }) => change({ [key]: target.value })}
    />
  )
  return (
    <>
      <span className="place-input">
        {part('east', input.east)}
        {part('north', input.north)}
        <Button htmlType="button" disabled={rest.disabled ?? false} onClick={() => setDrawing(true)}>
          {map.drawing.button}
        </Button>
      </span>
      {place && place.type !== 'Point' && <span className="soft">{input.areaThere}</span>}
      {wrong && <FieldWarning>{input.noPlace}</FieldWarning>}
      {drawing && (
        <Suspense>
          <PlaceWindow
            title={map.drawing.title(field.name)}
            value={place}
            onDone={put}
            onClose={() => setDrawing(false)}
          />
        </Suspense>
      )}
    </>
  )
}

function placeIn(value: GivenValue | undefined): Place | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
}

function typedFrom(value: GivenValue | undefined): Typed {
  const place = placeIn(value)
  if (place?.type !== 'Point') return { east: '', north: '' }
  const [east, north] = place.coordinates
  return { east: String(east), north: String(north) }
}
