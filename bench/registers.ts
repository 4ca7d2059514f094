// A register of a million projects with three million steps: its first page, a page in the middle, the board with sums, a
// figure of a year, as the office and as a unit, beside the best hand-written SQL without rights on the same server.
// And an import of 50 000 lines. LUOSHI_BENCH_ROWS sets another size, LUOSHI_BENCH_ONLY a word that rows must hold.

import pg from 'pg'
import type { Register } from '#domain/register.ts'
import { actorFor, findPersonByUsername } from '#operations/actor.ts'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'
import { tableOf } from '#store/registers.ts'
import { inTurn, type Row, row, timed } from './rows.ts'
import { openBenchZone } from './zone.ts'

const register = 'investment'

export async function registers(): Promise<Row[]> {
  const size = Number(process.env.LUOSHI_BENCH_ROWS ?? 1_000_000)
  const zone = await openBenchZone()
  await zone.owner.query('create database registers')
  const { system, office } = await zone.open('registers')
  const { shipped } = await run(office, 'listRegisters', {})
  const made: Register[] = []
  for (const definition of shipped) made.push(await run(office, 'defineRegister', { definition }))
  const projects = made.find(({ definition }) => definition.code === register)!
  const hand = new pg.Client({ connectionString: zone.urlOf('registers'), options: '-c search_path=luoshi -c jit=off' })
  await hand.connect()
  const only = process.env.LUOSHI_BENCH_ONLY ?? ''
  const rows = 'import'.includes(only) ? [await imported(office, hand)] : []
  await fillRegister(hand, projects, size)
  const person = await findPersonByUsername(system, 'main', 'sunian')
  const unit: Context = { ...office, actor: (await actorFor(system, 'main', person!.id))! }
  for (const one of (await questions(office, unit, hand, projects)).filter(({ what }) => what.includes(only))) {
    const { ours, beside } = await inTurn(9, one.ask, () => hand.query(one.sql))
    rows.push(row(`${one.what}, ${size} rows`, 'ms', ours, beside, 'hand-written SQL, no rights'))
  }
  await hand.end()
  await system.close()
  await zone.close()
  return rows
}

async function questions(office: Context, unit: Context, hand: pg.Client, projects: Register) {
  const t = tableOf(projects)
  const list = (who: Context, input: object) => () => run(who, 'listEntries', { register, limit: 50, ...input })
  const sorted = { sort: 'amount', descending: true }
  const filtered = { ...sorted, filter: ['chain=电子信息'] }
  const middle = await cursorAt(hand, t)
  const lead = unit.actor.units[0]!
  const base = `select to_jsonb(e) from ${t} e where zone = 'main' and removed is null`
  const order = 'order by f_amount desc, id desc limit 50'
  const year = { counts: ['signed'], from: '2025-01-01', to: '2025-12-31' }
  const stepped = `c.zone = 'main' and c.register = '${projects.id}' and c.ladder = 'main' and c.rung = 'signed' and c.stands`
  const counted = `select count(*) from climb c join ${t} e on e.zone = 'main' and e.id = c.entry where ${stepped}
    and c.happened_on between '2025-01-01' and '2025-12-31' and e.removed is null and e.f_public_fund is distinct from true`
  const summed = `select rung_main, count(*), sum(f_amount) from ${t} where zone = 'main' and removed is null`
  return [
    { what: 'first page by amount', ask: list(office, sorted), sql: `${base} and f_amount is not null ${order}` },
    {
      what: 'first page by amount of one chain',
      ask: list(office, filtered),
      sql: `${base} and f_chain = '电子信息' and f_amount is not null ${order}`,
    },
    {
      what: 'a page in the middle',
      ask: list(office, { ...sorted, after: middle.after }),
      sql: `${base} and (f_amount, id) < (${middle.amount}, '${middle.id}') ${order}`,
    },
    {
      what: 'first page of one unit by amount',
      ask: list(unit, sorted),
      sql: `${base} and f_lead = '${lead}' and f_amount is not null ${order}`,
    },
    {
      what: 'board with sums',
      ask: () => run(office, 'showBoard', { register, ladder: 'main', sums: ['amount'] }),
      sql: `${summed} group by 1`,
    },
    {
      what: 'board of one chain with sums',
      ask: () => run(office, 'showBoard', { register, ladder: 'main', sums: ['amount'], filter: ['chain=电子信息'] }),
      sql: `${summed} and f_chain = '电子信息' group by 1`,
    },
    {
      what: 'board of one unit',
      ask: () => run(unit, 'showBoard', { register, ladder: 'main', sums: ['amount'] }),
      sql: `${summed} and f_lead = '${lead}' group by 1`,
    },
    { what: 'figure of a year', ask: () => run(office, 'countSteps', { register, ...year }), sql: counted },
    {
      what: 'figure of a year by size class',
      ask: () => run(office, 'countSteps', { register, ...year, by: 'class' }),
      sql: counted,
    },
    {
      what: 'wall chart, first page by amount',
      ask: () => run(office, 'showGantt', { register, course: 'network:main', limit: 50, ...sorted }),
      sql: `select p.id, (select jsonb_agg(c.body) from climb c where c.zone = 'main' and c.entry = p.id)
        from (select id from ${t} where zone = 'main' and removed is null and f_amount is not null ${order}) p`,
    },
    {
      what: 'calendar of a month',
      ask: () => run(office, 'showCalendar', { register, dates: ['signed_on'], from: '2025-06-01', to: '2025-06-30' }),
      sql: `select id, f_name, f_signed_on from ${t} where zone = 'main' and removed is null
        and f_signed_on between '2025-06-01' and '2025-06-30' order by f_signed_on limit 2000`,
    },
    {
      what: 'times from signing to start',
      ask: () => run(office, 'showSpans', { register, network: 'main' }),
      sql: `select percentile_disc(0.5) within group (order by b.happened_on - a.happened_on) from climb a
        join climb b on b.zone = 'main' and b.entry = a.entry and b.ladder = 'main' and b.rung = 'started' and b.stands
        where a.zone = 'main' and a.ladder = 'main' and a.rung = 'signed' and a.stands`,
    },
    {
      what: 'first 100 steps behind it',
      ask: () => run(office, 'listCountedSteps', { register, ...year }),
      sql: `${counted.replace('count(*)', 'c.id, e.f_name')} order by c.id limit 100`,
    },
  ]
}

async function cursorAt(hand: pg.Client, table: string) {
  const { rows } = await hand.query(`select f_amount as amount, id from ${table} where f_amount is not null
    order by f_amount desc, id desc offset (select count(*) / 2 from ${table}) limit 1`)
  const [{ amount, id }] = rows as [{ amount: string; id: string }]
  return { amount, id, after: Buffer.from(JSON.stringify(['amount', String(amount), id])).toString('base64url') }
}

/** 50 000 lines in batches of 5 000, beside one plain insert of the same lines. */
async function imported(office: Context, hand: pg.Client): Promise<Row> {
  const lead = (await run(office, 'getDirectory', {})).units[3]!.id
  const batch = (from: number) =>
    Array.from({ length: 5000 }, (_, i) => ({
      name: `导入${from + i}`,
      code: `D${from + i}`,
      amount: String(i * 1000),
      chain: '电子信息',
      lead,
    }))
  const ours = await timed(async () => {
    for (let from = 0; from < 50_000; from += 5000) await run(office, 'addEntries', { register, lines: batch(from) })
  })
  await hand.query(
    'create temp table plain (zone text, id uuid primary key, name text, code text unique, amount bigint, chain text, lead uuid)',
  )
  const beside = await timed(async () => {
    for (let from = 0; from < 50_000; from += 5000)
      await hand.query(
        `insert into plain select 'main', gen_random_uuid(), name, code, amount, chain, lead from jsonb_to_recordset($1::jsonb)
          as x (name text, code text, amount bigint, chain text, lead uuid)`,
        [JSON.stringify(batch(from))],
      )
  })
  return row('import of 50 000 lines', 'ms', ours, beside, 'plain insert, no checks, no journal')
}

async function fillRegister(hand: pg.Client, { id, definition }: Register, size: number): Promise<void> {
  const t = tableOf({ id, version: 1, definition })
  const rungs = definition.ladders[0]!.rungs.map(({ key }) => key)
  await hand.query(
    `insert into ${t} (zone, id, version, at, units, definition, made_on, checkers, f_name, f_chain, f_amount, f_lead, f_signed_on,
        rung_main, since_main, reached_main)
      select 'main', gen_random_uuid(), 1, now(), array['*', lead::text], 1, current_date - n % 1500, '[]', '项目' || n,
        (array['安全应急', '电子信息', '生物医药', '新能源及电力电子', '其他'])[1 + n % 5], (n::bigint * 7919 % 2000000) * 100000,
        lead, current_date - n % 1500, ($2::text[])[1 + n % array_length($2::text[], 1)], current_date - n % 900, '[]'
      from (select n, leads[1 + (n * 31) % array_length(leads, 1)] as lead
        from generate_series(1, $1::int) n, (select array_agg(id) as leads from unit where zone = 'main') u) s`,
    [size, rungs],
  )
  await hand.query(
    `insert into climb (zone, id, version, at, units, body)
      select 'main', s.step, 1, now(), e.units, jsonb_build_object('id', s.step, 'version', 1, 'register', $1::text, 'entry', e.id,
        'ladder', 'main', 'kind', 'climbed', 'from', null, 'to', s.rung, 'on', s.day, 'certificateOn', null, 'skipped', '[]'::jsonb,
        'reason', null, 'evidence', '[]'::jsonb, 'owed', '[]'::jsonb, 'owedOn', null, 'by', e.id, 'units', '[]'::jsonb, 'struck', null, 'again', false)
      from ${t} e, lateral (select gen_random_uuid() as step, rung, to_char(e.made_on + k::int * 30, 'YYYY-MM-DD') as day
        from unnest(array['clue', 'talks', 'signed']) with ordinality as r (rung, k) where e.id is not null) s
      where e.zone = 'main' and e.f_code is null`,
    [id],
  )
  await hand.query(`vacuum analyze ${t}`)
  await hand.query('vacuum analyze climb')
}
