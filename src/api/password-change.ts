// Changing one's password: strong enough, different, every other session ended, and the one-time mark taken off.

import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { isWeak } from '#api/passwords.ts'

const change = { matcher: (context: { path?: string }) => context.path === '/change-password' }

export function passwordChange() {
  const before = createAuthMiddleware(async (ctx) => {
    const { currentPassword, newPassword } = (ctx.body ?? {}) as Record<string, unknown>
    if (typeof newPassword === 'string' && isWeak(newPassword)) throw new APIError(422, { code: 'WEAK_PASSWORD' })
    if (newPassword === currentPassword) throw new APIError(422, { code: 'SAME_PASSWORD' })
    return { context: { body: { ...ctx.body, revokeOtherSessions: true } } }
  })
  // The library has changed the password by now. Should we be killed before the mark is off, it is asked for once more.
  const after = createAuthMiddleware(async (ctx) => {
    const { newSession, internalAdapter } = ctx.context
    if (newSession) await internalAdapter.updateUser(newSession.user.id, { mustChangePassword: false })
  })
  return {
    id: 'password-change',
    hooks: { before: [{ ...change, handler: before }], after: [{ ...change, handler: after }] },
  } satisfies BetterAuthPlugin
}
