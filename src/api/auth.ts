// Sign-in: better-auth with user names and passwords in a schema of its own, outside the contract (decision 0010).
// A session leads to an account, an account to a person of a zone; what the person may do is decided elsewhere.

import { betterAuth } from 'better-auth'
import { openAccounts } from '#api/accounts.ts'
import { authOptions } from '#api/auth-options.ts'
import { prepareTables } from '#api/auth-tables.ts'
import type { Accounts } from '#operations/accounts.ts'
import type { System } from '#operations/system.ts'

/** Whose session it is; `setCookie` has what the browser must be told when the session was prolonged. */
export type SignedIn = { zone: string; person: string; mustChangePassword: boolean; setCookie: string[] }

export type SignIn = {
  accounts: Accounts
  /** Null without a session that still runs. One statement. */
  signedIn(cookie: string | undefined): Promise<SignedIn | null>
  /** The library's own endpoints below /api/auth. */
  answer(request: Request): Promise<Response>
  cookieName: string
}

/** `origin` is the address people use when it is not the server's own, as behind a TLS proxy; https makes cookies secure. */
export async function openSignIn(system: System, origin: string | null): Promise<SignIn> {
  const optionsFor = (secret: string) => authOptions(system, origin ?? 'http://127.0.0.1', secret)
  const auth = betterAuth(optionsFor(await prepareTables(system.ownerPool, optionsFor)))
  const context = await auth.$context
  return {
    accounts: openAccounts(context),
    answer: (request) => auth.handler(request),
    cookieName: context.authCookies.sessionToken.name,
    async signedIn(cookie) {
      if (!cookie?.includes(context.authCookies.sessionToken.name)) return null
      const { headers, response } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true })
      if (!response) return null
      const { zone, person, mustChangePassword } = response.user
      return { zone, person, mustChangePassword, setCookie: headers.getSetCookie() }
    },
  }
}
