// The sample registers: every shipped definition is taken up, every sample entry is one its own register accepts, with all
// its steps; opened again nothing is added twice; in a zone of one's own nothing of it appears.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import type { OutputOf } from '#contract/contract.ts'
import { type Definition, fieldOf, type Link, ladderOf, rungOf } from '#domain/register.ts'
import { astrayOf } from '#domain/rollup.ts'
import { type Call, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let office: Call
let filled: OutputOf<'openSampleRegisters'>

beforeAll(async () => {
  zone = await openTestZone('2026-11-20')
  office = await zone.as('fangning')
  filled = await office('openSampleRegisters', {})
})
afterAll(() => zone.close())

test('each shipped register is there with its sample entries, and all their steps', async () => {
  const { registers: shipped, sampleEntries } = zone.system.presets
  const steps = sampleEntries.flatMap(({ entries }) => entries.flatMap((entry) => entry.steps))
  const entries = sampleEntries.flatMap((sample) => sample.entries)
  expect(filled).toEqual({ registers: shipped.length, entries: entries.length, steps: steps.length })
  const { own } = await office('listRegisters', {})
  expect(own.map(({ definition }) => definition.code).toSorted()).toEqual(shipped.map(({ code }) => code).toSorted())
  for (const { register, entries } of sampleEntries) {
    const { count } = await office('countEntries', { register })
    expect(count, register).toBe(entries.length)
  }
})

test('no sample entry lacks what its register requires', async () => {
  for (const { register } of zone.system.presets.sampleEntries) {
    const page = await office('listEntries', { register, limit: 500 })
    for (const { values, lacking } of page.entries) expect(lacking, `${register} ${JSON.stringify(values)}`).toEqual([])
  }
})

test('no roll-up of a shipped register goes astray in another, and links propose what is there', async () => {
  const { own } = await office('listRegisters', {})
  for (const { definition } of own) {
    expect(astrayOf(definition, own), definition.code).toEqual([])
    for (const { key, proposes } of definition.links) {
      const code = registerOf(definition, proposes)
      const other = own.find((one) => one.definition.code === code)?.definition
      expect(other, `${definition.code} ${key}`).toBeDefined()
      if (proposes.kind === 'climb') expect(rungOf(ladderOf(other!, proposes.ladder)!, proposes.rung)).toBeDefined()
      if (proposes.kind === 'add')
        for (const field of Object.keys(proposes.values)) expect(fieldOf(other!, field), field).toBeDefined()
    }
  }
})

function registerOf(definition: Definition, proposes: Link['proposes']): string | null {
  if (proposes.kind === 'add') return proposes.register
  const elsewhere = proposes.kind === 'climb' && proposes.via !== null
  return elsewhere ? fieldOf(definition, proposes.via!)!.of : definition.code
}

test('opened again nothing is added; units see what is theirs', async () => {
  expect(await office('openSampleRegisters', {})).toEqual({ registers: 0, entries: 0, steps: 0 })
  const recruiters = await zone.as('sunian')
  const refused = await recruiters('openSampleRegisters', {}).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refused)
})
