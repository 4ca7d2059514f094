// A clause without a number into a task or a requirement, where it orders or stands in a run of orders.
import { type Day, earliest } from '#base/period.ts'
import { type Clause, hasCue, type Sentence } from '#reading/clauses.ts'
import { blankDraft, type Draft, stated } from '#reading/draft.ts'
import { type Frame, type Timing, targetTiming } from '#reading/frames.ts'
import { cueBits, strengthOf } from '#reading/lexicons/cues.ts'
import { canOrder, givesOrder, isDone, isMilestone, orderOf } from '#reading/orders.ts'
import { commits, isCommitment } from '#reading/tense.ts'
import { noteCarried, noteTiming, type Walk } from '#reading/walk.ts'

/** Reads a clause as an order into the walk; true when it was one. `standing`: its numbers are facts (发挥40家机构作用). */
export function readOrder(
  walk: Walk,
  sentence: Sentence,
  index: number,
  own: Frame | null,
  standing: boolean,
): boolean {
  const clause = sentence.clauses[index]!
  const { text, around, drift } = walk
  const due = isDueDeed(walk, clause, own)
  if ((around.isTitle && !due) || (drift.lookback && !isCommitted(text, clause))) return false
  if (!due && !drift.ordering && !hasCue(clause, ~cueBits.hush)) return false
  if (around.section.mode === 'past' && !drift.ordering && !isMilestone(clause) && !isCommitted(text, clause))
    return false
  if (isDone(text, clause) || !canOrder(text, clause)) return false
  const gives = due || givesOrder(text, clause, around.section.mode)
  if (isDated(walk, clause) && !isCommitted(text, clause)) return false
  const runsOn = drift.ordering && !standing && !isTimeAlone(clause)
  if ((!gives && !runsOn) || isDefined(text, sentence, index)) return false
  const order = orderOf(text, clause, !gives, due || own?.role === 'limit')
  const draft = blankDraft(standing && text[clause.start] !== '对' ? 'requirement' : order.kind, {
    start: walk.pending ?? clause.start,
    end: clause.end,
  })
  if (order.verb) {
    draft.verb = order.verb.word
    draft.parts.verb = stated(order.verb, order.reason)
    noteObject(text, clause, draft, order.verb.end)
  }
  noteStrength(walk, clause, draft)
  noteTiming(
    walk,
    (frame, today, from) => orderTiming(walk, clause, frame, targetTiming(frame, today, from)),
    clause,
    draft,
    own,
  )
  noteCarried(walk, draft)
  walk.drafts.push(draft)
  return true
}

// 3月20日前完成逐户分析: a last day still to come, then a deed and its object, is an order wherever it stands.
function isDueDeed(walk: Walk, clause: Clause, own: Frame | null): boolean {
  if (clause.dates.length === 0 && !walk.frameAlone) return false
  const { text, around } = walk
  const day = own ?? (walk.frameAlone ? walk.frame : null)
  const from = day ? dueFrom(text, day, around.today) : undatedFrom(text, clause)
  if (from === null) return false
  const start = Math.max(from, clause.start)
  const deed = clause.cues.find((cue) => cue.start >= start && deeds.has(cue.tag))
  const at = deed?.start ?? start
  if (!deed && !dueDeed.test(text.slice(start, start + 2))) return false
  return at - start <= 14 && clause.end - at >= 4
}

const deeds: ReadonlySet<string> = new Set(['order', 'act', 'milestone'])
const dueDeed = /^(?:做好|搞好|报送|办结|销号|拿出|理顺|腾退|拆除|配齐|归还|兑现)/
const before = /^(?:底|末)?(?:之|以)?前(?!景|沿|列|期|瞻|端)/

// Where the deed may begin: behind 前 of a day that is not over.
function dueFrom(text: string, { role, period, span }: Frame, today: Day | null): number | null {
  if (role !== 'limit' || (today && period.to < earliest(today))) return null
  const found = before.exec(text.slice(span.end, span.end + 5))
  return found ? span.end + found[0].length : null
}

// 3月20日前 in a text whose year is not known.
function undatedFrom(text: string, { dates }: Clause): number | null {
  const date = dates[0]
  const found = date && !date.period ? before.exec(text.slice(date.end, date.end + 5)) : null
  return found ? date!.end + found[0].length : null
}

// 公司于2016年5月注册成立: a past date at the start or after 于 tells of something that happened.
function isDated(walk: Walk, clause: Clause): boolean {
  if (clause.dates.length === 0) return false
  const { today } = walk.around
  const now = today && earliest(today)
  return clause.dates.some(
    ({ start, period }) =>
      now && period && period.to < now && (start === clause.start || walk.text[start - 1] === '于'),
  )
}

// 到2025年底, leads into the clause after it.
function isTimeAlone({ start, end, dates }: Clause): boolean {
  return dates.some((date) => date.start - start <= 2 && end - date.end <= 2)
}

function isCommitted(text: string, clause: Clause): boolean {
  return hasCue(clause, cueBits.need) || commits(text, clause)
}

// 打造…产业高地,是…的重大任务: the next clause makes a definition of it.
function isDefined(text: string, sentence: Sentence, index: number): boolean {
  const next = sentence.clauses[index + 1]
  return next !== undefined && text[next.start] === '是'
}

// 完善4月份工作计划 names a month without setting a deadline; 预计今年9月投产 sets only a deadline.
function orderTiming(walk: Walk, clause: Clause, frame: Frame, timing: Timing | null): Timing | null {
  if (!timing || timing.inherited || frame.role === 'limit') return timing
  if (isMilestone(clause)) return { ...timing, period: null }
  const words = walk.text.slice(frame.span.start, frame.span.end)
  const opens = frame.span.start - clause.start <= 2 || /年/.test(words)
  return opens ? timing : { ...timing, deadline: null }
}

/** Writes what follows the verb in its clause as the object. */
export function noteObject(text: string, clause: Clause, draft: Draft, from: number): void {
  if (clause.end - from < 2 || clause.end - from > 60) return
  draft.object = text.slice(from, clause.end)
  draft.parts.object = stated({ start: from, end: clause.end }, 'after-verb')
}

const firm = cueBits.must | cueBits.strive | cueBits.plan | cueBits.goal

function noteStrength(walk: Walk, clause: Clause, draft: Draft): void {
  if (!hasCue(clause, firm)) return
  const own = clause.cues.find((cue) => strengthOf[cue.tag] !== undefined && isCommitment(walk.text, clause, cue))
  if (!own) return
  draft.strength = strengthOf[own.tag]!
  draft.parts.strength = stated(own, own.word)
}
