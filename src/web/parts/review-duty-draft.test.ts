// The duty row against what is sent with an adoption, and owners' names against the units of a zone.

import { expect, test } from 'vitest'
import type { Proposal } from '#domain/proposal.ts'
import type { Unit } from '#domain/zone.ts'
import { type DutyDraft, dutyFrom, firstDuty, unitNamed } from '#web/parts/review-duty-draft.ts'

const proposal = { wording: { dueOn: '2024-12-31' } } as Proposal

const filled: [Partial<DutyDraft>, object | undefined][] = [
  [{}, undefined],
  [{ lead: 'u1' }, { lead: 'u1' }],
  [
    { lead: 'u1', post: 'p1', dueOn: '2024-06-30' },
    { lead: 'u1', post: 'p1', dueOn: '2024-06-30' },
  ],
  [{ dueOn: null }, { dueOn: null }],
]
test.each(filled)('%j sends %j', (fields, sent) => {
  expect(dutyFrom({ ...firstDuty(proposal), ...fields }, proposal)).toEqual(sent)
})

const units = [
  { id: 'u1', name: '科技创新局', shortName: '科技局' },
  { id: 'u2', name: '财政金融局', shortName: '财政局' },
  { id: 'u3', name: '镇财政所', shortName: '财政局' },
] as Unit[]

test.each([
  ['科技创新局', 'u1'],
  ['科技局', 'u1'],
  ['科技', null],
  ['财政局', null],
  [null, null],
])('the owner %s is the unit %s', (owner, id) => {
  expect(unitNamed(owner, units)?.id ?? null).toBe(id)
})
