// Roll-ups over a million tenants of a hundred thousand carriers: a page that shows them, a filter, a sort and a board sum by
// one, beside hand-written SQL without rights on the same server. LUOSHI_BENCH_ROWS sets another number of tenants.

import pg from 'pg'
import type { Register } from '#domain/register.ts'
import { run } from '#operations/run.ts'
import { tableOf } from '#store/registers.ts'
import { inTurn, type Row, row } from './rows.ts'
import { openBenchZone } from './zone.ts'

const perCarrier = 10

export async function rollups(): Promise<Row[]> {
  const size = Number(process.env.LUOSHI_BENCH_ROWS ?? 1_000_000)
  const zone = await openBenchZone()
  await zone.owner.query('create database rollups')
  const { system, office } = await zone.open('rollups')
  const { shipped } = await run(office, 'listRegisters', {})
  const made = new Map<string, Register>()
  for (const code of ['space', 'tenant']) {
    const definition = shipped.find((one) => one.code === code)!
    made.set(code, await run(office, 'defineRegister', { definition }))
  }
  const [spaces, tenants] = [tableOf(made.get('space')!), tableOf(made.get('tenant')!)]
  const hand = new pg.Client({ connectionString: zone.urlOf('rollups'), options: '-c search_path=luoshi -c jit=off' })
  await hand.connect()
  await fillCarriers(hand, spaces, tenants, size)
  const inside = `(rung_main = 'entered' or rung_main = 'growing') and f_left_on is null and removed is null`
  const counted = `(select count(*) from ${tenants} t where t.zone = 'main' and t.f_space = s.id and ${inside})`
  const added = `(select coalesce(sum(f_area), 0) from ${tenants} t where t.zone = 'main' and t.f_space = s.id and ${inside})`
  const base = `select to_jsonb(s), ${counted} as n, ${added} as used from ${spaces} s where zone = 'main' and removed is null`
  const list = (input: object) => () => run(office, 'listEntries', { register: 'space', limit: 50, ...input })
  const asked = [
    {
      what: 'first page by area, 7 roll-ups shown',
      ask: list({ sort: 'area', descending: true }),
      sql: `${base} and f_area is not null order by f_area desc, id desc limit 50`,
    },
    {
      what: 'first page by area of those with 9 tenants or more',
      ask: list({ sort: 'area', descending: true, filter: ['tenants>=9'] }),
      sql: `${base} and ${counted} >= 9 and f_area is not null order by f_area desc, id desc limit 50`,
    },
    {
      what: 'first page by tenants',
      ask: list({ sort: 'tenants', descending: true }),
      sql: `${base} order by n desc, id desc limit 50`,
    },
    {
      what: 'board with the sum of tenants',
      ask: () => run(office, 'showBoard', { register: 'space', ladder: 'main', sums: ['tenants'] }),
      sql: `select rung_main, count(*), sum(${counted}) from ${spaces} s where zone = 'main' and removed is null group by 1`,
    },
  ]
  const rows: Row[] = []
  for (const one of asked) {
    const { ours, beside } = await inTurn(5, one.ask, () => hand.query(one.sql))
    rows.push(row(`${one.what}, ${size} tenants`, 'ms', ours, beside, 'hand-written SQL, no rights'))
  }
  await hand.end()
  await system.close()
  await zone.close()
  return rows
}

async function fillCarriers(hand: pg.Client, spaces: string, tenants: string, size: number): Promise<void> {
  const common = `'main', gen_random_uuid(), 1, now(), array['*'], 1, current_date, '[]'`
  const columns = 'zone, id, version, at, units, definition, made_on, checkers'
  await hand.query(
    `insert into ${spaces} (${columns}, f_name, f_kind, f_area, rung_main, since_main, reached_main)
      select ${common}, '载体' || n, '孵化器', (n * 7919) % 1000000, 'open', current_date - n % 900, '[]' from generate_series(1, $1::int) n`,
    [Math.ceil(size / perCarrier)],
  )
  await hand.query(
    `insert into ${tenants} (${columns}, f_name, f_space, f_area, f_ip, rung_main, since_main, reached_main)
      select ${common}, '企业' || n, s.id, 1000 + n % 9000, n % 3 = 0, (array['entered', 'growing', 'graduated'])[1 + (n * 31) % 10 / 4],
        current_date - n % 900, '[]'
      from (select id, row_number() over () as place from ${spaces}) s, generate_series(1, ${perCarrier}) n`,
  )
  await hand.query(`vacuum analyze ${spaces}`)
  await hand.query(`vacuum analyze ${tenants}`)
}
