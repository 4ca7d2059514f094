// How the ground looks: no tiles, no glyph or sprite server; every layer is drawn from our own shapes, labels with the fonts
// of the page.

import type { StyleSpecification } from 'maplibre-gl'
import type { Area } from '#domain/boundary-areas.ts'
import type { Place } from '#domain/field-value.ts'

export type Feature = { type: 'Feature'; geometry: Place | Area['geometry']; properties: Record<string, unknown> }

const font = ['Noto Sans SC Variable', 'sans-serif']
const nothing: { type: 'FeatureCollection'; features: Feature[] } = { type: 'FeatureCollection', features: [] }
const source = { type: 'geojson', data: nothing } as const
export const chosenOnly = (id: string | null) => ['==', ['get', 'id'], id ?? ''] as ['==', ['get', string], string]

export const style: StyleSpecification = {
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
