// Sign-in: better-auth with user names and passwords in a schema of its own, outside the contract (decision 0010).
// A session leads to an account, an account to a person of a zone; what the person may do is decided elsewhere.

import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import { openAccounts } from '#api/accounts.ts'
import { prepareTables } from '#api/auth-tables.ts'
import { lockout } from '#api/lockout.ts'
import { passwordChange } from '#api/password-change.ts'
import { passwordLength } from '#api/passwords.ts'
import { Person } from '#domain/zone.ts'
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

/** The header in which our door tells the library who is asking; a caller's own one is overwritten. */
export const clientHeader = 'x-luoshi-client'

const hour = 3600

/** `origin` is the address people use when it is not the server's own, as behind a TLS proxy; https makes cookies secure. */
export async function openSignIn(system: System, origin: string | null): Promise<SignIn> {
  const optionsFor = (secret: string) => options(system, origin ?? 'http://127.0.0.1', secret)
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

function options({ ownerPool, clock }: System, baseURL: string, secret: string) {
  return {
    appName: 'Luoshi',
    baseURL,
    basePath: '/api/auth',
    secret,
    database: ownerPool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    // The door has compared Origin and Host before and builds the address from them.
    trustedOrigins: (request?: Request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    user: {
      additionalFields: {
        zone: { type: 'string', required: true, input: false },
        person: { type: 'string', required: true, input: false },
        mustChangePassword: { type: 'boolean', required: true, input: false, defaultValue: true },
      },
    },
    // No cookie cache: whoever is signed out is out at once.
    session: { expiresIn: 12 * hour, updateAge: hour / 4 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      // An office shares one address, and the lockout guards each name: this only stops floods.
      customRules: {
        '/sign-in/username': { window: 60, max: 60 },
        '/change-password': { window: 60, max: 20 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'luoshi',
      useSecureCookies: baseURL.startsWith('https:'),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientHeader] },
      database: { generateId: 'uuid', joins: true },
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 2,
        maxUsernameLength: 31,
        usernameValidator: (name) => Person.shape.username.safeParse(name).success,
        validationOrder: { username: 'post-normalization' },
      }),
      lockout(clock),
      passwordChange(),
    ],
  } satisfies BetterAuthOptions
}
