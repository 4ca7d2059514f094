// Orders without a number: a task when its object can be checked as done or not, else a requirement. One per comma clause.
// 要成立专班 (task) · 强化跟踪问效 (requirement). Headings, meeting formulae, looks back and self-praise are neither.

import type { Span } from '#base/span.ts'
import { type Clause, hasCue, type Sentence } from '#reading/clauses.ts'
import { compileEndings, compileLexicon, endingAt, type Hit, hasWord, wordsIn } from '#reading/lexicon.ts'
import { type Cue, cueBits } from '#reading/lexicons/cues.ts'
import {
  buildingVerbs,
  builtEnds,
  checkableNouns,
  foundingVerbs,
  makingVerbs,
  namedThings,
  strongVerbs,
  vagueWords,
} from '#reading/lexicons/objects.ts'
import { achieved, adjusted, eventVerbs, formula, runIn, unordered } from '#reading/lexicons/order-words.ts'
import type { Mode } from '#reading/outline.ts'
import { charTable, sign, standsAt } from '#reading/signs.ts'
import { hasPerfect, isCommitment } from '#reading/tense.ts'

export interface Order {
  kind: 'task' | 'requirement'
  /** The verb that gives the order, when a listed one stands in the clause. */
  verb: Hit<Cue> | null
  reason: string
}

const nouns = compileEndings(checkableNouns)
/** What a verb can do: make a thing, promise one by itself, found, keep up or build one. */
const deed = { make: 1, strong: 2, found: 4, keep: 8, build: 16 }
const deeds = new Map<string, number>()
for (const [list, bit] of [
  [makingVerbs, deed.make],
  [strongVerbs, deed.strong],
  [foundingVerbs, deed.found],
  ['建立 健全 完善', deed.keep],
  [buildingVerbs, deed.build],
] as const)
  for (const word of wordsIn(list)) deeds.set(word, (deeds.get(word) ?? 0) | bit)
const things = compileEndings(namedThings)
const completed = /完成[^，]{2,}$/
const keptThing = /(?<!有力的?|有效的?|良好的?)[一-鿿]{2}(机制|制度|台账|名录|清单|专班)$/
// 对未完成的问题逐一制定方案: the verb comes after what is dealt with.
const dealing = /^(并|要)?(对|针对)(?!标|口|接|外|比|应|照|于)/
const dealers = charTable('并要对针')
const callers = charTable('由具统')
const deciders = charTable('会原一同决')
const comma = sign('、')
const reports = sign('本特下将议持')
const built = new RegExp(`[${builtEnds}](等)?(工作|建设|任务|项目)?$`)
const vague = compileLexicon({ vague: vagueWords })

/** True when the whole sentence reports instead of ordering: a meeting formula or a look back. */
export function isReport(text: string, sentence: Sentence): boolean {
  if (hasCue(sentence.clauses[0]!, cueBits.lookback) || secondLooksBack(sentence)) return true
  if ((sentence.signs & reports) === 0) return false
  return formula.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 60)))
}

// 为了让农民…,去年以来,江苏…: the look back may follow an adverbial clause.
function secondLooksBack(sentence: Sentence): boolean {
  const second = sentence.clauses[1]
  return !!second && second.cues[0]?.tag === 'lookback' && second.cues[0].start - second.start <= 3
}

/** True when a clause that can order (canOrder) and tells of nothing done (isDone) orders by itself: by 要 or 确保 in it, or by
 * an ordering verb near its start. */
export function givesOrder(text: string, clause: Clause, mode: Mode): boolean {
  const lead = clause.cues.find((cue) => cue.tag !== 'hush')
  if (!lead) return false
  if (hasCue(clause, committing) && clause.cues.some((cue) => isCommitting(text, clause, cue))) return true
  if (decides(text, clause) || isAssigned(text, clause)) return true
  if (mode !== 'plan' && lead.end === clause.end && lead.start - clause.start > 2) return false
  if (mode !== 'plan' && achieved.has(lead.word)) return false
  if (mode !== 'plan' && eventVerbs.has(lead.word) && lead.start - clause.start > 1) return false
  if (
    mode === 'plan' &&
    (lead.tag === 'act' || lead.tag === 'milestone') &&
    ((deeds.get(lead.word) ?? 0) & deed.build) !== 0 &&
    lead.start - clause.start <= 12
  )
    return true
  if (isDealing(text, clause) && hasCue(clause, cueBits.order)) return true
  return lead.tag === 'order' && lead.start - clause.start <= 24
}

// 由组织人事局于5月底前印发, 由建设局牵头制定清单: a body and a last day, or a body and its deed.
export function isAssigned(text: string, { start, end }: Clause): boolean {
  if (!standsAt(callers, text, start)) return false
  const words = text.slice(start, Math.min(end, start + 50))
  return /^(具体|统一)?由.{2,30}([于在].{2,12}前|(牵头|负责|统筹|会同).{4})|^由[^，、]{1,12}(局|委|办|室|中心|部门|管委会)([^，、]{4}|(印发|报批|落实|实施|执行|发布|公布|办理)$)/.test(
    words,
  )
}

/** True for 会议同意成立专班: the meeting itself decides it. */
export function decides(text: string, { start }: Clause): boolean {
  if (!standsAt(deciders, text, start)) return false
  return /^(会议(决定|同意|确定|明确)|(原则|一致)?同意(?!了?《)|决定)/.test(text.slice(start, start + 8))
}

function isDealing(text: string, { start }: Clause): boolean {
  return standsAt(dealers, text, start) && dealing.test(text.slice(start, start + 3))
}

const committing = cueBits.need | cueBits.must | cueBits.strive | cueBits.plan

function isCommitting(text: string, clause: Clause, cue: Hit<Cue>): boolean {
  const { tag, start, word } = cue
  if (tag === 'need')
    return start - clause.start <= 12 && !(word === '要' && /[主重需只不首必]/.test(text[start - 1] ?? ''))
  return tag === 'must' || tag === 'strive' || (tag === 'plan' && isCommitment(text, clause, cue))
}

/** True when the clause tells of something done or standing. */
export function isDone(text: string, clause: Clause): boolean {
  // 对已签约未开工的9个项目实行…: 已 tells of what is dealt with, not of the deed.
  if (isDealing(text, clause)) return false
  return hasCue(clause, cueBits.past | cueBits.lookback) || hasPerfect(text, clause)
}

/** True when the clause may carry an order at all: no adverbial, no definition, no run-in heading (提质增效强主体). */
export function canOrder(text: string, clause: Clause): boolean {
  const { start, pause } = clause
  const end = Math.min(clause.end, start + 120)
  if (end - start < 4 || pause === '：' || pause === ':') return false
  if (standsAt(idle, text, start) && unordered.test(text.slice(start, end))) return false
  return end - start > 10 || !runIn.test(text.slice(start, end)) || endsInNoun(text, start, end)
}

// What an opening that orders nothing (unordered) begins with.
const idle = charTable(
  '今明0123456789是为围会其特尤包从使成听对随根据由因虽但然同例比如共刷彰呈高主这涵涉有本自该此让现各我（(以一二三四五六七八九十',
)

/** True for …实施方案, …中心建设, …工程等工作, …项目一期: the stretch ends in a thing that stands or does not. */
function endsInNoun(text: string, start: number, end: number): boolean {
  const phase = end - 2 >= start && text[end - 1] === '期' && '一二三首'.includes(text[end - 2]!)
  return endsInWork(text, start, end) || (phase && endsInWork(text, start, end - 2))
}

const works = compileEndings('工作 建设 任务')

function endsInWork(text: string, start: number, end: number): boolean {
  const work = endingAt(works, text, start, end)
  return endsInSome(text, start, end) || (work > 0 && endsInSome(text, start, end - work))
}

function endsInSome(text: string, start: number, end: number): boolean {
  if (endingAt(nouns, text, start, end) > 0) return true
  return end > start && text[end - 1] === '等' && endingAt(nouns, text, start, end - 1) > 0
}

/** Whether an order is a task or a requirement, by its verb and its object; `isDue`: a last day stands in the clause. */
export function orderOf(text: string, clause: Clause, inRun: boolean, isDue: boolean): Order {
  const words = { start: Math.max(clause.start, clause.end - 120), end: endOfName(text, clause) }
  const { first, maker, founder, can } = verbsOf(clause)
  const after = { start: Math.max(maker?.end ?? 0, clause.end - 14), end: clause.end }
  const task =
    isMilestone(clause) ||
    ((can & deed.strong) !== 0 && (isDue || isAssigned(text, clause) || makesThing(text, words))) ||
    (founder !== null && founds(text, clause, founder)) ||
    ((can & deed.keep) !== 0 && keptThing.test(text.slice(words.start, words.end))) ||
    (maker !== null && isCheckable(text, words, after, clause)) ||
    ((can & deed.build) !== 0 && isBuilt(text, words, after))
  return {
    kind: task ? 'task' : 'requirement',
    verb: maker ?? first,
    reason: inRun ? 'run-of-orders' : 'order',
  }
}

interface Verbs {
  first: Hit<Cue> | null
  /** The last one that makes something. */
  maker: Hit<Cue> | null
  /** The first one that founds something. */
  founder: Hit<Cue> | null
  /** What all of them can do, as bits of `deed`. */
  can: number
}

const verbal = cueBits.order | cueBits.act | cueBits.milestone

function verbsOf({ cues }: Clause): Verbs {
  const verbs: Verbs = { first: null, maker: null, founder: null, can: 0 }
  for (const cue of cues) {
    if ((cueBits[cue.tag] & verbal) === 0) continue
    const can = deeds.get(cue.word) ?? 0
    verbs.first ??= cue
    if ((can & deed.make) !== 0) verbs.maker = cue
    if ((can & deed.found) !== 0) verbs.founder ??= cue
    verbs.can |= can
  }
  return verbs
}

// 修订《自律公约》 ends in 公约.
function endOfName(text: string, { start, end }: Clause): number {
  return end - start > 1 && '》”'.includes(text[end - 1]!) ? end - 1 : end
}

/** True for 预计年底竣工: a planned event that will be seen to have happened. */
export function isMilestone(clause: Clause): boolean {
  return hasCue(clause, cueBits.milestone) && hasCue(clause, cueBits.plan | cueBits.must | cueBits.strive)
}

// 实施…三年行动, 出台…方案: the verb makes a named thing, whatever lofty words are in its name.
function makesThing(text: string, { start, end }: Span): boolean {
  return endingAt(things, text, start, end) > 0 || completed.test(text.slice(start, end))
}

// 建设东湖商务区, 改造沿江大道: what is built or rebuilt stands or does not, by whatever name.
function isBuilt(text: string, { start, end }: Span, object: Span): boolean {
  return built.test(text.slice(start, end)) && !isVague(text, object)
}

// The object ends in a thing that stands or does not, or names three or more things, and is not a mood (良好氛围).
// 设立企业服务专窗: what is founded is there or not, whatever it is called.
function founds(text: string, { start, end }: Clause, verb: Hit<Cue>): boolean {
  return end - verb.end >= 2 && verb.start - start <= 24 && !isVague(text, { start: verb.end, end })
}

function isCheckable(text: string, { start, end }: Span, object: Span, { signs }: Clause): boolean {
  const thing = endsInNoun(text, start, end) && !adjusted.test(text.slice(start, end))
  return (thing || ((signs & comma) !== 0 && namesMany(text.slice(start, end)))) && !isVague(text, object)
}

function namesMany(words: string): boolean {
  return (words.match(/、/g)?.length ?? 0) >= 2 && words.includes('等')
}

function isVague(text: string, { start, end }: Span): boolean {
  return hasWord(vague, text, start, end)
}
