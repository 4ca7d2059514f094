// Commitments that might be kin to a promise, by the pairs of characters in their titles (db/0004). The database brings a
// short list, rare pairs first; how alike they really are, domain/look-alike.ts says.

import { z } from 'zod'
import { Closure } from '#domain/commitment.ts'
import { Day, Id } from '#domain/fields.ts'
import { Wording } from '#domain/proposal.ts'
import { Statement } from '#reading/statement.ts'
import { rowsAt } from '#store/as-of.ts'
import type { Database, Scope } from '#store/database.ts'
import { sql } from '#store/sql.ts'

export const Candidate = z.object({
  id: Id,
  number: z.string(),
  wording: Wording,
  closure: Closure,
  parent: Id.nullable(),
  lead: Id.nullable(),
  /** The place of its first mention. */
  proposal: Id,
  ordinal: z.int(),
  document: z.object({ id: Id, title: z.string(), date: Day.nullable() }),
  read: Statement.pick({ indicator: true, verb: true, object: true }),
})
export type Candidate = z.infer<typeof Candidate>

const candidatesAtMost = 60
/** Entries read for one search: with 100,000 commitments the common pairs (项目, 建设) alone would be ten times as many. */
const entriesAtMost = 10_000

/** The nearest by shared pairs, each counted by its rarity; `title` is what is looked for. */
export async function findCandidates(
  db: Database,
  scope: Scope,
  title: string,
  asOf: string | null,
): Promise<Candidate[]> {
  const rows = await db.query(
    scope,
    sql`
    with wanted as materialized (
      select w.pair, (select count(*) from (select from commitment_pair p
        where p.zone = ${scope.zone} and p.pair = w.pair limit ${entriesAtMost}) e) as n
      from unnest(pairs_of(${title})) as w (pair)
    ), rarest as materialized (
      select pair, n from (select pair, n, sum(n) over (order by n, pair) as until from wanted where n > 0) s
      where until <= ${entriesAtMost} or until = n
    ), nearest as materialized (
      select p.commitment as id, sum(1 / ln(r.n + 2)) as weight
      from rarest r, lateral (select commitment from commitment_pair p
        where p.zone = ${scope.zone} and p.pair = r.pair limit ${entriesAtMost}) p
      group by p.commitment order by weight desc, p.commitment limit ${candidatesAtMost}
    )
    select jsonb_build_object('id', c.id, 'number', c.number, 'wording', c.body -> 'wording', 'closure', c.closure,
      'parent', c.parent, 'lead', c.lead, 'proposal', s.id, 'ordinal', s.ordinal,
      'document', jsonb_build_object('id', d.id, 'title', d.title, 'date', d.dated), 'read', s.body -> 'statement') as row
    from nearest n
      join ${rowsAt('commitment', asOf)} c on c.zone = ${scope.zone} and c.id = n.id
      join proposal s on s.zone = ${scope.zone} and s.id = (c.body -> 'mentions' -> 0 ->> 'proposal')::uuid
      join document d on d.zone = ${scope.zone} and d.id = s.document
    order by n.weight desc, c.number`,
  )
  return rows.map(({ row }) => z.parse(Candidate, row))
}
