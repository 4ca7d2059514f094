// The one way in: every door names an entry and hands over raw input, and for an upload the bytes as they arrive.

import { refuse } from '#base/refusal.ts'
import { findUnstorable } from '#base/text.ts'
import { contract, type EntryName, type OutputOf } from '#contract/contract.ts'
import type { Entry, Incoming } from '#contract/entry.ts'
import type { Actor } from '#domain/actor.ts'
import { areaHandlers } from '#operations/areas.ts'
import { assessmentHandlers } from '#operations/assessments.ts'
import { boundaryHandlers } from '#operations/boundaries.ts'
import { commitmentHandlers } from '#operations/commitments.ts'
import type { Context, Handlers } from '#operations/context.ts'
import { documentHandlers } from '#operations/documents.ts'
import { entryHandlers } from '#operations/entries.ts'
import { entrustHandlers } from '#operations/entrust.ts'
import { importHandlers } from '#operations/imports.ts'
import { ladderHandlers } from '#operations/ladders.ts'
import { matrixHandlers } from '#operations/matrix.ts'
import { overviewHandlers } from '#operations/overview.ts'
import { placeHandlers } from '#operations/places.ts'
import { ratioHandlers } from '#operations/ratios.ts'
import { rectificationHandlers } from '#operations/rectification.ts'
import { registerHandlers } from '#operations/registers.ts'
import { remarkHandlers } from '#operations/remarks.ts'
import { ruleHandlers } from '#operations/rule-books.ts'
import { zoneHandlers } from '#operations/zone.ts'

const handlers: Handlers = {
  ...zoneHandlers,
  ...documentHandlers,
  ...commitmentHandlers,
  ...overviewHandlers,
  ...ruleHandlers,
  ...assessmentHandlers,
  ...registerHandlers,
  ...entryHandlers,
  ...ladderHandlers,
  ...importHandlers,
  ...remarkHandlers,
  ...boundaryHandlers,
  ...placeHandlers,
  ...matrixHandlers,
  ...areaHandlers,
  ...entrustHandlers,
  ...ratioHandlers,
  ...rectificationHandlers,
}

/** Nobody reads more, and a hostile list must not come back longer than it was. */
const issuesTold = 20

async function* nothing(): Incoming {}

/** Throws `Refused` with 'forbidden', 'bad-input' or one of the entry's own refusals. */
export async function run<N extends EntryName>(
  context: Context,
  name: N,
  raw: unknown,
  incoming: Incoming = nothing(),
): Promise<OutputOf<N>> {
  const entry: Entry = contract[name]
  if (!may(entry, context.actor))
    refuse('forbidden', { act: name, roles: entry.may as Exclude<Entry['may'], 'anyone'> })
  const unstorable = findUnstorable(raw)
  if (unstorable)
    refuse('bad-input', {
      issues: [{ path: unstorable.join('.'), message: 'holds characters that cannot be stored, or lies too deep' }],
    })
  const parsed = entry.input.safeParse(raw)
  if (!parsed.success) {
    const issues = parsed.error.issues
      .slice(0, issuesTold)
      .map(({ path, message }) => ({ path: path.join('.'), message }))
    return refuse('bad-input', { issues })
  }
  const handler = handlers[name] as (context: Context, input: unknown, incoming: Incoming) => Promise<OutputOf<N>>
  return handler(context, parsed.data, incoming)
}

export function may(entry: Pick<Entry, 'may'>, actor: Pick<Actor, 'roles'>): boolean {
  return entry.may === 'anyone' || actor.roles.some((role) => entry.may.includes(role))
}
