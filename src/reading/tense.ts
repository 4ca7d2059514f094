// Target or fact: whether a number is still to be reached. The cue in its own chunk decides first, then what governs the
// sentence, then the time named, then the section, then the verb. 计划总投资2亿元 target; 总投资2亿元 fact.

import type { Span } from '#base/span.ts'
import { type Clause, hasCue } from '#reading/clauses.ts'
import type { Hit } from '#reading/lexicon.ts'
import type { Cue } from '#reading/lexicons/cues.ts'
import { cueBits, strengthOf } from '#reading/lexicons/cues.ts'
import { attribute, bareAttribute, drawing, soft, strongOrders } from '#reading/lexicons/tense-words.ts'
import type { Mode } from '#reading/outline.ts'
import type { Quantity } from '#reading/quantities.ts'
import { charTable, sign, standsAt } from '#reading/signs.ts'
import type { Strength } from '#reading/statement.ts'

/** What earlier clauses of the sentence hand on to this one. */
export interface Drift {
  strength: Strength
  strengthCue: Hit<Cue> | null
  /** A cue or 投产后 makes what follows still to come. */
  ahead: boolean
  /** Orders were given before in this sentence. */
  ordering: boolean
  lookback: boolean
  /** 投产后 opened a time of its own: no period of the paragraph reaches over it. */
  pending: boolean
  /** 要 stood before: what follows is demanded. */
  needed: boolean
}

export const still: Drift = {
  strength: 'none',
  strengthCue: null,
  ahead: false,
  ordering: false,
  lookback: false,
  pending: false,
  needed: false,
}

export interface Chunk {
  start: number
  end: number
  quantity: Quantity
}

export interface Tense {
  kind: 'target' | 'fact'
  reason: string
}

/** Cues that really commit: 将 before a noun is 把, 计划 inside a name is a noun, 要 inside a word is nothing. */
export function isCommitment(
  text: string,
  clause: { start: number; end: number },
  { word, start, end, tag }: Hit<Cue>,
): boolean {
  if (tag === 'goal') return end === clause.end || /^(是|为|：|:|达|值|\d)/.test(text.slice(end, end + 1))
  if (word === '争取' && /^[^，。；\d]{0,14}(资金|支持|债券|专项|政策)/.test(text.slice(end, end + 20))) return false
  if (tag === 'after' || tag === 'must' || tag === 'strive') return !(word === '努力' && text.startsWith('方向', end))
  if (tag !== 'plan') return false
  if (word === '将') return isFuture(text, clause.start, start, end)
  if (word !== '计划' && word !== '预期') return true
  const next = text[end] ?? ''
  return (
    end < clause.end &&
    !'的、”》，。内外里书项'.includes(next) &&
    !/(行动|工作|专项|跨越|提升|培育|发展|三年|五年|支持|培训|实施)$/.test(text.slice(Math.max(0, start - 2), start))
  )
}

const committing = cueBits.goal | cueBits.strive | cueBits.after | cueBits.must | cueBits.plan

/** True when one of the cues of a clause commits. */
export function commits(text: string, clause: Clause): boolean {
  return hasCue(clause, committing) && clause.cues.some((cue) => isCommitment(text, clause, cue))
}

// 公司年产值将达2亿元 looks ahead; 将3000个村建设成… only puts the object first.
function isFuture(text: string, clauseStart: number, start: number, end: number): boolean {
  const next = text[end] ?? ''
  if (/[\d一二两三四五六七八九十该其这]/.test(next)) return false
  if (start > clauseStart)
    return (
      !/[，、年月日]/.test(text[start - 1]!) ||
      /^(建|达|实|形|投|进|新|完|努|持|有|于|在|是|可|会|继|突|具|组|开|推|举|力|全|再|按|以|通)/.test(
        text.slice(end, end + 1),
      )
    )
  return /^(建|达|实|形|投|进|新|完|努|持|有|于|在|是|可|会|继|突|具|组|开|推|举|力|全面|再)/.test(
    text.slice(end, end + 2),
  )
}

/** Decides target or fact for the number in a chunk of a clause. `comes`: its own or inherited time still lies ahead. */
export function tenseOf(
  text: string,
  clause: Clause,
  chunk: Chunk,
  drift: Drift,
  mode: Mode,
  time: 'ahead' | 'gone' | null,
): Tense {
  const before = cuesBefore(clause, chunk.end)
  const looksOn = time === 'ahead' || (time === null && (drift.ahead || mode === 'plan') && !drift.lookback)
  if (isBase(text, clause, chunk)) return { kind: 'fact', reason: 'from-value' }
  const commit = before.findLast((cue) => isCommitment(text, clause, cue))
  if (
    before.some((cue) => drawing.has(cue.word) && cue.end <= chunk.quantity.start && cue.start > (commit?.start ?? -1))
  ) {
    return { kind: 'fact', reason: 'drawn-on' }
  }
  if (isHandled(text, clause, chunk)) return { kind: 'fact', reason: 'drawn-on' }
  const done = before.findLast(
    (cue) => (cue.tag === 'past' && !(looksOn && soft.has(cue.word))) || cue.tag === 'lookback',
  )
  if (commit && !(done && done.start > commit.start && done.end <= chunk.quantity.start && commit.tag !== 'after'))
    return { kind: 'target', reason: commit.word }
  if (done || hasPerfect(text, clause)) return { kind: 'fact', reason: done?.word ?? '了' }
  if (time === 'gone') return { kind: 'fact', reason: 'past-period' }
  if (isAttribute(text, chunk)) return { kind: 'fact', reason: 'attribute' }
  if (drift.ahead) return { kind: 'target', reason: drift.strengthCue?.word ?? 'ahead' }
  const governing = before.findLast(
    (cue) => cue.end <= chunk.quantity.start && cue.tag !== 'hush' && cue.tag !== 'need',
  )
  if (time === 'ahead') return { kind: 'target', reason: 'period-ahead' }
  if (
    before.some((cue) => cue.tag === 'exist' && cue.end <= chunk.quantity.start) &&
    !(mode === 'plan' && isPerHead(text, chunk))
  )
    return { kind: 'fact', reason: 'exists' }
  if (drift.needed || before.some((cue) => cue.tag === 'need')) return { kind: 'target', reason: '要' }
  if (drift.lookback) return { kind: 'fact', reason: 'look-back' }
  if (mode) return { kind: mode === 'plan' ? 'target' : 'fact', reason: `section-${mode}` }
  return byVerb(before, governing, drift, text.slice(clause.start, clause.start + 8))
}

function cuesBefore({ cues, end }: Clause, limit: number): Hit<Cue>[] {
  return limit >= end ? cues : cues.filter((cue) => cue.start < limit)
}

/** True for 对未完成的15项问题逐一制定方案: what is dealt with stands already, and the clause orders something of it. */
export function isHandled(text: string, { start, end }: Span, { quantity }: { quantity: Quantity }): boolean {
  if (quantity.kind !== 'count' || !standsAt(dealers, text, start)) return false
  const before = text.slice(start, Math.min(quantity.start, start + 24))
  if (!/^(并|要)?(对|针对)(?!标|口|接|外|比|应|照|于)/.test(before)) return false
  return /^[一-鿿]{4}/.test(text.slice(quantity.end, Math.min(end, quantity.end + 4)))
}

// 每万人拥有发明专利18件: a ratio to be reached, not a thing that stands.
function isPerHead(text: string, { start, quantity }: Chunk): boolean {
  return /(每|人均|平均)/.test(text.slice(start, quantity.start))
}

function byVerb(before: Hit<Cue>[], governing: Hit<Cue> | undefined, drift: Drift, words: string): Tense {
  const strong = before.find((cue) => cue.tag === 'order' && strongOrders.has(cue.word))
  if (strong) return { kind: 'target', reason: strong.word }
  if (/^(会议)?(原则|一致)?(同意|决定)/.test(words)) return { kind: 'target', reason: 'decided' }
  if (drift.ordering && (governing?.tag === 'act' || governing?.tag === 'order'))
    return { kind: 'target', reason: 'run-of-orders' }
  return { kind: 'fact', reason: 'stated' }
}

const dealers = charTable('并要对针')
const from = sign('由从')
const le = sign('了')
const perfect = /[一-鿿]了(?!解|望|结)/

/** True for 建成了: what is told of is done. */
export function hasPerfect(text: string, { start, end, signs }: Clause): boolean {
  return (signs & le) !== 0 && perfect.test(text.slice(start, Math.min(end, start + 200)))
}

// 产能由30万辆提升到60万辆: the first number is where it stands.
function isBase(text: string, clause: Clause, { quantity }: Chunk): boolean {
  if ((clause.signs & from) === 0) return false
  const before = text.slice(Math.max(clause.start, quantity.start - 8), quantity.start)
  const after = text.slice(quantity.end, Math.min(clause.end, quantity.end + 8))
  return /[由从]([^，、]{0,7}的)?$/.test(before) && /^[^，、]{0,6}[到至为]/.test(after)
}

// 改造总面积达21万平方米的双碳智谷: the size of a thing that stands already.
function isAttribute(text: string, { start, quantity }: Chunk): boolean {
  if (bareAttribute.test(text.slice(Math.max(start, quantity.start - 12), quantity.start))) return true
  if (/设立|组建|新建|建设|建成|打造|成立|兴建/.test(text.slice(Math.max(start, quantity.start - 16), quantity.start)))
    return false
  return text[quantity.end] === '的' && attribute.test(text.slice(Math.max(start, quantity.start - 12), quantity.start))
}

/** The drift after a clause: cues run on to the full stop, but not across a semicolon unless a colon opened the list. */
export function driftAfter(text: string, clause: Clause, drift: Drift, ordering: boolean): Drift {
  const orders = drift.ordering || ordering
  if (!hasCue(clause, committing | cueBits.lookback | cueBits.need))
    return orders === drift.ordering ? drift : { ...drift, ordering: orders }
  const next = { ...drift, ordering: orders }
  for (const cue of clause.cues) {
    if (cue.tag === 'lookback') next.lookback = true
    if (cue.tag === 'need') next.needed = true
    if (!isCommitment(text, clause, cue)) continue
    next.ahead = true
    next.lookback = false
    if (strengthOf[cue.tag]) {
      next.strength = strengthOf[cue.tag]!
      next.strengthCue = cue
    }
    if (cue.tag === 'after') next.pending = true
  }
  return next
}
