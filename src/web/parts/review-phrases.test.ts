// Notation: a period as from/to against its name in both languages; a proposal's parts as name=value, ! for what is missing.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Proposal, Wording } from '#domain/proposal.ts'
import { passagesOf } from '#reading/marks.ts'
import { readStatements } from '#reading/read.ts'
import type { Statement } from '#reading/statement.ts'
import { absentParts, missing, partLines, periodPhrase, reasonPhrase } from '#web/parts/review-phrases.ts'
import { en } from '#web/words/en.ts'
import { zh } from '#web/words/zh.ts'

test.each([
  ['2024-01-01/2024-12-31', '2024年', '2024'],
  ['2021-01-01/2025-12-31', '2021—2025年', '2021 to 2025'],
  ['2024-07-01/2024-12-31', '2024年下半年', 'Second half of 2024'],
  ['2024-04-01/2024-06-30', '2024年二季度', 'Q2 2024'],
  ['2024-02-01/2024-02-29', '2024年2月', '2024-02'],
  ['2024-01-01/2024-02-29', '2024年1—2月', '2024, months 1 to 2'],
  ['2024-04-13/2024-06-30', '2024-04-13 至 2024-06-30', '2024-04-13 to 2024-06-30'],
  ['2024-04-13/2024-04-13', '2024-04-13', '2024-04-13'],
])('%s is %s, %s', (period, chinese, english) => {
  const [from, to] = period.split('/') as [string, string]
  expect(periodPhrase({ from, to }, zh.review.periods)).toBe(chinese)
  expect(periodPhrase({ from, to }, en.review.periods)).toBe(english)
})

function proposal(change: Partial<Wording>, read: Partial<Statement> = {}): Proposal {
  const nothing = { value: null, value2: null, unit: null, op: null, measure: null, period: null }
  const wording = { title: '事项', kind: 'task', ...nothing, dueOn: null, strength: 'none', ...change }
  const unsaid = {
    owner: null,
    indicator: null,
    verb: null,
    object: null,
    members: [],
    owners: [],
    decision: null,
    parts: {},
  }
  const { dueOn: deadline, ...same } = wording
  return { statement: { ...same, deadline, ...unsaid, ...read }, wording, state: 'proposed' } as unknown as Proposal
}

function drawn(of: Proposal): string {
  return partLines(of, zh, 'zh')
    .map(({ name, value, needed, corrected }) => `${name}=${needed ? '!' : value}${corrected ? '*' : ''}`)
    .join(' ')
}

test('a task without deadline and owner asks for both, a fact for neither', () => {
  expect(drawn(proposal({}))).toBe('deadline=! owner=!')
  expect(missing(proposal({}))).toEqual(['deadline', 'owner'])
  expect(missing(proposal({ dueOn: '2024-12-31' }, { owner: '科技局' }))).toEqual([])
  expect(missing(proposal({ kind: 'fact' }))).toEqual([])
  expect(drawn({ ...proposal({}), state: 'adopted' })).toBe('')
})

test('a target shows its bound and amount, and what was corrected', () => {
  const read = { value: 100, owner: '科技局' }
  const target = proposal({ kind: 'target', value: 120, unit: '家', op: 'ge', dueOn: '2024-12-31' }, read)
  expect(drawn(target)).toBe('value=120家以上* deadline=2024-12-31 owner=科技局')
})

test('members are shown by group', () => {
  const members = [
    { group: '柳镇', names: ['东村', '西村'] },
    { group: null, names: ['南村'] },
  ]
  expect(drawn(proposal({ kind: 'roster' }, { members }))).toBe('members=柳镇：东村、西村；南村')
})

test.each([
  ['order', '要求句'],
  ['ge', '不低于'],
  ['target: 力争', '判为目标：力争'],
  ['全覆盖; fact: section-past', '全覆盖；判为事实：总结段落'],
  ['some-new-rule', 'some-new-rule'],
])('the reason %s is %s', (reason, phrase) => {
  expect(reasonPhrase(reason, zh)).toBe(phrase)
})

test.each([
  [proposal({}), 'verb object period strength'],
  [
    proposal({ kind: 'target', value: 1, dueOn: '2024-12-31' }, { owner: '科技局' }),
    'indicator measure period strength',
  ],
  [proposal({ kind: 'fact', value: 1, measure: 'level' }), 'indicator period'],
  [proposal({ kind: 'roster' }), 'members'],
])('what the text does not say is told as absent %#', (one, absent) => {
  expect(absentParts(one.wording.kind, partLines(one, zh, 'zh')).join(' ')).toBe(absent)
})

// Rules have English names with hyphens; cue words of the text are Chinese and stand for themselves.
test.each([zh, en])('every rule that reads the corpus has its words %#', ({ review, nouns }) => {
  const corpus = readdirSync('corpus').filter((name) => name.endsWith('.txt'))
  const rules = corpus
    .flatMap((name) => passagesOf(readFileSync(`corpus/${name}`, 'utf8')))
    .flatMap(({ text, date }) => readStatements(text, { date }))
    .flatMap(({ parts }) => Object.values(parts).flatMap((part) => part!.reason.split('; ')))
    .map((piece) => piece.replace(/^\w+: /, ''))
    .filter((piece) => /^[a-z]+([-_][a-z]+)*$/.test(piece))
  const known = { ...nouns.comparators, ...nouns.measures, ...review.reasons }
  expect([...new Set(rules)].filter((rule) => !(rule in known))).toEqual([])
})
