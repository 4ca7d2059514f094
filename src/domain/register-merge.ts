// Two people have changed one register from the same version: what only one of them touched is taken from that one, what
// both touched is taken from the second, who is told. New parts that happen to bear one key get another. So nobody writes
// anything twice because somebody else was faster.

import type { Definition } from '#domain/register.ts'
import { freshKey } from '#domain/register-draft.ts'
import { rekeyFields, rekeyLadders, rekeyNetworks, rekeyRungs } from '#domain/register-rekey.ts'

export type Merged = {
  definition: Definition /** Paths that both have changed, each in another way. */
  both: string[]
}

/** `mine` wins where both say different things. */
export function mergeDefinitions(base: Definition, mine: Definition, theirs: Definition): Merged {
  const both: string[] = []
  const definition = merged(base, apart(base, mine, theirs), theirs, '', both) as Definition
  return { definition, both }
}

type Keyed = { key: string }

/** My new parts under keys that theirs do not use. */
function apart(base: Definition, mine: Definition, theirs: Definition): Definition {
  const fields = rekeyFields(mine, clashes(base.fields, mine.fields, theirs.fields, 'f'))
  const ladders = rekeyLadders(fields, clashes(base.ladders, fields.ladders, theirs.ladders, 'l'))
  const climbed = theirs.ladders.reduce((definition, ladder) => {
    const of = (one: Definition) => one.ladders.find(({ key }) => key === ladder.key)?.rungs ?? []
    return rekeyRungs(definition, ladder.key, clashes(of(base), of(definition), ladder.rungs, 'r'))
  }, ladders)
  const rungs = rekeyNetworks(climbed, clashes(base.networks, climbed.networks, theirs.networks, 'n'))
  const alone = (list: 'views' | 'counts' | 'ratios' | 'links', mark: string) => {
    const keys = clashes(base[list], rungs[list], theirs[list], mark)
    return rungs[list].map((part) => ({ ...part, key: keys.get(part.key) ?? part.key }))
  }
  return {
    ...rungs,
    views: alone('views', 'v'),
    counts: alone('counts', 'c'),
    ratios: alone('ratios', 'q'),
    links: alone('links', 'k'),
  } as Definition
}

function clashes(
  base: readonly Keyed[],
  mine: readonly Keyed[],
  theirs: readonly Keyed[],
  mark: string,
): Map<string, string> {
  const has = (list: readonly Keyed[], key: string) => list.some((part) => part.key === key)
  const taken = [...mine, ...theirs].map(({ key }) => key)
  const keys = new Map<string, string>()
  for (const { key } of mine) {
    if (has(base, key) || !has(theirs, key)) continue
    const fresh = freshKey(taken, mark)
    taken.push(fresh)
    keys.set(key, fresh)
  }
  return keys
}

function merged(base: unknown, mine: unknown, theirs: unknown, at: string, both: string[]): unknown {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  if (same(base, mine) || same(mine, theirs)) return theirs
  if (same(base, theirs)) return mine
  if (isKeyed(mine) && isKeyed(theirs)) return mergedLists(isKeyed(base) ? base : [], mine, theirs, at, both)
  if (isPlain(mine) && isPlain(theirs)) {
    const old = isPlain(base) ? base : {}
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
    const below = (name: string) => (at === '' ? name : `${at}.${name}`)
    return Object.fromEntries(
      names.map((name) => [name, merged(old[name], mine[name], theirs[name], below(name), both)]),
    )
  }
  both.push(at)
  return mine
}

/** In the order of mine where I have changed it, else of theirs; what only one of us has taken away is gone. */
function mergedLists(base: Part[], mine: Part[], theirs: Part[], at: string, both: string[]): Part[] {
  const find = (list: Part[], key: string) => list.find((part) => keyOf(part) === key)
  const order = (list: Part[]) => list.map(keyOf).filter((key) => find(base, key))
  const reordered = order(mine).join() !== order(base).join()
  const [first, second] = reordered ? [mine, theirs] : [theirs, mine]
  const keys = [...new Set([...first.map(keyOf), ...second.map(keyOf)])]
  return keys.flatMap((key) => {
    const [old, own, other] = [find(base, key), find(mine, key), find(theirs, key)]
    if (old && (!own || !other)) {
      const left = own ?? other
      const changed = left !== undefined && JSON.stringify(left) !== JSON.stringify(old)
      return changed ? [left] : []
    }
    if (!own || !other) return [(own ?? other) as Part]
    return [merged(old, own, other, `${at}.${key}`, both) as Part]
  })
}

type Part = { key?: string; word?: string }
const keyOf = ({ key, word }: Part): string => key ?? word ?? ''

function isKeyed(value: unknown): value is Part[] {
  return Array.isArray(value) && value.length > 0 && value.every((part) => isPlain(part) && keyOf(part) !== '')
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
