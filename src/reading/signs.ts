// Signs: sets of characters of which one has to stand somewhere if a rule is to hold. A clause knows which signs stand in it,
// so that nearly all rules are passed over by looking at one bit, and a rule at a place looks at one character first.

const signsOf = new Int32Array(65536)
let free = 0

/** A new sign: a bit that is set for each of these characters. There are 31 of them. */
export function sign(chars: string): number {
  if (free === 31) throw new Error(`no sign is left for ${chars}`)
  const bit = 1 << free++
  for (const char of chars) signsOf[char.charCodeAt(0)]! |= bit
  return bit
}

/** The signs of a character by its code. */
export function signsOfCode(code: number): number {
  return signsOf[code]!
}

/** The signs of all characters from `from` up to `to`. */
export function signsIn(text: string, from: number, to: number): number {
  let signs = 0
  for (let at = from; at < to; at++) signs |= signsOf[text.charCodeAt(at)]!
  return signs
}

/** A set of characters as a table by code: 1 for each of them. */
export function charTable(chars: string): Uint8Array {
  const table = new Uint8Array(65536)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

/** True when one of the characters of a table stands at a place. */
export function standsAt(table: Uint8Array, text: string, at: number): boolean {
  return at >= 0 && at < text.length && table[text.charCodeAt(at)] === 1
}
