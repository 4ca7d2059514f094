// What the operations need of sign-in: accounts are opened, reset and closed with people. The door api implements it.

export type Account = { username: string; name: string; zone: string; person: string }

export type Accounts = {
  /** Refuses 'username-taken'. The password is told once and must be changed at the first sign-in. */
  open(account: Account): Promise<{ oneTimePassword: string }>
  reset(username: string): Promise<{ oneTimePassword: string }>
  /** Ends every session; signing in is no longer possible. */
  close(username: string): Promise<void>
  known(username: string): Promise<boolean>
}
