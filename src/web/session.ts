// Signing in, signing out and changing one's password: the only calls that are not in the contract (better-auth's own).
// What goes wrong is thrown as for every other call: wrong-sign-in, sign-in-locked, weak-password …

import { answered, reach } from '#web/client.ts'

async function post(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  await answered(await reach(`/api/auth/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
}

export function signIn(username: string, password: string): Promise<void> {
  return post('sign-in/username', { username, password })
}

/** Ends every other session of the account. */
export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return post('change-password', { currentPassword, newPassword, revokeOtherSessions: true })
}

export function signOut(): Promise<void> {
  return post('sign-out', {})
}
