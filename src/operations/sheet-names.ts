// What names in the cells of a register's sheet lead to: the zone's units, posts and people, and of each register that is
// linked to only the entries that the cells in hand speak of; commitments by their numbers.

import { type NameBook, type Names, nameBook, namesOf } from '#domain/cell-names.ts'
import type { Field } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { directoryOf } from '#operations/directory.ts'
import { type NameAsked, namedCommitments, namedEntries } from '#store/named-entries.ts'
import { findRegister } from '#store/registers.ts'

/** A function, so that the directory is asked for once: `asked` says of each linked register which entries are meant. */
export async function namesAround(
  context: Context,
  fields: readonly Field[],
  asOf: string | undefined,
): Promise<(asked: (field: Field) => NameAsked) => Promise<Names>> {
  const { db } = context.system
  const plain = namesOf(await directoryOf(context, asOf))
  const linking = fields.filter(({ type, of }) => type === 'entry' && of !== null)
  const codes = [...new Set(linking.map(({ of }) => of!))]
  const registers = await Promise.all(codes.map((code) => findRegister(db, scopeOf(context), code, asOf ?? null)))
  return async (asked) => {
    const books = await Promise.all(
      registers.map(async (register, at): Promise<[string, NameBook]> => {
        const wanted = linking.filter(({ of }) => of === codes[at]).map(asked)
        const { roles } = context.actor
        const named = await namedEntries(db, scopeOf(context), register, together(wanted), roles, asOf ?? null)
        return [codes[at]!, nameBook(named)]
      }),
    )
    const matters = fields.filter(({ type }) => type === 'commitment').map(asked)
    const numbered = await namedCommitments(db, scopeOf(context), together(matters), asOf ?? null)
    return { ...plain, entries: Object.fromEntries(books), commitments: nameBook(numbered) }
  }
}

function together(wanted: readonly NameAsked[]): NameAsked {
  const [ids, words] = [wanted.flatMap((one) => one.ids), wanted.flatMap((one) => one.words)]
  return { ids: [...new Set(ids)], words: [...new Set(words)] }
}
