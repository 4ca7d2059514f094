// Reading a GeoJSON file (RFC 7946) as boundaries: areas with names, everything else refused with the place where it is
// wrong. What is kept is written anew, so that a file brings in nothing but names and rings.

import type { Box } from '#domain/boundary.ts'

export type Position = [number, number]
export type Area = {
  type: 'Feature'
  properties: { name: string }
  geometry: { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] }
}
export type Areas = { type: 'FeatureCollection'; features: Area[] }

export type AreaFault =
  | 'not-geojson'
  | 'no-areas'
  | 'too-many'
  | 'other-coordinates'
  | 'not-an-area'
  | 'bad-position'
  | 'out-of-range'
  | 'not-closed'
  | 'name-missing'
  | 'name-twice'

export type ReadAreas = { areas: Areas; box: Box } | { at: string; why: AreaFault }

/** More than any zone has, and what a browser still draws smoothly. */
const areasAtMost = 20_000
const positionsAtMost = 500_000

class Fault extends Error {
  readonly at: string
  readonly why: AreaFault
  constructor(at: string, why: AreaFault) {
    super(`${at}: ${why}`)
    this.at = at
    this.why = why
  }
}

/** `given` is parsed JSON. Names must differ: a town or parcel is known by its name. */
export function readAreas(given: unknown): ReadAreas {
  try {
    return areasIn(given)
  } catch (error) {
    if (error instanceof Fault) return { at: error.at, why: error.why }
    throw error
  }
}

function areasIn(given: unknown): { areas: Areas; box: Box } {
  const file = object(given, '')
  if (file.type !== 'FeatureCollection' || !Array.isArray(file.features)) throw new Fault('type', 'not-geojson')
  if (!isDegrees(file.crs)) throw new Fault('crs', 'other-coordinates')
  const list: unknown[] = file.features
  if (list.length === 0) throw new Fault('features', 'no-areas')
  if (list.length > areasAtMost) throw new Fault('features', 'too-many')
  const met: Met = { names: new Set(), positions: 0, box: [180, 90, -180, -90] }
  const features = list.map((feature, i) => area(feature, `features[${i}]`, met))
  return { areas: { type: 'FeatureCollection', features }, box: met.box }
}

type Met = { names: Set<string>; positions: number; box: Box }

function object(given: unknown, at: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Fault(at, 'not-geojson')
  return given as Record<string, unknown>
}

/** Older files name their coordinates; WGS 84 and CGCS2000 in degrees differ by less than a metre, all else is refused. */
function isDegrees(crs: unknown): boolean {
  return crs === undefined || crs === null || /CRS84|EPSG:+4326|EPSG:+4490/.test(JSON.stringify(crs))
}

function area(given: unknown, at: string, met: Met): Area {
  const feature = object(given, at)
  if (feature.type !== 'Feature') throw new Fault(at, 'not-geojson')
  const { name } = object(feature.properties ?? {}, `${at}.properties`)
  const geometry = object(feature.geometry, `${at}.geometry`)
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') throw new Fault(`${at}.geometry`, 'not-an-area')
  const where = `${at}.geometry.coordinates`
  const drawn =
    type === 'Polygon'
      ? { type, coordinates: rings(coordinates, where, met) }
      : { type, coordinates: list(coordinates, where).map((one, i) => rings(one, `${where}[${i}]`, met)) }
  return { type: 'Feature', properties: { name: named(name, at, met) }, geometry: drawn } as Area
}

function named(given: unknown, at: string, { names }: Met): string {
  const name = typeof given === 'string' ? given.trim() : ''
  if (name === '' || name.length > 100) throw new Fault(`${at}.properties.name`, 'name-missing')
  if (names.has(name)) throw new Fault(`${at}.properties.name`, 'name-twice')
  names.add(name)
  return name
}

function list(given: unknown, at: string): unknown[] {
  if (!Array.isArray(given) || given.length === 0) throw new Fault(at, 'not-geojson')
  return given
}

function rings(given: unknown, at: string, met: Met): Position[][] {
  return list(given, at).map((ring, i) => closed(list(ring, `${at}[${i}]`), `${at}[${i}]`, met))
}

function closed(ring: unknown[], at: string, met: Met): Position[] {
  met.positions += ring.length
  if (met.positions > positionsAtMost) throw new Fault(at, 'too-many')
  const positions = ring.map((one, i) => position(one, `${at}[${i}]`, met.box))
  const [first, last] = [positions[0]!, positions.at(-1)!]
  if (positions.length < 4 || first[0] !== last[0] || first[1] !== last[1]) throw new Fault(at, 'not-closed')
  return positions
}

/** Heights are left out. */
function position(given: unknown, at: string, box: Box): Position {
  const [x, y] = Array.isArray(given) ? (given as unknown[]) : []
  if (typeof x !== 'number' || typeof y !== 'number') throw new Fault(at, 'bad-position')
  if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new Fault(at, 'out-of-range')
  box[0] = Math.min(box[0], x)
  box[1] = Math.min(box[1], y)
  box[2] = Math.max(box[2], x)
  box[3] = Math.max(box[3], y)
  return [x, y]
}
