// Numbers as people write them in cells: `1,234.5`, `３０`, `120亩`, `5000万`, `1.2亿元`, `12.5%`. What a bare number counts
// in is said by the head of its column: 总投资（万元）. Decimals are moved as text, so that nothing is rounded.

import { unitName } from '#base/quantity.ts'
import { type CellProblem, cannot } from '#domain/cell-problem.ts'
import type { Field } from '#domain/register.ts'

export const moneyUnits = ['元', '万元', '亿元'] as const

/** Powers of ten in front of a unit; 千 and 百 alone are left out: 千瓦 and 百分点 are units of their own. */
const powers: readonly (readonly [word: string, power: number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
]

type Measure = { power: number; base: string }

function measureOf(unit: string): Measure {
  const [word, power] = powers.find(([scale]) => unit.startsWith(scale)) ?? ['', 0]
  return { power, base: unitName(unit.slice(word.length)) }
}

/** What the field itself counts in; empty where it has no unit. */
export function ownUnit({ type, unit }: Pick<Field, 'type' | 'unit'>): string {
  if (type === 'money') return '元'
  return type === 'percent' ? '%' : (unit ?? '')
}

/** By which power of ten a number of `unit` is more than one of the field's own; null when it is something else. */
export function powerOver(field: Field, unit: string): number | null {
  const own = ownUnit(field)
  if (unit === own) return 0
  const [said, kept] = [measureOf(unit), measureOf(own)]
  // 5000万 of money is 5000万元; 30万 of 万平方米 may mean two things.
  const bare = said.base === '' && said.power > 0 && kept.power === 0 && field.type !== 'percent'
  return bare || said.base === kept.base ? said.power - kept.power : null
}

/** Moves the decimal point: shifted('1.2', 8) is '120000000', shifted('5', -4) is '0.0005'. */
export function shifted(decimal: string, power: number): string {
  const sign = decimal.startsWith('-') ? '-' : ''
  const [whole, places = ''] = decimal.slice(sign.length).split('.') as [string, string?]
  const digits = (power < 0 ? '0'.repeat(-power) : '') + whole + places + '0'.repeat(Math.max(0, power))
  const point = (power < 0 ? -power : 0) + whole.length + power
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const right = digits.slice(point).replace(/0+$/, '')
  return sign + left + (right ? `.${right}` : '')
}

/** A number of a cell in plain digits, with the 15 digits that a spreadsheet keeps. */
export function plainNumber(number: number): string {
  const [mantissa, power = '0'] = String(Number(number.toPrecision(15))).split('e') as [string, string?]
  return shifted(mantissa, Number(power))
}

const shape = /^¥?([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,20})(?:\.(\d{1,20}))?([^\d.,].*)?$/su

/** The decimal in the field's own unit. `unit`: what the head says that a bare number counts in; null when it is silent. */
export function readAmount(field: Field, cell: string, unit: string | null): { decimal: string } | CellProblem {
  const text = cell.replaceAll('㎡', '平方米').normalize('NFKC').replaceAll(/\s/gu, '')
  const [, sign, whole, places, said] = shape.exec(text) ?? []
  if (whole === undefined) return cannot('not-a-number', { text: cell })
  const counted = said || unit || (field.type === 'money' ? null : ownUnit(field))
  if (counted === null) return cannot('unit-unsaid', { units: moneyUnits })
  const power = powerOver(field, counted)
  if (power === null) return cannot('other-unit', { said: counted, unit: ownUnit(field) })
  const digits = whole.replaceAll(',', '') + (places ? `.${places}` : '')
  return { decimal: (sign === '-' ? '-' : '') + shifted(digits, power) }
}
