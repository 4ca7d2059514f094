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
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Box } from '#domain/boundary.ts'
import type { Area, Areas } from '#domain/boundary-areas.ts'
import type { Place } from '#domain/field-value.ts'
import { type Mark, markId, markImage } from '#web/parts/map-marks.ts'
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

type Feature = { type: 'Feature'; geometry: Place | Area['geometry']; properties: Record<string, unknown> }

const font = ['Noto Sans SC Variable', 'sans-serif']
const nothing: { type: 'FeatureCollection'; features: Feature[] } = { type: 'FeatureCollection', features: [] }
const source = { type: 'geojson', data: nothing } as const
const chosenOnly = (id: string | null) => ['==', ['get', 'id'], id ?? ''] as ['==', ['get', string], string]

const style: StyleSpecification = {
  version: 8,
  sources: {
    towns: source,
    outline: source,
    parcels: source,
    names: source,
    shapes: source,
    sketch: source,
    // Marks that would lie on each other are one ring with their number, until there is room for them.
    places: { ...source, cluster: true, clusterRadius: 26, clusterMinPoints: 3, clusterMaxZoom: 15 },
    chosen: source,
    clusters: source,
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#eef1f5' } },
    { id: 'towns', type: 'fill', source: 'towns', paint: { 'fill-color': '#fbfcfd' } },
    { id: 'parcels', type: 'fill', source: 'parcels', paint: { 'fill-color': '#dfe6ee' } },
    { id: 'towns-line', type: 'line', source: 'towns', paint: { 'line-color': '#b4bcc8', 'line-width': 1 } },
    { id: 'parcels-line', type: 'line', source: 'parcels', paint: { 'line-color': '#8b97a6', 'line-width': 0.8 } },
    {
      id: 'outline-line',
      type: 'line',
      source: 'outline',
      paint: { 'line-color': '#1b4a86', 'line-width': 2.2, 'line-dasharray': [4, 1.5] },
    },
    {
      id: 'shapes',
      type: 'fill',
      source: 'shapes',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': 0.35 },
    },
    {
      id: 'shapes-line',
      type: 'line',
      source: 'shapes',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': 3 },
    },
    {
      id: 'shapes-chosen',
      type: 'line',
      source: 'shapes',
      filter: chosenOnly(null),
      paint: { 'line-color': '#b3261e', 'line-width': 5, 'line-opacity': 0.6 },
    },
    {
      id: 'sketch',
      type: 'line',
      source: 'sketch',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': '#b3261e', 'line-width': 3, 'line-dasharray': [1.5, 1.5] },
    },
    {
      id: 'sketch-fill',
      type: 'fill',
      source: 'sketch',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': '#b3261e', 'fill-opacity': 0.12 },
    },
    {
      id: 'sketch-points',
      type: 'circle',
      source: 'sketch',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-radius': 6, 'circle-color': '#b3261e', 'circle-stroke-color': '#fff', 'circle-stroke-width': 2 },
    },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': font,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10, 10, 15],
        'text-letter-spacing': 0.15,
        // Where a mark stands in the middle, the name goes above or below it, never into the next town.
        'text-variable-anchor': ['center', 'bottom', 'top'],
        'text-radial-offset': 1.5,
      },
      paint: { 'text-color': '#5c6672', 'text-halo-color': '#fbfcfd', 'text-halo-width': 1.4 },
    },
    {
      id: 'clusters',
      type: 'circle',
      source: 'clusters',
      paint: {
        'circle-color': '#1b4a86',
        'circle-opacity': 0.82,
        'circle-stroke-color': '#fff',
        'circle-stroke-width': 2,
        'circle-radius': ['interpolate', ['linear'], ['log10', ['get', 'count']], 0, 9, 2, 15, 5, 26],
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'clusters',
      layout: { 'text-field': ['get', 'says'], 'text-font': font, 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': '#fff' },
    },
    {
      id: 'chosen',
      type: 'circle',
      source: 'chosen',
      paint: {
        'circle-radius': 17,
        'circle-color': '#b3261e',
        'circle-opacity': 0.18,
        'circle-stroke-color': '#b3261e',
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'crowds',
      type: 'circle',
      source: 'places',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': '#ffffff',
        'circle-stroke-color': '#1b4a86',
        'circle-stroke-width': 2,
        'circle-radius': ['interpolate', ['linear'], ['get', 'point_count'], 3, 11, 60, 17],
      },
    },
    {
      id: 'crowd-counts',
      type: 'symbol',
      source: 'places',
      filter: ['has', 'point_count'],
      layout: {
        'text-field': ['to-string', ['get', 'point_count']],
        'text-font': font,
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': '#1b4a86' },
    },
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      filter: ['!', ['has', 'point_count']],
      layout: {
        'icon-image': ['get', 'mark'],
        'icon-allow-overlap': true,
        'text-field': ['get', 'title'],
        'text-font': font,
        'text-size': 13,
        'text-offset': [0, 1.05],
        'text-anchor': 'top',
        'text-optional': true,
        'text-max-width': 10,
      },
      paint: { 'text-color': '#1c2430', 'text-halo-color': '#ffffff', 'text-halo-width': 1.6 },
    },
  ],
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
