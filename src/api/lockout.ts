// Five wrong passwords for one user name close it for a quarter of an hour, whether it exists or not. Tries are counted in
// the database, so that neither a restart nor many requests at once give more of them: each try is written down before
// the password is looked at, and a success strikes them off.

import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'

export const triesAllowed = 5
export const lockMinutes = 15

const model = 'signInTry'
const signIn = { matcher: (context: { path?: string }) => context.path === '/sign-in/username' }

type Try = { id: string; username: string; until: Date }

/** `now` is the clock that locks are measured by. */
export function lockout(now: () => Date) {
  const open = (username: string) => [
    { field: 'username', value: username },
    { field: 'until', operator: 'gt' as const, value: now() },
  ]
  const lockEnd = () => new Date(now().getTime() + lockMinutes * 60_000)

  const before = createAuthMiddleware(async (ctx) => {
    const { adapter } = ctx.context
    const username = triedName(ctx.body)
    await adapter.deleteMany({ model, where: [{ field: 'until', operator: 'lte', value: now() }] })
    const mine = await adapter.create<Omit<Try, 'id'>, Try>({ model, data: { username, until: lockEnd() } })
    const tries = await adapter.findMany<Try>({ model, where: open(username) })
    if (tries.length <= triesAllowed) return
    await adapter.delete({ model, where: [{ field: 'id', value: mine.id }] })
    const until = Math.max(...tries.filter((one) => one.id !== mine.id).map((one) => new Date(one.until).getTime()))
    throw new APIError('TOO_MANY_REQUESTS', { code: 'LOCKED', minutes: Math.ceil((until - now().getTime()) / 60_000) })
  })

  const after = createAuthMiddleware(async (ctx) => {
    const { adapter, returned } = ctx.context
    const username = triedName(ctx.body)
    if (returned instanceof APIError) {
      if ((returned.body as { code?: string } | undefined)?.code === 'LOCKED') return
      const tries = await adapter.count({ model, where: open(username) })
      if (tries >= triesAllowed)
        await adapter.updateMany({ model, where: open(username), update: { until: lockEnd() } })
    } else await adapter.deleteMany({ model, where: [{ field: 'username', value: username }] })
  })

  return {
    id: 'lockout',
    schema: {
      [model]: {
        fields: {
          username: { type: 'string', required: true, index: true },
          until: { type: 'date', required: true },
        },
      },
    },
    hooks: { before: [{ ...signIn, handler: before }], after: [{ ...signIn, handler: after }] },
  } satisfies BetterAuthPlugin
}

/** As the library looks it up, and short, so that nobody can fill the table with long names. */
function triedName(body: unknown): string {
  const username = (body as { username?: unknown } | undefined)?.username
  return typeof username === 'string' ? username.toLowerCase().slice(0, 64) : ''
}
