// Acts on definitions: load, decide, save; the table follows in the same statement.

import { Refused, refuse } from '#base/refusal.ts'
import { maySee } from '#domain/entry-change.ts'
import { Definition, fieldOf, type Register } from '#domain/register.ts'
import { decideAlter, decideDefine } from '#domain/register-change.ts'
import { differencesOf } from '#domain/register-difference.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { expectVersion } from '#operations/record.ts'
import { shapeRegister } from '#operations/register-shaping.ts'
import { openSampleRegisters } from '#operations/sample-registers.ts'
import { historyOf } from '#store/journal.ts'
import { findRegister, listRegisters, repeatedValues } from '#store/registers.ts'

/** A field cannot be made unique: says by name which one, and which values stand in the way. */
async function repeatedTold(context: Context, register: Register, error: unknown): Promise<never> {
  if (!(error instanceof Refused) || error.refusal.code !== 'values-not-unique') throw error
  const field = fieldOf(register.definition, error.refusal.facts.field)
  if (!field) throw error
  const values = await repeatedValues(context.system.db, scopeOf(context), register, field, 5)
  const ids = ['unit', 'post', 'person', 'entry'].includes(field.type)
  const shown = ids || !maySee(field, context.actor.roles) ? [] : values.map(String)
  refuse('values-not-unique', { field: field.key, name: field.name, values: shown })
}

export const registerHandlers = {
  openSampleRegisters,
  listRegisters: async (context, { asOf }) => ({
    shipped: context.system.presets.registers,
    own: await listRegisters(context.system.db, scopeOf(context), asOf ?? null),
  }),
  defineRegister: async (context, { definition }) => {
    const there = await listRegisters(context.system.db, scopeOf(context), null)
    return shapeRegister(context, 'defineRegister', null, decideDefine(definition, there))
  },
  alterRegister: async (context, { register: code, version, definition }) => {
    const there = await listRegisters(context.system.db, scopeOf(context), null)
    const register =
      there.find((one) => one.definition.code === code) ?? refuse('not-found', { noun: 'register', id: code })
    expectVersion('register', register, version)
    const altered = shapeRegister(context, 'alterRegister', register, decideAlter(register, definition, there))
    return altered.catch((error) => repeatedTold(context, register, error))
  },
  getRegisterHistory: async (context, { register: code, asOf }) => {
    const { db } = context.system
    const register = await findRegister(db, scopeOf(context), code, asOf ?? null)
    const lines = await historyOf(db, scopeOf(context), 'register', register.id, asOf ?? null)
    let before: Definition | null = null
    const versions = lines.map(({ version, at, actor, actorName, data }) => {
      const after: Definition = Definition.parse((data as { fields: { definition: unknown } }).fields.definition)
      const differences = differencesOf(before, after)
      before = after
      return { version, at, actor, actorName, differences }
    })
    return { versions: versions.toReversed() }
  },
} satisfies Partial<Handlers>
