// Units in rules: 元, 万元 and 亿元 are one kind of thing, 5% is 0.05, and 家 is not 人.

import { type Exact, exact, one, over, times } from '#rules/exact.ts'
import type { Node } from '#rules/rule.ts'

/** A bare literal takes the unit of what it meets. */
export const anyUnit = 'any'
/** 5000万 without a unit: 元 beside money, a plain number beside all else. */
export const scaledUnit = 'scaled'

const isBare = (unit: string | null): boolean => unit === anyUnit || unit === scaledUnit

const yuan: Record<string, bigint> = { 元: 1n, 万元: 10n ** 4n, 亿元: 10n ** 8n }
const shares: Record<string, bigint> = { '': 1000n, '%': 10n, '‰': 1n }

/** How a number's unit becomes the wanted one: multiply by `n / d`; null when the two are different things. */
function factor(from: string | null, to: string | null): Exact | null {
  if (from === to || from === anyUnit) return one
  if (from === scaledUnit) return exact(1n, yuan[to ?? ''] ?? 1n)
  const [a, b] = [yuan[from ?? ''] ?? shares[from ?? ''], yuan[to ?? ''] ?? shares[to ?? '']]
  const bothMoney = (from ?? '') in yuan === (to ?? '') in yuan
  return a && b && bothMoney ? over(exact(a), exact(b)) : null
}

/** The number in the unit, or null when that makes no sense: a constant is reckoned at once, a fact when it is known. */
export function inUnit(node: Node, unit: string | null): Node | null {
  if (node.unit === unit || isBare(unit)) return node
  const by = factor(node.unit, unit)
  if (!by) return null
  if (node.kind === 'constant')
    return { ...node, unit, value: node.value === null ? null : times(node.value as Exact, by) }
  if (by.n === by.d) return { ...node, unit }
  if (node.kind === 'if') {
    const [yes, no] = [inUnit(node.yes, unit), inUnit(node.no, unit)]
    return yes && no && { ...node, yes, no, unit }
  }
  const { start, end } = node
  const right: Node = { kind: 'constant', value: by, type: 'number', unit: null, start, end }
  return { kind: 'arithmetic', op: '*', left: node, right, type: 'number', unit, start, end }
}

type Agreed = { left: Node; right: Node; unit: string | null }

/** Two numbers that are added or compared, in one unit; null when their units do not go together. */
export function agreed(left: Node, right: Node): Agreed | null {
  if (left.unit === right.unit) return { left, right, unit: left.unit }
  const bare = [left, right].map(({ unit }) => isBare(unit))
  if (bare[0] && bare[1]) return { left, right, unit: scaledUnit }
  // 1 + 20% is 1.2, not 21%: beside a share that was written out a bare number is no share.
  const share = [left, right].find(({ kind, unit }) => kind === 'constant' && isShare(unit))
  const [a, b] = share && (bare[0] || bare[1]) ? [asFactor(left), asFactor(right)] : [left, right]
  const unit = isBare(a.unit) || (a.kind === 'constant' && b.kind !== 'constant') ? b.unit : a.unit
  const [l, r] = [inUnit(a, unit), inUnit(b, unit)]
  return l && r && { left: l, right: r, unit }
}

const isShare = (unit: string | null): boolean => unit === '%' || unit === '‰'

/** 5% as a factor is 0.05. */
export function asFactor(node: Node): Node {
  return isShare(node.unit) ? (inUnit(node, null) ?? node) : node
}

/** Before one is divided by the other: both in 万元 where one is in 元. */
export function asRatio(left: Node, right: Node): [Node, Node] {
  const [a, b] = [asFactor(left), asFactor(right)]
  const isMoney = ({ unit }: Node) => (unit ?? '') in yuan
  return isMoney(a) && isMoney(b) ? [a, inUnit(b, a.unit) ?? b] : [a, b]
}

export function productUnit(left: string | null, right: string | null): string | null {
  if (left === scaledUnit && isBare(right)) return scaledUnit
  if (isBare(left)) return right
  if (isBare(right) || right === null) return left
  return left === null ? right : `${left}·${right}`
}

export function quotientUnit(above: string | null, below: string | null): string | null {
  if (isBare(below)) return below === scaledUnit && isBare(above) ? anyUnit : above
  if (below === null) return isBare(above) ? null : above
  if (above === below) return null
  return `${above === null || isBare(above) ? '1' : above}/${below}`
}
