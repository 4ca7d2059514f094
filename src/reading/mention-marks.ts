// The notation of corpus/mentions: every mention of the types that a passage names stands in 〔words｜type meaning〕.
//   〔620亿元｜currency CNY 62000000000〕 〔6月底前｜daterange */2026-07-01〕 〔20个以上｜numberrange ≥20〕
// ≥ ≤ > < tell a bound, 2..3 two numbers; a stretch of time ends before its second moment, * is open; only the first reading counts.
import { type Lengths, type Mention, type MentionType, mentionTypes, type Norm } from '#reading/mention.ts'

export interface MentionPassage {
  name: string
  /** The day the text is read on. */
  date: string
  text: string
  /** `words type meaning` of each mark, in order. */
  marks: string[]
  /** Where the words of each mark stand in `text`. */
  spans: { start: number; end: number }[]
  /** The types that are looked for: those that are marked, or all where the passage says so. */
  types: MentionType[]
}

/** Cuts a file into passages; each opens with a line `%% name · 2026-03-05`, or `… · all` to look for every type. */
export function mentionPassagesOf(file: string): MentionPassage[] {
  const parts = file.split(/^%% /m).slice(1)
  return parts.map((part) => {
    const [head = '', ...lines] = part.trimEnd().split('\n')
    const [name = '', date = '', wants] = head.split(' · ')
    const marked = lines.join('\n')
    const marks = [...marked.matchAll(/〔([^｜]*)｜([^〕]*)〕/g)].map(([, words, told]) => `${words} ${told}`)
    const named = new Set([...marked.matchAll(/｜(\w+)/g)].map(([, type]) => type))
    const text = marked.replaceAll(/〔([^｜]*)｜[^〕]*〕/g, '$1')
    const types = mentionTypes.filter((type) => wants === 'all' || named.has(type))
    return { name, date, text, marks, spans: spansIn(marked), types }
  })
}

function spansIn(marked: string): MentionPassage['spans'] {
  let dropped = 0
  return [...marked.matchAll(/〔([^｜]*)｜[^〕]*〕/g)].map(({ 0: mark, 1: words = '', index }) => {
    const start = index - dropped
    dropped += mark.length - words.length
    return { start, end: start + words.length }
  })
}

/** A mention in the words of a mark. */
export function toldMention(text: string, { start, end, type, norm }: Mention): string {
  return `${text.slice(start, end)} ${type} ${meaning(norm)}`
}

function meaning(norm: Norm): string {
  if (norm.k === 'money') return `${norm.c} ${amount(norm)}`
  if (norm.k === 'qty') return `${norm.u} ${amount(norm)}`
  if (norm.k === 'range') return limits(norm)
  if (norm.k === 'dur') return lengths(norm)
  if (norm.k === 'set') return norm.timex
  if (norm.k === 'time') return times(norm.any[0]!)
  if (norm.k === 'tod') return `${norm.any[0]!.from}/${norm.any[0]!.to}`
  return 'v' in norm ? norm.v : norm.k
}

function amount({ v, lo, hi, bound }: { v?: string; lo?: string; hi?: string; bound?: 'min' | 'max' }): string {
  if (bound) return `${bound === 'min' ? '≥' : '≤'}${v}`
  return v ?? `${lo}..${hi}`
}

function limits({ lo, hi, lo_in, hi_in }: Extract<Norm, { k: 'range' }>): string {
  if (hi === null) return `${lo_in ? '≥' : '>'}${lo}`
  return lo === null ? `${hi_in ? '≤' : '<'}${hi}` : `${lo}..${hi}`
}

function lengths({ parts, lo, hi }: Extract<Norm, { k: 'dur' }>): string {
  if (parts) return spelled(parts)
  if (hi?.infinite) return `≥ ${spelled(lo!)}`
  return lo?.zero ? `≤ ${spelled(hi!)}` : `${spelled(lo!)} .. ${spelled(hi!)}`
}

const spelled = (parts: Lengths): string => Object.entries(parts).flat().join(' ')

function times({ from, to }: { from: string | null; to: string | null }): string {
  const short = (at: string | null) => at?.replace('T00:00:00', '') ?? '*'
  const dayAfter = from && new Date(Date.parse(`${from}Z`) + 86400000).toISOString().slice(0, 19)
  return dayAfter === to && short(from).length === 10 ? short(from) : `${short(from)}/${short(to)}`
}
