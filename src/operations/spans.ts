// Times between two nodes over a whole register: the fastest, the middle one, how many kept what was aimed at, who is running.

import { refuse } from '#base/refusal.ts'
import type { ParsedOf } from '#contract/contract.ts'
import { type Network, networkOf, type Register, type Span } from '#domain/register.ts'
import { type Clock, medianOf, timeBetween } from '#domain/span.ts'
import { type Context, scopeOf } from '#operations/context.ts'
import { dayAt, narrowing } from '#operations/entries.ts'
import { findRegister } from '#store/registers.ts'
import { type Pair, spanPairs } from '#store/spans.ts'

export async function showSpans(context: Context, asked: ParsedOf<'showSpans'>) {
  const { db, presets } = context.system
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const network = networkOf(register.definition, asked.network)
  if (!network) refuse('not-found', { noun: 'network', id: asked.network })
  const narrow = narrowing(context, register, asked)
  const clock = { today: dayAt(context, asked.asOf), calendar: presets.calendar }
  return Promise.all(
    network.spans.map(async (span) => {
      const { from, to } = endsOf(network, span)
      const pairs = await spanPairs(db, scopeOf(context), register, asOf, narrow, { from, to, limit: span.limit })
      return figureOf(register, span, pairs, clock, asked)
    }),
  )
}

function endsOf({ nodes }: Network, { from, to }: Span) {
  const node = (key: string) => nodes.find((one) => one.key === key)!
  return { from: node(from), to: node(to) }
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `from` and `to` keep those that ended between these days; what is running is always told. */
function figureOf(
  { definition }: Register,
  span: Span,
  pairs: readonly Pair[],
  clock: Clock,
  { from, to, limit }: { from?: string | undefined; to?: string | undefined; limit: number },
) {
  const told = pairs.map((pair) => {
    const atMost = pair.limit ?? span.atMost
    return { ...pair, atMost, ...timeBetween({ ...pair, atMost }, span.calendar, clock) }
  })
  const ended = told.filter((one) => one.to !== null && one.to >= (from ?? '') && one.to <= (to ?? '9'))
  const running = told.filter((one) => one.to === null)
  const fastest = ended.toSorted((a, b) => a.days! - b.days! || (a.entry < b.entry ? -1 : 1))
  const soonest = running.toSorted((a, b) => before(a.dueOn ?? '9', b.dueOn ?? '9') || before(a.from, b.from))
  const aimed = ended.filter(({ atMost }) => atMost !== null)
  const { key, name, calendar, basis } = span
  const line = ({ entry, title, from: began, to: until, days, dueOn, late, atMost }: (typeof told)[number]) => ({
    ...{ entry, title, from: began, to: until, days, dueOn, late, atMost },
  })
  return {
    ...{ key, name, calendar, basis, atMost: span.atMost, limit: span.limit, register: definition.code },
    measured: ended.length,
    medianDays: medianOf(ended.map(({ days }) => days!)),
    aimed: aimed.length,
    kept: aimed.filter(({ late }) => !late).length,
    running: running.length,
    runningLate: running.filter(({ late }) => late).length,
    fastest: fastest.slice(0, limit).map(line),
    next: soonest.slice(0, limit).map(line),
  }
}
