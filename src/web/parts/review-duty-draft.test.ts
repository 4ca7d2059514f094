// The duty row against what is sent with an adoption.

import { expect, test } from 'vitest'
import type { Proposal } from '#domain/proposal.ts'
import { type DutyDraft, dutyFrom, firstDuty } from '#web/parts/review-duty-draft.ts'

const proposal = { wording: { dueOn: '2024-12-31' } } as Proposal

const filled: [Partial<DutyDraft>, object | undefined][] = [
  [{}, undefined],
  [{ lead: 'u1' }, { lead: 'u1' }],
  [
    { lead: 'u1', post: 'p1', dueOn: '2024-06-30' },
    { lead: 'u1', post: 'p1', dueOn: '2024-06-30' },
  ],
  [{ supporting: ['u2'] }, { supporting: ['u2'] }],
  [{ dueOn: null }, { dueOn: null }],
]
test.each(filled)('%j sends %j', (fields, sent) => {
  expect(dutyFrom({ ...firstDuty(proposal), ...fields }, proposal)).toEqual(sent)
})
