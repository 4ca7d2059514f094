// Clauses that only say who: 由经济发展局牵头 · 由建设局负责 · 产业投资公司配合 · 牵头单位：招商局；配合单位：财政局.
// They give the sentence its owner and are no orders of their own; no more are 会议明确 and 会议要求.
import type { Span } from '#base/span.ts'
import type { Clause, Sentence } from '#reading/clauses.ts'
import { type Body, bodiesIn, namesIn, roleOfLabel } from '#reading/owners.ts'
import { charTable, standsAt } from '#reading/signs.ts'
import { isBodyName } from '#reading/subjects.ts'

export interface Lead {
  /** The body that answers for it; null for one that only helps. */
  owner: (Span & { name: string }) | null
  /** Everybody named in the clause, each with a role. */
  bodies: Body[]
}

const leading = /^(?:具体|统一)?由(.{2,30}?)(?:统一|具体|总)?(?:牵头|负责|主办|承办)(?:落实|实施|推进)?$/
const helping =
  /^(?:由)?(.{2,40}?)(?:按(?:照)?(?:各自)?(?:职责|分工)(?:分工)?)?(?:予以|积极|协同)?(?:配合|协助|参与|协办)$/
const together = /^会同(.{2,40})$/
const label = /^(?:牵头|配合|责任|协办|协助|主办|承办|参与|联合|支持)(?:单位|部门|领导|科室)$/
/** 由招商局牵头、财政局和建设局配合: both in one clause. */
const both = /^(?:具体|统一)?由?(.{2,24}?)(?:牵头|负责|主办)(?:负责)?[、和并].{2,40}(?:配合|协助|参与|协办)$/
const formula = /^会议(?:明确|要求|强调|指出|提出|认为|决定)$/
// A clause of the kind begins or ends in one of these, or stands behind one that ends in them.
const openings = charTable('由具统会')
const endings = charTable('合助与办位门导室')
const labelEnds = charTable('位门导室')
const owning = /^(?:牵头|责任|主办|承办)/

/** What a clause says of who does it, when it says nothing else; null for any other clause. */
export function leadOf(text: string, { clauses }: Sentence, index: number): Lead | null {
  const clause = clauses[index]!
  const previous = clauses[index - 1]
  if (clause.end - clause.start > 48) return null
  const labelled = previous !== undefined && standsAt(labelEnds, text, previous.end - 1)
  if (!labelled && !standsAt(openings, text, clause.start) && !standsAt(endings, text, clause.end - 1)) return null
  const words = wordsOf(text, clause)
  const before = labelled ? wordsOf(text, previous) : ''
  if (label.test(words) || formula.test(words)) return { owner: null, bodies: [] }
  if (label.test(before)) {
    const bodies = namesIn(text, clause, roleOfLabel(before) ?? 'responsible')
    return { owner: owning.test(before) ? named(clause.start, words) : null, bodies }
  }
  const lead = both.exec(words) ?? leading.exec(words)
  if (lead && isBodyName(lead[1]!))
    return { owner: named(clause.start + words.indexOf(lead[1]!), lead[1]!), bodies: bodiesIn(text, clause) }
  const help = helping.exec(words) ?? together.exec(words)
  return help && help[1]!.split(/[和与及]/).some(isBodyName) ? { owner: null, bodies: bodiesIn(text, clause) } : null
}

function wordsOf(text: string, { start, end }: Clause): string {
  return text.slice(start, Math.min(end, start + 49))
}

function named(start: number, name: string): Lead['owner'] {
  return { start, end: start + name.length, name }
}
