// Declared proof: 证书 accepted, 照片 filed with a report that waits, 台账 not there.

import { expect, test } from 'vitest'
import type { Commitment } from '#domain/commitment.ts'
import { proofStates } from '#web/parts/commitment-proof.ts'

test('accepted, filed, missing', () => {
  const reports = [
    { state: 'accepted', evidence: ['1'] },
    { state: 'returned', evidence: ['2'] },
  ]
  const commitment = { duty: { proof: ['证书', '照片', '台账'] }, reports } as unknown as Commitment
  const evidence = [
    { id: '1', proves: '证书' },
    { id: '2', proves: '照片' },
    { id: '3', proves: '证书' },
  ]
  expect(proofStates(commitment, evidence).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    '证书 accepted',
    '照片 filed',
    '台账 missing',
  ])
})
