// The columns of a board: the rungs of a ladder from the bottom up, narrowed by the address like everything else, and what
// dropping a card on one of them means.

import type { OutputOf } from '#contract/contract.ts'
import type { Ladder, Rung } from '#domain/register.ts'

export type CountedRung = OutputOf<'showBoard'>['rungs'][number]

/** Lines of the filter that say on which rungs of this ladder entries stand: the columns say that themselves. */
export function rungLines(filter: readonly string[], ladder: string): { rungs: string[]; rest: string[] } {
  const start = `@${ladder}=`
  const rungs = filter.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length))
  return { rungs, rest: filter.filter((line) => !line.startsWith(start)) }
}

/** Rungs that have a column; a retired one only while somebody stands there. */
export function columnsOf(ladder: Ladder, chosen: readonly string[], counted: readonly CountedRung[]): Rung[] {
  return ladder.rungs.filter(({ key, retired }) => {
    const stands = counted.some(({ rung, count }) => rung === key && count > 0)
    return (!retired || stands) && (chosen.length === 0 || chosen.includes(key))
  })
}

export type Move = 'up' | 'back' | 'nothing'

/** `from` null: not on the ladder yet. */
export function moveOf({ rungs }: Ladder, from: string | null, to: string): Move {
  const place = (key: string | null) => rungs.findIndex((rung) => rung.key === key)
  const [low, high] = [place(from), place(to)]
  return high > low ? 'up' : high < low ? 'back' : 'nothing'
}
