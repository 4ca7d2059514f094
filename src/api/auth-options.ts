// How better-auth is set up: user names, its own tables, no sign-up, no cookie cache, nothing sent anywhere.

import type { BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins'
import { lockout } from '#api/lockout.ts'
import { passwordChange } from '#api/password-change.ts'
import { passwordLength } from '#api/passwords.ts'
import { Person } from '#domain/zone.ts'
import type { System } from '#operations/system.ts'

/** The header in which our door tells the library who is asking; a caller's own one is overwritten. */
export const clientHeader = 'x-luoshi-client'

const hour = 3600

export type AuthOptions = ReturnType<typeof authOptions>

export function authOptions({ ownerPool, clock }: System, baseURL: string, secret: string) {
  return {
    appName: 'Luoshi',
    baseURL,
    basePath: '/api/auth',
    secret,
    database: ownerPool,
    telemetry: { enabled: false },
    logger: { level: 'info', log: writeDefects },
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

/** The library reports refusals too, and at level 'error' prints them by itself: a wrong password is not worth a line. */
function writeDefects(level: string, message: string, ...details: unknown[]): void {
  if (level !== 'error' || details.some((detail) => detail instanceof APIError)) return
  console.error(`sign-in: ${message}`, ...details)
}
