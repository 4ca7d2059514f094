// The chain of states in a line notation: `day kind` events in, `key state day ×rounds days` steps out.

import { expect, test } from 'vitest'
import type { Commitment, CommitmentEvent } from '#domain/commitment.ts'
import type { JournalLine } from '#domain/journal.ts'
import { chainOf } from '#web/parts/commitment-chain.ts'

/** `3-01 adopted, 3-05 reported 60`: month and day of 2024, the event, the percent of a report. */
function lines(story: string): { history: JournalLine[]; reports: Commitment['reports'] } {
  const told = story.split(', ').map((part) => part.split(' ') as [string, string, string?])
  const history = told.map(([day, kind, percent], i) => {
    const on = `2024-0${day}`
    const report = String(told.slice(0, i + 1).filter(([, was]) => was === 'reported').length)
    const data = (percent ? { kind, report: { id: report } } : { kind, report }) as unknown as CommitmentEvent
    return { seq: i, at: `${on}T08:00:00Z`, on, actorName: '王', data } as unknown as JournalLine
  })
  const reports = told.flatMap(([, , percent]) => (percent ? [Number(percent)] : []))
  return { history, reports: reports.map((percent, i) => ({ id: String(i + 1), percent })) as Commitment['reports'] }
}

function chain(story: string, fields: Partial<Commitment> = {}): string {
  const { history, reports } = lines(story)
  const commitment = { stage: 'under-way', closure: 'open', reports, ...fields } as Commitment
  return chainOf(commitment, history, '2024-04-30')
    .map(({ key, state, on, rounds, days }) =>
      [key, state, on?.slice(6), rounds && `×${rounds}`, days].filter(Boolean).join(' '),
    )
    .join(' | ')
}

const ahead = 'reviewed ahead | closed ahead'

test('a fresh commitment waits to be given out', () => {
  expect(chain('4-20 adopted', { stage: 'draft' })).toBe(
    `adopted done 4-20 ×1 | dispatched now 10 | signed ahead | reported ahead | ${ahead}`,
  )
})

test('the straight way to the end', () => {
  const story = '3-01 adopted, 3-03 dispatched, 3-04 signed-for, 4-01 reported 100, 4-03 report-accepted, 4-05 closed'
  expect(chain(story, { closure: 'closed', stage: 'closed' })).toBe(
    'adopted done 3-01 ×1 | dispatched done 3-03 ×1 2 | signed done 3-04 ×1 1 | reported done 4-01 ×1 28 | reviewed done 4-03 ×1 2 | closed done 4-05 ×1 2',
  )
})

test('declined, then given out again', () => {
  const story = '3-01 adopted, 3-03 dispatched, 3-06 declined'
  expect(chain(story, { stage: 'declined' })).toBe(
    `adopted done 3-01 ×1 | dispatched sent-back 3-03 ×1 57 | signed ahead 3 | reported ahead | ${ahead}`,
  )
  expect(chain(`${story}, 3-07 dispatched, 3-08 signed-for`)).toBe(
    `adopted done 3-01 ×1 | dispatched done 3-07 ×2 3 | signed done 3-08 ×1 4 | reported now 53 | ${ahead}`,
  )
})

test('a second round of reporting after half was accepted; a returned report is due again', () => {
  const half = '3-01 adopted, 3-01 dispatched, 3-01 signed-for, 3-11 reported 50, 3-12 report-accepted'
  expect(chain(half)).toContain('reported now 3-11 ×1 59 | reviewed ahead 3-12 ×1 1 | closed ahead')
  expect(chain(`${half}, 4-20 reported 80, 4-25 report-returned`, { stage: 'returned' })).toContain(
    'reported sent-back 4-20 ×2 54 | reviewed ahead 4-25 ×2 6 | closed ahead',
  )
})

test('cancelled: what was not reached is off; opened again it goes on where it was left', () => {
  const story = '3-01 adopted, 3-03 dispatched, 3-06 cancelled'
  expect(chain(story, { closure: 'cancelled', stage: 'cancelled' })).toBe(
    'adopted done 3-01 ×1 | dispatched done 3-03 ×1 2 | signed off 3 | reported off | reviewed off | closed off 3-06 ×1',
  )
  expect(chain(`${story}, 4-20 reopened`, { stage: 'awaiting-receipt' })).toContain('signed now 13 | reported ahead')
})

test('urging and assigning move nothing', () => {
  expect(chain('4-20 adopted, 4-21 assigned, 4-25 urged', { stage: 'draft' })).toContain('dispatched now 10')
})
