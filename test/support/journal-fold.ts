// Every row as the journal tells it: the events of each row, folded from nothing by the domain's own functions.
import type pg from 'pg'
import { evolveBoundary } from '#domain/boundary.ts'
import { evolveBriefing } from '#domain/briefing.ts'
import { evolveClimb } from '#domain/climb.ts'
import { evolveCommitment } from '#domain/commitment.ts'
import { evolveCrossing } from '#domain/crossing.ts'
import { evolveDocument } from '#domain/document.ts'
import { evolveEntryFile } from '#domain/entry-file.ts'
import { evolveEvidence } from '#domain/evidence.ts'
import { evolveImport } from '#domain/import-job.ts'
import { evolvePlan } from '#domain/plan.ts'
import { evolveProposal } from '#domain/proposal.ts'
import { evolveRemark } from '#domain/remark.ts'
import { evolveSuggestion } from '#domain/suggestion.ts'
import { evolveFields } from '#domain/zone.ts'
import { type Noun, shapes } from '#store/nouns.ts'

export const nouns = Object.keys(shapes) as Noun[]

const evolve: Record<Noun, (row: never, event: never) => unknown> = {
  zone: evolveFields,
  unit: evolveFields,
  post: evolveFields,
  person: evolveFields,
  saved_view: evolveFields,
  rule_book: evolveFields,
  register: evolveFields,
  climb: evolveClimb,
  crossing: evolveCrossing,
  entry_file: evolveEntryFile,
  suggestion: evolveSuggestion,
  remark: evolveRemark,
  plan: evolvePlan,
  document: evolveDocument,
  proposal: evolveProposal,
  commitment: evolveCommitment,
  evidence: evolveEvidence,
  briefing: evolveBriefing,
  boundary: evolveBoundary,
  import_job: evolveImport,
}

/** All rows of a noun by id, as folded and as they stand; `owner` must see the whole journal and search in `luoshi`. */
export async function foldAndRows(owner: pg.Client, noun: Noun) {
  const lines = await owner.query('select id, data from journal where noun = $1 order by id, version', [noun])
  const folded: Record<string, unknown> = {}
  for (const { id, data } of lines.rows) {
    folded[id] = evolve[noun]((folded[id] ?? { id, version: 0 }) as never, data as never)
  }
  const { rows } = await owner.query(`select id, body from ${noun}`)
  return { folded, rows: Object.fromEntries(rows.map(({ id, body }) => [id, body])) }
}
