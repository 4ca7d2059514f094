// Which acts on a commitment are open to the signed-in person now: by stage, by role (the contract's own table) and by
// unit. Only for showing buttons; the server decides again.

import { doors } from 'virtual:doors'
import type { EntryName, OutputOf } from '#contract/contract.ts'
import type { Stage } from '#domain/commitment.ts'
import type { Role } from '#domain/role.ts'
import type { ActSubject } from '#web/parts/act-subject.ts'

export type ActName =
  | 'sign'
  | 'decline'
  | 'report'
  | 'extension'
  | 'dispatch'
  | 'assign'
  | 'review'
  | 'decideExtension'
  | 'close'
  | 'urge'
  | 'cancel'
  | 'reopen'

/**
 * `by` 'lead': only people of the lead unit or above it; 'own': they and the office; 'arranger': the office, and the
 * lead unit's head for parts of what the unit broke down itself.
 */
type Rule = { door: EntryName; stages: readonly Stage[]; by: 'lead' | 'own' | 'arranger' | 'anyone' }

const atWork: readonly Stage[] = ['under-way', 'returned', 'awaiting-closure']
const givenOut: readonly Stage[] = ['awaiting-receipt', 'awaiting-review', ...atWork]
export const stillOpen: readonly Stage[] = ['draft', 'declined', ...givenOut]

const rules: Record<ActName, Rule> = {
  sign: { door: 'signFor', stages: ['awaiting-receipt'], by: 'lead' },
  decline: { door: 'declineCommitment', stages: ['awaiting-receipt'], by: 'lead' },
  report: { door: 'fileReport', stages: atWork, by: 'lead' },
  extension: { door: 'requestExtension', stages: ['awaiting-review', ...atWork], by: 'lead' },
  dispatch: { door: 'dispatchCommitment', stages: ['draft', 'declined'], by: 'arranger' },
  assign: { door: 'assignCommitment', stages: stillOpen, by: 'own' },
  review: { door: 'acceptReport', stages: ['awaiting-review'], by: 'anyone' },
  decideExtension: { door: 'decideExtension', stages: ['awaiting-review', ...atWork], by: 'anyone' },
  close: { door: 'closeCommitment', stages: ['awaiting-closure'], by: 'anyone' },
  urge: { door: 'urgeCommitment', stages: givenOut, by: 'anyone' },
  cancel: { door: 'cancelCommitment', stages: stillOpen, by: 'anyone' },
  reopen: { door: 'reopenCommitment', stages: ['closed', 'cancelled'], by: 'anyone' },
}

type Me = Pick<OutputOf<'whoAmI'>, 'roles' | 'units'>

/** In the order in which buttons should stand. An extension to decide is only offered where one waits: the caller knows. */
export function actsFor({ stage, duty, parent }: Pick<ActSubject, 'stage' | 'duty' | 'parent'>, me: Me): ActName[] {
  const names = Object.keys(rules) as ActName[]
  const lead = duty.lead !== null && me.units.includes(duty.lead)
  const office = me.roles.includes('office')
  const near = { lead, own: office || lead, arranger: office || (lead && parent !== null), anyone: true }
  return names.filter((name) => {
    const { door, stages, by } = rules[name]
    return near[by] && stages.includes(stage) && mayPass(door, me.roles)
  })
}

/** The office breaks down whatever is open; a unit's head what the unit has signed for. */
export function mayBreakDown({ stage, duty }: Pick<ActSubject, 'stage' | 'duty'>, me: Me): boolean {
  if (me.roles.includes('office')) return stillOpen.includes(stage)
  const lead = duty.lead !== null && me.units.includes(duty.lead)
  return lead && [...atWork, 'awaiting-review'].includes(stage) && mayPass('breakDown', me.roles)
}

/** Whether the roles could ever do this act, at whatever stage. */
export function mayEver(act: ActName, roles: readonly Role[]): boolean {
  return mayPass(rules[act].door, roles)
}

/** True when one of the roles may pass this door of the contract. */
export function mayPass(door: EntryName, roles: readonly Role[]): boolean {
  const { may } = doors[door]
  return may === 'anyone' || may.some((role) => roles.includes(role))
}
