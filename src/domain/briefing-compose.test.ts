// The month's briefing, one commitment a line: number, lead unit, start..due, then what happened on which day of 2026.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BriefingContents, type Tally } from '#domain/briefing.ts'
import { composeBriefing } from '#domain/briefing-compose.ts'
import { Commitment, type CommitmentEvent, evolveCommitment } from '#domain/commitment.ts'
import type { Lit } from '#domain/light.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const seal = { sha256: 'a'.repeat(64), by: id(900), on: '2026-01-01' }
const units = ['甲局', '乙局', '丙局'].map((name, place) => {
  const kind = 'department' as const
  return {
    id: id(800 + place),
    version: 1,
    name,
    shortName: name,
    kind,
    parent: place ? id(800) : null,
    line: null,
    place,
  }
})
const zone = { id: id(1), version: 1, name: '云溪高新区', sample: true, lightRule: 'ab', defaultProof: [] }
const post = { id: id(700), version: 1, name: '甲局局长', unit: id(800), roles: ['unit-head' as const] }
const person = { id: id(600), version: 1, name: '周明', username: 'zhouming', posts: [id(700)], active: true }
const wording = {
  title: '新增高企',
  kind: 'target',
  value: 100,
  value2: null,
  unit: '家',
  op: 'ge',
  measure: 'increase',
  period: null,
  dueOn: null,
  strength: 'must',
} as const
const context = { before: '', after: '' }

/** `3 甲 02-01..03-20 report 03-10 40%, extend 03-18 04-20 材料未到, close 03-28`; `-` stands for no unit or no due day. */
function commitment(line: string): Commitment {
  const [, number, unit, start, due, rest] = /^(\S+) (\S) (\S+)\.\.(\S+) ?(.*)$/.exec(line)!
  const lead = unit === '-' ? null : units.find(({ name }) => name.startsWith(unit!))!.id
  const day = (text: string) => (text === '-' ? null : `2026-${text}`)
  const on = day(start!)!
  const duty = { lead, supporting: [], post: id(700), leader: null, startOn: on, dueOn: day(due!), proof: ['证书'] }
  const mention = { document: id(2), proposal: id(3), start: 0, end: 4, quote: '新增高企', context, wording, on }
  const adopted = { kind: 'adopted', number: number!, wording, mention, duty } as unknown as CommitmentEvent
  const steps = rest ? rest.split(', ').flatMap((step, place) => events(step, `${number}${place}`)) : []
  const fresh = { id: id(Number(number)), version: 0 as const }
  return [adopted, ...steps].reduce<Commitment>(evolveCommitment, fresh as unknown as Commitment)
}

function events(step: string, key: string): CommitmentEvent[] {
  const [verb, day, third, words = '原因'] = step.split(' ') as [string, string, string, string?]
  const on = `2026-${day}`
  const by = id(600)
  switch (verb) {
    case 'broken':
      return [{ kind: 'broken-down', children: [id(5)] }]
    case 'declined':
      return [{ kind: 'dispatched' }, { kind: 'declined', reason: words }]
    case 'close':
      return [{ kind: 'closed', on, by, seal }]
    case 'cancel':
      return [{ kind: 'cancelled', on, by, reason: '合并' }]
    case 'reopen':
      return [{ kind: 'reopened', reason: '不实' }]
    case 'ask':
    case 'extend': {
      const extension = {
        id: id(Number(key)),
        from: '2026-03-20',
        to: `2026-${third}`,
        reason: words,
        by,
        on,
        remark: null,
      }
      const asked: CommitmentEvent = { kind: 'extension-asked', extension: { ...extension, state: 'asked' } }
      return verb === 'ask' ? [asked] : [asked, { kind: 'extension-granted', extension: id(Number(key)), remark: null }]
    }
    case 'report':
    case 'filed':
    case 'returned': {
      const percent = Number.parseInt(third, 10)
      const filed = {
        id: id(Number(key)),
        on,
        percent,
        value: null,
        text: `到${third}`,
        evidence: [],
        by,
        unit: id(800),
      }
      const reported: CommitmentEvent = {
        kind: 'reported',
        report: { ...filed, state: 'awaiting', remark: null, seal: null },
      }
      if (verb === 'filed') return [reported]
      const report = id(Number(key))
      if (verb === 'returned') return [reported, { kind: 'report-returned', report, remark: words }]
      return [reported, { kind: 'report-accepted', report, remark: null, seal }]
    }
    default:
      throw new Error(`unknown step ${step}`)
  }
}

function lit({ duty, closure }: Commitment, today: string): Lit {
  const red = closure === 'open' && duty.dueOn !== null && duty.dueOn < today
  return {
    light: red ? 'red' : 'green',
    row: red ? 'overdue' : 'on-pace',
    gapPoints: 0,
    pacePercent: 0,
    workdaysLeft: 0,
  }
}

function compose(commitments: Commitment[], today = '2026-04-03'): BriefingContents {
  const directory = { zone, units, posts: [post], people: [person] }
  const asOf = `${today}T01:00:00.000Z`
  return composeBriefing({ ...directory, commitments, month: '2026-03', asOf, today, lit: (c) => lit(c, today) })
}

/** Where one commitment lands: the lists and figures that hold it. */
function places(line: string, today?: string): string {
  const { overall, unfinished, next, toCoordinate } = compose([commitment(line)], today)
  const figures = (['completed', 'underWay', 'notStarted', 'overdue'] as const).filter((key) => overall[key].count > 0)
  const lists = Object.entries({ unfinished, next, toCoordinate }).filter(([, list]) => list.length > 0)
  return [overall.planned.count ? 'planned' : 'not planned', ...figures, ...lists.map(([name]) => name)].join(', ')
}

test.each([
  ['1 甲 02-01..03-20', 'planned, notStarted, overdue, unfinished, next, toCoordinate'],
  ['1 甲 02-01..03-20 report 03-10 40%', 'planned, underWay, overdue, unfinished, next, toCoordinate'],
  ['1 甲 02-01..03-20 filed 03-10 40%', 'planned, notStarted, overdue, unfinished, next, toCoordinate'],
  ['1 甲 02-01..03-20 returned 03-10 40% 缺证书', 'planned, notStarted, overdue, unfinished, next, toCoordinate'],
  ['1 甲 02-01..03-20 report 03-19 100%', 'planned, completed'],
  ['1 甲 02-01..03-20 report 03-31 100%, close 04-02', 'planned, completed'],
  ['1 甲 02-01..03-20 report 03-10 60%, report 04-01 100%', 'planned, underWay, overdue, unfinished'],
  ['1 甲 02-01..03-20 report 02-20 100%', 'not planned'],
  ['1 甲 02-01..02-20 report 03-05 100%', 'planned, completed'],
  ['1 甲 02-01..02-20 report 02-25 100%, close 03-05', 'not planned'],
  ['1 甲 02-01..02-20 report 02-25 100%, reopen 03-05', 'planned, underWay, overdue, unfinished, next, toCoordinate'],
  ['1 甲 02-01..02-20', 'planned, notStarted, overdue, unfinished, next, toCoordinate'],
  ['1 甲 03-05..03-31', 'planned, notStarted, overdue, unfinished, next, toCoordinate'],
  ['1 甲 04-01..03-31', 'not planned, next, toCoordinate'],
  ['1 甲 02-01..04-30', 'not planned, next'],
  ['1 甲 02-01..05-01', 'not planned'],
  ['1 甲 02-01..-', 'not planned'],
  ['1 甲 02-01..- declined 03-01 - 非本单位职责', 'not planned, toCoordinate'],
  ['1 甲 02-01..03-20 broken', 'not planned'],
  ['1 甲 02-01..03-20 cancel 03-10', 'not planned'],
  ['1 甲 02-01..03-20 cancel 04-01', 'planned, notStarted, overdue, unfinished'],
  ['1 甲 02-01..03-20 extend 03-18 04-20 材料未到', 'planned, notStarted, unfinished, next'],
  ['1 甲 02-01..03-20 extend 03-18 06-20 材料未到', 'planned, notStarted, unfinished'],
  ['1 甲 02-01..03-20 extend 02-18 04-20 材料未到', 'not planned, next'],
  ['1 甲 02-01..06-20 ask 03-18 07-20 材料未到', 'not planned, toCoordinate'],
])('as known on 3 April: %s → %s', (line, where) => {
  expect(places(line)).toBe(where)
})

test.each([
  ['1 甲 02-01..03-20', 'planned, notStarted, unfinished'],
  ['1 甲 02-01..02-20', 'planned, notStarted, overdue, unfinished, next, toCoordinate'],
  ['1 甲 02-01..04-20', 'not planned, next'],
])('as known on 10 March: %s → %s', (line, where) => {
  expect(places(line, '2026-03-10')).toBe(where)
})

test.each([
  ['1 甲 02-01..03-20 report 03-10 40%', '到40%'],
  ['1 甲 02-01..03-20 report 03-10 40%, returned 03-15 60% 缺证书', '缺证书'],
  ['1 甲 02-01..03-20 report 03-10 40%, extend 03-18 04-20 材料未到', '材料未到 → 2026-04-20'],
  ['1 甲 02-01..03-20 extend 03-08 04-20 材料未到, report 03-10 40%', '到40% → 2026-04-20'],
  ['1 甲 02-01..03-20', null],
])('%s is unfinished because: %s', (line, why) => {
  const [unfinished] = compose([commitment(line)]).unfinished
  const { reason, newDueOn, dueOn } = unfinished!
  expect(dueOn).toBe('2026-03-20')
  expect(newDueOn ? `${reason} → ${newDueOn}` : reason).toBe(why)
})

test('lines follow the tree, those without a lead unit come last', () => {
  const lines = ['1 - 02-01..03-20', '2 丙 02-01..03-20', '3 甲 02-01..03-20 report 03-01 100%', '10 丙 02-01..03-20']
  const contents = compose(lines.map(commitment))
  expect(contents.lines.map((line) => `${line.name} ${line.tally.completionPercent}`)).toEqual([
    '甲局 100',
    '丙局 0',
    ' 0',
  ])
  expect(contents.unfinished.map((line) => line.number)).toEqual(['1', '2', '10'])
  expect(contents.completed[0]).toMatchObject({ lead: '甲局', post: '甲局局长 周明', percent: 100 })
  expect(contents.overall.completionPercent).toBe(25)
})

test('the rate is 100 only when nothing is missing', () => {
  const done = Array.from({ length: 299 }, (_, n) => commitment(`${n + 1} 甲 02-01..03-20 report 03-01 100%`))
  expect(compose([...done, commitment('400 甲 02-01..03-20')]).overall.completionPercent).toBe(99)
  expect(compose(done).overall.completionPercent).toBe(100)
})

const months = fc.constantFrom('01', '02', '03', '04', '05')
const day = fc
  .tuple(months, fc.integer({ min: 1, max: 28 }))
  .map(([month, n]) => `${month}-${String(n).padStart(2, '0')}`)
const step = fc.oneof(
  fc
    .tuple(fc.constantFrom('report', 'filed'), day, fc.constantFrom('0%', '40%', '100%'))
    .map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('close', 'cancel', 'reopen', 'broken'), day).map((parts) => parts.join(' ')),
  fc.tuple(fc.constantFrom('ask', 'extend'), day, day).map((parts) => parts.join(' ')),
)
const lead = fc.constantFrom('甲', '乙', '丙', '-')
const item = fc
  .tuple(lead, day, fc.oneof(day, fc.constant('-')), fc.array(step, { maxLength: 4 }))
  .map(([unit, start, due, steps]) => `${unit} ${start}..${due} ${steps.join(', ')}`)
const today = fc.constantFrom('2026-02-10', '2026-03-01', '2026-03-15', '2026-03-31', '2026-04-03', '2026-06-01')

test('the figures add up, overall and by line, and agree with the lists', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), today, (items, now) => {
      const commitments = items.map((words, n) => commitment(`${n + 1} ${words}`))
      const contents = BriefingContents.parse(compose(commitments, now))
      const { overall, lines, completed, unfinished } = contents
      for (const tally of [overall, ...lines.map((line) => line.tally)]) addsUp(tally)
      for (const key of ['planned', 'completed', 'underWay', 'notStarted', 'overdue'] as const) {
        const byLine = lines.flatMap((line) => line.tally[key].of)
        expect(byLine.toSorted()).toEqual(overall[key].of.toSorted())
      }
      expect(completed.map((line) => line.id).toSorted()).toEqual(overall.completed.of.toSorted())
      expect(unfinished.length).toBe(overall.planned.count - overall.completed.count)
    }),
  )
})

function addsUp({ planned, completed, underWay, notStarted, overdue }: Tally) {
  for (const figure of [planned, completed, underWay, notStarted, overdue]) expect(figure.of.length).toBe(figure.count)
  const parts = [...completed.of, ...underWay.of, ...notStarted.of]
  expect(parts.toSorted()).toEqual(planned.of.toSorted())
  expect(new Set(parts).size).toBe(parts.length)
  for (const id of overdue.of) expect(completed.of).not.toContain(id)
}

test('notation: a commitment of these tests is a commitment of the schema', () => {
  expect(
    Commitment.safeParse(commitment('1 甲 02-01..03-20 report 03-10 100%, close 03-28')).error?.issues ?? [],
  ).toEqual([])
})
