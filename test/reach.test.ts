// Row-level security, asked directly: what the app's role sees under a scope, whatever the code above might forget.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#store/database.ts'
import { sql } from '#store/sql.ts'
import { bytesOf, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let db: ReturnType<typeof openDatabase>
let lead: string

beforeAll(async () => {
  zone = await openTestZone()
  db = openDatabase(zone.url)
  const office = await zone.as('fangning')
  const { document } = await office(
    'importDocument',
    { fileName: 'a.txt', date: '2026-03-05' },
    bytesOf('力争年内新增高企60家。'),
  )
  const [proposal] = (await office('getDocument', { id: document.id })).proposals
  lead = (await office('getDirectory', {})).units.find(({ shortName }) => shortName === '科创局')!.id
  await office('adoptProposal', { id: proposal!.id, version: 1, duty: { lead } })
})
afterAll(async () => {
  await db.close()
  await zone.close()
})

const count = async (scope: Parameters<typeof db.query>[0], table: 'commitment' | 'journal' | 'unit') => {
  const tables = { commitment: sql`commitment`, journal: sql`journal`, unit: sql`unit` }
  return (await db.query(scope, sql`select count(*) as n from ${tables[table]}`))[0]!.n
}

test('the whole zone, the lead unit, another unit, another zone', async () => {
  const other = '01890000-0000-7000-8000-000000000000'
  expect(await count({ zone: 'main', units: '*' }, 'commitment')).toBe(1)
  expect(await count({ zone: 'main', units: [lead] }, 'commitment')).toBe(1)
  expect(await count({ zone: 'main', units: [other] }, 'commitment')).toBe(0)
  expect(await count({ zone: 'main', units: [] }, 'commitment')).toBe(0)
  expect(await count({ zone: 'elsewhere', units: '*' }, 'commitment')).toBe(0)
  expect(await count({ zone: 'elsewhere', units: '*' }, 'journal')).toBe(0)
  expect(await count({ zone: 'elsewhere', units: '*' }, 'unit')).toBe(0)
})

test('a connection without a scope sees nothing', async () => {
  const client = new pg.Client({ connectionString: zone.url, options: '-c role=luoshi_app -c search_path=luoshi' })
  await client.connect()
  for (const table of ['zone', 'unit', 'document', 'commitment', 'journal', 'commitment_past']) {
    expect((await client.query(`select from ${table}`)).rowCount).toBe(0)
  }
  await client.end()
})

test('the app’s role can neither bypass row-level security nor write into another zone', async () => {
  const scope = { zone: 'main', units: '*' } as const
  const [role] = await db.query(scope, sql`select rolsuper, rolbypassrls from pg_roles where rolname = current_user`)
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false })
  const write = db.query(scope, sql`insert into journal_head (zone) values ('elsewhere')`)
  await expect(write).rejects.toThrow('row-level security')
})
