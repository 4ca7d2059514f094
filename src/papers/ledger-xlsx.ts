// The 督办 ledger and the briefing's lists as Excel files. Columns of the ledger as district offices keep them, those that exist so far.

import type { BriefingContents, BriefingLine, Figure, Tally } from '#domain/briefing.ts'
import type { Light } from '#domain/light.ts'
import { lightWords, officialMoment, officialMonth } from '#papers/office-words.ts'
import { book, type SheetColumn, sheet } from '#papers/sheet.ts'

/** One commitment as the ledger shows it: names instead of ids, `state` in words, days as YYYY-MM-DD. */
export type LedgerRow = {
  number: string
  /** Title and number of the document it comes from, and its day. */
  source: string | null
  sourceOn: string | null
  quote: string | null
  title: string
  value: number | null
  /** The upper end of a range. */
  value2: number | null
  unit: string | null
  leader: string | null
  post: string | null
  lead: string | null
  supporting: readonly string[]
  dueOn: string | null
  latest: string | null
  percent: number
  /** Percentage points behind the pace; negative when ahead. */
  gapPoints: number | null
  light: Light
  state: string
  proof: readonly string[]
  urged: number
  closedOn: string | null
}

/** `asOf` is the moment the rows were known at; `filter` says in words what was narrowed, null for the whole register. */
export type LedgerMeta = { zone: string; title: string; asOf: string; filter: string | null }

const ledgerColumns: SheetColumn<LedgerRow>[] = [
  { name: '序号', width: 6, kind: 'number', of: (_, place) => place + 1 },
  { name: '编号', width: 12, kind: 'text', of: (row) => row.number },
  { name: '任务来源', width: 20, kind: 'text', of: (row) => row.source },
  { name: '来源日期', width: 12, kind: 'day', of: (row) => row.sourceOn },
  { name: '目标任务（原文）', width: 38, kind: 'text', of: (row) => row.quote },
  { name: '事项', width: 30, kind: 'text', of: (row) => row.title },
  { name: '目标值', width: 10, kind: 'number', of: targetOf },
  { name: '单位', width: 8, kind: 'text', of: (row) => row.unit },
  { name: '牵头领导/岗位', width: 20, kind: 'text', of: (row) => listed([row.leader, row.post], '／') },
  { name: '牵头单位', width: 16, kind: 'text', of: (row) => row.lead },
  { name: '配合单位', width: 18, kind: 'text', of: (row) => listed(row.supporting) },
  { name: '完成时限', width: 12, kind: 'day', of: (row) => row.dueOn },
  { name: '目前进展', width: 32, kind: 'text', of: (row) => row.latest },
  { name: '完成率%', width: 9, kind: 'number', of: (row) => row.percent },
  { name: '序时差', width: 9, kind: 'points', of: (row) => row.gapPoints },
  { name: '亮灯', width: 8, kind: 'text', of: (row) => lightWords[row.light] },
  { name: '状态', width: 10, kind: 'text', of: (row) => row.state },
  { name: '佐证要求', width: 16, kind: 'text', of: (row) => listed(row.proof) },
  { name: '催办次数', width: 9, kind: 'number', of: (row) => row.urged },
  { name: '办结日期', width: 12, kind: 'day', of: (row) => row.closedOn },
]

/** The bytes of the .xlsx: sheet 台账 with one row each, in the order given, and sheet 说明 with where it comes from. */
export function writeLedger(rows: readonly LedgerRow[], meta: LedgerMeta): Promise<Uint8Array> {
  const about = [
    { name: '园区', words: meta.zone },
    { name: '名称', words: meta.title },
    { name: '数据截至', words: officialMoment(meta.asOf) },
    { name: '筛选', words: meta.filter ?? '全部' },
    { name: '项数', words: `${rows.length}` },
    { name: '序时差', words: '落后序时进度的百分点，负数为超前' },
  ]
  return book([sheet('台账', ledgerColumns, rows), sheet('说明', wordsColumns, about)], {
    title: meta.title,
    creator: meta.zone,
  })
}

/** A range is text; everything else is a number that can be summed. */
function targetOf({ value, value2 }: LedgerRow): string | number | null {
  return value !== null && value2 !== null ? `${value}～${value2}` : value
}

/** Names in one cell, or an empty cell. */
function listed(names: readonly (string | null)[], between = '、'): string | null {
  return names.filter((name) => name !== null && name !== '').join(between) || null
}

type Said = { name: string; words: string }
const wordsColumns: SheetColumn<Said>[] = [
  { name: '项目', width: 14, kind: 'text', of: (row) => row.name },
  { name: '内容', width: 60, kind: 'text', of: (row) => row.words },
]

/** The briefing's figures and lists, a sheet each; the figures carry the numbers of the commitments behind them. */
export function writeBriefingLedger(contents: BriefingContents): Promise<Uint8Array> {
  const title = `${contents.zone}${officialMonth(contents.month)}重点工作完成情况`
  const sheets = [
    sheet('总体', overallColumns, overallRows(contents)),
    sheet('分条线', lineColumns, [...contents.lines, { name: '合计', tally: contents.overall }]),
    sheet('未完成', unfinishedColumns, contents.unfinished),
    sheet('下月', briefingColumns, contents.next),
    sheet('协调', unfinishedColumns, contents.toCoordinate),
    sheet('已完成', briefingColumns, contents.completed),
  ]
  return book(sheets, { title, creator: contents.zone })
}

type Counted = { name: string; count: number | null; of: string }

const overallColumns: SheetColumn<Counted>[] = [
  { name: '指标', width: 16, kind: 'text', of: (row) => row.name },
  { name: '数值', width: 10, kind: 'number', of: (row) => row.count },
  { name: '事项编号或说明', width: 90, kind: 'text', of: (row) => row.of || null },
]

function overallRows({ month, asOf, overall, completed, unfinished }: BriefingContents): Counted[] {
  const numberOf = new Map([...completed, ...unfinished].map((line) => [line.id, line.number]))
  const row = (name: string, figure: Figure): Counted => {
    return { name, count: figure.count, of: figure.of.map((id) => numberOf.get(id) ?? id).join('、') }
  }
  return [
    { name: '月份', count: null, of: officialMonth(month) },
    { name: '数据截至', count: null, of: officialMoment(asOf) },
    row('计划', overall.planned),
    row('完成', overall.completed),
    row('推进中', overall.underWay),
    row('未启动', overall.notStarted),
    row('逾期', overall.overdue),
    { name: '完成率%', count: overall.completionPercent, of: '' },
  ]
}

type Line = { name: string; tally: Tally }

const lineColumns: SheetColumn<Line>[] = [
  { name: '责任单位', width: 26, kind: 'text', of: (line) => line.name || '牵头单位待明确' },
  { name: '计划', width: 9, kind: 'number', of: ({ tally }) => tally.planned.count },
  { name: '完成', width: 9, kind: 'number', of: ({ tally }) => tally.completed.count },
  { name: '推进中', width: 9, kind: 'number', of: ({ tally }) => tally.underWay.count },
  { name: '未启动', width: 9, kind: 'number', of: ({ tally }) => tally.notStarted.count },
  { name: '逾期', width: 9, kind: 'number', of: ({ tally }) => tally.overdue.count },
  { name: '完成率%', width: 10, kind: 'number', of: ({ tally }) => tally.completionPercent },
]

const briefingColumns: SheetColumn<BriefingLine>[] = [
  { name: '序号', width: 6, kind: 'number', of: (_, place) => place + 1 },
  { name: '编号', width: 14, kind: 'text', of: (line) => line.number },
  { name: '事项', width: 44, kind: 'text', of: (line) => line.title },
  { name: '牵头单位', width: 20, kind: 'text', of: (line) => line.lead },
  { name: '配合单位', width: 24, kind: 'text', of: (line) => listed(line.supporting) },
  { name: '责任岗位', width: 24, kind: 'text', of: (line) => line.post },
  { name: '完成时限', width: 12, kind: 'day', of: (line) => line.dueOn },
  { name: '完成率%', width: 9, kind: 'number', of: (line) => line.percent },
  { name: '序时差', width: 9, kind: 'points', of: (line) => line.lit.gapPoints },
  { name: '亮灯', width: 8, kind: 'text', of: (line) => lightWords[line.lit.light] },
  { name: '目前进展', width: 40, kind: 'text', of: (line) => line.latest },
]

const unfinishedColumns: SheetColumn<BriefingLine>[] = [
  ...briefingColumns,
  { name: '原因', width: 36, kind: 'text', of: (line) => line.reason },
  { name: '新时限', width: 12, kind: 'day', of: (line) => line.newDueOn },
]
