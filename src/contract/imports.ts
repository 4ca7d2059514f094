// The Excel round trip of registers: a register written out as a file, and files brought in again.

import { z } from 'zod'
import { act, download, question, upload } from '#contract/entry.ts'
import { filter, narrow, registerReaders } from '#contract/registers.ts'
import { moneyUnits } from '#domain/cell-number.ts'
import { ProposedColumn } from '#domain/column-map.ts'
import { Id, Words } from '#domain/fields.ts'
import { ImportJob, ImportPlan } from '#domain/import-job.ts'
import { ImportLine, LineIs } from '#domain/import-line.ts'
import { Key } from '#domain/register.ts'

const version = z.int().nonnegative()
const writers = ['office', 'keeper', 'unit-head', 'unit-officer'] as const
const one = { register: Key, id: Id }

const TopRow = z.object({ row: z.int(), cells: z.array(z.string()) })
/** `head`: where the heads were found, as rows of the sheet; null where there is nothing that looks like some. */
export const ShownImport = z.object({
  job: ImportJob,
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.int(),
      columns: z.int(),
      hidden: z.boolean(),
      head: z.object({ from: z.int(), to: z.int() }).nullable(),
      proposed: z.array(ProposedColumn),
      /** The first lines below the head, and the first rows of the sheet. */
      sample: z.array(TopRow),
      top: z.array(TopRow),
    }),
  ),
  /** What a column may stand for, by the words of a plan. */
  targets: z.array(z.object({ to: z.string(), name: z.string(), money: z.boolean() })),
  /** Imports into the same register that come first. */
  before: z.int(),
})

export const importActs = {
  uploadImport: upload(
    {
      summary: 'Bring in a table (.xlsx, .csv) for a register: its sheets and heads are found, its columns proposed',
      path: '/registers/{register}/imports',
      refusals: ['not-found', 'stale', 'not-text', 'secrecy-mark', 'too-large', 'upload-broken', 'cannot-keep'],
      may: writers,
    },
    { register: Key, fileName: Words },
    ShownImport,
  ),
  planImport: act(
    {
      summary: 'Say what the columns are; every line is then tried in the background and nothing is changed',
      path: '/registers/{register}/imports/{id}/plan',
      refusals: ['not-found', 'stale', 'wrong-stage', 'bad-mapping', 'not-your-field', 'cannot-keep'],
      may: writers,
    },
    { ...one, version, plan: ImportPlan },
    ShownImport,
  ),
  startImport: act(
    {
      summary: 'Carry a tried import out in the background; lines that cannot be taken are left out and told',
      path: '/registers/{register}/imports/{id}/start',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: writers,
    },
    { ...one, version },
    ShownImport,
  ),
  cancelImport: act(
    {
      summary: 'Stop an import: what is saved stays, the rest is not begun',
      path: '/registers/{register}/imports/{id}/cancel',
      refusals: ['not-found', 'stale', 'wrong-stage'],
      may: writers,
    },
    one,
    ShownImport,
  ),
  listImports: question(
    {
      summary: 'One’s own imports into a register, newest first',
      path: '/registers/{register}/imports',
      refusals: ['not-found'],
      may: writers,
    },
    { register: Key },
    z.array(ImportJob),
  ),
  getImport: question(
    {
      summary: 'An import of one’s own: its sheets, proposed columns, counts and how far it has come',
      path: '/registers/{register}/imports/{id}',
      refusals: ['not-found'],
      may: writers,
    },
    {
      ...one,
      /** Another head than the one that was found: the sheet's place, and the rows. */
      sheet: z.int().min(0).optional(),
      from: z.int().min(1).optional(),
      to: z.int().min(1).optional(),
    },
    ShownImport,
  ),
  listImportLines: question(
    {
      summary: 'What became of the lines, or would: changes old and new, reasons by cell',
      path: '/registers/{register}/imports/{id}/lines',
      refusals: ['not-found'],
      may: writers,
    },
    {
      ...one,
      /** Left out: all but those that are as before. */
      is: z.array(LineIs).default([]),
      after: z
        .string()
        .regex(/^\d{1,6}\.\d{1,6}$/)
        .optional(),
      limit: z.int().min(1).max(500).default(50),
    },
    z.object({ lines: z.array(ImportLine), next: z.string().nullable() }),
  ),
  getRefusedLines: download(
    {
      summary: 'The lines that were not taken as an Excel file, with the reasons in a last column',
      path: '/registers/{register}/imports/{id}/refused',
      refusals: ['not-found', 'wrong-stage'],
      may: writers,
    },
    one,
  ),
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
