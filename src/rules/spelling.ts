// What an officer types, made into FEEL: full-width signs become half-width, 5000万元 and 5% become numbers with a unit.
// Every character of the FEEL text knows the character it was typed as, so that an issue points at the right place.

import { type Exact, exact, parseExact, times } from '#rules/exact.ts'
import type { Issue } from '#rules/rule.ts'

/** A number as typed: `value` counts in `unit`; `scaled` when it was written with 万 or 亿 and without a unit. */
export interface Literal {
  value: Exact
  unit: string | null
  scaled: boolean
  typed: string
}

/** A test that nothing passes; see bracketAfterIn. The checker leaves it out. */
export const noTest = '"\uE000"'

export interface Spelled {
  feel: string
  /** The typed offset of each FEEL character, and of the end. */
  at: number[]
  /** By the FEEL offset at which they start. */
  literals: Map<number, Literal>
  /** The typed end of each literal, its unit included, by its FEEL end. */
  ends: Map<number, number>
}

/** Longest first: 万亿 before 万. */
const scales: readonly (readonly [string, bigint])[] = [
  ['万亿', 10n ** 12n],
  ['千万', 10n ** 7n],
  ['百万', 10n ** 6n],
  ['亿', 10n ** 8n],
  ['万', 10n ** 4n],
  ['千', 10n ** 3n],
]

const signs: Record<string, string> = { '≥': '>=', '≤': '<=', '≠': '!=', '×': '*', '÷': '/', '−': '-', '。': ' ' }
const opening: Record<string, string> = { '"': '"', '“': '”', '＂': '＂' }
const letter = /[\p{L}_]/u
const inName = /[\p{L}\p{N}_]/u
const digit = /[0-9]/

/** `units` are those of the dictionary; 元, 万元, 亿元 and % are always known. */
export function spell(text: string, units: readonly string[]): Spelled | Issue {
  const spelled: Spelled = { feel: '', at: [], literals: new Map(), ends: new Map() }
  const known = [...new Set([...units, '元', '%', '‰'])].toSorted((a, b) => b.length - a.length)
  const brackets = bracketsAfterIn(text)
  for (let at = 0; at < text.length; ) {
    if (brackets.opens.has(at)) put(spelled, '(', at)
    const next = opening[text[at]!]
      ? spellText(text, at, spelled)
      : letter.test(charAt(text, at))
        ? spellName(text, at, spelled)
        : isNumberAt(text, at)
          ? spellNumber(text, at, spelled, known)
          : spellSign(text, at, spelled)
    if (typeof next !== 'number') return next
    if (brackets.closes.has(at)) put(spelled, `,${noTest})`, at)
    at = next
  }
  spelled.at.push(text.length)
  return spelled
}

export const isIssue = (found: Spelled | Issue): found is Issue => 'code' in found

/**
 * The parser reads `x in [1..5] or y` as `x in ([1..5] or y)`, which nobody means. With a second test in round brackets
 * it reads as written, so that each bracket after `in` gets them. `some x in [1, 2]` is another `in` and is left alone.
 */
function bracketsAfterIn(text: string): { opens: Set<number>; closes: Set<number> } {
  const found = { opens: new Set<number>(), closes: new Set<number>() }
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_])in\s*(?=[[(（［])/gu)) {
    if (/(?:some|every|for)\s+[\p{L}\p{N}_]+\s+$/u.test(text.slice(Math.max(0, match.index - 80), match.index)))
      continue
    const open = match.index + match[0].length
    const { close, listed } = closingOf(text, open)
    if (close < 0 || (listed && plain(text[open]) === '(')) continue
    found.opens.add(open)
    found.closes.add(close)
  }
  return found
}

/** Where the bracket closes, of either kind, and whether commas part what is in it. */
function closingOf(text: string, open: number): { close: number; listed: boolean } {
  let depth = 0
  let listed = false
  for (let at = open; at < text.length; at++) {
    const char = plain(text[at])
    const quote = opening[text[at]!]
    if (quote) for (at++; at < text.length && text[at] !== quote; at++) if (text[at] === '\\') at++
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth--
    else if (char === ',' && depth === 1) listed = true
    if (depth === 0) return { close: at, listed }
  }
  return { close: -1, listed }
}

const charAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0)

function put(spelled: Spelled, feel: string, at: number): void {
  spelled.feel += feel
  for (let i = 0; i < feel.length; i++) spelled.at.push(at)
}

function spellSign(text: string, at: number, spelled: Spelled): number | Issue {
  const char = charAt(text, at)
  const feel = signs[char] ?? char.normalize('NFKC')
  if (/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u.test(char) && !/[\n\r\t]/.test(char))
    return { code: 'odd-character', start: at, end: at + char.length, facts: { code: codeOf(char) } }
  put(spelled, /\s/.test(feel) ? ' ' : feel, at)
  return at + char.length
}

const codeOf = (char: string): string => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

function spellName(text: string, at: number, spelled: Spelled): number {
  let end = at
  while (end < text.length && inName.test(charAt(text, end))) {
    const char = charAt(text, end)
    put(spelled, char.normalize('NFKC'), end)
    end += char.length
  }
  return end
}

function spellText(text: string, at: number, spelled: Spelled): number | Issue {
  const close = opening[text[at]!]!
  put(spelled, '"', at)
  for (let end = at + 1; end < text.length; end++) {
    const char = text[end]!
    if (char === close) {
      put(spelled, '"', end)
      return end + 1
    }
    if (char === '\\') {
      put(spelled, text.slice(end, end + 2), end)
      end++
    } else put(spelled, char === '"' ? '\\"' : char, end)
  }
  return { code: 'syntax', start: at, end: text.length, facts: { near: text.slice(at, at + 12) } }
}

const plain = (char: string | undefined): string => (char ?? '').normalize('NFKC')

function isNumberAt(text: string, at: number): boolean {
  const char = plain(text[at])
  return digit.test(char) || (char === '.' && digit.test(plain(text[at + 1])) && plain(text[at - 1]) !== '.')
}

function spellNumber(text: string, at: number, spelled: Spelled, units: readonly string[]): number | Issue {
  let end = at
  let point = false
  for (; end < text.length; end++) {
    const char = plain(text[end])
    if (char === '.' && !point && digit.test(plain(text[end + 1]))) point = true
    else if (!digit.test(char)) break
  }
  const figures = [...text.slice(at, end)].map(plain).join('')
  const issue = (code: Issue['code'], to: number): Issue => ({
    code,
    start: at,
    end: to,
    facts: { text: text.slice(at, to) },
  })
  const comma = /^[,，]\d{3}(?!\d)/.exec(text.slice(end, end + 5))
  if (comma && /^[1-9]\d{0,2}$/.test(figures)) return issue('thousands-comma', end + 4)
  if (/^0\d/.test(figures) || figures.length > 40) return issue('bad-literal', end)
  if (/^[eE][-+]?\d/.test(text.slice(end, end + 3))) return issue('exponent', end + 2)
  const unit = unitAt(text, end, units)
  if (unit === null) return issue('unit-unclear', wordEnd(text, end))
  const scale = unit.scale === 1n ? parseExact(figures)! : times(parseExact(figures)!, exact(unit.scale))
  spelled.literals.set(spelled.feel.length, {
    value: scale,
    unit: unit.unit,
    scaled: unit.scale > 1n && unit.unit === null,
    typed: text.slice(at, unit.end),
  })
  // The parser needs one number token: its value is taken from `literals`.
  put(spelled, figures, at)
  spelled.ends.set(spelled.feel.length, unit.end)
  for (let rest = end; rest < unit.end; rest++) put(spelled, ' ', rest)
  return unit.end
}

function wordEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && inName.test(text[end]!)) end++
  return end
}

interface Suffix {
  end: number
  scale: bigint
  unit: string | null
}

/** 万元, 亿, %, 家 after a number; null when letters follow that are no unit. */
function unitAt(text: string, at: number, units: readonly string[]): Suffix | null {
  let from = at
  while (plain(text[from]) === ' ') from++
  // 千瓦 is a unit of its own, not a thousand of 瓦.
  const whole = units.find((word) => startsWithPlain(text, from, word))
  const wholeEnd = from + (whole?.length ?? 0)
  if (whole && (wholeEnd >= text.length || !inName.test(charAt(text, wholeEnd))))
    return money({ end: wholeEnd, scale: 1n, unit: whole })
  const scale = scales.find(([word]) => text.startsWith(word, from))
  const afterScale = from + (scale?.[0].length ?? 0)
  const unit = units.find((word) => startsWithPlain(text, afterScale, word))
  const end = afterScale + (unit?.length ?? 0)
  const ends = end >= text.length || !inName.test(charAt(text, end))
  if ((scale || unit) && ends) return money({ end, scale: scale?.[1] ?? 1n, unit: unit ?? null })
  return from > at || !inName.test(charAt(text, at)) ? { end: at, scale: 1n, unit: null } : null
}

const startsWithPlain = (text: string, at: number, word: string): boolean =>
  text.slice(at, at + word.length).normalize('NFKC') === word

// 万元 and 亿元 are 元 with a scale, whether they were read as one unit or as two words.
function money(suffix: Suffix): Suffix {
  if (suffix.unit === '万元') return { ...suffix, scale: suffix.scale * 10n ** 4n, unit: '元' }
  if (suffix.unit === '亿元') return { ...suffix, scale: suffix.scale * 10n ** 8n, unit: '元' }
  return suffix
}
