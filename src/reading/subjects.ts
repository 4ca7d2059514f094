// Who a clause is about, and the words around its number: owner, indicator, verb, object. Read for people, not for scores.

import type { Span } from '#base/span.ts'
import type { Chunk } from '#reading/chunks.ts'
import type { Clause } from '#reading/clauses.ts'

const body =
  /(区|市|县|省|州|旗|镇|乡|村|街道|局|厅|委|办|部|院|所|处|科|中心|公司|集团|企业|部门|单位|学校|大学|学院|专班|小组|委员会|管委会|政府|党工委|支行|银行|协会|各地|各级|厂区|项目|科技|实业|酒业|药业)$/
const leadIn =
  /^(其中|目前|同时|另外|此外|近日|今后|今年|去年|全年|年内|预计|力争|确保|要|并|还|均|共|已|约|达|达到|分别|合计|累计|新增|净增|有|为|使|将|到|至|对|由|在|以|通过)+/

/** The body named before the first verb or cue of a clause, or null. */
export function ownerOf(text: string, clause: Clause, until: number): Span | null {
  const first = clause.cues.find((cue) => cue.tag !== 'hush')
  const end = Math.min(first?.start ?? until, until)
  const start = clause.dates.find((date) => date.start === clause.start && date.end < end)?.end ?? clause.start
  const words = text.slice(start, Math.min(end, start + 26)).replace(/(还|也|又|均|都|各|不断|继续|共)+$/, '')
  return words.length >= 2 && words.length <= 24 && body.test(words) && !/[、，]/.test(words)
    ? { start, end: start + words.length }
    : null
}

/** The words that say what a number counts: before it in its chunk, else the noun after it. */
export function indicatorOf(text: string, chunk: Chunk, clause: Clause): Span | null {
  const before = clause.cues.findLast(
    (cue) => cue.end <= chunk.quantity.start && cue.start >= chunk.start && cue.tag !== 'hush',
  )
  const start = Math.max(before ? before.end : chunk.start, chunk.quantity.start - 40)
  const trimmed = trim(text, start, chunk.quantity.start)
  if (trimmed.end - trimmed.start >= 2) return trimmed
  const after = trim(text, chunk.bound.end, Math.min(chunk.end, chunk.bound.end + 40))
  return after.end - after.start >= 2 ? after : null
}

const tail =
  /(达到|达|为|增至|升至|降至|提升至|提高到|超过|突破|超|约|近|不低于|不少于|至少|分别|各|均|共|有|增长|下降|新增|到|仅|至|的|稳定在|保持在|控制在|“|”)+$/

function trim(text: string, from: number, to: number): Span {
  let words = text.slice(from, to)
  const lead = leadIn.exec(words)?.[0].length ?? 0
  words = words.slice(lead).replace(tail, '')
  return { start: from + lead, end: from + lead + words.length }
}

/** The last verb before the number of a chunk, as the lexicon knows it. */
export function verbOf(clause: Clause, until: number): Span | null {
  const verb = clause.cues.findLast(
    (cue) => (cue.tag === 'act' || cue.tag === 'order' || cue.tag === 'milestone') && cue.end <= until,
  )
  return verb ? { start: verb.start, end: verb.end } : null
}
