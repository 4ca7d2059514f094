// The accounts behind people, as the operations need them (operations/accounts.ts), kept in better-auth's tables.

import type { betterAuth } from 'better-auth'
import type { AuthOptions } from '#api/auth-options.ts'
import { oneTimePassword } from '#api/passwords.ts'
import { refuse } from '#base/refusal.ts'
import type { Accounts } from '#operations/accounts.ts'

type Library = Awaited<ReturnType<typeof betterAuth<AuthOptions>>['$context']>
type Context = Pick<Library, 'adapter' | 'internalAdapter' | 'password'>
type User = { id: string }

const providerId = 'credential'

export function openAccounts({ adapter, internalAdapter, password }: Context): Accounts {
  const find = (username: string) =>
    adapter.findOne<User>({ model: 'user', where: [{ field: 'username', value: username }] })
  const must = async (username: string) =>
    (await find(username)) ?? refuse('not-found', { noun: 'account', id: username })

  return {
    async open({ username, name, zone, person }) {
      if (await find(username)) refuse('username-taken', { username })
      const oneTime = oneTimePassword()
      const hash = await password.hash(oneTime)
      const stamps = () => ({ createdAt: new Date(), updatedAt: new Date() })
      // The library wants an address; .invalid never leads anywhere (RFC 2606) and no mail is sent.
      const email = { email: `${username}@luoshi.invalid`, emailVerified: false }
      await adapter.transaction(async (both) => {
        const user = await both.create<Record<string, unknown>, User>({
          model: 'user',
          data: { username, name, zone, person, mustChangePassword: true, ...email, ...stamps() },
        })
        const account = { userId: user.id, providerId, accountId: user.id, password: hash, ...stamps() }
        await both.create({ model: 'account', data: account })
      })
      return { oneTimePassword: oneTime }
    },

    async reset(username) {
      const { id } = await must(username)
      const oneTime = oneTimePassword()
      const hash = await password.hash(oneTime)
      await internalAdapter.updateUser(id, { mustChangePassword: true })
      if (await internalAdapter.findCredentialAccount(id)) await internalAdapter.updatePassword(id, hash)
      else await internalAdapter.createAccount({ userId: id, providerId, accountId: id, password: hash })
      await internalAdapter.deleteUserSessions(id)
      await adapter.deleteMany({ model: 'signInTry', where: [{ field: 'username', value: username }] })
      return { oneTimePassword: oneTime }
    },

    async close(username) {
      const { id } = await must(username)
      await adapter.deleteMany({ model: 'account', where: [{ field: 'userId', value: id }] })
      await internalAdapter.deleteUserSessions(id)
    },

    known: async (username) => (await find(username)) !== null,
  }
}
