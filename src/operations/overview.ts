// Seeing all of it: the register's pages, counts and export, the work list, views, briefings and the journal.

import { refuse } from '#base/refusal.ts'
import { CommitmentRow, type Filter, type TodoGroup } from '#contract/overview.ts'
import type { View } from '#domain/view.ts'
import { type Change, evolveFields } from '#domain/zone.ts'
import { draftBriefing, getBriefingFile, issueBriefing } from '#operations/briefings.ts'
import { type Context, type Handlers, scopeOf } from '#operations/context.ts'
import { exportCommitments } from '#operations/export.ts'
import { listJournal } from '#operations/journal.ts'
import { type Lighting, lightingAt } from '#operations/lighting.ts'
import { changedRow, expectVersion, record } from '#operations/record.ts'
import type { Rows } from '#store/database.ts'
import { countRegister, type RegisterSort, registerPage, registerParts, workParts } from '#store/register.ts'
import { findRow } from '#store/rows.ts'
import { documentsToReview, listBriefings, listViews } from '#store/work.ts'

const workListLength = 100

/** A register row as the table shows it: the wording's main parts, the latest report, the light with its why. */
function rowOf(row: Rows[number], lighting: Lighting): CommitmentRow {
  const { value, unit, op, strength } = row.wording as CommitmentRow
  const latest = row.latest as { on: string; text: string; percent: number } | null
  return {
    ...(row as unknown as CommitmentRow),
    ...{ value, unit, op, strength },
    latest: latest && { on: latest.on, text: latest.text, percent: latest.percent },
    lit: lighting.lit(row as unknown as CommitmentRow),
  }
}

type Asked = Filter & {
  asOf?: string | undefined
  sort: RegisterSort
  descending: boolean
  offset: number
  limit: number
}

async function listCommitments(context: Context, { asOf, sort, descending, offset, limit, ...filter }: Asked) {
  const lighting = lightingAt(context, asOf)
  const page = { sort, descending, offset, limit }
  const { rows, total } = await registerPage(context.system.db, scopeOf(context), lighting, filter, page)
  return { rows: rows.map((row) => CommitmentRow.parse(rowOf(row, lighting))), total, today: lighting.today }
}

async function countCommitments(context: Context, { asOf, ...filter }: Filter & { asOf?: string | undefined }) {
  const groups = await countRegister(context.system.db, scopeOf(context), lightingAt(context, asOf), filter)
  const sum = (picked: typeof groups) => picked.reduce((total, group) => total + group.n, 0)
  const by = <K extends string>(key: (group: (typeof groups)[number]) => K) =>
    Object.fromEntries(
      Map.groupBy(groups, key)
        .entries()
        .map(([k, picked]) => [k, sum(picked)]),
    ) as Partial<Record<K, number>>
  const byLead = Map.groupBy(groups, (group) => group.lead)
    .entries()
    .map(([lead, picked]) => ({
      lead,
      total: sum(picked),
      closed: sum(picked.filter((group) => group.stage === 'closed')),
      red: sum(picked.filter((group) => group.light === 'red')),
      yellow: sum(picked.filter((group) => group.light === 'yellow')),
    }))
  return {
    total: sum(groups),
    byStage: by((group) => group.stage),
    byLight: by((group) => group.light),
    byLead: [...byLead],
  }
}

/** The office and the leaders see what waits in the whole zone; whoever answers for units, what waits for these. */
async function myWork(context: Context, { asOf }: { asOf?: string | undefined }) {
  const { system, actor } = context
  const lighting = lightingAt(context, asOf)
  const office = actor.roles.includes('office')
  const sees = office ? 'work' : actor.roles.includes('leader') ? 'lateness' : 'nothing'
  const parts = workParts(actor.units, sees, lighting.today)
  const lists = await registerParts(system.db, scopeOf(context), lighting, parts, workListLength)
  const groups = lists.map(({ group, total, rows }) => ({
    group: group as TodoGroup,
    total,
    rows: rows.map((row) => CommitmentRow.parse(rowOf(row, lighting))),
  }))
  const documents = office ? await documentsToReview(system.db, scopeOf(context), lighting.asOf) : []
  return { today: lighting.today, groups, documents }
}

async function saveView(context: Context, { name, query }: { name: string; query: View['query'] }) {
  const { system, actor } = context
  const fields = { owner: actor.person, name, query, dropped: false }
  return changeView(context, 'saveView', { id: system.newId(), version: 0 } as View, { kind: 'made', fields })
}

async function dropView(context: Context, { id, version }: { id: string; version: number }) {
  const view = await findRow(context.system.db, scopeOf(context), 'saved_view', id)
  if (view.owner !== context.actor.person || view.dropped) refuse('not-found', { noun: 'view', id })
  expectVersion('saved_view', view, version)
  return changeView(context, 'dropView', view, { kind: 'changed', fields: { dropped: true } })
}

async function changeView(context: Context, act: 'saveView' | 'dropView', before: View, event: Change<View>) {
  const changed = changedRow('saved_view', before, [event], evolveFields<View>)
  await record(context, act, [changed])
  return changed.row
}

export const overviewHandlers = {
  listCommitments,
  countCommitments,
  exportCommitments,
  myWork,
  listViews: (context, { asOf }) => listViews(context.system.db, scopeOf(context), context.actor.person, asOf ?? null),
  saveView,
  dropView,
  draftBriefing,
  listBriefings: (context, { asOf }) => listBriefings(context.system.db, scopeOf(context), asOf ?? null),
  issueBriefing,
  getBriefingFile,
  listJournal,
} satisfies Partial<Handlers>
