// Exact decimals as points of an axis: only what a decision table needs to know about its columns, order and the middle.
// A decimal is its digits without the point and how many of them stand behind it: 0.25 is 25n at 2.

export type Decimal = { digits: bigint; scale: number }

const shape = /^(-?)(\d+)(?:\.(\d+))?$/

/** Null when the text is not a plain decimal; exponents are not. */
export function parseDecimal(text: string): Decimal | null {
  const match = shape.exec(text.trim())
  if (!match) return null
  const [, sign, whole, part = ''] = match
  return { digits: BigInt(`${sign}${whole}${part}`), scale: part.length }
}

export function printDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const part = scale === 0 ? '' : all.slice(-scale).replace(/0+$/, '')
  return `${sign}${scale === 0 ? all : all.slice(0, -scale)}${part && `.${part}`}`
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: atScale(a, scale) + atScale(b, scale), scale }
}

export function minus(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale }
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const { digits } = addDecimals(a, minus(b))
  return digits < 0n ? -1 : digits > 0n ? 1 : 0
}

export function middle(a: Decimal, b: Decimal): Decimal {
  const sum = addDecimals(a, b)
  return { digits: sum.digits * 5n, scale: sum.scale + 1 }
}

function atScale(a: Decimal, scale: number): bigint {
  return a.digits * 10n ** BigInt(scale - a.scale)
}
