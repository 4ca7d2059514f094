// A register as a matrix: how many entries there are of each choice of one field and each choice of another.

import { z } from 'zod'
import { question } from '#contract/entry.ts'
import { filter, narrow, registerReaders } from '#contract/registers.ts'
import { Key } from '#domain/register.ts'

export const matrixQuestions = {
  showMatrix: question(
    {
      summary: 'Entries counted by two choice fields; each cell opens to its entries by a filter on both',
      path: '/registers/{register}/matrix',
      refusals: narrow,
      may: registerReaders,
    },
    { register: Key, lines: Key, columns: Key, ...filter, removed: z.boolean().default(false) },
    z.object({
      /** Words of the choices in their order; null stands last, where some entry has none. Retired ones only while in use. */
      lines: z.array(z.string().nullable()),
      columns: z.array(z.string().nullable()),
      /** By line and column, as many as there are. */
      counts: z.array(z.array(z.int())),
    }),
  ),
}
