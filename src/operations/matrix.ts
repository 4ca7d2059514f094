// A register as a matrix of two choice fields.

import type { Field } from '#domain/register.ts'
import { type Handlers, scopeOf } from '#operations/context.ts'
import { narrowing } from '#operations/entries.ts'
import { fieldIn } from '#operations/places.ts'
import { countMatrix } from '#store/matrix.ts'
import { findRegister } from '#store/registers.ts'

/** The choices that stand as heads: those in use of today, retired ones while entries have them, null where some have none. */
function heads({ choices }: Field, found: readonly (string | null)[]): (string | null)[] {
  const words = choices.filter(({ word, retired }) => !retired || found.includes(word)).map(({ word }) => word)
  return found.includes(null) ? [...words, null] : words
}

export const matrixHandlers = {
  showMatrix: async (context, asked) => {
    const { db } = context.system
    const asOf = asked.asOf ?? null
    const register = await findRegister(db, scopeOf(context), asked.register, asOf)
    const [down, across] = [asked.lines, asked.columns].map((key) => fieldIn(context, register, key, ['choice'])) as [
      Field,
      Field,
    ]
    const narrow = narrowing(context, register, asked)
    const cells = await countMatrix(db, scopeOf(context), register, asOf, narrow, [down, across])
    const lines = heads(
      down,
      cells.map(({ line }) => line),
    )
    const columns = heads(
      across,
      cells.map(({ column }) => column),
    )
    const count = (line: string | null, column: string | null) =>
      cells.find((cell) => cell.line === line && cell.column === column)?.count ?? 0
    return { lines, columns, counts: lines.map((line) => columns.map((column) => count(line, column))) }
  },
} satisfies Partial<Handlers>
