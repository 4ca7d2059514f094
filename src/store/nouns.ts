// The stored nouns by name: their shape, and the units that a row belongs to where rights follow the tree.

import type { z } from 'zod'
import { Boundary } from '#domain/boundary.ts'
import { Briefing } from '#domain/briefing.ts'
import { Climb } from '#domain/climb.ts'
import { Commitment, unitsOf } from '#domain/commitment.ts'
import { Crossing } from '#domain/crossing.ts'
import { Document } from '#domain/document.ts'
import { EntryFile } from '#domain/entry-file.ts'
import { Evidence } from '#domain/evidence.ts'
import { ImportJob } from '#domain/import-job.ts'
import { Plan } from '#domain/plan.ts'
import { Proposal } from '#domain/proposal.ts'
import { Register } from '#domain/register.ts'
import { Remark } from '#domain/remark.ts'
import { RuleBook } from '#domain/rule-book.ts'
import { Suggestion } from '#domain/suggestion.ts'
import { View } from '#domain/view.ts'
import { Person, Post, Unit, Zone } from '#domain/zone.ts'

export const shapes = {
  zone: Zone,
  unit: Unit,
  post: Post,
  person: Person,
  document: Document,
  proposal: Proposal,
  commitment: Commitment,
  evidence: Evidence,
  briefing: Briefing,
  saved_view: View,
  rule_book: RuleBook,
  register: Register,
  climb: Climb,
  crossing: Crossing,
  entry_file: EntryFile,
  suggestion: Suggestion,
  import_job: ImportJob,
  remark: Remark,
  boundary: Boundary,
  plan: Plan,
} as const

export type Noun = keyof typeof shapes
export type RowOf<N extends Noun> = z.output<(typeof shapes)[N]>
export type AnyRow = RowOf<Noun>

/** These say themselves to which units they belong. */
const ownUnits: readonly Noun[] = ['evidence', 'climb', 'crossing', 'entry_file', 'suggestion', 'remark', 'plan']

/** Null: the row belongs to the whole zone. */
export function unitsOfRow(noun: Noun, row: AnyRow): string[] | null {
  if (noun === 'commitment') return unitsOf(row as Commitment)
  if (ownUnits.includes(noun)) return (row as { units: string[] } & AnyRow).units
  return null
}
