// Rates of a register, for the one who asks: whoever sees part of it has the rate of that part.

import { refuse } from '#base/refusal.ts'
import { fieldOf, type Ratio } from '#domain/register.ts'
import { hiddenFrom } from '#domain/sight.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { type Narrow, narrowing, readRule } from '#operations/entries.ts'
import { countRates, type RateRow } from '#store/ratios.ts'
import { findRegister } from '#store/registers.ts'

type Asked = Narrow & { register: string; ratio: string; by?: string | undefined }

/** What is not known to be so counts as not so. */
function ratioRules({ of, among }: Pick<Ratio, 'of' | 'among'>) {
  return {
    among: `(${among})`,
    of: `(${among}) and (${of})`,
    rest: `(${among}) and (if (${of}) then false else true)`,
  }
}

async function showRatio(context: Context, asked: Asked) {
  const { db } = context.system
  const { roles } = context.actor
  const asOf = asked.asOf ?? null
  const register = await findRegister(db, scopeOf(context), asked.register, asOf)
  const { definition } = register
  const ratio =
    definition.ratios.find(({ key }) => key === asked.ratio) ?? refuse('not-found', { noun: 'ratio', id: asked.ratio })
  const by = asked.by === undefined ? null : fieldOf(definition, asked.by)
  if (by === undefined || (by && !ratio.by.includes(by.key)))
    return refuse('not-found', { noun: 'field', id: asked.by! })
  const late = ratio.late === null ? null : fieldOf(definition, ratio.late)!
  const hidden = hiddenFrom(register, roles)
  const closed = [by, late].find((field) => field && hidden.has(field.key))
  if (closed) refuse('not-your-field', { field: closed.key })
  const opens = ratioRules(ratio)
  const narrow = narrowing(context, register, asked)
  const rules = {
    among: readRule(register, opens.among, roles),
    of: readRule(register, opens.of, roles),
    rest: readRule(register, opens.rest, roles),
  }
  const rows = await countRates(db, scopeOf(context), register, asOf, narrow, rules, by, late)
  const groups = by === null ? [] : rows.map((row) => ({ group: row.group, ...rated(row) }))
  return { on: narrow.on, total: rated(together(rows)), groups, opens }
}

function together(rows: readonly RateRow[]): RateRow {
  const sum = (of: (row: RateRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    ...{ group: null, among: sum(({ among }) => among), of: sum(({ of }) => of) },
    ...{ late: sum(({ late }) => late), lateDays: sum(({ lateDays }) => lateDays) },
    longestDays: Math.max(0, ...rows.map(({ longestDays }) => longestDays)),
  }
}

function rated({ among, of, late, lateDays, longestDays }: RateRow) {
  const percent = among === 0 ? null : (Math.round((of * 1000) / among) / 10).toFixed(1)
  return { among, of, percent, late, lateDays, longestDays }
}

export const ratioHandlers = { showRatio } satisfies Partial<Handlers>
