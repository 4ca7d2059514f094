// Rules for all subjects at once: the 30 clauses of a made-up population of enterprises, compiled, beside the same clauses
// written by hand (numeric), and beside peers that decide in memory. One core, one server, one run. LUOSHI_SHARED names
// the folder with rules/clauses.mjs and rules/gen.mjs; LUOSHI_BENCH_ROWS makes it smaller.

import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { checkRule } from '#rules/check.ts'
import { type ColumnOf, compileRules } from '#rules/compile.ts'
import { type Dictionary, defineDictionary } from '#rules/dictionary.ts'
import type { Rule } from '#rules/rule.ts'
import { evaluateRule } from '#rules/trace.ts'
import { startEmbedded } from '#store/embedded.ts'
import { median, type Row, row, timed } from './rows.ts'
import { feelin, jsonRules, type Peer, type PlainRow, zen } from './rule-peers.ts'

type Made = Record<string, number | string | boolean | null>
type Material = {
  FEEL: string[]
  SQL(options: object): string[]
  LIST12: string[]
  T3: string[]
  MONEY: string[]
  ZH: Record<string, string>
  TODAY_ISO: string
  rows(count: number): Iterable<Made>
  plain(made: Made): PlainRow
  iso(day: number | null): string | null
}

const rowsInAll = Number(process.env.LUOSHI_BENCH_ROWS ?? 1_000_000)
const rounds = 5

export async function rules(): Promise<Row[]> {
  const material = await openMaterial()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'luoshi-bench-rules-'))
  const server = await startEmbedded(path.join(folder, 'postgres'))
  const client = new pg.Client({
    connectionString: server.url,
    options: '-c jit=off -c max_parallel_workers_per_gather=0',
  })
  await client.connect()
  try {
    await fill(client, material)
    const found = [
      ...(await besideByHand(client, material)),
      ...(await besidePeers(client, material)),
      ...(await growth(client, material)),
      ...oneSubject(material),
    ]
    return found
  } finally {
    await client.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function openMaterial(): Promise<Material> {
  const shared = process.env.LUOSHI_SHARED
  if (!shared) throw new Error('LUOSHI_SHARED names the folder with rules/clauses.mjs')
  const from = (file: string) => import(pathToFileURL(path.join(shared, 'rules', file)).href)
  return { ...(await from('clauses.mjs')), ...(await from('gen.mjs')) } as Material
}

const dates = ['founded', 'accident']
const texts = ['town', 'industry', 'credit', 'title']
const truths = ['listed', 'in_zone', 'dishonest']
const counts = ['staff', 'rd_staff', 'ip1', 'ip2']

const kindOf = (column: string) =>
  dates.includes(column) || column === 'today'
    ? 'date'
    : texts.includes(column)
      ? 'text'
      : truths.includes(column)
        ? 'boolean'
        : 'number'
const scaleOf = ({ MONEY }: Material, column: string): number =>
  MONEY.includes(column) ? 2 : column === 'debt_ratio' ? 4 : 0

function dictionaryOf(material: Material): Dictionary {
  const entries = Object.entries(material.ZH)
    .filter(([column]) => column !== 'id')
    .map(([column, name]) => {
      const type = kindOf(column) as 'number'
      const bounds = type === 'number' ? { least: '0', most: counts.includes(column) ? '10000000' : '1000000000' } : {}
      return { name, type, scale: scaleOf(material, column), ...bounds }
    })
  return defineDictionary({ name: 'bench', version: 1, entries })
}

/** The clauses in Chinese names. */
function rulesOf(material: Material, feel: readonly string[] = material.FEEL): Rule[] {
  const dictionary = dictionaryOf(material)
  const names = Object.keys(material.ZH).toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`"[^"]*"|\\b(${names.join('|')})\\b`, 'g')
  return feel.map((text) => {
    const chinese = text.replace(pattern, (whole, name) => (name ? material.ZH[name]! : whole))
    const { rule, issues } = checkRule(chinese, dictionary)
    if (!rule) throw new Error(`${chinese}: ${JSON.stringify(issues)}`)
    return rule
  })
}

function columnsOf(material: Material, storage: 'numeric' | 'scaled'): ColumnOf {
  const columns = new Map(Object.entries(material.ZH).map(([column, name]) => [name, column]))
  return ({ name, type, scale }) => {
    const column = columns.get(name)!
    if (column === 'today') return { sql: 'p."today"', scaled: null }
    const whole = counts.includes(column)
    return {
      sql: `e."${column}"`,
      scaled: type !== 'number' ? null : storage === 'scaled' ? scale : whole ? 0 : null,
      narrow: whole,
    }
  }
}

async function fill(client: pg.Client, material: Material): Promise<void> {
  const [first] = material.rows(1)
  const columns = Object.keys(first!)
  const sqlOf = (column: string) =>
    ({ date: 'date', text: 'text', boolean: 'boolean', number: counts.includes(column) ? 'int' : 'bigint' })[
      kindOf(column)
    ]
  const typed = columns.map((column) => `"${column}" ${sqlOf(column)}`)
  await client.query(`create unlogged table scaled (${typed.join(', ')})`)
  let batch: Made[] = []
  const send = () =>
    client.query(`insert into scaled select * from jsonb_to_recordset($1::jsonb) as r(${typed.join(', ')})`, [
      JSON.stringify(batch),
    ])
  for (const made of material.rows(rowsInAll)) {
    for (const column of dates) made[column] = material.iso(made[column] as number | null)
    if (batch.push(made) < 20_000) continue
    await send()
    batch = []
  }
  if (batch.length > 0) await send()
  const numeric = columns.map((column) =>
    scaleOf(material, column) > 0
      ? `("${column}"::numeric / ${10 ** scaleOf(material, column)})::numeric(18, ${scaleOf(material, column)}) as "${column}"`
      : `"${column}"`,
  )
  await client.query(`create unlogged table numbers as select ${numeric.join(', ')} from scaled`)
  await client.query('vacuum analyze scaled')
  await client.query('vacuum analyze numbers')
}

/** How often each clause holds, for the whole table. */
async function counted(
  client: pg.Client,
  table: string,
  clauses: readonly string[],
  values: readonly unknown[],
  today: string,
) {
  const filters = clauses.map((clause) => `count(*) filter (where ${clause})::bigint`)
  const text = `select ${filters.map((filter, at) => `${filter} as c${at}`).join(', ')} from ${table} e, (select $${values.length + 1}::date as "today") p`
  const { rows } = await client.query(text, [...values, today])
  return Object.values(rows[0]).join(' ')
}

function compiled(
  client: pg.Client,
  material: Material,
  storage: 'numeric' | 'scaled',
  of: readonly Rule[],
  table?: string,
) {
  const { texts: all, values } = compileRules(of, columnsOf(material, storage))
  return () =>
    counted(
      client,
      table ?? (storage === 'numeric' ? 'numbers' : 'scaled'),
      all.map(({ text }) => text),
      values,
      material.TODAY_ISO,
    )
}

const byHand = (client: pg.Client, material: Material, clauses: readonly string[]) => () =>
  counted(client, 'numbers', clauses, [], material.TODAY_ISO)

/** The same clauses with other thresholds, ten times. */
function tenfold<T>(clauses: readonly string[], made: (clause: string) => T): T[] {
  return Array.from({ length: 10 }, (_, at) =>
    clauses.map((clause) =>
      made(
        clause.replace(/(?<=[<>]=? ?)(\d+(?:\.\d+)?)(?![\d.]*["'])/g, (number) =>
          String(Number((Number(number) * (1 + at / 50)).toFixed(4))),
        ),
      ),
    ),
  ).flat()
}

async function besideByHand(client: pg.Client, material: Material): Promise<Row[]> {
  const clauses = material.SQL({})
  const all = rulesOf(material)
  const many = rulesOf(
    material,
    tenfold(material.FEEL, (clause) => clause),
  )
  const runs = {
    hand: byHand(client, material, clauses),
    numeric: compiled(client, material, 'numeric', all),
    scaled: compiled(client, material, 'scaled', all),
    hand300: byHand(
      client,
      material,
      tenfold(clauses, (clause) => clause),
    ),
    numeric300: compiled(client, material, 'numeric', many),
    scaled300: compiled(client, material, 'scaled', many),
  }
  const answers = new Set([await runs.hand(), await runs.numeric(), await runs.scaled()])
  if (answers.size !== 1)
    throw new Error(`the clauses by hand and compiled count differently: ${[...answers].join(' | ')}`)
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(runs)) times[name]!.push(await timed(run))
  const ms = Object.fromEntries(Object.entries(times).map(([name, all_]) => [name, median(all_)])) as Record<
    keyof typeof runs,
    number
  >
  const per = (time: number, clauses_: number) => (rowsInAll * clauses_) / time / 1000
  return [
    row(`30 clauses × ${rowsInAll} rows, numeric, compiled`, 'ms', ms.numeric, ms.hand, 'the same by hand, numeric'),
    row('  on scaled whole numbers', 'M decisions/s', per(ms.scaled, 30), per(ms.hand, 30), 'by hand, numeric'),
    row('300 clauses, numeric, compiled', 'ms', ms.numeric300, ms.hand300, 'the same by hand, numeric'),
    row(
      '300 clauses on scaled whole numbers',
      'M decisions/s',
      per(ms.scaled300, 300),
      per(ms.hand, 30),
      '30 by hand, numeric',
    ),
    row(
      '300 clauses on scaled whole numbers',
      'M decisions/s',
      per(ms.scaled300, 300),
      per(ms.scaled, 30),
      'our 30 on scaled whole numbers',
    ),
  ]
}

async function besidePeers(client: pg.Client, material: Material): Promise<Row[]> {
  const run = compiled(client, material, 'numeric', rulesOf(material))
  const best = Math.min(await timed(run), await timed(run), await timed(run))
  const ours = (rowsInAll * 30) / best
  const peers: [string, Peer, number][] = [
    ['feelin, trees built once', await feelin(material.FEEL, material.TODAY_ISO), 10_000],
    ['GoRules ZEN, row by row', zen(material.LIST12, material.T3, 'each'), 5000],
    ['GoRules ZEN, loop mode', zen(material.LIST12, material.T3, 'loop'), 20_000],
    ['json-rules-engine', jsonRules(material.LIST12, material.T3), 3000],
  ]
  const rows: Row[] = []
  for (const [name, peer, count] of peers) {
    const subjects = Array.from(material.rows(count), (made) => material.plain(made))
    const spent = Math.min(await timed(() => peer(subjects)), await timed(() => peer(subjects)))
    rows.push(row('compiled, numeric', 'thousand decisions/s', ours, (count * 30) / spent, `${name}, ${count} rows`))
  }
  return rows
}

async function growth(client: pg.Client, material: Material): Promise<Row[]> {
  const all = rulesOf(material)
  const small = await perRow(
    client,
    material,
    all,
    'small',
    rowsInAll / 100,
    `select * from scaled limit ${rowsInAll / 100}`,
  )
  const whole = await perRow(client, material, all, 'whole', rowsInAll, 'select * from scaled')
  const large = await perRow(
    client,
    material,
    all,
    'large',
    rowsInAll * 10,
    'select s.* from scaled s, generate_series(1, 10)',
  )
  return [
    row(`a row's cost at ${rowsInAll} rows`, 'µs', whole, small, `at ${rowsInAll / 100} rows`),
    row(`a row's cost at ${rowsInAll * 10} rows`, 'µs', large, whole, `at ${rowsInAll} rows`),
  ]
}

async function perRow(
  client: pg.Client,
  material: Material,
  all: readonly Rule[],
  name: string,
  count: number,
  from: string,
) {
  await client.query(`create unlogged table ${name} as ${from}`)
  await client.query(`vacuum analyze ${name}`)
  const run = compiled(client, material, 'scaled', all, name)
  const best = Math.min(await timed(run), await timed(run), await timed(run))
  await client.query(`drop table ${name}`)
  return (best / count) * 1000
}

/** 300 clauses for one subject, with every reason. */
function oneSubject(material: Material): Row[] {
  const many = rulesOf(
    material,
    tenfold(material.FEEL, (clause) => clause),
  )
  const subjects = Array.from(material.rows(500), (made) => factsOf(material, made))
  const times = subjects.map((facts) => {
    const began = performance.now()
    for (const rule of many) evaluateRule(rule, facts)
    return performance.now() - began
  })
  const sorted = times.slice(100).toSorted((a, b) => a - b)
  const p95 = sorted[Math.floor(sorted.length * 0.95)]!
  return [row('one subject, 300 clauses with every reason, p95', 'ms', p95, 2, 'the 2 ms wanted')]
}

function factsOf(material: Material, made: Made) {
  const facts: Record<string, string | number | boolean | null> = { [material.ZH.today!]: material.TODAY_ISO }
  const plain = material.plain(made)
  for (const [column, name] of Object.entries(material.ZH)) {
    if (column === 'id' || column === 'today') continue
    const value = plain[column] ?? null
    facts[name] = dates.includes(column)
      ? material.iso(made[column] as number | null)
      : typeof value === 'number'
        ? String(value)
        : value
  }
  return facts
}
