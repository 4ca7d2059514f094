// Who a clause is about, and the words around its number: owner, indicator, verb. Read for people, not for scores.

import type { Span } from '#base/span.ts'
import type { Chunk } from '#reading/chunks.ts'
import type { Clause } from '#reading/clauses.ts'
import { readDate } from '#reading/dates.ts'
import { compileEndings, matchAt, runOfEndings } from '#reading/lexicon.ts'
import { cues } from '#reading/lexicons/cues.ts'
import { bareNoun, body, leadIn, notBody, tail } from '#reading/lexicons/subject-words.ts'
import { charTable, sign, standsAt } from '#reading/signs.ts'

const callers = charTable('由具统')
const turned = charTable('由对向请')
const along = sign('同联')
const demands = sign('要应须需')
const by = sign('由')
// The last characters of the names that `body` tells.
const bodyEnds = charTable('区市县省州旗镇乡道局厅委办室部院司团门位校学班组会府行地级心处队')
const adverbs = compileEndings('还 也 又 均 都 各 不断 继续 共 负责 牵头')

/** True for a cell or bracket that is the name of a body: 交通局, 县工信局、县招商中心. */
export function isBodyName(words: string): boolean {
  return (
    words.length >= 3 &&
    words.length <= 40 &&
    standsAt(bodyEnds, words, words.length - 1) &&
    words.split('、').every((name) => body.test(name) && !notBody.test(name)) &&
    !/[\d，。]/.test(words)
  )
}

// 由产业投资公司负责组建…, 经济发展局要…: who is called on, whatever verbs are in its name.
const calledOn =
  /^(?:具体|统一)?(?:由(.{2,30}?)(?:统一|具体)?(?:牵头|负责|会同|统筹|于|在\d)|由([^，、]{1,12}?(?:局|委|办|室|中心|部门|管委会))(?=[^，、和]{4})|([^，由]{2,30}?)(?:要|应|须|需)(?!求|素|点|闻))/

/** The body named before the first verb or cue of a clause, or null. */
export function ownerOf(text: string, clause: Clause, until: number): Span | null {
  const first = clause.cues.find((cue) => cue.tag !== 'hush')
  const calls = standsAt(callers, text, clause.start) || (clause.signs & demands) !== 0
  const called = calls ? calledOn.exec(text.slice(clause.start, Math.min(clause.end, clause.start + 40))) : null
  const name = called?.[1] ?? called?.[2] ?? called?.[3]
  if (name && isBodyName(name)) {
    const from = clause.start + called![0].indexOf(name)
    return { start: from, end: from + name.length }
  }
  const end = Math.min(first?.start ?? until, until)
  const start = clause.dates.find((date) => date.start === clause.start && date.end < end)?.end ?? clause.start
  const from =
    start < end && standsAt(turned, text, start)
      ? start + 1
      : text.startsWith('要求', start)
        ? start + 2
        : (clause.signs & by) === 0
          ? start
          : afterBy(text, start, end)
  const to = runOfEndings(adverbs, text, from, alone(text, clause, from, Math.min(end, from + 26)))
  if (to - from < 2 || to - from > 24 || !standsAt(bodyEnds, text, to - 1)) return null
  const words = text.slice(from, to)
  const found = body.test(words) && !notBody.test(words)
  return found ? { start: from, end: from + words.length } : null
}

// 招商局会同财政局: the first alone.
function alone(text: string, { signs }: Clause, from: number, to: number): number {
  const at = (signs & along) === 0 ? -1 : text.slice(from, to).search(/会同|联合(?!会)/)
  return at < 0 ? to : from + at
}

// 项目由甲公司建设: the body stands after 由.
function afterBy(text: string, start: number, end: number): number {
  const by = text.slice(start, Math.min(end, start + 20)).indexOf('由')
  return by > 0 ? start + by + 1 : start
}

/** The words that say what a number counts: before it in its chunk (after the `owner`), else the noun after it; or null. */
export function indicatorOf(text: string, chunk: Chunk, owner: Span | null): Span | null {
  const first = owner && owner.start >= chunk.start && owner.end < chunk.quantity.start ? owner.end : chunk.start
  const before = trim(text, Math.max(first, chunk.quantity.start - 48), chunk.quantity.start)
  if (before.end - before.start >= 2) return before
  const after = trim(text, chunk.bound.end, Math.min(chunk.end, chunk.bound.end + 40))
  return after.end - after.start >= 2 ? after : null
}

// Leading cues, dates and adverbs and the trailing 达到, 增长 … are not part of the name; 种植面积 keeps its verb.
function trim(text: string, from: number, to: number): Span {
  const end = runOfEndings(tail, text, from, to)
  let start = from
  let before = from
  for (let skipped = true; skipped && start < end; ) {
    const word = matchAt(leadIn, text, start) ?? orderAt(text, start) ?? dateAt(text, start)
    skipped = word !== null
    if (word) before = start
    if (word) start = Math.min(end, start + word.word.length)
  }
  const bare = end - start <= 2 && bareNoun.test(text.slice(start, end))
  return { start: bare ? before : start, end }
}

function dateAt(text: string, at: number) {
  const from = text[at] === '到' || text[at] === '至' ? at + 1 : at
  const date = readDate(text, from, null)
  return date && { word: text.slice(at, date.end) }
}

function orderAt(text: string, at: number) {
  const word = matchAt(cues, text, at)
  return word && word.tag !== 'hush' && word.tag !== 'milestone' ? word : null
}

/** The last verb before the number of a chunk, as the lexicon knows it. */
export function verbOf(clause: Clause, until: number): Span | null {
  const verb = clause.cues.findLast(
    (cue) => (cue.tag === 'act' || cue.tag === 'order' || cue.tag === 'milestone') && cue.end <= until,
  )
  return verb ? { start: verb.start, end: verb.end } : null
}
