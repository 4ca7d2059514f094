// Making a register and changing it. What is kept has been checked; entries that are there stay valid.

import { type Decision, happens, no } from '#domain/decision.ts'
import type { Definition, Register } from '#domain/register.ts'
import { faultOf } from '#domain/register-faults.ts'
import type { Change } from '#domain/zone.ts'

type Decided = Decision<Change<Register>>

/** `there`: the registers that the zone has. */
export function decideDefine(definition: Definition, there: readonly Register[]): Decided {
  const { code } = definition
  if (there.some((one) => one.definition.code === code)) return no('register-there', { code })
  return faultOf(definition, null, there) ?? happens({ kind: 'made', fields: { definition } })
}

export function decideAlter(register: Register, definition: Definition, there: readonly Register[]): Decided {
  return faultOf(definition, register.definition, there) ?? happens({ kind: 'changed', fields: { definition } })
}
