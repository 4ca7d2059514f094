// What a register's page shows: which view, narrowed by what, sorted how, which columns, as of when. It lives in the address,
// so that it can be sent to a colleague. Anything in an address that is not understood is left out, never an error.

import type { RegisterView } from '#domain/register.ts'

export type RegisterLook = {
  /** The key of one of the definition's views; null: all entries as a table. */
  view: string | null
  /** Lines as domain/entry-filter.ts reads them: `chain=电子信息`, `amount>=100000000`, `@main=signed`. */
  filter: readonly string[]
  /** A condition in the rule language. */
  where: string | null
  text: string
  removed: boolean
  /** Undefined: as the view says. Null: in the order in which entries were added. */
  sort: string | null | undefined
  descending: boolean
  /** Null: as the view says. */
  columns: readonly string[] | null
  /** A moment with its zone offset; null is now. */
  asOf: string | null
}

/** What an address carries. `-amount` is greatest first, `+` is the order in which entries were added. */
export type RegisterSearch = {
  view?: string
  filter?: string[]
  where?: string
  text?: string
  removed?: true
  sort?: string
  columns?: string
  asOf?: string
}

export const firstLook: RegisterLook = {
  view: null,
  filter: [],
  where: null,
  text: '',
  removed: false,
  sort: undefined,
  descending: false,
  columns: null,
  asOf: null,
}

const key = /^[a-z][a-z0-9_]{0,29}$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
const mostLines = 100

/** The parts of an address that are understood. */
export function registerSearch(search: Record<string, unknown>): RegisterSearch {
  const lines = (Array.isArray(search.filter) ? search.filter : [search.filter])
    .map(words)
    .filter((line) => line !== undefined)
  const [view, where, text, sort, columns, asOf] = [
    words(search.view),
    words(search.where),
    words(search.text),
    words(search.sort),
    words(search.columns),
    words(search.asOf),
  ]
  return {
    ...(view && key.test(view) && { view }),
    ...(lines.length > 0 && { filter: lines.slice(0, mostLines) }),
    ...(where && { where: where.slice(0, 10_000) }),
    ...(text && { text: text.slice(0, 100) }),
    ...((search.removed === true || search.removed === 'true') && { removed: true as const }),
    ...(sort && (sort === '+' || key.test(sort.replace(/^-/, ''))) && { sort }),
    ...(columns?.split(',').every((one) => key.test(one.replace(/^@/, ''))) && { columns }),
    ...(asOf && moment.test(asOf) && !Number.isNaN(Date.parse(asOf)) && { asOf }),
  }
}

export function registerLookOf(given: Record<string, unknown>): RegisterLook {
  const search = registerSearch(given)
  const { view = null, filter = [], where = null, text = '', removed = false, sort, columns, asOf = null } = search
  return {
    ...{ view, filter, where, text, removed, asOf },
    sort: sort === undefined ? undefined : sort === '+' ? null : sort.replace(/^-/, ''),
    descending: sort?.startsWith('-') ?? false,
    columns: columns?.split(',') ?? null,
  }
}

/** The address of a look; what is as at first is left out. */
export function registerSearchOf(look: RegisterLook): RegisterSearch {
  const { view, filter, where, text, removed, sort, descending, columns, asOf } = look
  return {
    ...(view !== null && { view }),
    ...(filter.length > 0 && { filter: [...filter] }),
    ...(where && { where }),
    ...(text && { text }),
    ...(removed && { removed: true as const }),
    ...(sort !== undefined && { sort: sort === null ? '+' : (descending ? '-' : '') + sort }),
    ...(columns && { columns: columns.join() }),
    ...(asOf !== null && { asOf }),
  }
}

/** What narrows the entries, as every question over a register takes it: the view's condition and the reader's together. */
export function narrowOf(look: RegisterLook, view: RegisterView | null) {
  const rules = [view?.where, look.where].filter((rule) => rule)
  const where = rules.length > 1 ? rules.map((rule) => `(${rule})`).join(' and ') : rules[0]
  return {
    filter: [...look.filter],
    ...(where && { where }),
    ...(look.text && { text: look.text }),
    ...(look.asOf !== null && { asOf: look.asOf }),
  }
}

/** How the entries are sorted: as the reader chose, else as the view says. */
export function sortingOf(look: RegisterLook, view: RegisterView | null): { sort: string | null; descending: boolean } {
  if (look.sort !== undefined) return { sort: look.sort, descending: look.descending }
  return { sort: view?.sort ?? null, descending: view?.descending ?? false }
}

/** The sort after a head was pressed: up, down, then as the view says again. */
export function pressedHead(
  now: { sort: string | null; descending: boolean },
  field: string,
): Pick<RegisterLook, 'sort' | 'descending'> {
  if (now.sort !== field) return { sort: field, descending: false }
  return now.descending ? { sort: undefined, descending: false } : { sort: field, descending: true }
}

/** How many things narrow the list beside the view. */
export function narrowedBy({ filter, where, text }: RegisterLook): number {
  return filter.length + (where ? 1 : 0) + (text ? 1 : 0)
}

function words(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
