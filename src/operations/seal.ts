// The seal of a sign-off: SHA-256 over the state as JSON with its keys in order, so that the same state has one seal.

import { createHash } from 'node:crypto'

export function sha256Of(state: unknown): string {
  return createHash('sha256').update(JSON.stringify(state, inOrder)).digest('hex')
}

function inOrder(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
