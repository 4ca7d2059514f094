// The keys of the review page: what each does now, and what the list behind `?` says about them.

import type { AllWords } from '#web/language.ts'
import type { Key } from '#web/parts/keys.tsx'
import type { Decisions } from '#web/parts/review-acts.ts'
import { allKinds } from '#web/parts/review-queue.ts'
import type { Desk } from '#web/parts/review-state.ts'

type Bound = Pick<Key, 'key' | 'run'>

/** Arrow keys belong to the list and to the text that has the focus; the letters work anywhere on the page. */
export function deskKeys(desk: Desk, { pending }: Decisions, deciding: boolean, showKeys: () => void): Bound[] {
  const { selected } = desk
  const free = deciding && selected !== null && !pending.has(selected.id)
  const open = free && selected.state === 'proposed'
  const when = (may: boolean, run: () => void) => () => {
    if (may) run()
  }
  return [
    { key: 'j', run: () => desk.move(1) },
    { key: 'k', run: () => desk.move(-1) },
    { key: 'n', run: desk.toUndecided },
    { key: 'a', run: when(open, () => desk.adopt()) },
    { key: 'e', run: when(open, () => desk.setForm('edit')) },
    { key: 'm', run: when(open, () => desk.setForm('merge')) },
    { key: 'x', run: when(open, () => desk.setForm('reject')) },
    { key: 'r', run: when(free && selected.state === 'rejected', () => desk.decideOn({ act: 'reconsider' })) },
    { key: 'l', run: when(open, () => document.getElementById('review-lead')?.focus()) },
    { key: 'Escape', run: () => desk.setForm(null) },
    ...allKinds.map((_, place) => ({ key: String(place + 1), run: () => desk.toggleKind(place) })),
    { key: '0', run: desk.showAllKinds },
    { key: 'u', run: desk.toggleStates },
    { key: 'g', run: desk.toggleOrder },
    { key: '?', run: showKeys },
  ]
}

export function keyWords({ keys }: AllWords['review'], deciding: boolean): Omit<Key, 'run'>[] {
  const acts = [
    { key: 'a', says: keys.adopt },
    { key: 'e', says: keys.edit },
    { key: 'm', says: keys.merge },
    { key: 'x', says: keys.reject },
    { key: 'r', says: keys.reconsider },
    { key: 'l', says: keys.lead },
    { key: 'Enter', says: keys.confirm },
    { key: 'Esc', says: keys.escape },
  ]
  return [
    { key: 'j k ↓ ↑', says: keys.move },
    { key: 'n', says: keys.undecided },
    ...(deciding ? acts : []),
    { key: '1 2 3 4 5', says: keys.kinds },
    { key: '0', says: keys.allKinds },
    { key: 'u', says: keys.states },
    { key: 'g', says: keys.order },
    { key: '?', says: keys.keys },
  ]
}
