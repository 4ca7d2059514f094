// Making a register and changing it. What is kept has been checked; entries that are there stay valid.

import { type Decision, happens, no } from '#domain/decision.ts'
import type { Definition, Register } from '#domain/register.ts'
import { faultOf } from '#domain/register-faults.ts'
import type { Change } from '#domain/zone.ts'

type Decided = Decision<Change<Register>>

/** `codes`: of the registers that the zone has. */
export function decideDefine(definition: Definition, codes: readonly string[]): Decided {
  if (codes.includes(definition.code)) return no('register-there', { code: definition.code })
  return faultOf(definition, null) ?? happens({ kind: 'made', fields: { definition } })
}

export function decideAlter(register: Register, definition: Definition): Decided {
  return faultOf(definition, register.definition) ?? happens({ kind: 'changed', fields: { definition } })
}
