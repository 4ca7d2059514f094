// SQL as a tagged template: text stays text, values become parameters, fragments nest. Nothing else builds SQL.

export type Sql = { readonly strings: readonly string[]; readonly values: readonly unknown[]; readonly name?: string }

export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return { strings, values }
}

/** A table, column or role name, quoted; only names from our own code ever come here. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new Error(`not a name for SQL: ${JSON.stringify(identifier)}`)
  return { strings: [identifier], values: [] }
}

const columnTypes = ['text', 'bigint', 'int', 'date', 'boolean', 'uuid', 'jsonb', 'text[]', 'numeric'] as const
export type ColumnType = (typeof columnTypes)[number]

/** The name of a type; nothing else than these. */
export function typeName(type: ColumnType): Sql {
  if (!columnTypes.includes(type)) throw new Error(`not a type for SQL: ${JSON.stringify(type)}`)
  return { strings: [type], values: [] }
}

/** Text with `$1`, `$2` … and their values, as rules compile to. */
export function fromText({ text, values }: { text: string; values: readonly unknown[] }): Sql {
  const parts = text.split(/\$(\d+)/)
  const strings = parts.filter((_, place) => place % 2 === 0)
  return { strings, values: parts.filter((_, place) => place % 2 === 1).map((number) => values[Number(number) - 1]) }
}

export function join(parts: readonly Sql[], between: string): Sql {
  if (parts.length === 0) throw new Error('nothing to join')
  return { strings: ['', ...parts.slice(1).map(() => between), ''], values: parts }
}

/** Statements with one text for ever are prepared once per connection under this name. */
export function prepared(name: string, query: Sql): Sql {
  return { ...query, name }
}

export function render(query: Sql): { text: string; values: unknown[] } {
  const values: unknown[] = []
  const write = ({ strings, values: parts }: Sql): string =>
    strings.reduce((text, string, i) => {
      if (i === 0) return string
      const part = parts[i - 1]
      if (isSql(part)) return text + write(part) + string
      values.push(part)
      return `${text}$${values.length}${string}`
    }, '')
  return { text: write(query), values }
}

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && 'strings' in part && 'values' in part
}
