// Reading a noun's table as it stood at a moment: the rows of now, or those that were the row then.

import type { Noun } from '#store/nouns.ts'
import { name, type Sql, sql } from '#store/sql.ts'

/** `from ${rowsAt('commitment', asOf)} c`: all columns of the noun, whichever the moment; null is now. */
export function rowsAt(noun: Noun, asOf: string | null): Sql {
  if (asOf === null) return name(noun)
  const past = name(`${noun}_past`)
  return sql`(select * from ${name(noun)} where at <= ${asOf}::timestamptz
    union all select * from ${past} where at <= ${asOf}::timestamptz and until > ${asOf}::timestamptz)`
}
