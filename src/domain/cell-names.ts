// Units, posts, people and linked entries as they are written in cells: by a name that leads to one of them only. A name
// that several share is said with all who share it, written so that each would be understood.

import { type CellProblem, cannot } from '#domain/cell-problem.ts'
import type { Directory } from '#domain/zone.ts'

/** `words`: the names it goes by, the one to be shown first. */
export type Named = { id: string; words: readonly string[] }

export type NameBook = {
  /** A name that leads to this one only; null when the book does not hold it. */
  textOf(id: string): string | null
  /** All that go by the name. */
  find(word: string): readonly string[]
}

export type Names = {
  units: NameBook
  posts: NameBook
  people: NameBook
  /** By the code of the register that is linked to: its entries by title or by a field that is unique. */
  entries: Readonly<Record<string, NameBook>>
  /** By number. Where there is no book, a cell leads to no commitment. */
  commitments?: NameBook
}

/** Width, case and spaces do not tell names apart, unless another name is written exactly so. */
export const folded = (word: string): string => word.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()

export function nameBook(all: readonly Named[]): NameBook {
  const [exact, alike] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const byId = new Map(all.map((one) => [one.id, one]))
  const add = (map: Map<string, string[]>, word: string, id: string) => {
    const ids = map.get(word)
    if (!ids) map.set(word, [id])
    else if (!ids.includes(id)) ids.push(id)
  }
  for (const { id, words } of all) {
    for (const word of words) {
      add(exact, word.trim(), id)
      add(alike, folded(word), id)
    }
  }
  const find = (word: string): readonly string[] => {
    const plain = word.trim()
    const id = marked.exec(plain)?.[1]?.toLowerCase()
    if (id !== undefined && byId.has(id)) return [id]
    return exact.get(plain) ?? alike.get(folded(plain)) ?? []
  }
  const textOf = (id: string) => {
    const named = byId.get(id)
    if (!named) return null
    const own = named.words.find((word) => word.trim() !== '' && exact.get(word.trim())?.length === 1)
    return own?.trim() ?? `${named.words[0] ?? ''}〔${id}〕`
  }
  return { textOf, find }
}

/** Where every name is shared the id stands behind it. */
const marked = /^(?:.*〔)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})〕?$/isu

export function readName(book: NameBook, word: string): { id: string } | CellProblem {
  const [id, ...others] = book.find(word)
  if (id === undefined) return cannot('unknown-name', { word })
  if (others.length === 0) return { id }
  const candidates = [id, ...others].slice(0, candidatesTold).map((one) => book.textOf(one) ?? one)
  return cannot('name-not-single', { word, candidates })
}

const candidatesTold = 10

/** `entries` by the code of their register, as `Names` has them. */
export function namesOf({ units, posts, people }: Directory, entries: Names['entries'] = {}): Names {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const under = (id: string | null, name: string): string[] => {
    const unit = id === null ? undefined : byId.get(id)
    return unit ? [`${unit.shortName}·${name}`, `${unit.shortName}${name}`, `${unit.name}·${name}`] : []
  }
  return {
    units: nameBook(
      units.map(({ id, name, shortName, parent }) => ({ id, words: [shortName, name, ...under(parent, shortName)] })),
    ),
    posts: nameBook(posts.map(({ id, name, unit }) => ({ id, words: [name, ...under(unit, name)] }))),
    people: nameBook(
      people.map(({ id, name, username }) => ({ id, words: [name, `${name}（${username}）`, username] })),
    ),
    entries,
  }
}
