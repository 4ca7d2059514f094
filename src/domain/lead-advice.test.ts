// Advice in one line: the owner in the text (- none, ~ only carried on), then who led the like before, => what is advised and why.

import { expect, test } from 'vitest'
import { adviseLead, adviseSupporting, unitNamed } from '#domain/lead-advice.ts'
import type { Unit } from '#domain/zone.ts'

const units = ['科技局', '财政局', '经发局'].map((name) => ({ id: name, name: `云溪${name}`, shortName: name }) as Unit)

test.each([
  '- : => ',
  '- : 科技局 => 科技局 1/1',
  '- : 财政局 科技局 科技局 => 科技局 2/3, 财政局 1/3',
  '财政局 : 科技局 科技局 => 财政局 stated',
  '云溪财政局 : 科技局 => 财政局 stated',
  '各单位 : 科技局 => 科技局 1/1',
  '~财政局 : 科技局 科技局 => 财政局 implied, 科技局 2/2',
  '~财政局 : 财政局 科技局 => 财政局 implied, 科技局 1/2',
  '环保局 : => ',
])('%s', (line) => {
  const [owner, led, expected] = line.split(/ : ?| ?=> /) as [string, string, string]
  const precedents = led
    .split(' ')
    .filter(Boolean)
    .map((lead, i) => ({ lead, number: `001-00${i + 1}`, document: 'd', ordinal: i + 1 }))
  const certainty = owner.startsWith('~') ? ('implied' as const) : ('stated' as const)
  const name = owner === '-' ? null : owner.replace('~', '')
  const parts = { owner: { certainty, span: null, reason: '' } }
  const advice = adviseLead({ owner: name, parts }, units, precedents)
  const told = advice.map((one) => `${one.unit} ${one.why === 'history' ? `${one.count}/${one.of}` : one.why}`)
  expect(told.join(', ')).toBe(expected)
})

const named = [
  { id: 'u1', name: '科技创新局', shortName: '科技局' },
  { id: 'u2', name: '财政金融局', shortName: '财政局' },
  { id: 'u3', name: '镇财政所', shortName: '财政局' },
] as Unit[]

test.each([
  ['科技创新局', 'u1'],
  ['科技局', 'u1'],
  ['科技', null],
  ['财政局', null],
  [null, null],
])('the owner %s is the unit %s', (owner, id) => {
  expect(unitNamed(owner, named)?.id ?? null).toBe(id)
})

// Bodies in the text with their roles, => who is advised to lead, then who to help.
test.each([
  'lead 科技局, supporting 财政局 => 科技局 + 财政局',
  'lead 科技局, responsible 财政局, supporting 各街道 => 科技局 + 财政局',
  'responsible 经发局, responsible 科技局 => 经发局 + 科技局',
  'supporting 财政局 =>  + 财政局',
  'lead 科技局, lead 财政局 => 科技局 财政局 + ',
])('%s', (line) => {
  const [said, expected] = line.split(' => ') as [string, string]
  const owners = said.split(', ').map((one) => {
    const [role, name] = one.split(' ') as ['lead' | 'responsible' | 'supporting', string]
    return { role, name, start: 0, end: 3, certainty: 'stated' as const, reason: '' }
  })
  const statement = { owner: null, owners, parts: {} }
  const unitsOf = (advice: { unit: string }[]) => advice.map(({ unit }) => unit).join(' ')
  const told = [adviseLead(statement, units, []), adviseSupporting(statement, units)].map(unitsOf).join(' + ')
  expect(told).toBe(expected)
})
