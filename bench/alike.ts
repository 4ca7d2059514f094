// The advice on a proposal (look-alikes and lead units, with rights) among many commitments, beside hand-written SQL that
// counts the shared pairs of characters over the whole table.

import pg from 'pg'
import { run } from '#operations/run.ts'
import { inTurn, type Row, row } from './rows.ts'
import { fill, openBenchZone } from './zone.ts'

const sizes = [10_000, 100_000]
const text = '会议要求，年内新建农村公路60公里。柳镇标准厂房年内建成12万平方米。年内新增高新技术企业100家。'

const verbs = '新增 建成 推进 完成 加快 开展 落实 组织 引进 培育 新建 改造 实施 出台 打造 提升'.split(' ')
const things =
  '高新技术企业 专精特新企业 农村公路 标准厂房 产业基金 污水处理厂 智能车间 省级平台 孵化器 工业项目 人才公寓 科技成果转化 招商推介会 和美乡村 老旧小区 绿色工厂 外资到账 上市企业 院士工作站'.split(
    ' ',
  )
const places = '高新区 白沙镇 柳镇 云溪 东片区 西片区 南部新城 科技城 软件园 物流园 临港 双湖 青龙 河口 新桥'.split(' ')

export async function alike(): Promise<Row[]> {
  const zone = await openBenchZone()
  const rows: Row[] = []
  for (const size of sizes) {
    const database = `alike_${size}`
    await zone.owner.query(`create database ${database}`)
    const { system, office } = await zone.open(database)
    await fill(zone.urlOf(database), size)
    const hand = new pg.Client({ connectionString: zone.urlOf(database), options: '-c search_path=luoshi' })
    await hand.connect()
    await retitle(hand)
    const bytes = (async function* () {
      yield Buffer.from(text)
    })()
    const { document } = await run(office, 'importDocument', { fileName: 'a.txt', date: '2026-03-05' }, bytes)
    const { proposals } = await run(office, 'getDocument', { id: document.id })
    for (const { id, wording } of proposals) {
      const sql = `select id, number, title, cardinality(array(select unnest(pairs_of(title)) intersect select unnest(pairs_of($1)))) as shared
        from commitment where zone = 'main' order by shared desc limit 60`
      const { ours, beside } = await inTurn(
        size > 10_000 ? 3 : 5,
        () => run(office, 'adviseOnProposal', { id }),
        () => hand.query(sql, [wording.title]),
      )
      rows.push(row(`${wording.title}, among ${size}`, 'ms', ours, beside, 'shared pairs over the whole table'))
    }
    await hand.end()
    await system.close()
  }
  await zone.close()
  return rows
}

/** Titles as various as an office's. */
async function retitle(client: pg.Client): Promise<void> {
  await client.query(
    `update commitment c set body = jsonb_set(body, '{wording,title}', to_jsonb(
       ($1::text[])[1 + n % cardinality($1::text[])] || ($2::text[])[1 + n / 16 % cardinality($2::text[])]
       || ($3::text[])[1 + n / 7 % cardinality($3::text[])] || n % 900 || '项'))
     from (select id, substr(number, 5)::int as n from commitment) s where s.id = c.id`,
    [verbs, places, things],
  )
  await client.query('analyze')
}
