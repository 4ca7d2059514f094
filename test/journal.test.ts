// The journal is the truth: rows are what folding it gives, nobody can change it, and each zone's numbers have no gaps.

import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Definition } from '#domain/register.ts'
import { foldAndRows, nouns } from './support/journal-fold.ts'
import { bytesOf, openTestZone, type TestZone } from './support/zone.ts'

let zone: TestZone
let owner: pg.Client

beforeAll(async () => {
  zone = await openTestZone('2026-03-06')
  owner = new pg.Client({ connectionString: zone.url, options: '-c search_path=luoshi' })
  await owner.connect()
  await workOneDay()
})
afterAll(async () => {
  await owner.end()
  await zone.close()
})

/** Enough acts that every noun has rows with several versions. */
async function workOneDay() {
  const office = await zone.as('fangning')
  const text = '会议要求，要加快推进标准厂房建设，力争年内新增高新技术企业60家、专精特新企业12家。要成立工作专班。'
  const { document } = await office('importDocument', { fileName: '纪要.txt', date: '2026-03-05' }, bytesOf(text))
  const { proposals } = await office('getDocument', { id: document.id })
  const [first, second, third] = proposals
  const { units } = await office('getDirectory', {})
  const lead = units.find(({ shortName }) => shortName === '科创局')!.id
  const adopted = await office('adoptProposal', { id: first!.id, version: 1, duty: { lead, dueOn: '2026-06-30' } })
  const merged = await office('mergeProposal', { id: second!.id, version: 1, into: adopted.commitment.id })
  await office('rejectProposal', { id: third!.id, version: 1, reason: '不再跟踪' })
  await office('reconsiderProposal', { id: third!.id, version: 2 })
  const { id, version } = merged.commitment
  const part = { title: '一季度新增15家', lead, supporting: [], post: null, dueOn: '2026-03-31' }
  const { commitment, children } = await office('breakDown', { id, version, parts: [part] })
  await office('dispatchCommitment', { id: children[0]!.id, version: 1 })
  const unit = await zone.as('songyining')
  await unit('signFor', { id: children[0]!.id, version: 2 })
  await unit('uploadEvidence', { id: children[0]!.id, name: 'a.txt', proves: '佐证材料' }, bytesOf('a'))
  await office('urgeCommitment', { id: children[0]!.id, version: 3, words: '请抓紧' })
  await office('assignCommitment', { id, version: commitment.version, duty: { dueOn: '2026-09-30' } })
  const other = '会议明确，年内新增高新技术企业80家。'
  const later = await office('importDocument', { fileName: '纪要二.txt', date: '2026-03-06' }, bytesOf(other))
  const again = (await office('getDocument', { id: later.document.id })).proposals[0]!
  const told = await office('mergeProposal', { id: again.id, version: 1, into: id })
  const ruling = { mention: first!.id, reason: '以前一次会议为准' }
  await office('ruleMention', { id, version: told.commitment.version, ...ruling })
  await office('issueBriefing', { month: '2026-03' })
  await office('saveView', { name: '红灯', query: { light: ['red'] } })
  const { shipped } = await office('listRuleSets', {})
  const drafted = await office('draftRuleSet', { set: shipped[0]! })
  await office('issueRuleSet', { id: drafted.id, version: 1 })
  for (const definition of (await office('listRegisters', {})).shipped) {
    const [ladder] = definition.ladders
    const [first, second] = ladder?.rungs ?? []
    const links: Definition['links'] = []
    if (ladder && first && second) {
      const proposes = { kind: 'climb', via: null, ladder: ladder.key, rung: second.key } as const
      const said = { key: 'next', words: '可进入下一阶段', where: null, basis: '待补依据' }
      links.push({ ...said, ladder: ladder.key, rung: first.key, proposes })
    }
    await office('defineRegister', { definition: { ...definition, links } })
  }
  const register = 'investment'
  const project = await office('addEntry', { register, values: { name: '云溪储能项目', lead } })
  const step = { register, id: project.id, ladder: 'main' }
  await office('climbEntry', { ...step, version: 1, to: 'clue' })
  await office('uploadEntryFile', { register, id: project.id, name: 'a.txt', proves: '记录' }, bytesOf('a'))
  const asked = { economy: lead, land: lead, environment: lead, safety: lead }
  await office('openCrossing', { ...step, version: 2, to: 'talks', units: asked })
  await office('layPlan', { register, id: project.id, course: 'ladder:main', version: 0, from: 'start' })
  const leader = await zone.as('zhoumingyuan')
  const said = await leader('instructOnEntry', { register, id: project.id, text: '请抓紧' })
  await unit('answerInstruction', { id: said.id, version: 1, text: '本周进场' })
  await office('settleInstruction', { id: said.id, version: 2 })
  const corner = [117, 34]
  const geometry = { type: 'Polygon', coordinates: [[corner, [118, 34], [118, 35], corner]] }
  const areas = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: '云溪' }, geometry }] }
  await office(
    'layBoundary',
    { kind: 'outline', source: '自然资源分局', sample: false },
    bytesOf(JSON.stringify(areas)),
  )
  await office('uploadImport', { register, fileName: '项目.csv' }, bytesOf('项目名称\n云溪储能二期\n'))
}

test.each(nouns)('folding the journal gives every row of %s', async (noun) => {
  const { folded, rows } = await foldAndRows(owner, noun)
  expect(Object.keys(rows).length).toBeGreaterThan(0)
  expect(rows).toEqual(folded)
})

test('every replaced row is kept in its _past twin', async () => {
  const { rows } = await owner.query(`select id, version, at, until from commitment_past
    union all select id, version, at, until from commitment order by id, version`)
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1]
    if (next?.id === row.id) expect(next.at).toEqual(row.until)
    else expect(row.until).toBe(Number.POSITIVE_INFINITY)
  }
})

test('the numbers of a zone have no gaps', async () => {
  const { rows } = await owner.query(
    'select count(*)::int as n, max(seq)::int as last, min(seq)::int as first from journal',
  )
  expect(rows[0].first).toBe(1)
  expect(rows[0].n).toBe(rows[0].last)
})

test.each(['journal', 'commitment_past'])('%s is only ever added to, even by the owner', async (table) => {
  await expect(owner.query(`update ${table} set version = 0`)).rejects.toThrow('only ever added to')
  await expect(owner.query(`delete from ${table}`)).rejects.toThrow('only ever added to')
})

test('the journal cannot be emptied and a row cannot be deleted', async () => {
  await expect(owner.query('truncate journal')).rejects.toThrow('only ever added to')
  await expect(owner.query('delete from commitment')).rejects.toThrow('only ever added to')
})

test('the zone leads every key and index but those of the units of entries', async () => {
  const { rows } = await owner.query(`select indexrelid::regclass::text as name, attname from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where (indisunique or attname <> 'units') and indrelid::regclass::text !~ 'migration' and indrelid in (select oid from pg_class where relnamespace = 'luoshi'::regnamespace)`)
  expect(rows.filter(({ attname }) => attname !== 'zone')).toEqual([])
})
