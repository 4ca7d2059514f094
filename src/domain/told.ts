// What a register knows of a commitment that an entry leads to: number, progress, closure, days. Conditions ask for it by the
// field's name (事项进度, 事项销号 …); store/register-rules.ts says the same in SQL, and a test holds the two together.

import { z } from 'zod'
import { Closure, type Commitment, Stage } from '#domain/commitment.ts'
import { Day, Id } from '#domain/fields.ts'

export const Told = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  stage: Stage,
  percent: z.int(),
  closure: Closure,
  dueOn: Day.nullable(),
  closedOn: Day.nullable(),
  /** Pieces of evidence in reports that were accepted. */
  proofs: z.int(),
})
export type Told = z.infer<typeof Told>

export function toldOf({ id, number, wording, stage, percent, closure, duty, closed, reports }: Commitment): Told {
  const accepted = reports.filter(({ state }) => state === 'accepted').flatMap(({ evidence }) => evidence)
  const days = { dueOn: duty.dueOn, closedOn: closed?.on ?? null }
  return { id, number, title: wording.title, stage, percent, closure, ...days, proofs: new Set(accepted).size }
}

export const closureNames: Record<Closure, string> = { open: '未销号', closed: '已销号', cancelled: '已取消' }

/** The parts that a condition may ask for, by the ending of their names. */
export const toldParts = {
  percent: { ending: '进度', type: 'number', unit: '%', most: '100', choices: null },
  closure: { ending: '销号', type: 'text', unit: null, most: null, choices: Object.values(closureNames) },
  proofs: { ending: '佐证数', type: 'number', unit: null, most: '1000000', choices: null },
  due_on: { ending: '时限', type: 'date', unit: null, most: null, choices: null },
  closed_on: { ending: '销号日', type: 'date', unit: null, most: null, choices: null },
} as const
export type ToldPart = keyof typeof toldParts
export const toldPartKeys = Object.keys(toldParts) as ToldPart[]

export const toldName = (field: { name: string }, part: ToldPart): string => `${field.name}${toldParts[part].ending}`

/** By name of the dictionary; what is not there is unknown. */
export function toldFacts(field: { name: string }, told: Told): Record<string, string | number> {
  const { percent, closure, proofs, dueOn, closedOn } = told
  const parts: Record<ToldPart, string | number | null> = {
    ...{ percent, proofs, closure: closureNames[closure], due_on: dueOn, closed_on: closedOn },
  }
  const known = toldPartKeys.map((part) => [toldName(field, part), parts[part]] as const)
  return Object.fromEntries(known.filter(([, value]) => value !== null)) as Record<string, string | number>
}
