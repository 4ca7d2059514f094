// The ground itself: MapLibre without tiles, glyph or sprite server. What is drawn comes from the zone's boundary files and
// from answers of the server; labels are drawn with the fonts of the page. No React here.

import {
  type GeoJSONSource,
  Map as GroundMap,
  type LngLat,
  type MapGeoJSONFeature,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Box } from '#domain/boundary.ts'
import type { Area, Areas } from '#domain/boundary-areas.ts'
import type { Place } from '#domain/field-value.ts'
import { type Mark, markId, markImage } from '#web/parts/map-marks.ts'
import { chosenOnly, type Feature, style } from '#web/parts/map-style.ts'
import { fontFamily } from '#web/theme.ts'

setWorkerUrl(worker)

export type DrawnPlace = { id: string; title: string; place: Place; middle: [number, number]; mark: Mark }
export type DrawnCluster = { id: string; middle: [number, number]; count: number; says: string; box: Box }
export type DrawnBoundary = { kind: 'outline' | 'towns' | 'parcels'; areas: Areas }
export type Drawing = {
  boundaries: readonly DrawnBoundary[]
  places: readonly DrawnPlace[]
  clusters: readonly DrawnCluster[]
  /** A line that is being thought about. */
  sketch: readonly Place[]
  chosen: string | null
  /** Marks that lie on each other stay apart: their numbers say something themselves. */
  apart?: true
}
export type Ground = {
  draw(drawing: Drawing): void
  fit(box: Box): void
  /** Bring a place into the middle if it is out of sight. */
  show(middle: [number, number]): void
  close(): void
}
export type GroundEvents = {
  onGround(box: Box): void
  onPlace(id: string | null): void
  onCluster(box: Box): void
  /** A bare click, with its position in degrees. */
  onPosition?(position: [number, number]): void
}

/** Whether this browser can draw such a map at all. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null
  } catch {
    return false
  }
}

const fitting = { padding: 28, maxZoom: 14, animate: false }

/** `box`: what is looked at first. Words of the controls come with `says`. */
export function openGround(
  container: HTMLElement,
  box: Box,
  events: GroundEvents,
  says: Record<string, string>,
): Ground {
  const map = new GroundMap({
    container,
    style,
    bounds: box,
    fitBoundsOptions: fitting,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    localIdeographFontFamily: fontFamily,
    locale: says,
    // A page that is printed must find the picture still there.
    canvasContextAttributes: { preserveDrawingBuffer: true },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left')
  const told = () => events.onGround(boxOf(map))
  let moved = false
  map.on('moveend', ({ originalEvent }: { originalEvent?: unknown }) => {
    moved ||= originalEvent !== undefined
    told()
  })
  // A window that changes its size shows the same ground as long as nobody has gone elsewhere.
  map.on('resize', () => {
    if (!moved) map.fitBounds(box, fitting)
  })
  map.on('click', (event) => pressed(map, event, events))
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor = marksAt(map, [point.x, point.y]).length > 0 ? 'pointer' : ''
  })
  // A container that was measured before its page was laid out.
  const ready = new Promise<void>((resolve) => map.once('load', () => resolve()))
  void ready.then(told)
  let closed = false
  return {
    draw: (drawing) => void ready.then(() => (closed ? undefined : drawn(map, drawing, () => closed))),
    fit: (wanted) => {
      moved = true
      map.fitBounds(wanted, { ...fitting, maxZoom: 18 })
    },
    show: (middle) => {
      if (map.getBounds().contains(middle)) return
      moved = true
      map.jumpTo({ center: middle })
    },
    close: () => {
      closed = true
      map.remove()
    },
  }
}

function boxOf(map: GroundMap): Box {
  const bounds = map.getBounds()
  const within = (n: number, most: number) => Math.max(-most, Math.min(most, Math.round(n * 1e5) / 1e5))
  const [[west, south], [east, north]] = bounds.toArray() as [[number, number], [number, number]]
  return [within(west, 180), within(south, 90), within(east, 180), within(north, 90)]
}

/** Marks first, then what lies under them; a finger is broader than an arrow. */
function marksAt(map: GroundMap, [x, y]: [number, number]) {
  const near: [[number, number], [number, number]] = [
    [x - 5, y - 5],
    [x + 5, y + 5],
  ]
  return map.queryRenderedFeatures(near, { layers: ['places', 'crowds', 'clusters', 'shapes', 'shapes-line'] })
}

function pressed(map: GroundMap, { point, lngLat }: MapMouseEvent, events: GroundEvents): void {
  if (events.onPosition) {
    events.onPosition([round(lngLat.lng), round(lngLat.lat)])
    return
  }
  const [found] = marksAt(map, [point.x, point.y])
  if (!found) events.onPlace(null)
  else if (found.layer.id === 'crowds') void nearer(map, found, lngLat)
  else if (found.layer.id === 'clusters') events.onCluster(JSON.parse(found.properties.box as string) as Box)
  else events.onPlace(found.properties.id as string)
}

/** As near as it takes to see them apart. */
async function nearer(map: GroundMap, crowd: MapGeoJSONFeature, center: LngLat): Promise<void> {
  const crowds = map.getSource('places') as GeoJSONSource
  const zoom = await crowds.getClusterExpansionZoom(crowd.properties.cluster_id as number)
  map.jumpTo({ center, zoom })
}

/** A metre or so. */
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

async function drawn(map: GroundMap, drawing: Drawing, gone: () => boolean): Promise<void> {
  const { boundaries, places, clusters, sketch, chosen } = drawing
  const set = async (id: string, features: readonly (Feature | Area)[]) =>
    (map.getSource(id) as GeoJSONSource | undefined)?.setData({ type: 'FeatureCollection', features: [...features] })
  const towns = boundaries.find(({ kind }) => kind === 'towns')?.areas.features ?? []
  await fontsFor([...places.map(({ title }) => title), ...towns.map(nameOf)])
  if (gone()) return
  if (drawing.apart) await (map.getSource('places') as GeoJSONSource).setClusterOptions({ cluster: false })
  for (const { mark } of places) {
    const id = markId(mark)
    if (!map.hasImage(id)) map.addImage(id, markImage(mark), { pixelRatio: 2 })
  }
  const areasOf = (kind: DrawnBoundary['kind']) => boundaries.find((one) => one.kind === kind)?.areas.features ?? []
  const point = (middle: [number, number], properties: Record<string, unknown>) =>
    feature({ type: 'Point', coordinates: middle }, properties)
  await Promise.all([
    set('towns', towns),
    set('outline', areasOf('outline')),
    set('parcels', areasOf('parcels')),
    set('names', towns.map(nameAt)),
    set('shapes', places.flatMap(shapeOf)),
    set(
      'sketch',
      sketch.map((place) => feature(place, {})),
    ),
    set(
      'places',
      places.map(({ id, title, middle, mark }) => point(middle, { id, title, mark: markId(mark) })),
    ),
    set(
      'chosen',
      places.filter(({ id }) => id === chosen).map(({ middle }) => point(middle, {})),
    ),
    set(
      'clusters',
      clusters.map(({ id, middle, count, says, box }) => point(middle, { id, count, says, box: JSON.stringify(box) })),
    ),
  ])
  if (gone()) return
  map.setFilter('shapes-chosen', chosenOnly(chosen))
}

function feature(geometry: Feature['geometry'], properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties }
}

function shapeOf({ id, place, mark }: DrawnPlace): Feature[] {
  if (place.type === 'Point') return []
  return [feature(place, { id, colour: mark.shape === 'hollow' ? mark.ink : mark.fill })]
}

const nameOf = ({ properties }: Area): string => properties.name

/** The name of a town stands in the middle of its bounds. */
function nameAt(town: Area): Feature {
  const { geometry } = town
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
  const positions = rings.flat()
  const middleOf = (axis: 0 | 1) => {
    const all = positions.map((position) => position[axis])
    return (Math.min(...all) + Math.max(...all)) / 2
  }
  return feature({ type: 'Point', coordinates: [middleOf(0), middleOf(1)] }, { name: nameOf(town) })
}

/** Letters are drawn once: the font for them must be there before. */
async function fontsFor(texts: readonly string[]): Promise<void> {
  const letters = [...new Set(texts.join(''))].join('')
  if (letters === '') return
  const waiting = new Promise((resolve) => setTimeout(resolve, 3000))
  await Promise.race([document.fonts.load("24px 'Noto Sans SC Variable'", letters).catch(() => []), waiting])
}
