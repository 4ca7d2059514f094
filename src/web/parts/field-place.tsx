// The input of a place as longitude and latitude in degrees. An area is drawn on the map; here it can be replaced by a point.

import { Input } from 'antd'
import { useState } from 'react'
import { useWords } from '#web/language.ts'
import { attributes, type FieldControlProps, type GivenValue } from '#web/parts/field-control.ts'
import { FieldWarning } from '#web/parts/field-warning.tsx'

type Typed = { east: string; north: string }

const number = /^-?\d{1,3}(\.\d+)?$/

/** Null when nothing is typed; the text itself where it is no place. */
export function placeGiven({ east, north }: Typed): GivenValue {
  const [x, y] = [east.trim(), north.trim()]
  if (x === '' && y === '') return null
  const inside = number.test(x) && number.test(y) && Math.abs(Number(x)) <= 180 && Math.abs(Number(y)) <= 90
  return inside ? { type: 'Point', coordinates: [Number(x), Number(y)] } : `${x},${y}`
}

export function PlaceInput({ field, value, onChange, ...rest }: FieldControlProps) {
  const { input } = useWords().registers
  const [typed, setTyped] = useState<Typed>(() => typedFrom(value))
  const area = typeof value === 'object' && value !== null && !Array.isArray(value) && value.type === 'Polygon'
  const wrong = typeof value === 'string'
  const change = (part: Partial<Typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    onChange(placeGiven(next))
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
      </span>
      {area && <span className="soft">{input.areaThere}</span>}
      {wrong && <FieldWarning>{input.noPlace}</FieldWarning>}
    </>
  )
}

function typedFrom(value: GivenValue | undefined): Typed {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value.type !== 'Point')
    return { east: '', north: '' }
  const [east, north] = value.coordinates
  return { east: String(east), north: String(north) }
}
