// The register that docs/registers.md shows is made as it stands there, filled, climbed and counted; and every reason for a
// refusal that the system knows is told there.

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refused } from '#base/refusal.ts'
import { Definition } from '#domain/register.ts'
import type { Fault } from '#domain/register-fault.ts'
import { openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let doc: string

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  doc = await readFile(new URL('../docs/registers.md', import.meta.url), 'utf8')
})
afterAll(() => zone.close())

test('the example is a register', async () => {
  const office = await zone.as('fangning')
  const definition = Definition.parse(JSON.parse(/```json\n([\s\S]+?)```/.exec(doc)![1]!))
  await office('defineRegister', { definition })
  const { units } = await office('getDirectory', {})
  const unit = units.find(({ shortName }) => shortName === '经发局')!.id
  const at = { register: 'charger' }
  const values = { f1: '云溪路1号', f2: '快充', f3: '20', f4: '60000', f5: unit }
  const { id, computed } = await office('addEntry', { ...at, values })
  expect(computed).toEqual({ f6: '3000' })
  const climb = (version: number, to: string) =>
    office('climbEntry', { ...at, id, version, ladder: 'l1', to, on: '2026-03-06' })
  await climb(1, 'r1')
  await climb(2, 'r2')
  const refused = await climb(3, 'r3').catch((error: unknown) => (error as Refused).refusal)
  expect(refused).toMatchObject({ code: 'gate-closed', facts: { proofs: ['验收单'], conditions: [{ verdict: 'no' }] } })
  const board = await office('showBoard', { ...at, ladder: 'l1', sums: ['f4'] })
  expect(board.rungs.find(({ rung }) => rung === 'r2')).toMatchObject({ count: 1, sums: { f4: '60000' } })
})

/** A reason that is added to the union must be added here, and then to the page. */
const reasons: Record<Exclude<Fault['why'], 'rule'>, true> = {
  ...{ twice: true, 'leads-nowhere': true, retired: true, 'wrong-type': true, incomplete: true, hidden: true },
  ...{ circular: true, gone: true, changed: true },
}

test.each(Object.keys(reasons))('%s is told', (why) => {
  expect(doc).toMatch(new RegExp(`^\\|.*\`${why}\`.*\\|`, 'm'))
})
