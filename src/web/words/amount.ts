// How amounts are written on the screen: yuan as 万元 or 亿元, counts with their measure word, percentages; never in
// scientific notation and never rounded to something else than was promised (up to six decimals).

import type { Comparator } from '#reading/statement.ts'
import type { Language } from '#web/language.ts'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** Made once: making one costs far more than using it, and tables write thousands of numbers. */
const sixPlaces: Record<Language, Intl.NumberFormat> = {
  zh: new Intl.NumberFormat(locales.zh, { maximumFractionDigits: 6 }),
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 6 }),
}

export function showNumber(value: number, language: Language): string {
  return sixPlaces[language].format(value)
}

/** `value` is multiplied out: 120000000 元 is shown as 1.2亿元 (CNY 120 million). Null is an empty string. */
export function showQuantity(value: number | null, unit: string | null, language: Language): string {
  if (value === null) return ''
  if (unit === '元') return showYuan(value, language)
  // A calendar year is no amount: 2026年, and 2026 in English.
  if (unit === '年' && value >= 1000) return language === 'zh' ? `${value}年` : String(value)
  const number = showNumber(value, language)
  if (!unit) return number
  // Chinese writes the measure word close to its number.
  return unit === '%' || language === 'zh' ? number + unit : `${number} ${unit}`
}

function showYuan(value: number, language: Language): string {
  const size = Math.abs(value)
  if (language === 'zh') {
    if (size >= 1e8) return `${showNumber(value / 1e8, language)}亿元`
    return size >= 1e4 ? `${showNumber(value / 1e4, language)}万元` : `${showNumber(value, language)}元`
  }
  if (size >= 1e9) return `CNY ${showNumber(value / 1e9, language)} bn`
  return size >= 1e6 ? `CNY ${showNumber(value / 1e6, language)} m` : `CNY ${showNumber(value, language)}`
}

type Bound = (quantity: string, upper: string) => string
const bounds: Record<Language, Record<Comparator, Bound>> = {
  zh: {
    eq: (quantity) => quantity,
    ge: (quantity) => `${quantity}以上`,
    gt: (quantity) => `超过${quantity}`,
    le: (quantity) => `${quantity}以内`,
    lt: (quantity) => `不足${quantity}`,
    about: (quantity) => `${quantity}左右`,
    range: (quantity, upper) => `${quantity}—${upper}`,
  },
  en: {
    eq: (quantity) => quantity,
    ge: (quantity) => `at least ${quantity}`,
    gt: (quantity) => `more than ${quantity}`,
    le: (quantity) => `at most ${quantity}`,
    lt: (quantity) => `less than ${quantity}`,
    about: (quantity) => `about ${quantity}`,
    range: (quantity, upper) => `${quantity} to ${upper}`,
  },
}

type Target = { value: number | null; value2?: number | null; unit: string | null; op: Comparator | null }

/** A target with its bound: 100家以上, 3家—5家. Empty when there is no number. */
export function showTarget({ value, value2, unit, op }: Target, language: Language): string {
  if (value === null) return ''
  return bounds[language][op ?? 'eq'](showQuantity(value, unit, language), showQuantity(value2 ?? null, unit, language))
}

const sizes: [number, string][] = [
  [1024 * 1024, 'MB'],
  [1024, 'KB'],
]

/** 52428800 is 50 MB. */
export function showBytes(bytes: number, language: Language): string {
  const [size, name] = sizes.find(([least]) => bytes >= least) ?? [1, 'B']
  return `${new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(bytes / size)} ${name}`
}

/** A moment of the journal (ISO) in the reader's own time, to the minute: 2026-03-05 16:00. */
export function showMoment(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`
}
