// An entry is given out as a commitment: both are saved in one statement. Commitments are taken up as entries, all or none.

import { refuse } from '#base/refusal.ts'
import { decideEntrust } from '#domain/assignment.ts'
import { type Commitment, type CommitmentEvent, type Duty, evolveCommitment } from '#domain/commitment.ts'
import { dutyOfEntry, type MakingField, makingField, valuesOfCommitment, wordingOfEntry } from '#domain/entrust.ts'
import { decideAdd, decideReviseEntry } from '#domain/entry-change.ts'
import type { Given } from '#domain/field-value.ts'
import type { Wording } from '#domain/proposal.ts'
import type { Register } from '#domain/register.ts'
import { everywhere } from '#operations/beside.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt, loadEntry, refuseUnknown, shownTo } from '#operations/entries.ts'
import { changedEntry, changedRow, decided, record, untilFresh } from '#operations/record.ts'
import { commitmentsById, groundForEntrusting } from '#store/commitments.ts'
import { findRegister } from '#store/registers.ts'

type Asked = { register: string; id: string; version: number; field: string; duty: object; wording: object }

function fieldAsked({ definition }: Register, key: string): MakingField {
  return makingField(definition.fields, key) ?? refuse('not-found', { noun: 'field', id: key })
}

/** `000-017`: the seventeenth commitment that comes from a register and not from a document (whose numbers begin with 1). */
const numberOf = (last: number): string => `000-${String(last + 1).padStart(3, '0')}`

async function entrust(context: Context, asked: Asked) {
  const { system, actor } = context
  const { register, entry } = await loadEntry(context, asked)
  const field = fieldAsked(register, asked.field)
  if (entry.values[field.key] !== undefined) refuse('already-there', { field: field.key })
  const said = wordingOfEntry(entry, field)
  if (!said) return refuse('bad-values', { problems: [{ field: field.makes.title, problem: 'required' }] })
  const { last, zone, known } = await groundForEntrusting(system.db, everywhere(context))
  const on = dayAt(context, undefined)
  const duty = { ...dutyOfEntry(entry, field, zone.defaultProof, on), ...asked.duty } as Duty
  const wording = { ...said, dueOn: duty.dueOn, ...asked.wording } as Wording
  const id = system.newId()
  const title = String(entry.values[register.definition.title] ?? '')
  const origin = { register: asked.register, entry: entry.id, field: field.key, title }
  const events = decided(decideEntrust({ number: numberOf(last), wording, origin, duty }, known))
  const made = changedRow('commitment', { id, version: 0 }, events, evolve)
  const linked = decided(decideReviseEntry(register, entry, { [field.key]: id }, actor))
  const changed = changedEntry(register, entry, linked)
  await record(context, 'entrustEntry', [changed, made])
  return { entry: await shownTo(context, register, changed.row), commitment: made.row }
}

const evolve = evolveCommitment as (row: Commitment, event: CommitmentEvent) => Commitment

type TakenUp = { register: string; field: string; commitments: string[]; values: Given }

async function takeUp(context: Context, asked: TakenUp) {
  const { system, actor } = context
  const register = await findRegister(system.db, scopeOf(context), asked.register, null)
  const field = fieldAsked(register, asked.field)
  const wanted = [...new Set(asked.commitments)]
  const found = new Map(
    (await commitmentsById(system.db, scopeOf(context), wanted, null)).map((one) => [one.id, one] as const),
  )
  const on = dayAt(context, undefined)
  const added = wanted.map((id) => {
    const commitment = found.get(id) ?? refuse('not-found', { noun: 'commitment', id })
    const given = { ...valuesOfCommitment(commitment, field), ...asked.values }
    return decided(decideAdd(register, given, on, actor))
  })
  await refuseUnknown(context, register, added.flat())
  const changed = added.map((events) => changedEntry(register, { id: system.newId(), version: 0 }, events))
  await record(context, 'takeUpCommitments', changed)
  return Promise.all(changed.map(({ row }) => shownTo(context, register, row)))
}

export const entrustHandlers = {
  // Another may take the number meanwhile: then the next one is asked for, if the entry is still as it was decided on.
  entrustEntry: async (context, asked) => {
    await loadEntry(context, asked)
    return untilFresh(
      () => entrust(context, asked),
      () => loadEntry(context, asked),
    )
  },
  takeUpCommitments: takeUp,
} satisfies Partial<Handlers>
