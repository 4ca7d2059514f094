// A zone to measure: its own embedded PostgreSQL with its usual durable settings, the sample people, and as many
// commitments as asked for, put in by SQL.

import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openSignIn } from '#api/auth.ts'
import { actorFor, findPersonByUsername } from '#operations/actor.ts'
import type { Context } from '#operations/context.ts'
import { foundZone } from '#operations/found.ts'
import { run } from '#operations/run.ts'
import { openSystem, type System } from '#operations/system.ts'
import type { Sent } from '#store/database.ts'
import { startEmbedded } from '#store/embedded.ts'

export type BenchZone = {
  url: string
  urlOf(database: string): string
  owner: pg.Client
  /** The system on a database, and its office's context. */
  open(database: string, onSend?: (sent: Sent) => void): Promise<{ system: System; office: Context }>
  close(): Promise<void>
}

export async function openBenchZone(): Promise<BenchZone> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'luoshi-bench-'))
  const embedded = await startEmbedded(path.join(folder, 'postgres'))
  const urlOf = (database: string) => Object.assign(new URL(embedded.url), { pathname: `/${database}` }).href
  const owner = new pg.Client({ connectionString: embedded.url })
  await owner.connect()
  return {
    url: embedded.url,
    urlOf,
    owner,
    async open(database, onSend) {
      const options = { databaseUrl: urlOf(database), dataFolder: folder, ...(onSend ? { onSend } : {}) }
      const system = await openSystem(options)
      const { accounts } = await openSignIn(system, null)
      if (await foundZone(system, accounts)) {
        const admin = await contextOf(system, accounts, 'admin')
        await run(admin, 'openSampleZone', {})
      }
      return { system, office: await contextOf(system, accounts, 'fangning') }
    },
    async close() {
      await owner.end()
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function contextOf(system: System, accounts: Context['accounts'], username: string): Promise<Context> {
  const person = await findPersonByUsername(system, 'main', username)
  const actor = person && (await actorFor(system, 'main', person.id))
  if (!actor) throw new Error(`nobody is called ${username}`)
  return { system, accounts, actor }
}

/** `count` commitments given out to the zone's units, with due days over a year and progress of every kind. */
export async function fill(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=luoshi' })
  await client.connect()
  await client.query(
    `insert into commitment (zone, id, version, at, body, units)
     select 'main', id, 1, now(), jsonb_build_object('id', id, 'version', 1, 'number', '001-' || lpad(n::text, 6, '0'),
       'wording', jsonb_build_object('title', '第' || n || '项重点任务：推进标准厂房建设和企业服务', 'kind', 'task', 'value', null,
         'value2', null, 'unit', null, 'op', null, 'measure', null, 'period', null, 'dueOn', due, 'strength', 'none'),
       'mentions', '[]'::jsonb, 'parent', null, 'childCount', 0,
       'duty', jsonb_build_object('lead', lead, 'supporting', '[]'::jsonb, 'post', null, 'leader', null,
         'startOn', due::date - 120, 'dueOn', due, 'proof', '["佐证材料"]'::jsonb),
       'receipt', 'signed', 'declinedReason', null, 'progress', 'under-way', 'percent', n % 100, 'review', 'none',
       'closure', 'open', 'stage', (array['under-way', 'awaiting-review', 'returned', 'awaiting-closure'])[1 + n % 4],
       'reports', '[]'::jsonb, 'extensions', '[]'::jsonb, 'urged', '[]'::jsonb, 'closed', null), array[lead::text]
     from (select n, gen_random_uuid() as id, to_char(current_date - 180 + (n * 7919) % 360, 'YYYY-MM-DD') as due,
         leads[1 + n % array_length(leads, 1)] as lead
       from generate_series(1, $1::int) n, (select array_agg(id) as leads from unit where zone = 'main') u) s`,
    [count],
  )
  await client.query('analyze commitment')
  await client.end()
}
