// What the 督办 page shows: view, filter, sort, columns, moment. It lives in the address, so that a link reproduces it.
// Anything in an address that is not understood is left out, never an error.

import type { z } from 'zod'
import type { Filter, SortKey as SortKeySchema } from '#contract/overview.ts'
import { keysOf } from '#web/parts/keys-of.ts'
import { nouns } from '#web/words/nouns.zh.ts'

export type SortKey = z.infer<typeof SortKeySchema>

export type View = 'table' | 'board' | 'tree'

/** The columns of the table in their order; the first four stay in place when the others move. */
export type ColumnKey =
  | 'place'
  | 'number'
  | 'light'
  | 'title'
  | 'kind'
  | 'source'
  | 'value'
  | 'lead'
  | 'supporting'
  | 'post'
  | 'dueOn'
  | 'daysLeft'
  | 'percent'
  | 'gap'
  | 'latest'
  | 'stage'
  | 'urged'

export type Look = {
  view: View
  filter: Filter
  sort: SortKey
  descending: boolean
  columns: readonly ColumnKey[]
  /** A moment with its zone offset; null is now. */
  asOf: string | null
}

/** What an address carries: short strings only, several values joined by commas; `-dueOn` is latest first. */
export type Search = { [K in 'view' | keyof Filter | 'sort' | 'columns' | 'asOf']?: string }

const views = keysOf<View>({ table: true, board: true, tree: true })
export const stages = keysOf(nouns.stages)
/** Most pressing first. */
export const lights = keysOf(nouns.lights)
export const kinds = keysOf(nouns.kinds)
const closures = keysOf(nouns.closure)
const sortKeys = keysOf<SortKey>({
  number: true,
  title: true,
  dueOn: true,
  percent: true,
  stage: true,
  light: true,
  lead: true,
})
export const allColumns = keysOf<ColumnKey>({
  place: true,
  number: true,
  light: true,
  title: true,
  kind: true,
  source: true,
  value: true,
  lead: true,
  supporting: true,
  post: true,
  dueOn: true,
  daysLeft: true,
  percent: true,
  gap: true,
  latest: true,
  stage: true,
  urged: true,
})
/** Never hidden: they say which row it is. */
export const fixedColumns: readonly ColumnKey[] = ['place', 'number', 'light', 'title']
const shownAtFirst = allColumns.filter((key) => !['kind', 'post', 'daysLeft', 'gap'].includes(key))

export const firstLook: Look = {
  view: 'table',
  filter: {},
  sort: 'number',
  descending: false,
  columns: shownAtFirst,
  asOf: null,
}

/** Lists may also come as arrays and `descending` as a field of its own: that is how other pages link here. */
export function lookOf(search: Record<string, unknown>): Look {
  const sort = words(search.sort)
  const sortKey = among(sortKeys, sort?.replace(/^-/, ''))
  const descending = sortKey !== undefined && (sort!.startsWith('-') || words(search.descending) === 'true')
  const chosen = allColumns.filter((key) => fixedColumns.includes(key) || split(search.columns).includes(key))
  return {
    view: among(views, words(search.view)) ?? firstLook.view,
    filter: filterOf(search),
    sort: sortKey ?? firstLook.sort,
    descending,
    columns: split(search.columns).length > 0 ? chosen : shownAtFirst,
    asOf: moment(words(search.asOf)) ?? null,
  }
}

function filterOf(search: Record<string, unknown>): Filter {
  const filter = {
    text: words(search.text)?.slice(0, 100),
    stage: list(search.stage, stages),
    closure: list(search.closure, closures),
    light: list(search.light, lights),
    kind: list(search.kind, kinds),
    lead: ids(search.lead),
    supporting: ids(search.supporting),
    post: ids(search.post),
    document: ids(search.document)?.[0],
    parent: words(search.parent) === 'none' ? 'none' : ids(search.parent)?.[0],
    dueFrom: day(words(search.dueFrom)),
    dueTo: day(words(search.dueTo)),
    disputed: { true: true, false: false }[words(search.disputed) ?? ''],
  }
  return present(filter) as Filter
}

/** The address of a look; what is as at first is left out. */
export function searchOf(look: Look): Search {
  const { view, filter, sort, descending, columns, asOf } = look
  const chosen = columns.filter((key) => !fixedColumns.includes(key))
  const sorted = (descending ? '-' : '') + sort
  const asAtFirst = columns.join() === shownAtFirst.join()
  return present({
    ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value) || undefined])),
    view: view === firstLook.view ? undefined : view,
    sort: sorted === firstLook.sort ? undefined : sorted,
    columns: asAtFirst ? undefined : chosen.join() || 'none',
    asOf: asOf ?? undefined,
  }) as Search
}

/** How many fields narrow the list. */
export function narrowedBy(filter: Filter): number {
  return Object.keys(filter).length
}

/** The filter with a field set; undefined, an empty list or empty text takes the field away. */
export function narrowed<K extends keyof Filter>(filter: Filter, key: K, value: Filter[K]): Filter {
  const { [key]: _, ...rest } = filter
  const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return (empty ? rest : { ...rest, [key]: value }) as Filter
}

/** The value in a list filter, put in when it is not there and taken out when it is. */
export function toggled<V>(values: readonly V[] | undefined, value: V): V[] {
  const now = values ?? []
  return now.includes(value) ? now.filter((one) => one !== value) : [...now, value]
}

/** The next sort when a header is pressed: up, down, then by number again. */
export function pressed({ sort, descending }: Pick<Look, 'sort' | 'descending'>, key: SortKey) {
  if (sort !== key) return { sort: key, descending: false }
  return descending ? { sort: firstLook.sort, descending: false } : { sort: key, descending: true }
}

function words(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function among<K extends string>(known: readonly K[], value: string | undefined): K | undefined {
  return known.find((key) => key === value)
}

function split(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(String) : (words(value)?.split(',') ?? [])
  return texts.map((text) => text.trim()).filter((text) => text !== '')
}

/** Known values of a list, in their own order; undefined when there is none. */
function list<K extends string>(value: unknown, known: readonly K[]): K[] | undefined {
  const given = split(value)
  const found = known.filter((key) => given.includes(key))
  return found.length > 0 ? found : undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

function ids(value: unknown): string[] | undefined {
  const found = split(value).filter((id) => uuid.test(id))
  return found.length > 0 ? [...new Set(found)] : undefined
}

function day(value: string | undefined): string | undefined {
  const known = value && /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`)
  return known && !Number.isNaN(known.getTime()) && known.toISOString().startsWith(value!) ? value : undefined
}

function moment(value: string | undefined): string | undefined {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
  return value && shape.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
