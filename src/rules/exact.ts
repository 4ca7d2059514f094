// Exact numbers: fractions of big integers. 0.1 + 0.2 is 0.3, and a quotient is compared without being rounded first.

/** `n / d`, with `d` positive; not reduced, since most denominators are small powers of ten. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

const shape = /^(-?)(\d*)(?:\.(\d+))?$/

export const exact = (n: bigint, d = 1n): Exact => ({ n, d })
export const zero = exact(0n)
export const one = exact(1n)

/** Reads `-12`, `0.5`, `.5`; null for anything else, exponents too. */
export function parseExact(text: string): Exact | null {
  const match = shape.exec(text)
  if (!match || (match[2] === '' && match[3] === undefined)) return null
  const places = match[3] ?? ''
  const n = BigInt(match[2] + places)
  return { n: match[1] === '-' ? -n : n, d: 10n ** BigInt(places.length) }
}

export function plus(a: Exact, b: Exact): Exact {
  return a.d === b.d ? settled(a.n + b.n, a.d) : settled(a.n * b.d + b.n * a.d, a.d * b.d)
}

export const negated = (a: Exact): Exact => ({ n: -a.n, d: a.d })
export const minus = (a: Exact, b: Exact): Exact => plus(a, negated(b))
export const times = (a: Exact, b: Exact): Exact => settled(a.n * b.n, a.d * b.d)

/** Null when `b` is zero. */
export function over(a: Exact, b: Exact): Exact | null {
  if (b.n === 0n) return null
  return b.n > 0n ? settled(a.n * b.d, a.d * b.n) : settled(-a.n * b.d, -a.d * b.n)
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function order(a: Exact, b: Exact): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d]
  return left < right ? -1 : left > right ? 1 : 0
}

export const isWhole = (a: Exact): boolean => a.n % a.d === 0n
export const sign = (a: Exact): number => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const magnitude = (a: Exact): Exact => (a.n < 0n ? negated(a) : a)

/** The largest whole number not above `a`. */
export function floorOf(a: Exact): bigint {
  const whole = a.n / a.d
  return a.n < 0n && whole * a.d !== a.n ? whole - 1n : whole
}

export const roundings = ['floor', 'ceiling', 'up', 'down', 'half-up', 'half-down', 'half-even'] as const
export type Rounding = (typeof roundings)[number]

/** Rounds to `places` decimal places (negative: tens, hundreds …). up and down are away from and towards zero. */
export function rounded(a: Exact, places: number, rounding: Rounding): Exact {
  const scale = powerOfTen(places)
  const whole = roundedToWhole(times(a, scale), rounding)
  return over(exact(whole), scale) as Exact
}

function roundedToWhole(a: Exact, rounding: Rounding): bigint {
  const below = floorOf(a)
  const rest = a.n - below * a.d
  if (rest === 0n) return below
  const negative = a.n < 0n
  const twice = 2n * rest
  switch (rounding) {
    case 'floor':
      return below
    case 'ceiling':
      return below + 1n
    case 'up':
      return negative ? below : below + 1n
    case 'down':
      return negative ? below + 1n : below
    case 'half-up':
      return twice > a.d || (twice === a.d && !negative) ? below + 1n : below
    case 'half-down':
      return twice > a.d || (twice === a.d && negative) ? below + 1n : below
    case 'half-even':
      return twice > a.d || (twice === a.d && below % 2n !== 0n) ? below + 1n : below
  }
}

export function powerOfTen(places: number): Exact {
  return places >= 0 ? exact(10n ** BigInt(places)) : exact(1n, 10n ** BigInt(-places))
}

/** Whole powers; null for zero to a negative power. */
export function power(a: Exact, exponent: number): Exact | null {
  if (exponent < 0) return over(one, power(a, -exponent) as Exact)
  return settled(a.n ** BigInt(exponent), a.d ** BigInt(exponent))
}

/** As written: 12, -0.5. What has no end is rounded half even after `digits` decimal places. */
export function decimalOf(a: Exact, digits = 34): string {
  const exactly = terminating(a)
  const { n, d } = exactly ?? rounded(a, digits, 'half-even')
  const places = placesOf(d)
  const figures = (n < 0n ? -n : n) * (10n ** BigInt(places) / d)
  const text = figures.toString().padStart(places + 1, '0')
  const whole = text.slice(0, text.length - places)
  const part = text.slice(text.length - places).replace(/0+$/, '')
  return `${n < 0n && figures !== 0n ? '-' : ''}${whole}${part && `.${part}`}`
}

const powersOfTen = new Set(Array.from({ length: 41 }, (_, places) => 10n ** BigInt(places)))

/** The same number over a divisor of a power of ten, or null when its decimals have no end. */
export function terminating(a: Exact): Exact | null {
  if (powersOfTen.has(a.d)) return a
  const common = greatestCommon(a.n < 0n ? -a.n : a.n, a.d)
  const reduced = { n: a.n / common, d: a.d / common }
  let rest = reduced.d
  while (rest % 2n === 0n) rest /= 2n
  while (rest % 5n === 0n) rest /= 5n
  return rest === 1n ? reduced : null
}

/** How many decimal places a denominator of twos and fives needs. */
function placesOf(d: bigint): number {
  let places = 0
  for (let scale = 1n; scale % d !== 0n; scale *= 10n) places++
  return places
}

function greatestCommon(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}

const large = 10n ** 60n

// Reducing costs more than most sums, so that only what has grown long is reduced.
function settled(n: bigint, d: bigint): Exact {
  if (d < large) return { n, d }
  const common = greatestCommon(n < 0n ? -n : n, d)
  return { n: n / common, d: d / common }
}
