// From an entry to a commitment and back: which field says what (`makes` of a commitment field), read in both directions.

import { cut } from '#base/text.ts'
import type { Commitment, Duty } from '#domain/commitment.ts'
import type { Entry } from '#domain/entry.ts'
import type { Given, Values } from '#domain/field-value.ts'
import type { Wording } from '#domain/proposal.ts'
import type { Field, Makes } from '#domain/register.ts'

export type MakingField = Field & { makes: Makes }

/** The field with this key, when it is in use and says how commitments are made. */
export function makingField(fields: readonly Field[], key: string): MakingField | undefined {
  const found = fields.find((field) => field.key === key && !field.retired)
  return found?.makes ? (found as MakingField) : undefined
}

const text = (values: Values, key: string | null): string | null =>
  key === null ? null : ((values[key] as string | undefined) ?? null)

/** Null when the entry does not say what is to be done. */
export function wordingOfEntry({ values }: Pick<Entry, 'values'>, { makes }: MakingField): Wording | null {
  const title = text(values, makes.title)
  if (title === null) return null
  const unsaid = { value: null, value2: null, unit: null, op: null, measure: null, period: null }
  const dueOn = text(values, makes.dueOn)
  return { title: cut(title.replaceAll(/\s+/g, ' '), 0, 500), kind: 'task', ...unsaid, dueOn, strength: 'must' }
}

/** The lead unit is not among the supporting ones, and none of these stands twice. */
export function dutyOfEntry(
  { values }: Pick<Entry, 'values'>,
  { makes }: MakingField,
  proof: string[],
  on: string,
): Duty {
  const [lead, dueOn] = [text(values, makes.lead), text(values, makes.dueOn)]
  const named = makes.supporting.flatMap((key) => text(values, key) ?? [])
  return {
    lead,
    supporting: [...new Set(named)].filter((unit) => unit !== lead),
    post: null,
    leader: text(values, makes.leader),
    startOn: dueOn !== null && dueOn < on ? dueOn : on,
    dueOn,
    proof: makes.proof.length > 0 ? makes.proof : proof,
  }
}

/** What a commitment says, in the fields of a new entry. */
export function valuesOfCommitment({ id, wording, duty }: Commitment, { key, makes }: MakingField): Given {
  const said: [string | null | undefined, string | null | undefined][] = [
    [makes.title, wording.title],
    [makes.lead, duty.lead],
    [makes.supporting[0], duty.supporting[0]],
    [makes.leader, duty.leader],
    [makes.dueOn, duty.dueOn],
    [key, id],
  ]
  return Object.fromEntries(said.filter(([field, value]) => field && value)) as Given
}
