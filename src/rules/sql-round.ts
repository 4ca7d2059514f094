// Rounding in SQL by whole numbers alone: div() and mod() of numerics are exact, a quotient's digits are not.

import type { Rounding } from '#rules/exact.ts'
import { powerOfTen } from '#rules/exact.ts'
import { asDecimal, literalPart, type Part, product, sized, type Term } from '#rules/sql-number.ts'

/** The term rounded to `places` decimal places, as a numeric. */
export function roundedTerm({ above, below }: Term, places: number, rounding: Rounding): Term {
  const scale = literalPart(powerOfTen(places))
  const top = asDecimal(product(asDecimal(above), asDecimal(scale))).sql
  const bottom = below ? `NULLIF(${asDecimal(below).sql}, 0)` : '1::numeric'
  const whole = wholeOf(rounding, positiveBelow(top, below ? bottom : null))
  const sql = `(${whole} * ${literalPart(powerOfTen(-places)).sql})`
  const factors = above.factors + (below?.factors ?? 0) + 1
  const part: Part = {
    sql: sized(sql),
    scale: null,
    bound: 0n,
    positive: false,
    nullable: above.nullable || below !== null,
    factors,
  }
  return { above: part, below: null }
}

interface Fraction {
  top: string
  /** Positive, or null in SQL. */
  bottom: string
}

function positiveBelow(top: string, bottom: string | null): Fraction {
  if (bottom === null) return { top, bottom: '1::numeric' }
  return { top: `(${top} * sign(${bottom}))`, bottom: `abs(${bottom})` }
}

// div() cuts towards zero: below zero with a rest the floor is one less.
const floor = ({ top, bottom }: Fraction): string =>
  `(div(${top}, ${bottom}) - CASE WHEN mod(${top}, ${bottom}) < 0 THEN 1 ELSE 0 END)`
const ceiling = ({ top, bottom }: Fraction): string => `(- ${floor({ top: `(- ${top})`, bottom })})`

function wholeOf(rounding: Rounding, { top, bottom }: Fraction): string {
  const size = `abs(${top})`
  const twice = { top: `(2 * ${size} + ${bottom})`, bottom: `(2 * ${bottom})` }
  const signed = (whole: string): string => `(sign(${top}) * ${whole})`
  switch (rounding) {
    case 'floor':
      return floor({ top, bottom })
    case 'ceiling':
      return ceiling({ top, bottom })
    case 'up':
      return signed(ceiling({ top: size, bottom }))
    case 'down':
      return signed(floor({ top: size, bottom }))
    case 'half-up':
      return signed(floor(twice))
    case 'half-down':
      return signed(ceiling({ top: `(2 * ${size} - ${bottom})`, bottom: `(2 * ${bottom})` }))
    case 'half-even':
      return signed(
        `(${floor(twice)} - CASE WHEN mod(${twice.top}, ${twice.bottom}) = 0 THEN mod(${floor(twice)}, 2) ELSE 0 END)`,
      )
  }
}
