// 统一社会信用代码 (GB 32100-2015) and industry codes (GB/T 4754-2017: a letter A–T, then up to four digits).
// Some genuine early codes fail the check character, so that a failed one is a warning, never a refusal.

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = new RegExp(`^[${alphabet}]{18}$`)
const weights = Array.from({ length: 17 }, (_, place) => 3 ** place % 31)

/** True when the last character is what the other seventeen ask for. */
export function isCreditCode(code: string): boolean {
  if (!shape.test(code)) return false
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(code[place] as string), 0)
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

const industry = /^[A-T](\d{2}\d{0,2})?$/

export function isIndustryCode(code: string): boolean {
  return industry.test(code)
}
