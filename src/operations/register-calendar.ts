// The calendar of a register. Whether a planned day was kept is asked of the steps of the entries that are shown.

import { addDays, daysBetween } from '#base/day.ts'
import { refuse } from '#base/refusal.ts'
import type { ParsedOf } from '#contract/contract.ts'
import { factsOfNodes } from '#domain/network.ts'
import type { Register } from '#domain/register.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { wayOf } from '#operations/course.ts'
import { dayAt, narrowing } from '#operations/entries.ts'
import { dateField } from '#operations/gantt.ts'
import { progressOf } from '#store/plans.ts'
import { type CalendarRow, calendarRows } from '#store/register-calendar.ts'
import { findRegister } from '#store/registers.ts'

const mostDays = 366
const mostItems = 2000

export async function showCalendar(context: Context, asked: ParsedOf<'showCalendar'>) {
  const { db } = context.system
  const asOf = asked.asOf ?? null
  const { from, to } = asked
  const days = daysBetween(from, to)
  if (days > mostDays) refuse('too-long-a-stretch', { days, most: mostDays })
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const dates = asked.dates.map((key) => dateField(context, register, key))
  const narrow = narrowing(context, register, asked)
  const found = await calendarRows(db, scopeOf(context), register, asOf, narrow, { dates, from, to }, mostItems + 1)
  const more = found.length > mostItems
  // The last day may be there in part only, unless it is all that there is.
  const upTo = more && found[0]!.on < found.at(-1)!.on ? addDays(found.at(-1)!.on, -1) : to
  const rows = found.slice(0, mostItems).filter(({ on }) => on <= upTo)
  const done = await doneNodes(context, register, rows, asOf)
  const today = dayAt(context, asked.asOf)
  const items = rows.map((row) => {
    const { on, kind, entry, title, words } = row
    const isDone = kind === 'planned' && done.has(`${entry} ${row.course} ${row.node}`)
    return { on, kind, entry, title, words, done: isDone, late: kind !== 'date' && !isDone && on < today }
  })
  return { items, more, upTo }
}

/** `entry course node` of the nodes that were reached, of the entries in these rows. */
async function doneNodes(context: Context, register: Register, rows: readonly CalendarRow[], asOf: string | null) {
  const done = new Set<string>()
  for (const course of new Set(rows.flatMap((row) => row.course ?? []))) {
    const [kind, key] = course.split(':') as [string, string]
    const there = register.definition[kind === 'network' ? 'networks' : 'ladders'].some((one) => one.key === key)
    if (!there) continue
    const way = wayOf(register, course)
    const ids = [...new Set(rows.filter((row) => row.course === course).map(({ entry }) => entry))]
    const progress = await progressOf(context.system.db, scopeOf(context), ids, way, asOf)
    for (const [entry, { climbs }] of progress) {
      for (const [node, { reached }] of factsOfNodes(register.definition, way.network, climbs))
        if (reached) done.add(`${entry} ${course} ${node}`)
    }
  }
  return done
}
