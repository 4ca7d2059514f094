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
}

export type CellProblem = { [C in keyof CellFacts]: { problem: C; facts: CellFacts[C] } }[keyof CellFacts]

export function cannot<C extends keyof CellFacts>(problem: C, facts: CellFacts[C]): CellProblem {
  return { problem, facts } as CellProblem
}
