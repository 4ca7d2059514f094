// Rates of a register (整改完成率): how many of those that should be, are; by unit, section or kind. Each number opens to its
// entries.

import { z } from 'zod'
import { question } from '#contract/entry.ts'
import { filter, narrow, registerReaders } from '#contract/registers.ts'
import { Day } from '#domain/fields.ts'
import { Key } from '#domain/register.ts'

export const Rate = z.object({
  among: z.int(),
  of: z.int(),
  /** One decimal; null when there is nothing to be out of. */
  percent: z.string().nullable(),
  /** Of those that are not: how many are past their day, by how many days together, and the longest. */
  late: z.int(),
  lateDays: z.int(),
  longestDays: z.int(),
})

export const ratioQuestions = {
  showRatio: question(
    {
      summary: 'A rate of a register, in all and by a field; each number opens to its entries',
      path: '/registers/{register}/ratios/{ratio}',
      refusals: narrow,
      may: registerReaders,
    },
    {
      register: Key,
      ratio: Key,
      /** One of the fields that the rate can be broken down by. */
      by: Key.optional(),
      ...filter,
    },
    z.object({
      on: Day,
      total: Rate,
      groups: z.array(Rate.extend({ group: z.string().nullable() })),
      /** Conditions for `where` of listEntries; a group is `by=group` in its filter. */
      opens: z.object({ among: z.string(), of: z.string(), rest: z.string() }),
    }),
  ),
}
