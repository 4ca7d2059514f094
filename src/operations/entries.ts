// Entries of registers: pages of them, one with its history, and the acts that add, change and remove them.

import { refuse } from '#base/refusal.ts'
import type { EntryName } from '#contract/contract.ts'
import { remarkReaders } from '#contract/remarks.ts'
import type { Entry, EntryEvent } from '#domain/entry.ts'
import { decideAdd, decideRemove, decideRestore, decideReviseEntry, type EntryDecision } from '#domain/entry-change.ts'
import { readFilter } from '#domain/entry-filter.ts'
import { type Definition, type Field, fieldOf, type Register } from '#domain/register.ts'
import { dictionaryOf } from '#domain/register-dictionary.ts'
import { hiddenFrom } from '#domain/sight.ts'
import { besideOf, everywhere } from '#operations/beside.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { addMany } from '#operations/entries-many.ts'
import { hiddenIn, historyShown, showing } from '#operations/entry-shown.ts'
import { listLinked } from '#operations/linked.ts'
import { dayOf } from '#operations/moment.ts'
import { changedEntry, decided, expectVersion, record } from '#operations/record.ts'
import { unknownReferences } from '#operations/references.ts'
import { checkRule } from '#rules/check.ts'
import { sayIssue } from '#rules/issue-words.ts'
import type { Rule } from '#rules/rule.ts'
import { findRecord } from '#store/climbs.ts'
import { type Cursor, countEntries, entryPage, findEntry, type Narrowing, titlesOf } from '#store/entries.ts'
import { historyOfAll } from '#store/journal.ts'
import { findLookups } from '#store/lookups.ts'
import { namedEntries } from '#store/named-entries.ts'
import { planIdsOf } from '#store/plans.ts'
import { findRegister } from '#store/registers.ts'
import { remarksOf } from '#store/remarks.ts'

export function dayAt({ system }: Context, asOf: string | undefined): string {
  return dayOf(asOf ?? system.clock())
}

export type Narrow = {
  filter: string[]
  where?: string | undefined
  text?: string | undefined
  removed?: boolean
  asOf?: string | undefined
}

/** A rule of the register, or the refusal that says where it cannot be read; names out of sight are refused too. */
export function readRule(register: Register, text: string, roles: Context['actor']['roles']): Rule {
  const { definition, version } = register
  const { rule, issues } = checkRule(text, dictionaryOf(definition, version))
  const issue = issues?.[0]
  if (issue) {
    const { start, end } = issue
    refuse('rule-broken', { rule: text, start, end, zh: sayIssue(issue, 'zh'), en: sayIssue(issue, 'en') })
  }
  const hidden = hiddenIn(register, rule!, roles)
  if (hidden) refuse('not-your-field', { field: hidden.key })
  return rule!
}

/** What people know an entry by: the title, codes, and texts that are unique or indexed. Every other text would cost a scan. */
function searchedFields({ fields, title }: Definition, hidden: ReadonlySet<string>): Field[] {
  const known = fields.filter(
    ({ key, type, unique, indexed, retired }) =>
      !retired && !hidden.has(key) && (type === 'credit-code' || (type === 'text' && (unique || indexed))),
  )
  return [...fields.filter(({ key }) => key === title), ...known.filter(({ key }) => key !== title)]
}

export function narrowing(context: Context, register: Register, asked: Narrow): Narrowing {
  const { roles } = context.actor
  const hidden = hiddenFrom(register, roles)
  return {
    tests: decided(readFilter(register.definition, asked.filter, hidden)),
    searched: searchedFields(register.definition, hidden),
    rules: asked.where ? [readRule(register, asked.where, roles)] : [],
    text: asked.text || null,
    removed: asked.removed ?? false,
    on: dayAt(context, asked.asOf),
  }
}

type ListAsked = Narrow & {
  register: string
  sort?: string | undefined
  descending: boolean
  after?: string | undefined
  limit: number
}

async function listEntries(context: Context, asked: ListAsked) {
  const { db } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const { entries, next } = await entriesAsked(context, register, asked)
  const show = showing(register, context.actor.roles, dayAt(context, asked.asOf))
  const beside = await besideOf(context, register, entries, asOf)
  return { entries: entries.map((entry) => show(entry, beside(entry))), next }
}

/** The page that was asked for, and the cursor of the next one. */
export async function entriesAsked(context: Context, register: Register, asked: ListAsked) {
  const { roles } = context.actor
  const sort = asked.sort ? sortField(register, asked.sort, roles) : null
  const after = asked.after ? readCursor(asked.after, asked.sort) : null
  const page = { sort, after, descending: asked.descending, limit: asked.limit }
  const narrow = narrowing(context, register, asked)
  const { entries, next } = await entryPage(
    context.system.db,
    scopeOf(context),
    register,
    asked.asOf ?? null,
    narrow,
    page,
  ).catch((error: unknown) => (after && isNoValue(error) ? refuse('bad-cursor', {}) : Promise.reject(error)))
  return { entries, next: next && writeCursor(next, asked.sort) }
}

export function sortField(register: Register, key: string, roles: Context['actor']['roles']): Field {
  const field = fieldOf(register.definition, key)
  if (!field || ['choices', 'place', 'files'].includes(field.type)) return refuse('bad-filter', { filter: key })
  return hiddenFrom(register, roles).has(key) ? refuse('not-your-field', { field: key }) : field
}

// The place where a page ended travels with the sorting it belongs to.
function writeCursor({ value, id }: Cursor, sort: string | undefined): string {
  return Buffer.from(JSON.stringify([sort ?? null, value, id])).toString('base64url')
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readCursor(text: string, sort: string | undefined): Cursor {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return refuse('bad-cursor', {})
  }
  const [of, value, id] = Array.isArray(parts) ? (parts as unknown[]) : []
  const fits = of === (sort ?? null) && (value === null || typeof value === 'string') && idShape.test(String(id))
  return fits ? { value, id: id as string } : refuse('bad-cursor', {})
}

/** PostgreSQL's word for a text that is no value of the column's kind, or too large for it. */
const isNoValue = (error: unknown): boolean => /^22(P02|003|007|008|021)$/.test((error as { code?: string }).code ?? '')

const countedAtMost = 10_000

/** An act on one entry: its register and itself as they are, the decision, the next state as it is shown. */
export async function loadEntry(
  context: Context,
  { register: code, id, version }: { register: string; id: string; version: number },
) {
  const { db } = context.system
  const register = await findRegister(db, scopeOf(context), code, null)
  const entry = await findEntry(db, scopeOf(context), register, id, null)
  expectVersion('entry', entry, version)
  return { register, entry }
}

async function change(
  context: Context,
  act: EntryName,
  asked: { register: string; id: string; version: number },
  decide: (register: Register, entry: Entry) => EntryDecision,
) {
  const { register, entry } = await loadEntry(context, asked)
  const events = decided(decide(register, entry))
  await refuseUnknown(context, register, events)
  const changed = changedEntry(register, entry, events)
  if (events.length > 0) await record(context, act, [changed])
  return shownTo(context, register, changed.row)
}

/** Numbers of the commitments that the entry leads to and that have not ended, whether the actor sees them or not. */
async function openMatters(context: Context, register: Register, entry: Entry): Promise<string[]> {
  const { commitments } = (await besideOf(context, register, [entry], null, everywhere(context)))(entry)
  return Object.values(commitments).flatMap(({ closure, number }) => (closure === 'open' ? [number] : []))
}

export async function refuseUnknown(
  context: Context,
  register: Register,
  events: readonly EntryEvent[],
): Promise<void> {
  const [unknown] = await unknownReferences(context, register, events)
  if (unknown) refuse('unknown-reference', unknown)
}

/** After an act: what does not lie in the entry is looked up anew. */
export async function shownTo(context: Context, register: Register, entry: Entry) {
  const on = dayAt(context, undefined)
  const lookups = await findLookups(context.system.db, scopeOf(context), register, entry.id, { on, asOf: null })
  const beside = await besideOf(context, register, [entry], null)
  return showing(register, context.actor.roles, on)({ ...entry, lookups }, beside(entry))
}

type Around = Omit<Awaited<ReturnType<typeof findRecord>>, 'entry'>

/** The rows whose journal lines make up the history of an entry. */
function rowsAround({ id }: Entry, { climbs, crossings, files }: Around, remarks: readonly { id: string }[]) {
  const of = (noun: string, rows: readonly { id: string }[]) => rows.map((row) => ({ noun, id: row.id }))
  return [
    { noun: 'entry', id },
    ...of('climb', climbs),
    ...of('crossing', crossings),
    ...of('entry_file', files),
    ...of('remark', remarks),
  ]
}

export const entryHandlers = {
  listEntries,
  countEntries: async (context, asked) => {
    const { db } = context.system
    const asOf = asked.asOf ?? null
    const register = await findRegister(db, scopeOf(context), asked.register, asOf)
    const narrow = narrowing(context, register, asked)
    const count = await countEntries(db, scopeOf(context), register, asOf, narrow, countedAtMost)
    return { count: Math.min(count, countedAtMost), more: count > countedAtMost }
  },
  entriesNamed: async (context, { register: code, names, asOf }) => {
    const { db } = context.system
    const register = await findRegister(db, scopeOf(context), code, asOf ?? null)
    const asked = { ids: [], words: names }
    const named = await namedEntries(db, scopeOf(context), register, asked, context.actor.roles, asOf ?? null)
    return named.map(({ id, words }) => ({ id, words: [...words] }))
  },
  titlesOf: async (context, { register: code, ids, asOf }) => {
    const { db } = context.system
    const register = await findRegister(db, scopeOf(context), code, asOf ?? null)
    return titlesOf(db, scopeOf(context), register, ids, asOf ?? null)
  },
  getEntry: async (context, { register: code, id, asOf }) => {
    const { db } = context.system
    const register = await findRegister(db, scopeOf(context), code, asOf ?? null)
    const on = dayAt(context, asOf)
    const { entry, ...around } = await findRecord(db, scopeOf(context), register, id, asOf ?? null, on)
    const { roles } = context.actor
    const told = roles.some((role) => remarkReaders.includes(role))
    const remarks = told ? await remarksOf(db, scopeOf(context), id, asOf ?? null) : []
    const plans = (await planIdsOf(db, scopeOf(context), id, asOf ?? null)).map((plan) => ({ noun: 'plan', id: plan }))
    const rows = [...rowsAround(entry, around, remarks), ...plans]
    const history = await historyOfAll(db, scopeOf(context), rows, asOf ?? null, 2000)
    const beside = await besideOf(context, register, [entry], asOf ?? null)
    return {
      entry: showing(register, roles, on)(entry, beside(entry)),
      history: historyShown(history, register, roles),
      remarks,
      ...around,
    }
  },
  listLinked,
  addEntry: async (context, { register: code, values }) => {
    const register = await findRegister(context.system.db, scopeOf(context), code, null)
    const events = decided(decideAdd(register, values, dayAt(context, undefined), context.actor))
    await refuseUnknown(context, register, events)
    const changed = changedEntry(register, { id: context.system.newId(), version: 0 }, events)
    await record(context, 'addEntry', [changed])
    return shownTo(context, register, changed.row)
  },
  addEntries: addMany,
  reviseEntry: (context, { values, ...of }) =>
    change(context, 'reviseEntry', of, (register, entry) => decideReviseEntry(register, entry, values, context.actor)),
  removeEntry: async (context, { reason, ...of }) => {
    const { register, entry } = await loadEntry(context, of)
    const open = await openMatters(context, register, entry)
    const on = dayAt(context, undefined)
    return change(context, 'removeEntry', of, (now, last) => decideRemove(now, last, reason, on, context.actor, open))
  },
  restoreEntry: (context, of) =>
    change(context, 'restoreEntry', of, (register, entry) => decideRestore(register, entry, context.actor)),
} satisfies Partial<Handlers>
