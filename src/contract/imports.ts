// The Excel round trip of registers: a register written out as a file, and files brought in again.

import { z } from 'zod'
import { download } from '#contract/entry.ts'
import { filter, narrow, registerReaders } from '#contract/registers.ts'
import { moneyUnits } from '#domain/cell-number.ts'
import { Key } from '#domain/register.ts'

export const importActs = {
  exportEntries: download(
    {
      summary: 'A register as an Excel file, filtered and sorted, in the form in which it can be brought in again',
      path: '/registers/{register}/export',
      refusals: narrow,
      may: registerReaders,
    },
    {
      register: Key,
      ...filter,
      removed: z.boolean().default(false),
      sort: Key.optional(),
      descending: z.boolean().default(false),
      /** Fields in the order wanted; left out: all that are in use. */
      columns: z.array(Key).min(1).max(300).optional(),
      /** What amounts are written in. */
      money: z.enum(moneyUnits).default('万元'),
      /** With the days of steps on ladders. */
      steps: z.boolean().default(true),
      /** Only the heads, to be filled in. */
      empty: z.boolean().default(false),
    },
  ),
}
