// Why a cell of a sheet, or a pasted text, is not the value of a field: a code with its facts, never a guess.
// The sentences stand in contract/cell-words.ts.

export type CellFacts = {
  'not-a-number': { text: string }
  /** Money without 元, 万元 or 亿元 in the head or in the cell. */
  'unit-unsaid': { units: readonly string[] }
  'other-unit': { said: string; unit: string }
  /** A number of more than 15 digits, of which a spreadsheet keeps only the first 15. */
  'digits-lost': { text: string }
  'too-precise': { scale: number }
  'too-large': { text: string }
  'too-long': { most: number }
  'not-a-day': { text: string }
  'not-a-month': { text: string }
  'not-yes-no': { text: string }
  'not-a-place': { text: string }
  'unknown-choice': { word: string; choices: readonly string[] }
  'unknown-name': { word: string }
  /** Several go by this name; the candidates are written so that each would be understood. */
  'name-not-single': { word: string; candidates: readonly string[] }
  computed: Record<string, never>
  /** Files are attached to an entry, not written into a cell. */
  'not-by-cell': Record<string, never>
  /** Beyond the cell itself: what is wrong with it where it stands. */
  required: Record<string, never>
  /** A formula that gave no value, or a fault: #REF!. */
  'not-worked-out': { text: string }
  /** An earlier line speaks of the same entry. */
  'line-twice': { row: number }
  /** The step is recorded already, on another day. */
  'step-there': { day: string }
  'in-future': { day: string }
  /** Somebody changed the entry after it was written out; `now` is what stands there. */
  'changed-since': { now: string }
  /** The refusal of the act itself, with its own code and facts. */
  refused: { code: string; facts: Record<string, unknown> }
}

export type CellProblem = { [C in keyof CellFacts]: { problem: C; facts: CellFacts[C] } }[keyof CellFacts]

export function cannot<C extends keyof CellFacts>(problem: C, facts: CellFacts[C]): CellProblem {
  return { problem, facts } as CellProblem
}
