// Acts on definitions: load, decide, save; the table follows in the same statement.

import { decideAlter, decideDefine } from '#domain/register-change.ts'
import { type Handlers, scopeOf } from '#operations/context.ts'
import { expectVersion } from '#operations/record.ts'
import { shapeRegister } from '#operations/register-shaping.ts'
import { openSampleRegisters } from '#operations/sample-registers.ts'
import { findRegister, listRegisters } from '#store/registers.ts'

export const registerHandlers = {
  openSampleRegisters,
  listRegisters: async (context, { asOf }) => ({
    shipped: context.system.presets.registers,
    own: await listRegisters(context.system.db, scopeOf(context), asOf ?? null),
  }),
  defineRegister: async (context, { definition }) => {
    const there = await listRegisters(context.system.db, scopeOf(context), null)
    const codes = there.map((register) => register.definition.code)
    return shapeRegister(context, 'defineRegister', null, decideDefine(definition, codes))
  },
  alterRegister: async (context, { register: code, version, definition }) => {
    const register = await findRegister(context.system.db, scopeOf(context), code, null)
    expectVersion('register', register, version)
    return shapeRegister(context, 'alterRegister', register, decideAlter(register, definition))
  },
} satisfies Partial<Handlers>
