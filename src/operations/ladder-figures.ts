// Ladders as a board and in figures.

import { refuse } from '#base/refusal.ts'
import { maySee } from '#domain/entry-change.ts'
import { decimalFrom } from '#domain/field-value.ts'
import { type Field, fieldOf, ladderOf, type Register } from '#domain/register.ts'
import { scaleOf } from '#domain/register-dictionary.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { narrowing } from '#operations/entries.ts'
import { rungFigures } from '#store/climbs.ts'
import { conditions, countBoard, rowsOf } from '#store/entries.ts'
import { columnType, findRegister } from '#store/registers.ts'
import { sql } from '#store/sql.ts'

function ladderIn({ definition }: Register, key: string) {
  return ladderOf(definition, key) ?? refuse('not-found', { noun: 'ladder', id: key })
}

function summed({ actor }: Context, { definition }: Register, key: string): Field {
  const field = fieldOf(definition, key)
  if (!field || columnType(field) !== 'bigint') return refuse('bad-filter', { filter: key })
  return maySee(field, actor.roles) ? field : refuse('not-your-field', { field: key })
}

export const figureHandlers = {
  showBoard: async (context, asked) => {
    const { db } = context.system
    const asOf = asked.asOf ?? null
    const register = await findRegister(db, scopeOf(context), asked.register, asOf)
    const ladder = ladderIn(register, asked.ladder)
    const sums = asked.sums.map((key) => summed(context, register, key))
    const narrow = narrowing(context, register, asked)
    const rows = await countBoard(db, scopeOf(context), register, asOf, narrow, ladder, sums)
    const rungs = ladder.rungs.flatMap(({ key, retired }) => {
      const row = rows.find(({ rung }) => rung === key)
      if (retired && !row?.count) return []
      const exact = sums.map(
        (field) => [field.key, decimalFrom(Number(row?.sums[field.key] ?? 0), scaleOf(field))] as const,
      )
      return [
        {
          rung: key,
          count: row?.count ?? 0,
          sums: Object.fromEntries(exact),
          late: row?.late ?? 0,
          stuck: row?.stuck ?? 0,
        },
      ]
    })
    return { rungs, left: rows.reduce((sum, { left }) => sum + left, 0) }
  },
  showFigures: async (context, asked) => {
    const { db } = context.system
    const asOf = asked.asOf ?? null
    const register = await findRegister(db, scopeOf(context), asked.register, asOf)
    const ladder = ladderIn(register, asked.ladder)
    const narrow = narrowing(context, register, asked)
    const matching = sql`select e.id from ${rowsOf(register, asOf, narrow)} e where ${conditions(scopeOf(context), register, narrow)}`
    const order = { key: ladder.key, rungs: ladder.rungs.map(({ key }) => key) }
    const rows = await rungFigures(db, scopeOf(context), register, order, matching, asOf)
    const nothing = { reached: 0, stays: 0, meanDays: null, medianDays: null, wentOn: 0 }
    return order.rungs.map((rung) => rows.find((row) => row.rung === rung) ?? { rung, ...nothing })
  },
} satisfies Partial<Handlers>
