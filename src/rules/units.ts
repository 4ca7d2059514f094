// Units in rules: 元, 万元 and 亿元 are one kind of thing, 5% is 0.05, and 家 is not 人.

import { exact, over, times } from '#rules/exact.ts'
import type { Node } from '#rules/rule.ts'
import type { Value } from '#rules/value.ts'

/** A bare literal takes the unit of what it meets. */
export const anyUnit = 'any'
/** 5000万 without a unit: beside a fact in 万元 nobody can tell whether 5000万元 or 5000万万元 was meant. */
export const scaledUnit = 'scaled'

const isBare = (unit: string | null): boolean => unit === anyUnit || unit === scaledUnit

const yuan: Record<string, bigint> = { 元: 1n, 万元: 10n ** 4n, 亿元: 10n ** 8n }

/** How a literal's unit becomes the wanted one: multiply by `n / d`; null when the two are different things. */
function factor(from: string | null, to: string | null): { n: bigint; d: bigint } | null {
  if (from === to || from === anyUnit) return { n: 1n, d: 1n }
  if (from === scaledUnit) return to === '万元' || to === '亿元' ? null : { n: 1n, d: 1n }
  if (from === '%' && to === null) return { n: 1n, d: 100n }
  if (from === '‰' && to === null) return { n: 1n, d: 1000n }
  if (from === '‰' && to === '%') return { n: 1n, d: 10n }
  const [a, b] = [yuan[from ?? ''], yuan[to ?? '']]
  return a && b ? { n: a, d: b } : null
}

/** The constant in the unit, or null when that makes no sense. Everything but a constant keeps the unit it has. */
export function inUnit(node: Node, unit: string | null): Node | null {
  if (node.unit === unit || isBare(unit)) return node
  if (node.kind !== 'constant') return null
  const by = factor(node.unit, unit)
  return by && { ...node, unit, value: scaledBy(node.value, by) }
}

function scaledBy(value: Value, { n, d }: { n: bigint; d: bigint }): Value {
  if (value === null || (n === 1n && d === 1n)) return value
  return over(times(value as never, exact(n)), exact(d))
}

/** Two numbers that are added or compared, in one unit; null when their units do not go together. */
export function agreed(left: Node, right: Node): { left: Node; right: Node; unit: string | null } | null {
  if (left.unit === right.unit) return { left, right, unit: left.unit }
  const moved = inUnit(right, left.unit)
  if (moved && !isBare(left.unit)) return { left, right: moved, unit: left.unit }
  const turned = isBare(right.unit) && !isBare(left.unit) ? null : inUnit(left, right.unit)
  return turned && { left: turned, right, unit: right.unit }
}

/** 5% as a factor is 0.05. */
export function asFactor(node: Node): Node {
  return node.unit === '%' || node.unit === '‰' ? (inUnit(node, null) ?? node) : node
}

export function productUnit(left: string | null, right: string | null): string | null {
  if (isBare(left)) return isBare(right) ? anyUnit : right
  if (isBare(right) || right === null) return left
  return left === null ? right : `${left}·${right}`
}

export function quotientUnit(above: string | null, below: string | null): string | null {
  if (isBare(below)) return isBare(above) ? anyUnit : above
  if (below === null) return isBare(above) ? null : above
  if (above === below) return null
  return `${above === null || isBare(above) ? '1' : above}/${below}`
}
