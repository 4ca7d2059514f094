// The 督办 table's first page at 100,000 commitments, through Luoshi (rights, lights with their why, totals) beside the
// best hand-written SQL for the same rows on the same server.

import pg from 'pg'
import { run } from '#operations/run.ts'
import { inTurn, type Row, row } from './rows.ts'
import { fill, openBenchZone } from './zone.ts'

const sizes = [10_000, 100_000]

const pages = [
  { what: 'by number', input: {}, where: 'true', order: 'number' },
  {
    what: 'under way, by due day',
    input: { stage: ['under-way'], sort: 'dueOn' },
    where: `stage = 'under-way'`,
    order: 'due_on nulls last, number',
  },
  { what: 'red lights, by number', input: { light: ['red'] }, where: redByHand(), order: 'number' },
] as const

export async function table(): Promise<Row[]> {
  const zone = await openBenchZone()
  const rows: Row[] = []
  for (const size of sizes) {
    const database = `table_${size}`
    await zone.owner.query(`create database ${database}`)
    const { system, office } = await zone.open(database)
    await fill(zone.urlOf(database), size)
    const hand = new pg.Client({ connectionString: zone.urlOf(database), options: '-c search_path=luoshi' })
    await hand.connect()
    for (const { what, input, where, order } of pages) {
      const sql = `select (select count(*) from commitment where zone = 'main' and ${where}) as total, id, number, title, stage,
        percent, due_on, lead, body -> 'duty' as duty from commitment where zone = 'main' and ${where} order by ${order} limit 100`
      const { ours, beside } = await inTurn(
        15,
        () => run(office, 'listCommitments', input),
        () => hand.query(sql),
      )
      rows.push(row(`${what}, ${size} rows, first 100`, 'ms', ours, beside, 'hand-written SQL, no rights, no why'))
    }
    await hand.end()
    await system.close()
  }
  await zone.close()
  return rows
}

/** The shipped rule's two red rows, as somebody would write them by hand. */
function redByHand(): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  return `closure = 'open' and (due_on < '${today}' or due_on > '${today}' and start_on < '${today}'
    and round(1000.0 * ('${today}'::date - start_on) / (due_on - start_on)) / 10 - percent > 30
    or due_on = '${today}' and 100 - percent > 30)`
}
