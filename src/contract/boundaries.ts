// The zone's boundary files: outline, towns, parcels as GeoJSON, laid and replaced in the settings, drawn under every map.

import { z } from 'zod'
import { act, download, question, upload } from '#contract/entry.ts'
import { Boundary, BoundaryKind } from '#domain/boundary.ts'
import { Id, Words } from '#domain/fields.ts'

const version = z.int().nonnegative()
const surveyors = ['system-admin', 'office'] as const

export const boundaryActs = {
  listBoundaries: question(
    { summary: 'The boundary files in force, by kind', path: '/boundaries', refusals: [], may: 'anyone' },
    {},
    z.array(Boundary),
  ),
  layBoundary: upload(
    {
      summary: 'Lay a boundary file, or replace the one of its kind: GeoJSON areas with names, up to 10 MB',
      path: '/boundaries',
      refusals: ['stale', 'boundary-broken', 'too-large', 'upload-broken', 'cannot-keep'],
      may: surveyors,
    },
    {
      kind: BoundaryKind,
      source: Words,
      /** Made up, and said so on every map. */
      sample: z.boolean().default(false),
      /** Of the file that is replaced; left out: none of this kind is in force. */
      version: version.optional(),
    },
    Boundary,
  ),
  withdrawBoundary: act(
    {
      summary: 'Take a boundary file off the map; what was drawn then stays known',
      path: '/boundaries/{id}/withdraw',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: surveyors,
    },
    { id: Id, version },
    Boundary,
  ),
  getBoundary: download(
    {
      summary: 'The areas of a boundary file as GeoJSON',
      path: '/boundaries/{id}/areas',
      refusals: ['not-found'],
      may: 'anyone',
    },
    { id: Id },
  ),
}
