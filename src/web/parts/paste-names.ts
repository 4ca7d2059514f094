// The names in pasted cells: units, posts and people from the zone's tree, entries of other registers by asking for exactly
// those that the cells speak of.

import type { QueryClient } from '@tanstack/react-query'
import { type Named, type Names, nameBook, namesOf } from '#domain/cell-names.ts'
import type { Field } from '#domain/register.ts'
import type { Directory } from '#domain/zone.ts'
import { asked } from '#web/client.ts'

/** The addresses of questions have an end: so many names fit into one. */
const namesAtOnce = 20
const longestName = 500

export type Spoken = { field: Field; texts: readonly string[] }

/** `spoken`: the cells of each linking column. */
export async function namesSpoken(
  queries: QueryClient,
  directory: Directory,
  spoken: readonly Spoken[],
): Promise<Names> {
  const linking = spoken.filter(({ field }) => field.type === 'entry' && field.of !== null)
  const codes = [...new Set(linking.map(({ field }) => field.of!))]
  const books = await Promise.all(
    codes.map(async (code) => {
      const texts = linking.filter(({ field }) => field.of === code).flatMap((one) => one.texts)
      const names = [...new Set(texts.map((text) => text.trim()))].filter((one) => one && one.length <= longestName)
      return [code, nameBook(await namedIn(queries, code, names))] as const
    }),
  )
  return namesOf(directory, Object.fromEntries(books))
}

async function namedIn(queries: QueryClient, register: string, names: readonly string[]): Promise<Named[]> {
  const found: Named[] = []
  for (let i = 0; i < names.length; i += namesAtOnce) {
    const some = names.slice(i, i + namesAtOnce)
    found.push(...(await queries.fetchQuery(asked('entriesNamed', { register, names: some }))))
  }
  return found
}
