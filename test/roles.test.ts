// Every act and question as every role, generated: who is not in an entry's list is refused before anything is looked at;
// who is in it gets past the gate (to an answer, or to a refusal about the input or the row).

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import { contract, entryNames } from '#contract/contract.ts'
import type { Entry } from '#contract/entry.ts'
import { Role } from '#domain/role.ts'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'
import { openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let someone: Context

beforeAll(async () => {
  zone = await openTestZone()
  someone = await zone.contextOf('fangning')
})
afterAll(() => zone.close())

const insufficientPrivilege = '42501'
const nowhere = '01890000-0000-7000-8000-000000000000'
const likely: Record<string, unknown> = { id: nowhere, version: 1, month: '2026-03', format: 'xlsx', fileName: 'a.txt' }

describe.each(Role.options)('%s', (role) => {
  test.each(entryNames)('%s', async (name) => {
    const entry: Entry = contract[name]
    // The sample's entries lie in every unit: who reaches none cannot write them.
    const everywhere = entry.is === 'question' || name === 'openSampleRegisters'
    const reach = everywhere ? someone.actor.reach : ([] as const)
    const actor = { ...someone.actor, roles: [role], reach }
    const input = Object.fromEntries(
      Object.keys(entry.input.shape).flatMap((key) => (key in likely ? [[key, likely[key]]] : [])),
    )
    const outcome = await run({ ...someone, actor }, name, input).then(
      () => 'answered',
      (error: unknown) => {
        if (error instanceof Refused) return error.refusal.code
        // An act that needs no input gets as far as the database, which lets an actor without reach write nothing.
        if ((error as { code?: string }).code === insufficientPrivilege) return 'out of reach'
        throw error
      },
    )
    const allowed = entry.may === 'anyone' || entry.may.includes(role)
    if (allowed) expect(outcome).not.toBe('forbidden')
    else expect(outcome).toBe('forbidden')
  })
})
