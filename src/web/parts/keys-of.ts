// The members of a closed set, taken from the table of its words: the browser has no schemas to ask.

export function keysOf<K extends string>(record: Record<K, unknown>): K[] {
  return Object.keys(record) as K[]
}
