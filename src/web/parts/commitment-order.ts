// In which order the acts on a commitment are offered: the next step first, what may also be done after it, what ends or
// undoes last and apart.

import type { ActName } from '#web/parts/act-rules.ts'

/** May be done beside the next step, and is never it. */
const beside: readonly ActName[] = ['assign', 'extension', 'urge']
/** Ends or undoes: never next to the next step. */
const apart: readonly ActName[] = ['cancel', 'reopen']

export type Offers = { next: ActName[]; beside: ActName[]; apart: ActName[] }

export function offersOf(acts: readonly ActName[]): Offers {
  return {
    next: acts.filter((act) => !beside.includes(act) && !apart.includes(act)),
    beside: acts.filter((act) => beside.includes(act)),
    apart: acts.filter((act) => apart.includes(act)),
  }
}
