// Cutting and checking text by UTF-16 units without ever splitting a character: half of one cannot be stored.

/** The part of `text` between two offsets, drawn in where an offset would fall inside a character. */
export function cut(text: string, start: number, end: number): string {
  const from = isInside(text, start) ? start + 1 : start
  const to = isInside(text, end) ? end - 1 : end
  return text.slice(Math.max(0, from), to)
}

function isInside(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/** No input of ours is nested as deep; a hostile one must not exhaust the stack. */
const deepest = 50

/** Where a JSON value holds what PostgreSQL cannot store (NUL, half a character) or lies too deep; null when nowhere. */
export function findUnstorable(value: unknown, path: readonly string[] = []): string[] | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [...path] : null
  if (value === null || typeof value !== 'object') return null
  if (path.length > deepest) return [...path]
  for (const [key, part] of Object.entries(value)) {
    const found = findUnstorable(key, [...path, key]) ?? findUnstorable(part, [...path, key])
    if (found) return found
  }
  return null
}
