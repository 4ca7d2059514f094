// Durable acts per second: an act through the whole of Luoshi (gate, load, decide, evolve, save) beside the very same
// statements with the same values sent by bare pg to a copy of the same database.

import pg from 'pg'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'
import type { Sent } from '#store/database.ts'
import { type Row, row, timed } from './rows.ts'
import { fill, openBenchZone } from './zone.ts'

const acts_ = 1000

export async function acts(): Promise<Row[]> {
  const zone = await openBenchZone()
  const rows: Row[] = []
  for (const clients of [1, 8]) {
    const [ours, copy] = [`ours_${clients}`, `copy_${clients}`]
    await zone.owner.query(`create database ${ours}`)
    const first = await zone.open(ours)
    await fill(zone.urlOf(ours), acts_)
    await first.system.close()
    await zone.owner.query(`create database ${copy} template ${ours}`)

    const sent: Sent[] = []
    const { system, office } = await zone.open(ours, (one) => sent.push(one))
    const { rows: found } = await rowsOf(zone.urlOf(ours))
    sent.length = 0
    const spent = await timed(() => inLanes(clients, found, ({ id }) => urge(office, id)))
    await system.close()
    const bare = await replay(zone.urlOf(copy), clients, pairs(sent))
    const per = (ms: number) => (acts_ / ms) * 1000
    rows.push(
      row(`acts/s, ${clients} client(s), more is better`, 'acts/s', per(spent), per(bare), 'bare pg, same statements'),
    )
  }
  await zone.close()
  return rows
}

function urge(office: Context, id: string) {
  return run(office, 'urgeCommitment', { id, version: 1, words: '请按时间节点推进' })
}

async function rowsOf(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await client.query<{ id: string }>('select id from luoshi.commitment order by id')
  await client.end()
  return found
}

async function inLanes<T>(lanes: number, items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const lane = async (offset: number) => {
    for (let i = offset; i < items.length; i += lanes) await work(items[i] as T)
  }
  await Promise.all(Array.from({ length: lanes }, (_, offset) => lane(offset)))
}

/** Each act's load and save, by the id both carry. */
function pairs(sent: Sent[]): Sent[][] {
  const saves = sent.filter(({ text, kind }) => kind === 'statement' && text.includes('journal_head'))
  const loads = sent.filter(({ text, kind }) => kind === 'statement' && !text.includes('journal_head'))
  if (saves.length !== acts_ || loads.length !== acts_)
    throw new Error(`${loads.length} loads and ${saves.length} saves`)
  return loads.map((load, i) => [load, saves[i] as Sent])
}

async function replay(url: string, clients: number, acts: Sent[][]): Promise<number> {
  const pool = new pg.Pool({
    connectionString: url,
    max: clients,
    options: '-c role=luoshi_app -c search_path=luoshi -c luoshi.zone=main -c luoshi.units=*',
  })
  await Promise.all(Array.from({ length: clients }, () => pool.query('select 1')))
  const spent = await timed(() =>
    inLanes(clients, acts, async (statements) => {
      const client = await pool.connect()
      for (const { text, values, name } of statements)
        await client.query({ text, values: [...values], ...(name ? { name } : {}) })
      client.release()
    }),
  )
  await pool.end()
  return spent
}
