// A place in a cell: a point as `117.2,34.2`, longitude first as on maps; a line or an area as GeoJSON.

import { Place, type Value } from '#domain/field-value.ts'

type Area = Extract<Value, { type: string }>

/** A cell of a spreadsheet holds 32 767 characters. */
const longest = 30_000

export function placeText(place: Area): string {
  if (place.type === 'Point') return place.coordinates.join(',')
  const text = JSON.stringify(place)
  if (text.length <= longest) return text
  const points = place.type === 'LineString' ? place.coordinates.length : place.coordinates.flat().length
  return `${place.type === 'LineString' ? '线' : '面'}（${points} 个点）`
}

const number = String.raw`(-?\d{1,3}(?:\.\d{1,20})?)°?`
const pair = new RegExp(`^[(]?(?:东经|经度|[eE])?:?${number}(?:[,;、 ]+)(?:北纬|纬度|[nN])?:?${number}[)]?$`, 'u')

/** Null when it is neither, or off the map: latitude first is not turned round. */
export function readPlaceText(text: string): Area | null {
  const plain = text.normalize('NFKC').trim()
  const [, east, north] = pair.exec(plain) ?? []
  const given = east === undefined ? parsed(plain) : { type: 'Point', coordinates: [Number(east), Number(north)] }
  const place = Place.safeParse(given)
  return place.success ? place.data : null
}

function parsed(text: string): unknown {
  if (!text.startsWith('{')) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
