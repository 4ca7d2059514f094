// Entries of registers and commitments: an entry is given out as a commitment, and commitments are taken up as entries. What is
// said once is never typed twice.

import { z } from 'zod'
import { act } from '#contract/entry.ts'
import { ShownEntry } from '#contract/registers.ts'
import { Commitment, Duty } from '#domain/commitment.ts'
import { Given } from '#domain/field-value.ts'
import { Id } from '#domain/fields.ts'
import { Wording } from '#domain/proposal.ts'
import { Key } from '#domain/register.ts'

const version = z.int().nonnegative()
const office = ['office'] as const

export const entrustActs = {
  entrustEntry: act(
    {
      summary: 'Make an entry a commitment (列为督办事项): its fields say what is to be done, by whom and when',
      path: '/registers/{register}/entries/{id}/entrust',
      refusals: [
        'not-found',
        'stale',
        'entry-removed',
        'already-there',
        'bad-values',
        'unknown-unit',
        'unknown-post',
        'unit-twice',
      ],
      may: office,
    },
    {
      register: Key,
      id: Id,
      version,
      /** The commitment field that is filled. */
      field: Key,
      /** What is said here goes before what the entry's fields say. */
      duty: Duty.partial().strict().default({}),
      wording: Wording.partial().strict().default({}),
    },
    z.object({ entry: ShownEntry, commitment: Commitment }),
  ),
  takeUpCommitments: act(
    {
      summary: 'Add an entry for each of these commitments, with what they say; each is linked to its own',
      path: '/registers/{register}/take-up',
      refusals: [
        'not-found',
        'stale',
        'already-there',
        'bad-values',
        'unknown-reference',
        'not-your-unit',
        'not-your-field',
      ],
      may: office,
    },
    {
      register: Key,
      field: Key,
      commitments: z.array(Id).min(1).max(200),
      /** What every one of the new entries holds beside that: the finding that it answers. */
      values: Given.default({}),
    },
    z.array(ShownEntry),
  ),
}
