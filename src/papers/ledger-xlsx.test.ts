// What is written into an Excel file can be read back as it was; nothing becomes a formula.
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { type LedgerRow, writeBriefingLedger, writeLedger } from '#papers/ledger-xlsx.ts'
import { sampleContents } from '../../test/support/briefing-contents.ts'

const row: LedgerRow = {
  number: '2026-007',
  source: '党工委会议纪要〔2026〕5号',
  sourceOn: '2026-03-05',
  quote: '确保年内新增高新技术企业100家',
  title: '新增高新技术企业',
  value: 100,
  value2: null,
  unit: '家',
  leader: '管委会副主任',
  post: '科技创新局局长',
  lead: '科技创新局',
  supporting: ['财政局', '行政审批局'],
  dueOn: '2026-12-31',
  latest: '已受理42家',
  percent: 42,
  gapPoints: -3.5,
  light: 'green',
  state: '进行中',
  proof: ['证书', '公告'],
  urged: 2,
  closedOn: null,
}
const meta = { zone: '云溪高新区', title: '督办台账', asOf: '2026-04-03T01:00:00.000Z', filter: null }

test('a row comes back with its days, numbers and words', async () => {
  const [ledger, about] = (await readXlsx(await writeLedger([row], meta))).sheets
  const [heading, cells] = ledger!.rows
  expect(heading!.join(' ')).toBe(
    '序号 编号 任务来源 来源日期 目标任务（原文） 事项 目标值 单位 牵头领导/岗位 牵头单位 配合单位 完成时限 目前进展 完成率% 序时差 亮灯 状态 佐证要求 催办次数 办结日期',
  )
  expect(cells!.map(readable).join(' | ')).toBe(
    '1 | 2026-007 | 党工委会议纪要〔2026〕5号 | day 2026-03-05 | 确保年内新增高新技术企业100家 | 新增高新技术企业 | 100 | 家 | 管委会副主任／科技创新局局长 | 科技创新局 | 财政局、行政审批局 | day 2026-12-31 | 已受理42家 | 42 | -3.5 | ■绿 | 进行中 | 证书、公告 | 2 | ',
  )
  expect(typeof cells![6]).toBe('number')
  expect(ledger!.freezePane).toMatchObject({ rows: 1 })
  expect(ledger!.autoFilter?.range).toBe('A1:T2')
  expect(about!.rows.map((line) => line.join('：'))).toContain('数据截至：2026年4月3日9时00分')
})

function readable(cell: unknown): string {
  return cell instanceof Date ? `day ${cell.toISOString().slice(0, 10)}` : String(cell ?? '')
}

test.each(['=1+1', '+86', '-5', '@SUM(A1)', '=HYPERLINK("http://a")', '007', 'a\nb', '<b>&', '𠮷'])(
  '%j stays text',
  async (text) => {
    const bytes = await writeLedger([{ ...row, title: text }], meta)
    const [ledger] = (await readXlsx(bytes, { readStyles: true })).sheets
    expect(ledger!.rows[1]![5]).toBe(text)
    expect(ledger!.cells?.get('1,5')?.formula).toBeUndefined()
  },
)

test('what XML cannot carry is left out, what is too long is cut', async () => {
  const [ledger] = (
    await readXlsx(await writeLedger([{ ...row, title: 'a\u0007\ud800b', latest: '长'.repeat(40_000) }], meta))
  ).sheets
  expect(ledger!.rows[1]![5]).toBe('ab')
  expect(ledger!.rows[1]![12]).toBe('长'.repeat(32_767))
})

test('a range is words, an empty register is a heading', async () => {
  const [ledger] = (await readXlsx(await writeLedger([{ ...row, value: 10, value2: 20 }], meta))).sheets
  expect(ledger!.rows[1]![6]).toBe('10～20')
  expect((await readXlsx(await writeLedger([], meta))).sheets[0]!.rows).toHaveLength(1)
})

test('50,000 rows take no more than five times what the bare cells take', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 50_000 }, (_, n) => ({ ...row, number: `2026-${n}` }))
  const bare = rows.map((one) => Object.values(one).map((cell) => (typeof cell === 'object' ? String(cell) : cell)))
  const beside = await millisecondsOf(() => writeXlsx({ sheets: [{ name: 'bare', rows: bare }] }))
  expect(await millisecondsOf(() => writeLedger(rows, meta))).toBeLessThan(5 * beside)
})

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

test('the briefing has a sheet for each list, with the numbers behind each figure', async () => {
  const { sheets } = await readXlsx(await writeBriefingLedger(sampleContents))
  expect(sheets.map((one) => `${one.name} ${one.rows.length - 1}`)).toEqual([
    '总体 8',
    '分条线 5',
    '未完成 5',
    '下月 4',
    '协调 2',
    '已完成 3',
  ])
  expect(sheets[0]!.rows[3]).toEqual([
    '计划',
    8,
    '2026-001、2026-002、2026-003、2026-004、2026-005、2026-006、2026-007、2026-008',
  ])
  expect(sheets[1]!.rows.at(-1)).toEqual(['合计', 8, 3, 3, 2, 2, 38])
})
