// What a change of a definition may not do to what is kept: old entries would be lost or mean something else.

import { type Definition, type Field, fieldOf, ladderOf, rungOf } from '#domain/register.ts'
import type { PlainFault } from '#domain/register-fault.ts'

/** Columns stay as they are: a field or rung is retired, not taken away; another type or scale is another field. */
export function changeFaults(after: Definition, before: Definition): PlainFault[] {
  return [
    ...(after.code === before.code ? [] : [{ at: 'code', why: 'changed' } as const]),
    ...before.fields.flatMap((field) => changedField(field, fieldOf(after, field.key))),
    ...before.ladders.flatMap((ladder): PlainFault[] => {
      const now = ladderOf(after, ladder.key)
      if (!now) return [{ at: `ladders.${ladder.key}`, why: 'gone' }]
      const gone = ladder.rungs.filter(({ key }) => !rungOf(now, key))
      return gone.map(({ key }) => ({ at: `ladders.${ladder.key}.rungs.${key}`, why: 'gone' }))
    }),
  ]
}

function changedField(field: Field, now: Field | undefined): PlainFault[] {
  const at = `fields.${field.key}`
  if (!now) return [{ at, why: 'gone' }]
  const fixed = field.type === 'rollup' ? (['type'] as const) : (['type', 'scale', 'unit', 'of'] as const)
  const other = fixed.filter((part) => now[part] !== field[part])
  const gone = field.choices.filter(({ word }) => !now.choices.some((choice) => choice.word === word))
  return [
    ...other.map((part) => ({ at: `${at}.${part}`, why: 'changed' }) as const),
    ...gone.map(({ word }) => ({ at: `${at}.choices.${word}`, why: 'gone' }) as const),
  ]
}
