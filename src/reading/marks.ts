// The notation of the corpus: Chinese passages in which every statement is marked with what must be read from it.
//   〔力争新增高企100家｜target 100家 increase strive〕,〔要成立专班｜task〕
// Tokens after ｜: kind; the number with ≥ > ≤ < ~ or 3..5 before it and its unit; measure (level unless named); strength;
// a period 2024-01-01/2024-12-31; a deadline →2024-12-31; @owner; #indicator; a decision grade or `ungraded`; names 甲+乙+丙.
// What is not named must be absent, except owner, indicator, members and grade, which are only compared when named.
import { overlap } from '#base/span.ts'
import type { Comparator, Measure, Statement, StatementKind, Strength } from '#reading/statement.ts'
import { decisionGrades, measures, statementKinds, strengths } from '#reading/statement-words.ts'

/** What a mark expects of the statement over its span. */
export interface Mark {
  start: number
  end: number
  kind: StatementKind
  value: number | null
  value2: number | null
  unit: string | null
  op: Comparator | null
  measure: Measure | null
  strength: Strength
  period: string | null
  deadline: string | null
  owner?: string
  indicator?: string
  decision?: string | null
  names?: string[]
}

export interface Passage {
  name: string
  /** The document's date, null when the passage has none. */
  date: string | null
  text: string
  marks: Mark[]
}

/** Cuts a corpus file into passages. A passage opens with a line `%% name` or `%% name · 2024-04-13`. */
export function passagesOf(file: string): Passage[] {
  return file
    .split(/^%% /m)
    .slice(1)
    .map((part) => {
      const lineEnd = part.indexOf('\n')
      const [name, date] = part.slice(0, lineEnd).split(' · ')
      return { name: name!.trim(), date: date?.trim() ?? null, ...marksOf(part.slice(lineEnd + 1).trimEnd()) }
    })
}

/** Takes the marks out of a marked text. Marks may nest. Throws on a mark that is not closed or not understood. */
export function marksOf(marked: string): { text: string; marks: Mark[] } {
  const open: number[] = []
  const marks: Mark[] = []
  let text = ''
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at]!
    if (char === '〔') open.push(text.length)
    else if (char === '｜' && open.length > 0) {
      const end = marked.indexOf('〕', at)
      if (end < 0) throw new Error(`mark without end: ${marked.slice(at, at + 40)}`)
      marks.push({ start: open.pop()!, end: text.length, ...expectation(marked.slice(at + 1, end)) })
      at = end
    } else text += char
  }
  if (open.length > 0) throw new Error(`mark without ｜: ${text.slice(open[0], open[0]! + 40)}`)
  return { text, marks: marks.sort((a, b) => a.start - b.start || a.end - b.end) }
}

type Expectation = Omit<Mark, 'start' | 'end'>

const signs: Record<string, Comparator> = { '≥': 'ge', '>': 'gt', '≤': 'le', '<': 'lt', '~': 'about' }
const number = /^([≥>≤<~])?(-?\d+(?:\.\d+)?)(万亿|亿|万)?(?:\.\.(\d+(?:\.\d+)?)(万亿|亿|万)?)?(.*)$/
const scales: Record<string, number> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 }

function expectation(words: string): Expectation {
  const [kind, ...tokens] = words.trim().split(/\s+/)
  if (!isOneOf(statementKinds, kind!)) throw new Error(`no such kind: ${kind}`)
  const blank = { value: null, value2: null, unit: null, op: null, measure: null, period: null, deadline: null }
  const expected: Expectation = { kind, strength: 'none', ...blank }
  for (const token of tokens) readToken(expected, token)
  return expected
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word)
}

function readToken(expected: Expectation, token: string): void {
  const word = token === 'growth' ? 'growth_rate' : token
  if (isOneOf(measures, word)) expected.measure = word
  else if (isOneOf(strengths, token)) expected.strength = token
  else if (isOneOf(decisionGrades, token)) expected.decision = token
  else if (token === 'ungraded') expected.decision = null
  else if (token.startsWith('→')) expected.deadline = token.slice(1)
  else if (token.startsWith('@')) expected.owner = token.slice(1)
  else if (token.startsWith('#')) expected.indicator = token.slice(1)
  else if (/^\d{4}-\d{2}-\d{2}\//.test(token)) expected.period = token
  else if (number.test(token)) readNumberToken(expected, token)
  else if (token.includes('+')) expected.names = token.split('+')
  else throw new Error(`mark not understood: ${token}`)
}

function readNumberToken(expected: Expectation, token: string): void {
  const [, sign, low, lowScale, high, highScale, unit] = number.exec(token)!
  expected.value = scaledBy(low!, high === undefined ? lowScale : (lowScale ?? highScale))
  expected.value2 = high === undefined ? null : scaledBy(high, highScale)
  expected.unit = unit === '' ? null : unit!
  expected.op = high === undefined ? (sign ? signs[sign]! : 'eq') : 'range'
  expected.measure ??= 'level'
}

function scaledBy(digits: string, scale: string | undefined): number {
  return scale === undefined ? Number(digits) : Number((Number(digits) * scales[scale]!).toPrecision(12))
}

/** Compares a passage with what was read; each line tells one difference. Empty when all is as marked. */
export function storyOf(passage: Passage, statements: Statement[]): string[] {
  return comparisonOf(passage, statements).flatMap(({ story }) => story)
}

/** A mark beside what was read there, either of which may be missing; `story` is empty when they agree. */
export type Compared = { mark: Mark | null; found: Statement | null; story: string[] }

/** Every mark with its statement, then every statement without a mark. */
export function comparisonOf({ text, marks }: Passage, statements: Statement[]): Compared[] {
  const used = new Set<Statement>()
  const compared: Compared[] = marks.map((mark) => {
    const found = nearest(mark, statements, used)
    if (found) used.add(found)
    return { mark, found, story: differences(text, mark, found) }
  })
  const extra = statements.filter((statement) => !used.has(statement))
  return [...compared, ...extra.map((found) => ({ mark: null, found, story: [unmarked(text, found)] }))]
}

function unmarked(text: string, extra: Statement): string {
  return `not marked, but read: ${shown(text, extra)} as ${described(extra)} because ${reasonOf(extra)}`
}

// The statement of the same number that covers the mark best; for orders the one of any order kind.
function nearest(mark: Mark, statements: Statement[], used: Set<Statement>): Statement | null {
  let best: { statement: Statement; rank: number } | null = null
  for (const statement of statements) {
    const shared = overlap(mark, statement)
    if (used.has(statement) || shared === 0 || (mark.kind === 'roster') !== (statement.kind === 'roster')) continue
    if (mark.kind !== 'roster' && (mark.value === null) !== (statement.value === null)) continue
    const rank =
      shared / (mark.end - mark.start + statement.end - statement.start - shared) +
      (mark.value === statement.value ? 1 : 0)
    if (!best || rank > best.rank) best = { statement, rank }
  }
  return best?.statement ?? null
}

function differences(text: string, mark: Mark, found: Statement | null): string[] {
  if (!found) return [`not read: ${shown(text, mark)} marked as ${mark.kind} ${mark.value ?? ''}${mark.unit ?? ''}`]
  const got: Record<string, unknown> = { ...found, period: found.period && `${found.period.from}/${found.period.to}` }
  const names = found.members.flatMap((member) => member.names)
  const lines: string[] = []
  for (const name of ['kind', 'value', 'value2', 'unit', 'op', 'measure', 'strength', 'period', 'deadline'] as const) {
    if (mark.kind === 'roster' && (name === 'op' || name === 'measure')) continue
    if (got[name] !== mark[name])
      lines.push(`${name} of ${shown(text, mark)}: marked ${mark[name]}, read ${got[name]} (${reasonOf(found)})`)
  }
  for (const name of ['owner', 'indicator', 'decision'] as const) {
    if (mark[name] !== undefined && got[name] !== mark[name])
      lines.push(`${name} of ${shown(text, mark)}: marked ${mark[name]}, read ${got[name]}`)
  }
  if (mark.names && mark.names.join('+') !== names.join('+'))
    lines.push(`names of ${shown(text, mark)}: read ${names.join('+')}`)
  if (overlap(mark, found) * 2 < Math.max(mark.end - mark.start, found.end - found.start)) {
    lines.push(`span of ${shown(text, mark)}: read ${shown(text, found)}`)
  }
  return lines
}

function shown(text: string, { start, end }: { start: number; end: number }): string {
  return `〔${text.slice(start, end).replaceAll('\n', '⏎')}〕`
}

function described({ kind, value, unit }: Statement): string {
  return value === null ? kind : `${kind} ${value}${unit ?? ''}`
}

function reasonOf({ parts }: Statement): string {
  return (parts.value ?? parts.verb ?? parts.members)?.reason ?? 'no verb'
}
