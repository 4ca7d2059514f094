// Acts on definitions: load, decide, save; the table follows in the same statement.

import type { EntryName } from '#contract/contract.ts'
import type { Decision } from '#domain/decision.ts'
import type { Register } from '#domain/register.ts'
import { decideAlter, decideDefine } from '#domain/register-change.ts'
import { type Change, evolveFields } from '#domain/zone.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { changedRow, decided, expectVersion, type Fresh, record } from '#operations/record.ts'
import { findRegister, listRegisters, shaping } from '#store/registers.ts'

async function change(
  context: Context,
  act: EntryName,
  before: Register | Fresh,
  decision: Decision<Change<Register>>,
) {
  const changed = changedRow('register', before, decided(decision), evolveFields<Register>)
  await record(context, act, [changed], undefined, shaping(context.actor.zone, changed.row))
  return changed.row
}

export const registerHandlers = {
  listRegisters: async (context, { asOf }) => ({
    shipped: context.system.presets.registers,
    own: await listRegisters(context.system.db, scopeOf(context), asOf ?? null),
  }),
  defineRegister: async (context, { definition }) => {
    const there = await listRegisters(context.system.db, scopeOf(context), null)
    const codes = there.map((register) => register.definition.code)
    const fresh = { id: context.system.newId(), version: 0 } as const
    return change(context, 'defineRegister', fresh, decideDefine(definition, codes))
  },
  alterRegister: async (context, { register: code, version, definition }) => {
    const register = await findRegister(context.system.db, scopeOf(context), code, null)
    expectVersion('register', register, version)
    return change(context, 'alterRegister', register, decideAlter(register, definition))
  },
} satisfies Partial<Handlers>
