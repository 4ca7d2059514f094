// The Excel round trip of 50 000 lines: an export, an import of new lines, an import that changes every fifth and one that
// changes nothing, beside hand-written SQL that only moves the same values; with the memory that the process takes meanwhile
// and the longest moment in which it answered nobody. LUOSHI_BENCH_LINES sets another size.

import pg from 'pg'
import { moneyUnits } from '#domain/cell-number.ts'
import type { Context } from '#operations/context.ts'
import { workImports } from '#operations/import-work.ts'
import { run } from '#operations/run.ts'
import { tableOf } from '#store/registers.ts'
import { type Row, row } from './rows.ts'
import { openBenchZone } from './zone.ts'

const register = 'investment'

export async function registerFiles(): Promise<Row[]> {
  const lines = Number(process.env.LUOSHI_BENCH_LINES ?? 50_000)
  const zone = await openBenchZone()
  await zone.owner.query('create database files')
  const { system, office } = await zone.open('files')
  const work = workImports(system, office.accounts, { everyMs: null, log: console.error })
  const { shipped } = await run(office, 'listRegisters', {})
  const wanted = shipped.filter(({ code }) => code === register || code === 'enterprise')
  for (const definition of wanted) await run(office, 'defineRegister', { definition })
  const { own } = await run(office, 'listRegisters', {})
  const table = tableOf(own.find(({ definition }) => definition.code === register)!)
  const hand = new pg.Client({ connectionString: zone.urlOf('files'), options: '-c search_path=luoshi' })
  await hand.connect()
  const leads = (await run(office, 'getDirectory', {})).units.map(({ shortName }) => shortName)
  const made = Array.from({ length: lines }, (_, n) =>
    [`导入项目${n}`, `D-${n}`, '电子信息', n, leads[n % leads.length], '2026-01-05', '2025-11-02', '进展顺利'].join(),
  )
  const csv = ['项目名称,项目代码,产业链,协议总投资（万元）,牵头单位,签约日期,推进·签约,最新进展', ...made].join('\n')

  const fresh = await watched(() => broughtIn(office, Buffer.from(csv), 'a.csv'))
  await hand.query(`vacuum analyze ${table}`)
  await hand.query('vacuum analyze climb')
  const plain = await watched(() => plainInsert(hand, table))
  const out = await watched(() => exported(office))
  const selected = await watched(() => hand.query(`select to_jsonb(e) from ${table} e where zone = 'main' order by id`))
  const same = await watched(() => broughtIn(office, out.done, 'b.xlsx'))
  const changed = await watched(() =>
    broughtIn(office, Buffer.from(csv.replaceAll(/(D-\d*0,.*)进展顺利/g, '$1已开工')), 'c.csv'),
  )
  const updated = await watched(() => hand.query(`update ${table} set f_progress = '已开工' where f_code like 'D-%0'`))
  await hand.end()
  await work.stop()
  await system.close()
  await zone.close()
  const size = `${lines} lines`
  return [
    row(
      `import of ${size} with a step each, tried and carried out`,
      'ms',
      fresh.ms,
      plain.ms,
      'insert … select, no checks',
    ),
    row('  memory at its peak', 'MB', fresh.peak, fresh.before, 'before it'),
    row('  longest pause', 'ms', fresh.pause, plain.pause, 'the same, insert … select'),
    row(`export of ${size}`, 'ms', out.ms, selected.ms, 'select of the same rows as JSON'),
    row('  memory at its peak', 'MB', out.peak, out.before, 'before it'),
    row('  longest pause', 'ms', out.pause, selected.pause, 'the same, select'),
    row(
      `import of the ${size} as they went out: nothing changes`,
      'ms',
      same.ms,
      selected.ms,
      'select of the same rows as JSON',
    ),
    row('  memory at its peak', 'MB', same.peak, same.before, 'before it'),
    row(`import of ${size} of which every tenth changes`, 'ms', changed.ms, updated.ms, 'update, no checks, no past'),
  ]
}

type Watched<T> = { done: T; ms: number; before: number; peak: number; pause: number }
const megabyte = 2 ** 20

/** Looks every five milliseconds; the longest time between two looks is a pause in which nobody was answered. */
async function watched<T>(act: () => Promise<T>): Promise<Watched<T>> {
  const before = process.memoryUsage().rss / megabyte
  let peak = before
  let pause = 0
  let last = performance.now()
  const look = setInterval(() => {
    const now = performance.now()
    pause = Math.max(pause, now - last - 5)
    last = now
    peak = Math.max(peak, process.memoryUsage().rss / megabyte)
  }, 5)
  const began = performance.now()
  const done = await act()
  clearInterval(look)
  return { done, ms: performance.now() - began, before, peak, pause }
}

async function broughtIn(office: Context, bytes: Uint8Array, fileName: string) {
  async function* sent() {
    yield bytes
  }
  const { job, sheets } = await run(office, 'uploadImport', { register, fileName }, sent())
  const columns = sheets[0]!.proposed.map(({ why: _, ...column }) => column)
  const plan = { sheet: 0, head: sheets[0]!.head!, columns }
  await run(office, 'planImport', { register, id: job.id, version: job.version, plan })
  const tried = await settled(office, job.id)
  if (tried.trial!.counts.refused > 0) throw new Error(`${tried.trial!.counts.refused} lines were refused`)
  await run(office, 'startImport', { register, id: job.id, version: tried.version })
  return settled(office, job.id)
}

async function settled(office: Context, id: string) {
  for (;;) {
    const { job } = await run(office, 'getImport', { register, id })
    if (job.state === 'stopped') throw new Error(`stopped: ${JSON.stringify(job.stopped)}`)
    if (job.state === 'tried' || job.state === 'done') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function exported(office: Context): Promise<Uint8Array> {
  const money = moneyUnits[1]
  const { body } = await run(office, 'exportEntries', { register, money })
  const chunks: Uint8Array[] = []
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The same rows and as many steps, moved inside the database into tables without any index but the key. */
async function plainInsert(hand: pg.Client, table: string): Promise<void> {
  await hand.query(`create temp table plain (like ${table}); alter table plain add primary key (zone, id)`)
  await hand.query(
    'create temp table steps (like climb excluding generated); alter table steps add primary key (zone, id)',
  )
  await hand.query(`insert into plain select * from ${table}`)
  await hand.query('insert into steps select * from climb')
}
