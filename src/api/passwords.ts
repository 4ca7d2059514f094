// What a password has to be, and the passwords we make ourselves: told once, to be changed at the first sign-in.

import { randomInt } from 'node:crypto'

export const passwordLength = { least: 10, most: 128 }

/** At least two of letters, digits and everything else. Chinese characters count as letters. */
export function isWeak(password: string): boolean {
  const kinds = [/\p{L}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password)).length
  const length = [...password].length
  return kinds < 2 || length < passwordLength.least || password.length > passwordLength.most
}

/** Without characters that look alike when read from paper or over the telephone: 0 O o, 1 l I i. */
const unambiguous = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** Twelve characters, about 70 bits. */
export function oneTimePassword(): string {
  const made = Array.from({ length: 12 }, () => unambiguous[randomInt(unambiguous.length)]).join('')
  return isWeak(made) ? oneTimePassword() : made
}
