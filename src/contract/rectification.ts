// What an office hands over on a round of inspection: the ledger, the three lists, the effects, the progress report, and the
// text that is made public.

import { z } from 'zod'
import { download } from '#contract/entry.ts'
import { Id } from '#domain/fields.ts'
import { RectificationPaper } from '#domain/rectification.ts'

const readers = ['leader', 'office', 'keeper', 'unit-head', 'unit-officer', 'auditor'] as const

export const rectificationQuestions = {
  getRectificationPaper: download(
    {
      summary: 'A paper on a round of inspection: ledger, lists, report, or what is made public with names masked',
      path: '/rectification/{round}/{paper}',
      refusals: ['not-found', 'bad-filter', 'not-your-field'],
      may: readers,
    },
    {
      /** An entry of the register of rounds. */
      round: Id,
      paper: RectificationPaper,
      /** The report and the publication are Word files; the ledger as Excel holds all lists. */
      format: z.enum(['docx', 'xlsx']).default('docx'),
      /** Of the publication: inside the Party or to society, each with its own items left out. */
      audience: z.enum(['party', 'society']).default('society'),
    },
  ),
}
