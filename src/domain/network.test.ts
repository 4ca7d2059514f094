// A network in one line: `a 3, b 2d after a, c 1 pre 4 after a b` — days of each node (d: every day counts, else working
// days), what it waits for; `pre 4 of a+b`: reviewed in advance in 4 working days once a and b are, and the first number
// is then what is left after that; `told`: it begins only when somebody says so; `?`: nobody knows the days. Facts: `a=03-02` done, `b~03-03` reviewed, `c>03-01`
// begun. The outcome of each open node: its forecast, its slack, `*` where it drives the target, `+` where it is "at least".

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Calendar } from '#base/calendar.ts'
import { addDays } from '#base/day.ts'
import { type Activity, backwards, between, drivingOf, ends, forwards, starts } from '#domain/activity.ts'
import {
  layBackwards,
  layForwards,
  type NodeFacts,
  neededStart,
  networkOfLadder,
  reckonNetwork,
} from '#domain/network.ts'
import { networkFaults } from '#domain/network-faults.ts'
import { reachedDays, type Told } from '#domain/reached.ts'
import { Ladder, Network } from '#domain/register.ts'

const cn = JSON.parse(readFileSync('presets/calendars/cn.json', 'utf8')) as Calendar
const day = (short: string) => `2026-${short}`

function networkOf(text: string) {
  const nodes = text.split(', ').map((part) => {
    const [, key, told, , days, d, , pre, of, after] =
      /^(\w+)( told)?( (\?|\d+)(d)?)?( pre (\?|\d+)(?: of ([\w+]+))?)?(?: after (.+))?$/.exec(part)!
    const number = (word: string | undefined) => (word === undefined || word === '?' ? null : Number(word))
    return {
      ...{ key: key!, name: key!, ladder: key!, rung: 'done', begins: told ? 'begun' : null },
      takes: pre === undefined ? number(days) : number(pre),
      calendar: d ? ('days' as const) : ('workdays' as const),
      after: after?.split(' ') ?? [],
      preReview: pre === undefined ? null : { rung: 'reviewed', takes: number(days), after: of?.split('+') ?? [] },
    }
  })
  return Network.parse({ key: 'n', name: 'n', nodes, target: nodes.at(-1)!.key })
}

function factsOf(text: string): Map<string, NodeFacts> {
  const facts = new Map<string, NodeFacts>()
  for (const word of text.split(' ').filter(Boolean)) {
    const [, key, mark, on] = /^(\w+)([=~>])(.+)$/.exec(word)! as unknown as [string, string, string, string]
    const known = facts.get(key) ?? { begunOn: null, reviewedOn: null, reached: null }
    if (mark === '=') known.reached = { on: day(on), passedOver: false }
    else if (mark === '~') known.reviewedOn = day(on)
    else known.begunOn = day(on)
    facts.set(key, known)
  }
  return facts
}

function told(network: string, facts: string, today: string): string {
  const nodes = reckonNetwork(networkOf(network), factsOf(facts), {}, day(today), cn)
  return nodes
    .filter(({ doneOn }) => doneOn === null)
    .map(({ key, forecastOn, slack, critical, atLeast }) =>
      [`${key}${critical ? '*' : ''} ${forecastOn!.slice(5)}${atLeast ? '+' : ''}`, slack ?? '-'].join(' '),
    )
    .join(', ')
}

test.each([
  // 2 March 2026 is a Monday.
  ['one after the other', 'a 3, b 2 after a', '', '03-02', 'a* 03-05 0, b* 03-09 0'],
  ['the shorter branch has room', 'a 5, b 2, c 1 after a b', '', '03-02', 'a* 03-09 0, b 03-04 3, c* 03-10 0'],
  ['days that all count', 'a 5d, b 1 after a', '', '03-02', 'a* 03-07 1, b* 03-09 0'],
  ['what is done is not open', 'a 3, b 2 after a', 'a=03-03', '03-04', 'b* 03-05 0'],
  ['what is late ends today at the earliest', 'a 3, b 2 after a', '', '03-02', 'a* 03-05 0, b* 03-09 0'],
  ['an end never lies before today', 'a 3, b 2 after a', 'a=03-03', '03-20', 'b* 03-20 0'],
  ['told work has not begun yet', 'a 3, b told 2 after a', 'a=03-03', '03-20', 'b* 03-24 0'],
  ['told work has begun', 'a 3, b told 2 after a', 'a=03-03 b>03-19', '03-20', 'b* 03-23 0'],
  ['days that nobody knows', 'a ?, b 2 after a', '', '03-02', 'a* 03-02+ 0, b* 03-04+ 0'],
  [
    'what leads elsewhere has no slack',
    'a 1, b 9 after a, c 2 after a',
    '',
    '03-02',
    'a* 03-03 0, b 03-16 -, c* 03-05 0',
  ],
  ['a review runs before the land is there', 'land 10, p 0 pre 6 after land', '', '03-02', 'land* 03-16 0, p* 03-16 0'],
  ['a review that is late decides', 'land 2, p 1 pre 6 after land', '', '03-02', 'land 03-04 4, p* 03-11 0'],
  [
    'a review that passed leaves what is left',
    'land 2, p 1 pre 6 after land',
    'p~03-02',
    '03-02',
    'land* 03-04 0, p* 03-05 0',
  ],
  [
    'a review waits for a review',
    'land 1, s 0 pre 3 after land, p 0 pre 4 of s after land s',
    '',
    '03-02',
    'land 03-03 6, s* 03-05 0, p* 03-11 0',
  ],
])('%s', (_, network, facts, today, outcome) => expect(told(network, facts, today)).toBe(outcome))

test('倒排: the last days that keep the target, and the day on which work would have had to start', () => {
  const network = networkOf('land 10, s 0 pre 3 after land, p 0 pre 4 of s after land s')
  const laid = layBackwards(network, new Map(), {}, day('04-01'), cn)
  expect(laid.map(({ node, on, reviewOn }) => `${node} ${on.slice(5)} ${reviewOn?.slice(5) ?? '-'}`)).toEqual([
    'land 04-01 -',
    's 04-01 03-26',
    'p 04-01 04-01',
  ])
  expect(neededStart(network, new Map(), {}, day('04-01'), cn)).toBe(day('03-18'))
  expect(neededStart(network, factsOf('land=03-02 s~03-02 p~03-03'), {}, day('04-01'), cn)).toBe(day('04-01'))
})

test('正排 from a day, with days that one plan sets for itself', () => {
  const laid = layForwards(networkOf('a 3, b ? after a'), new Map(), { b: 2 }, day('03-02'), cn)
  expect(laid.map(({ on }) => on)).toEqual([day('03-05'), day('03-09')])
})

test.each([
  ['a 1 after b, b 1 after a', 'circular networks.n.a'],
  ['a 1, b 0 pre 2 of c after a, c 0 pre 1 of b after a', 'circular networks.n.b'],
  ['a 1 after x', 'leads-nowhere networks.n.x'],
  ['a 1, a 2', 'twice networks.n.a'],
  ['a 1, b 2 after a', undefined],
])('faults of %s: %s', (text, fault) => {
  const network = networkOf(text)
  const ladders = network.nodes.map(({ ladder }) =>
    Ladder.parse({
      ...{ key: ladder, name: ladder },
      rungs: ['begun', 'reviewed', 'done'].map((key) => ({ key, name: key })),
    }),
  )
  const [first] = networkFaults({ ladders, fields: [] }, network)
  expect(first && `${first.why} ${first.at}`).toBe(fault)
})

test('a node goes up its ladder, and its rungs are there', () => {
  const ladders = [
    Ladder.parse({ key: 'a', name: 'a', rungs: ['done', 'reviewed'].map((key) => ({ key, name: key })) }),
  ]
  const faults = (text: string) => networkFaults({ ladders, fields: [] }, networkOf(text)).map(({ why }) => why)
  expect(faults('a 0 pre 2')).toEqual(['wrong-type'])
  expect(faults('a told 2')).toEqual(['leads-nowhere'])
  expect(faults('b 2')).toEqual(['leads-nowhere'])
})

test('a ladder is a network: a rung comes after the usual stay on the one below', () => {
  const ladder = Ladder.parse({
    ...{ key: 'main', name: '推进' },
    rungs: [
      { key: 'clue', name: '线索', usualDays: 10 },
      { key: 'talks', name: '在谈' },
      { key: 'old', name: '旧', retired: true },
      { key: 'signed', name: '签约' },
    ],
  })
  const { nodes, target } = networkOfLadder(ladder)
  expect(nodes.map(({ key, takes, after }) => `${key} ${takes} ${after}`)).toEqual([
    'clue 0 ',
    'talks 10 clue',
    'signed null talks',
  ])
  expect(target).toBe('signed')
})

/** Steps in one line: `b 01, c 05, back a 07`. */
function reached(steps: string): string {
  const ladder = {
    key: 'l',
    rungs: Ladder.parse({ key: 'l', name: 'l', rungs: 'abcd'.split('').map((key) => ({ key, name: key })) }).rungs,
  }
  const climbs = steps.split(', ').map((step): Told => {
    const [, struck, kind, to, on] = /^(struck )?(back |left )?(\w)? ?(\d\d)$/.exec(step)!
    const by = '00000000-0000-4000-8000-000000000000'
    return {
      ...{ ladder: 'l', on: `2026-01-${on}`, to: kind === 'left ' ? null : to! },
      kind: kind === 'back ' ? 'back' : kind === 'left ' ? 'left' : 'climbed',
      struck: struck ? { on: '2026-01-31', by, reason: 'x' } : null,
    }
  })
  return [...reachedDays(ladder, climbs)]
    .map(([key, { on, passedOver }]) => `${key}${passedOver ? '?' : ''}${on.slice(8)}`)
    .join(' ')
}

test.each([
  ['a 01, b 03', 'a01 b03'],
  ['a 01, c 05', 'a01 b?05 c05'],
  ['a 01, c 05, back b 07', 'a01 b?05'],
  ['a 01, c 05, back b 07, c 09', 'a01 b?05 c09'],
  ['a 01, b 03, struck c 04, left 05', 'a01 b03'],
])('steps %s: %s', (steps, days) => expect(reached(steps)).toBe(days))

test('the network of docs/plans.md: with the review passed the permit is there on the day of the land title', () => {
  const text = /```json\n([\s\S]+?)```/.exec(readFileSync('docs/plans.md', 'utf8'))![1]!
  const network = Network.parse(JSON.parse(text))
  const last = (facts: string) => reckonNetwork(network, factsOf(facts), {}, day('03-02'), cn).at(-1)!
  expect(last('')).toMatchObject({ forecastOn: day('03-23'), reviewForecastOn: day('03-23'), slack: 0 })
  expect(last('permit~03-02 handed=03-02')).toMatchObject({ forecastOn: day('03-05'), waitsFor: ['title'] })
})

// Networks at random: each node waits for some of those before it.
const activities = (calendar: 'workdays' | 'days' | 'mixed'): fc.Arbitrary<Activity[]> =>
  fc
    .array(
      fc.record({
        takes: fc.integer({ min: 0, max: 30 }),
        waits: fc.array(fc.nat(), { maxLength: 3 }),
        days: fc.boolean(),
        done: fc.option(fc.integer({ min: -40, max: 0 }), { freq: 4 }),
        told: fc.boolean(),
        begun: fc.option(fc.integer({ min: -40, max: 0 })),
      }),
      { minLength: 1, maxLength: 9 },
    )
    .map((parts) =>
      parts.map(({ takes, waits, days, done, told: isTold, begun }, i): Activity => {
        const doneOn = done === null ? null : addDays(today, done)
        return {
          ...{ key: `n${i}`, takes, doneOn, begunOn: begun === null ? null : addDays(today, begun) },
          after: i === 0 ? [] : [...new Set(waits.map((wait) => `n${wait % i}`))],
          begins: isTold ? 'told' : 'at-once',
          calendar: calendar === 'mixed' ? (days ? 'days' : 'workdays') : calendar,
        }
      }),
    )

const today = '2026-02-11' // before the Spring Festival
const targetOf = (all: readonly Activity[]) => all.at(-1)!

test('what is open is never forecast before today, and not before what it waits for', () => {
  fc.assert(
    fc.property(activities('mixed'), (all) => {
      const timings = forwards(all, today, cn)
      for (const { key, doneOn, after } of all) {
        if (doneOn !== null) continue
        expect(timings.get(key)!.endsOn >= today).toBe(true)
        for (const one of after) expect(timings.get(key)!.endsOn >= timings.get(one)!.endsOn).toBe(true)
      }
    }),
  )
})

test('the forecast is the longest way, walked from every beginning', () => {
  const longest = (all: readonly Activity[], key: string): string => {
    const { takes, calendar, after, doneOn, begunOn, begins } = all.find((one) => one.key === key)!
    if (doneOn !== null) return doneOn
    const ready = after.map((one) => longest(all, one))
    const floor = begunOn ?? (begins === 'told' || ready.length === 0 ? today : '')
    const from = [floor, ...ready].toSorted().at(-1)!
    return [today, ends(cn, calendar, from, takes!)].toSorted().at(-1)!
  }
  fc.assert(
    fc.property(activities('mixed'), (all) => {
      const timings = forwards(all, today, cn)
      for (const { key } of all) expect(timings.get(key)!.endsOn).toBe(longest(all, key))
    }),
  )
})

const slackOf = (all: readonly Activity[], key: string): number | null => {
  const target = targetOf(all)
  const timings = forwards(all, today, cn)
  const limit = backwards(all, target.key, timings.get(target.key)!.endsOn, cn).get(key)
  const { calendar } = all.find((one) => one.key === key)!
  return limit === undefined ? null : between(cn, calendar, timings.get(key)!.endsOn, limit)
}

test.each(['workdays', 'days'] as const)('what drives the target has no slack (%s)', (calendar) => {
  fc.assert(
    fc.property(activities(calendar), (all) => {
      const target = targetOf(all)
      if (target.doneOn !== null) return
      const driving = drivingOf(all, forwards(all, today, cn), target.key)
      expect(driving.has(target.key)).toBe(true)
      for (const key of driving) expect(slackOf(all, key)).toBe(0)
    }),
  )
})

test('what moves within its slack moves nothing; a day more moves the target', () => {
  fc.assert(
    fc.property(activities('mixed'), fc.nat(), (all, pick) => {
      const target = targetOf(all)
      const open = all.filter(({ key, doneOn }) => doneOn === null && slackOf(all, key) !== null)
      const chosen = open[pick % Math.max(open.length, 1)]
      if (!chosen || target.doneOn !== null) return
      const before = forwards(all, today, cn)
      const slack = slackOf(all, chosen.key)!
      const { startsOn, endsOn } = before.get(chosen.key)!
      // Where its end is today because it is overdue, it has first to come up to today.
      const own = between(cn, chosen.calendar, startsOn, endsOn)
      const moved = (by: number) => {
        const later = all.map((one) => (one.key === chosen.key ? { ...one, takes: own + by } : one))
        return forwards(later, today, cn).get(target.key)!.endsOn
      }
      const was = before.get(target.key)!.endsOn
      expect(slack).toBeGreaterThanOrEqual(0)
      expect(moved(slack)).toBe(was)
      expect(moved(slack + 1) > was).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('the last day to start is the last from which the work ends in time', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-06-01', n))
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 60 }), fc.constantFrom('workdays', 'days'), (end, count, by) => {
      const start = starts(cn, by, end, count)
      expect(ends(cn, by, start, count) <= end).toBe(true)
      expect(ends(cn, by, addDays(start, 1), count) > end).toBe(true)
    }),
  )
})
