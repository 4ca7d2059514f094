// Figures counted from steps: the rules of the register, read for the one who asks.

import { refuse } from '#base/refusal.ts'
import type { Grouping } from '#domain/counting.ts'
import type { Register } from '#domain/register.ts'
import { hiddenFrom } from '#domain/sight.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { dayAt, readRule } from '#operations/entries.ts'
import { type CountAsked, countSteps, listSteps } from '#store/counts.ts'
import { findRegister } from '#store/registers.ts'

type Asked = { register: string; counts: string[]; from: string; to: string; asOf?: string | undefined }

async function askedOf(context: Context, asked: Asked): Promise<{ register: Register; counted: CountAsked }> {
  const { roles } = context.actor
  const asOf = asked.asOf ?? null
  const register = await findRegister(context.system.db, scopeOf(context), asked.register, asOf)
  const { definition } = register
  const hidden = hiddenFrom(register, roles)
  const countings = [...new Set(asked.counts)].map((key) => {
    const counting =
      definition.counts.find((one) => one.key === key) ?? refuse('not-found', { noun: 'counting', id: key })
    const told = [...counting.credits, ...(counting.classes ? [counting.classes.field] : [])]
    const closed = told.find((one) => hidden.has(one))
    if (closed !== undefined) refuse('not-your-field', { field: closed })
    return { counting, rule: counting.where === null ? null : readRule(register, counting.where, roles) }
  })
  const { from, to } = asked
  return { register, counted: { countings, from, to, on: dayAt(context, asked.asOf), asOf } }
}

export const countHandlers = {
  countSteps: async (context, asked) => {
    const { register, counted } = await askedOf(context, asked)
    return countSteps(context.system.db, scopeOf(context), register, counted, asked.by ?? null)
  },
  listCountedSteps: async (context, asked) => {
    const { register, counted } = await askedOf(context, asked)
    const only = asked.by ? { by: asked.by as Grouping, group: asked.group ?? null } : null
    const page = { after: asked.after ?? null, limit: asked.limit + 1 }
    const found = await listSteps(context.system.db, scopeOf(context), register, counted, only, page)
    const steps = found.slice(0, asked.limit).map(({ id: climb, ...step }) => ({ climb, ...step }))
    return { steps, next: found.length > asked.limit ? steps.at(-1)!.climb : null }
  },
} satisfies Partial<Handlers>
