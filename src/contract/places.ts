// Entries on the map: what lies in a piece of ground, as places while they are few and as clusters when they are many.

import { z } from 'zod'
import { question } from '#contract/entry.ts'
import { filter, narrow, registerReaders } from '#contract/registers.ts'
import { Box } from '#domain/boundary.ts'
import { Place, Values } from '#domain/field-value.ts'
import { Id } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'
import { StayState } from '#domain/stay.ts'

const position = z.tuple([z.number(), z.number()])
/** How many stand on a rung (null: not on the ladder) and how long they have. */
const State = z.object({ rung: Key.nullable(), stay: StayState, count: z.int() })

export const placeQuestions = {
  listPlaces: question(
    {
      summary: 'The entries of a register in a piece of ground, with rung and stay; clusters where there are many',
      path: '/registers/{register}/places',
      refusals: narrow,
      may: registerReaders,
    },
    {
      register: Key,
      /** The place field. */
      place: Key,
      /** The ladder that colours them. */
      ladder: Key.optional(),
      ...filter,
      /** West, south, east, north in degrees; left out: everywhere. */
      box: z.array(z.number().min(-180).max(180)).length(4).optional(),
      /** So many at most come one by one; more of them come as clusters. */
      limit: z.int().min(1).max(2000).default(500),
      /** Clusters are squares of ground: so many side by side. */
      across: z.int().min(1).max(60).default(16),
      /** Fields whose values come with the places. */
      show: z.array(Key).max(10).default([]),
    },
    z.object({
      places: z.array(
        z.object({
          id: Id,
          title: z.string().nullable(),
          /** Long rings are thinned. */
          place: Place,
          middle: position,
          rung: Key.nullable(),
          stay: StayState,
          days: z.int().nullable(),
          values: Values,
        }),
      ),
      clusters: z.array(z.object({ middle: position, box: Box, count: z.int(), states: z.array(State) })),
      /** Of all that lie in the box. */
      count: z.int(),
      states: z.array(State),
      /** Matching entries anywhere, those without a place, and the ground on which they lie. */
      everywhere: z.int(),
      placeless: z.int(),
      around: Box.nullable(),
    }),
  ),
}
