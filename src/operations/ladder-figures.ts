// Ladders as a board and in figures.

import { refuse } from '#base/refusal.ts'
import { decimalFrom } from '#domain/field-value.ts'
import { type Field, fieldOf, isDerived, ladderOf, type Register } from '#domain/register.ts'
import { scaleOf } from '#domain/register-dictionary.ts'
import { hiddenFrom } from '#domain/sight.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { narrowing } from '#operations/entries.ts'
import { boardOf } from '#store/board.ts'
import { rungFigures } from '#store/climbs.ts'
import { conditions, rowsOf } from '#store/entries.ts'
import { plainDecimal } from '#store/lookups.ts'
import { cellType, findRegister } from '#store/registers.ts'
import { sql } from '#store/sql.ts'

function ladderIn({ definition }: Register, key: string) {
  return ladderOf(definition, key) ?? refuse('not-found', { noun: 'ladder', id: key })
}

function summed({ actor }: Context, register: Register, key: string): Field {
  const field = fieldOf(register.definition, key)
  const isNumber = field && ['bigint', 'numeric'].includes(cellType(field))
  if (!isNumber) return refuse('bad-filter', { filter: key })
  return hiddenFrom(register, actor.roles).has(key) ? refuse('not-your-field', { field: key }) : field
}

/** Exact, however large. */
function sumFrom(field: Field, sum: string): string {
  return isDerived(field) ? plainDecimal(sum) : decimalFrom(sum, scaleOf(field))
}

export const figureHandlers = {
  showBoard: async (context, asked) => {
    const { db } = context.system
    const asOf = asked.asOf ?? null
    const register = await findRegister(db, scopeOf(context), asked.register, asOf)
    const ladder = ladderIn(register, asked.ladder)
    const sums = asked.sums.map((key) => summed(context, register, key))
    const narrow = narrowing(context, register, asked)
    const rows = await boardOf(db, scopeOf(context), register, asOf, narrow, ladder, sums)
    const rungs = ladder.rungs.flatMap(({ key, retired }) => {
      const row = rows.find(({ rung }) => rung === key)
      if (retired && !row?.count) return []
      const exact = sums.flatMap((field) => {
        const sum = row?.count ? row.sums[field.key] : '0'
        return sum == null ? [] : [[field.key, sumFrom(field, sum)] as const]
      })
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
