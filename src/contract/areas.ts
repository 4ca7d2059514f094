// From single entries to areas (串点成线、连线成片): groups of what lies near each other with a line that joins them, as a
// proposal that a person changes; and the act that keeps what the person made of it. And pairs of what entries link.

import { z } from 'zod'
import { act, question } from '#contract/entry.ts'
import { filter, narrow, registerReaders, ShownEntry } from '#contract/registers.ts'
import { Given, Values } from '#domain/field-value.ts'
import { Id } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'

const position = z.tuple([z.number(), z.number()])
const Member = z.object({ id: Id, version: z.int(), title: z.string().nullable(), at: position, values: Values })

export const areaActs = {
  proposeAreas: question(
    {
      summary: 'Groups of entries that lie near each other, each with a line through them as the crow flies',
      path: '/registers/{register}/areas',
      refusals: [...narrow, 'too-many-entries'],
      may: registerReaders,
    },
    {
      register: Key,
      place: Key,
      ...filter,
      /** A place is dense with `least` places, itself among them, within so many kilometres. */
      withinKm: z.number().min(0.1).max(200).default(8),
      least: z.int().min(2).max(50).default(2),
      show: z.array(Key).max(20).default([]),
    },
    z.object({
      /** Members in the order of the line. */
      groups: z.array(z.object({ members: z.array(Member), km: z.number() })),
      alone: z.array(Member),
      placeless: z.int(),
    }),
  ),
  formArea: act(
    {
      summary: 'Add an entry for an area and link its members to it, all or nothing',
      path: '/registers/{register}/areas',
      refusals: [
        'not-found',
        'stale',
        'bad-values',
        'unknown-reference',
        'already-there',
        'not-your-unit',
        'not-your-field',
        'entry-removed',
      ],
      may: ['office', 'keeper', 'unit-head', 'unit-officer'],
    },
    {
      /** The register of areas. */
      register: Key,
      values: Given,
      members: z.strictObject({
        register: Key,
        /** Their field that leads to the area. */
        link: Key,
        entries: z
          .array(z.strictObject({ id: Id, version: z.int().nonnegative() }))
          .min(1)
          .max(200),
      }),
    },
    ShownEntry,
  ),
  listPairs: question(
    {
      summary: 'Of a register with two entry links: the latest entry for each pair, as the cells of a matrix',
      path: '/registers/{register}/pairs',
      refusals: narrow,
      may: registerReaders,
    },
    {
      register: Key,
      /** The links that are the lines and the columns. */
      lines: Key,
      columns: Key,
      /** A date field that says which is the latest; then which was added last. */
      latest: Key.optional(),
      ladder: Key.optional(),
      ...filter,
      show: z.array(Key).max(20).default([]),
      limit: z.int().min(1).max(20_000).default(10_000),
    },
    z.object({
      cells: z.array(
        z.object({
          line: Id,
          column: Id,
          entry: Id,
          version: z.int(),
          /** How many entries there are for the pair. */
          count: z.int(),
          rung: Key.nullable(),
          values: Values,
        }),
      ),
      more: z.boolean(),
    }),
  ),
}
