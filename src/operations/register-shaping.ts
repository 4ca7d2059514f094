// Saving a register's definition: its table follows in the same statement.

import type { EntryName } from '#contract/contract.ts'
import type { Decision } from '#domain/decision.ts'
import type { Register } from '#domain/register.ts'
import { type Change, evolveFields } from '#domain/zone.ts'
import type { Context } from '#operations/context.ts'
import { changedRow, decided, type Fresh, record } from '#operations/record.ts'
import { shaping } from '#store/registers.ts'

/** `before` null: a register that is new. */
export async function shapeRegister(
  context: Context,
  act: EntryName,
  before: Register | null,
  decision: Decision<Change<Register>>,
): Promise<Register> {
  const from: Register | Fresh = before ?? { id: context.system.newId(), version: 0 }
  const changed = changedRow('register', from, decided(decision), evolveFields<Register>)
  await record(context, act, [changed], undefined, shaping(context.actor.zone, changed.row))
  return changed.row
}
