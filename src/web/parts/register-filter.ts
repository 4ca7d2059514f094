// The lines that narrow a register (domain/entry-filter.ts) taken apart by column, and put together again. Pure.

/** `=` one of these, `~` holds the words, `>=` and `<=` from and to; an empty `=` is an empty field. */
export type Op = '=' | '~' | '>=' | '<='
/** Stands for a rung: the entry has left the ladder. */
export const leftLadder = '-'

export type FilterLine = { key: string; op: Op; text: string }

const shape = /^(@?[a-z][a-z0-9_]{0,29})(>=|<=|=|~)(.*)$/su

export function readLine(line: string): FilterLine | null {
  const [, key, op, text] = shape.exec(line) ?? []
  return key === undefined ? null : { key, op: op as Op, text: text! }
}

/** What stands behind one operator of a column: `textsOf(filter, 'chain', '=')` is the chosen words. */
export function textsOf(filter: readonly string[], key: string, op: Op): string[] {
  return filter.flatMap((line) => {
    const read = readLine(line)
    return read?.key === key && read.op === op ? [read.text] : []
  })
}

/** The filter with the lines of one operator of a column replaced, in their place; no text takes them away. */
export function withTexts(filter: readonly string[], key: string, op: Op, texts: readonly string[]): string[] {
  const isOf = (line: string) => {
    const read = readLine(line)
    return read?.key === key && read.op === op
  }
  const place = filter.findIndex(isOf)
  const lines = texts.map((text) => `${key}${op}${text}`)
  const others = filter.filter((line) => !isOf(line))
  return place < 0 ? [...others, ...lines] : others.toSpliced(place, 0, ...lines)
}

/** The filter without anything about a column. */
export function withoutColumn(filter: readonly string[], key: string): string[] {
  return filter.filter((line) => readLine(line)?.key !== key)
}

/** Columns that narrow the list, each once, in the order in which they were chosen. */
export function narrowedColumns(filter: readonly string[]): string[] {
  return [...new Set(filter.flatMap((line) => readLine(line)?.key ?? []))]
}
