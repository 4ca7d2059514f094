// Orders without a number: a task when its object can be checked as done or not, else a requirement. One per comma clause.
// 要成立专班 (task) · 强化跟踪问效 (requirement). Headings, meeting formulae, looks back and self-praise are neither.

import type { Clause, Sentence } from '#reading/clauses.ts'
import type { Hit } from '#reading/lexicon.ts'
import { wordsIn } from '#reading/lexicon.ts'
import type { Cue } from '#reading/lexicons/cues.ts'
import {
  buildingVerbs,
  builtEnds,
  checkableNouns,
  makingVerbs,
  namedThings,
  strongVerbs,
  vagueWords,
} from '#reading/lexicons/objects.ts'
import { achieved, adjusted, eventVerbs, formula, runIn, unordered } from '#reading/lexicons/order-words.ts'
import type { Mode } from '#reading/outline.ts'
import { isCommitment } from '#reading/tense.ts'

export interface Order {
  kind: 'task' | 'requirement'
  /** The verb that gives the order, when a listed one stands in the clause. */
  verb: Hit<Cue> | null
  reason: string
}

const perfect = /[一-鿿]了(?!解|望|结)/
const noun = new RegExp(`(${wordsIn(checkableNouns).join('|')})(等)?(工作|建设|任务)?([一二三首]期)?$`)
const makers = new Set(wordsIn(makingVerbs))
const strongMakers = new Set(wordsIn(strongVerbs))
const strongNoun = new RegExp(`(${wordsIn(namedThings).join('|')})$|完成[^，]{2,}$`)
const keepers = new Set(['建立', '健全', '完善'])
const keptThing = /(?<!有力的?|有效的?|良好的?)[一-鿿]{2}(机制|制度|台账|名录|清单|专班)$/
// 对未完成的问题逐一制定方案: the verb comes after what is dealt with.
const dealing = /^(并|要)?(对|针对)(?!标|口|接|外|比|应|照|于)/
const builders = new Set(wordsIn(buildingVerbs))
const built = new RegExp(`[${builtEnds}](等)?(工作|建设|任务|项目)?$`)
const vague = new RegExp(wordsIn(vagueWords).join('|'))

/** True when the whole sentence reports instead of ordering: a meeting formula or a look back. */
export function isReport(text: string, sentence: Sentence): boolean {
  const head = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60))
  return (
    formula.test(head) || sentence.clauses[0]!.cues.some((cue) => cue.tag === 'lookback') || secondLooksBack(sentence)
  )
}

// 为了让农民…,去年以来,江苏…: the look back may follow an adverbial clause.
function secondLooksBack(sentence: Sentence): boolean {
  const second = sentence.clauses[1]
  return !!second && second.cues[0]?.tag === 'lookback' && second.cues[0].start - second.start <= 3
}

/** True when the clause itself orders: 要 or 确保 in it, or an ordering verb near its start with nothing done about it. */
export function givesOrder(text: string, clause: Clause, mode: Mode): boolean {
  const lead = clause.cues.find((cue) => cue.tag !== 'hush')
  if (!lead || isDone(text, clause) || !canOrder(text, clause)) return false
  if (clause.cues.some((cue) => isCommitting(text, clause, cue))) return true
  if (decides(text, clause) || isAssigned(text, clause)) return true
  if (mode !== 'plan' && lead.end === clause.end && lead.start - clause.start > 2) return false
  if (mode !== 'plan' && achieved.has(lead.word)) return false
  if (mode !== 'plan' && eventVerbs.has(lead.word) && lead.start - clause.start > 1) return false
  if (
    mode === 'plan' &&
    (lead.tag === 'act' || lead.tag === 'milestone') &&
    builders.has(lead.word) &&
    lead.start - clause.start <= 12
  )
    return true
  if (dealing.test(text.slice(clause.start, clause.start + 3)) && clause.cues.some((cue) => cue.tag === 'order'))
    return true
  return lead.tag === 'order' && lead.start - clause.start <= 24
}

// 由组织人事局于5月底前印发, 由建设局牵头制定清单: a body and a last day, or a body and its deed.
export function isAssigned(text: string, { start, end }: Clause): boolean {
  const words = text.slice(start, Math.min(end, start + 50))
  return /^(具体|统一)?由.{2,30}([于在].{2,12}前|(牵头|负责|统筹|会同).{4})|^由[^，、]{1,12}(局|委|办|室|中心|部门|管委会)[^，、]{4}/.test(
    words,
  )
}

/** True for 会议同意成立专班: the meeting itself decides it. */
export function decides(text: string, { start }: Clause): boolean {
  return /^(会议(决定|同意|确定|明确)|(原则|一致)?同意|决定)/.test(text.slice(start, start + 6))
}

function isCommitting(text: string, clause: Clause, cue: Hit<Cue>): boolean {
  const { tag, start, word } = cue
  if (tag === 'need')
    return start - clause.start <= 12 && !(word === '要' && /[主重需只不首必]/.test(text[start - 1] ?? ''))
  return tag === 'must' || tag === 'strive' || (tag === 'plan' && isCommitment(text, clause, cue))
}

/** True when the clause tells of something done or standing. */
export function isDone(text: string, clause: Clause): boolean {
  // 对已签约未开工的9个项目实行…: 已 tells of what is dealt with, not of the deed.
  if (dealing.test(text.slice(clause.start, clause.start + 3))) return false
  if (clause.cues.some((cue) => cue.tag === 'past' || cue.tag === 'lookback')) return true
  return perfect.test(text.slice(clause.start, Math.min(clause.end, clause.start + 200)))
}

/** True when the clause may carry an order at all: no adverbial, no definition, no run-in heading (提质增效强主体). */
export function canOrder(text: string, clause: Clause): boolean {
  const words = text.slice(clause.start, Math.min(clause.end, clause.start + 120))
  if (words.length < 4 || unordered.test(words) || clause.pause === '：' || clause.pause === ':') return false
  return !runIn.test(words) || noun.test(words)
}

/** Whether an order is a task or a requirement, by its verb and its object; `isDue`: a last day stands in the clause. */
export function orderOf(text: string, clause: Clause, inRun: boolean, isDue: boolean): Order {
  const words = text.slice(Math.max(clause.start, clause.end - 120), endOfName(text, clause))
  const verbs = clause.cues.filter((cue) => cue.tag === 'order' || cue.tag === 'act' || cue.tag === 'milestone')
  const maker = verbs.findLast((cue) => makers.has(cue.word)) ?? null
  const after = text.slice(Math.max(maker?.end ?? 0, clause.end - 14), clause.end)
  const task =
    isMilestone(clause) ||
    (isAssigned(text, clause) && verbs.some((verb) => strongMakers.has(verb.word))) ||
    (isDue && verbs.some((verb) => strongMakers.has(verb.word))) ||
    isStrongPair(words, verbs) ||
    (maker !== null && isCheckable(words, after)) ||
    isBuilt(words, after, verbs)
  return {
    kind: task ? 'task' : 'requirement',
    verb: maker ?? verbs[0] ?? null,
    reason: inRun ? 'run-of-orders' : 'order',
  }
}

// 修订《自律公约》 ends in 公约.
function endOfName(text: string, { start, end }: Clause): number {
  return end - start > 1 && '》”'.includes(text[end - 1]!) ? end - 1 : end
}

/** True for 预计年底竣工: a planned event that will be seen to have happened. */
export function isMilestone(clause: Clause): boolean {
  return (
    clause.cues.some((cue) => cue.tag === 'plan' || cue.tag === 'must' || cue.tag === 'strive') &&
    clause.cues.some((cue) => cue.tag === 'milestone')
  )
}

// 实施…三年行动, 出台…方案: the verb makes a named thing, whatever lofty words are in its name.
function isStrongPair(words: string, verbs: Hit<Cue>[]): boolean {
  if (verbs.some((verb) => strongMakers.has(verb.word)) && strongNoun.test(words)) return true
  return verbs.some((verb) => keepers.has(verb.word)) && keptThing.test(words)
}

// 建设东湖商务区, 改造沿江大道: what is built or rebuilt stands or does not, by whatever name.
function isBuilt(words: string, object: string, verbs: Hit<Cue>[]): boolean {
  return verbs.some((verb) => builders.has(verb.word)) && built.test(words) && !vague.test(object)
}

// The object ends in a thing that stands or does not, or names three or more things, and is not a mood (良好氛围).
function isCheckable(words: string, object: string): boolean {
  const named = (words.match(/、/g)?.length ?? 0) >= 2 && words.includes('等')
  return (named || (noun.test(words) && !adjusted.test(words))) && !vague.test(object)
}
