// What waits in registers as lines of the work list: checks, what was returned or is late elsewhere, proofs that are owed,
// instructions, suggestions; each with the entry it is about.

import type { OutputOf } from '#contract/contract.ts'

export type RegisterWork = OutputOf<'registerWork'>
export type Suggested = OutputOf<'listSuggestions'>[number]

export type RegisterGroup =
  | 'check-late'
  | 'owed-late'
  | 'instruction-late'
  | 'check-returned'
  | 'instruction'
  | 'instruction-answered'
  | 'to-check'
  | 'owed'
  | 'late-elsewhere'
  | 'suggestion'

/** What the line is about, as the act on it needs it. */
export type RegisterAsk =
  | { is: 'to-check'; of: RegisterWork['toCheck'][number] }
  | { is: 'returned'; of: RegisterWork['returned'][number] }
  | { is: 'late-elsewhere'; of: RegisterWork['lateElsewhere'][number] }
  | { is: 'owed'; of: RegisterWork['owed'][number] }
  | { is: 'instruction'; of: RegisterWork['instructions'][number] }
  | { is: 'suggestion'; of: Suggested }

export type RegisterItem = {
  /** Of the line in the list. */
  id: string
  group: RegisterGroup
  register: string
  entry: string
  title: string | null
  dueOn: string | null
  late: boolean
  /** Whose answer it is about, where that is another unit. */
  unit: string | null
  ask: RegisterAsk
}

export function registerItems(work: RegisterWork, suggestions: readonly Suggested[]): RegisterItem[] {
  return [
    ...work.toCheck.map((of) => item(of, `${of.crossing} ${of.check}`, { is: 'to-check', of })),
    ...work.returned.map((of) => item(of, `${of.crossing} ${of.check}`, { is: 'returned', of })),
    ...work.lateElsewhere.map((of) => item(of, `${of.crossing} ${of.check} late`, { is: 'late-elsewhere', of })),
    ...work.owed.map((of) => item(of, `${of.climb} ${of.kind}`, { is: 'owed', of })),
    ...work.instructions.map((of) => item(of, of.remark, { is: 'instruction', of })),
    ...suggestions.map((of) => suggestedItem(of)),
  ]
}

type Placed = {
  register: string
  entry: string
  title: string | null
  dueOn?: string | null
  late?: boolean
  unit?: string
}

function item(placed: Placed, id: string, ask: RegisterAsk): RegisterItem {
  const { register, entry, title, dueOn = null, late = ask.is === 'late-elsewhere', unit = null } = placed
  // It becomes the id of an element, in which no space may stand.
  return { id: id.replaceAll(/\s/g, '-'), group: groupOf(ask), register, entry, title, dueOn, late, unit, ask }
}

function suggestedItem(of: Suggested): RegisterItem {
  const { proposes, from, id } = of.suggestion
  const entry = proposes.kind === 'add' ? from.entry : proposes.entry
  return item({ register: of.register, entry, title: of.title }, id, { is: 'suggestion', of })
}

function groupOf(ask: RegisterAsk): RegisterGroup {
  switch (ask.is) {
    case 'to-check':
      return ask.of.late ? 'check-late' : 'to-check'
    case 'returned':
      return 'check-returned'
    case 'late-elsewhere':
      return 'late-elsewhere'
    case 'owed':
      return ask.of.late ? 'owed-late' : 'owed'
    case 'instruction':
      if (ask.of.state === 'answered') return 'instruction-answered'
      return ask.of.late ? 'instruction-late' : 'instruction'
    case 'suggestion':
      return 'suggestion'
  }
}
