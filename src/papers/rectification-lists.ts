// The lists of a rectification as both Word and Excel write them: one description of the columns of each.

import type {
  Audience,
  Rectification,
  RectificationPaper,
  RectifiedFinding,
  RectifiedMeasure,
  RepairedInstitution,
  Standing,
} from '#domain/rectification.ts'
import { officialDay } from '#papers/office-words.ts'

export type ListColumn<Row> = {
  name: string
  /** Millimetres on paper across, half-width characters in Excel. */
  mm: number
  chars: number
  kind: 'text' | 'number' | 'day'
  of: (row: Row) => string | number | null
}

export const standingWords: Record<Standing, string> = {
  done: '完成整改',
  'under-way': '正在整改',
  'not-started': '尚未整改',
}

/** Long-term items are struck off for the time being. */
export function stateOf({ standing, stands, kind, recheckResult }: RectifiedFinding): string {
  if (standing !== 'done') return stands ? `${standingWords[standing]}（${stands}）` : standingWords[standing]
  const off = kind === '长期整改' ? '阶段性销号' : '已销号'
  return recheckResult ? `${off}，回头看${recheckResult}` : off
}

/** 86500000 → 8650: yuan as 万元, exactly. */
export function wan(yuan: string | null): string | null {
  if (yuan === null) return null
  const [whole, places = ''] = yuan.replace('-', '').split('.') as [string, string?]
  const padded = whole.padStart(5, '0')
  const rest = `${padded.slice(-4)}${places}`.replace(/0+$/, '')
  const sign = yuan.startsWith('-') ? '-' : ''
  return `${sign}${padded.slice(0, -4).replace(/^0+(?=\d)/, '')}${rest ? `.${rest}` : ''}`
}

const wanNumber = (yuan: string | null): number | null => (yuan === null ? null : Number(wan(yuan)))

export function measureLine({ number, content, lead, dueOn, matter }: RectifiedMeasure): string {
  const state = matter && `${matter.state}${matter.proofs > 0 ? `，佐证${matter.proofs}件` : ''}`
  const about = [lead, dueOn && officialDay(dueOn), state].filter((part) => part !== null).join('，')
  return `${number ? `${number} ` : ''}${content}${about ? `（${about}）` : ''}`
}

const lines = (texts: readonly string[]): string | null => texts.join('\n') || null

type F = RectifiedFinding
const number: ListColumn<F> = { name: '编号', mm: 26, chars: 12, kind: 'text', of: (row) => row.number }
const title: ListColumn<F> = { name: '问题', mm: 40, chars: 34, kind: 'text', of: (row) => row.title }
const due: ListColumn<F> = { name: '整改时限', mm: 26, chars: 12, kind: 'day', of: (row) => row.dueOn }
const lead: ListColumn<F> = { name: '责任单位', mm: 27, chars: 16, kind: 'text', of: (row) => row.lead }
const leader: ListColumn<F> = { name: '责任领导', mm: 34, chars: 20, kind: 'text', of: (row) => row.leader }
const amount: ListColumn<F> = {
  ...{ name: '金额（万元）', mm: 20, chars: 13, kind: 'number' },
  of: (row) => wanNumber(row.amountYuan),
}

const problems: ListColumn<F>[] = [
  number,
  title,
  { name: '具体表现', mm: 62, chars: 46, kind: 'text', of: (row) => row.detail },
  { name: '整改专项', mm: 28, chars: 16, kind: 'text', of: (row) => row.topic },
  amount,
  { name: '原因分析', mm: 49, chars: 36, kind: 'text', of: (row) => row.cause },
]

const duties: ListColumn<F>[] = [
  number,
  { ...title, mm: 46 },
  leader,
  lead,
  { name: '配合单位', mm: 26, chars: 16, kind: 'text', of: (row) => row.support },
  { name: '整改类型', mm: 22, chars: 12, kind: 'text', of: (row) => row.kind },
  due,
  { name: '状态', mm: 18, chars: 16, kind: 'text', of: (row) => standingWords[row.standing] },
]

const effect = (name: string, key: keyof F['effects']): ListColumn<F> => ({
  ...{ name: `${name}（万元）`, mm: 20, chars: 16, kind: 'number' },
  of: (row) => wanNumber(row.effects[key]),
})

const effects: ListColumn<F>[] = [
  number,
  { ...title, mm: 36 },
  { name: '整改结果', mm: 20, chars: 12, kind: 'text', of: (row) => row.result },
  { name: '整改成效', mm: 63, chars: 46, kind: 'text', of: (row) => row.closingNote ?? row.progress },
  effect('已纠正', 'corrected'),
  effect('挽回损失', 'recovered'),
  effect('审减', 'reduced'),
  effect('增收节支', 'saved'),
]

const ledger: ListColumn<F>[] = [
  { ...number, mm: 25 },
  { ...title, mm: 28 },
  { name: '原因分析', mm: 25, chars: 30, kind: 'text', of: (row) => row.cause },
  { name: '整改目标', mm: 26, chars: 30, kind: 'text', of: (row) => row.goal },
  { name: '整改措施', mm: 45, chars: 52, kind: 'text', of: (row) => lines(row.measures.map(measureLine)) },
  { name: '责任领导、单位', mm: 25, chars: 22, kind: 'text', of: (row) => lines([row.leader ?? '', row.lead ?? '']) },
  due,
  { name: '状态', mm: 25, chars: 18, kind: 'text', of: stateOf },
]

/** Excel's ledger has more room; the other lists lie behind it. */
export const fullLedger: ListColumn<F>[] = [
  { name: '反馈部分', mm: 0, chars: 22, kind: 'text', of: (row) => row.section },
  number,
  title,
  { name: '重点关注', mm: 0, chars: 12, kind: 'text', of: (row) => row.focus },
  ...ledger.slice(2, 5),
  leader,
  lead,
  due,
  { name: '进展情况', mm: 0, chars: 40, kind: 'text', of: (row) => row.progress },
  {
    ...{ name: '佐证件数', mm: 0, chars: 9, kind: 'number' },
    of: (row) => row.measures.reduce((sum, { matter }) => sum + (matter?.proofs ?? 0), 0),
  },
  { name: '状态', mm: 0, chars: 18, kind: 'text', of: stateOf },
]

/** What each audience is shown; only in Excel, for the office that has the publication approved. */
export const opennessColumns: ListColumn<F>[] = [
  number,
  title,
  { name: '党内', mm: 0, chars: 10, kind: 'text', of: ({ withheld }) => (withheld.party ? '不公开' : '公开') },
  { name: '党内不公开事由', mm: 0, chars: 34, kind: 'text', of: ({ withheld }) => withheld.party },
  { name: '社会', mm: 0, chars: 10, kind: 'text', of: ({ withheld }) => (withheld.society ? '不公开' : '公开') },
  { name: '社会不公开事由', mm: 0, chars: 34, kind: 'text', of: ({ withheld }) => withheld.society },
  { name: '隐去的名称', mm: 0, chars: 34, kind: 'text', of: ({ names }) => names.join('、') || null },
]

export type Task = { finding: RectifiedFinding; measure: RectifiedMeasure }
export const tasksOf = (findings: readonly RectifiedFinding[]): Task[] =>
  findings.flatMap((finding) => finding.measures.map((measure) => ({ finding, measure })))

export const tasks: ListColumn<Task>[] = [
  { name: '编号', mm: 26, chars: 12, kind: 'text', of: ({ finding }) => finding.number },
  { name: '问题', mm: 36, chars: 32, kind: 'text', of: ({ finding }) => finding.title },
  {
    name: '措施',
    mm: 57,
    chars: 46,
    kind: 'text',
    of: ({ measure }) => [measure.number, measure.content].join(' ').trim(),
  },
  { name: '措施类型', mm: 26, chars: 18, kind: 'text', of: ({ measure }) => measure.kinds.join('、') || null },
  { name: '责任单位', mm: 26, chars: 16, kind: 'text', of: ({ measure }) => measure.lead },
  { name: '完成时限', mm: 26, chars: 12, kind: 'day', of: ({ measure }) => measure.dueOn },
  { name: '办理状态', mm: 28, chars: 18, kind: 'text', of: ({ measure }) => taskState(measure) },
]

function taskState({ matter }: RectifiedMeasure): string {
  return matter ? `${matter.state} ${matter.percent}%` : '未列为督办事项'
}

export const institutionColumns: ListColumn<RepairedInstitution>[] = [
  { name: '制度名称', mm: 48, chars: 40, kind: 'text', of: (row) => row.name },
  { name: '缺口类型', mm: 21, chars: 12, kind: 'text', of: (row) => row.gap },
  { name: '处置方式', mm: 26, chars: 14, kind: 'text', of: (row) => row.action },
  { name: '起草单位', mm: 23, chars: 16, kind: 'text', of: (row) => row.lead },
  { name: '文号或进度', mm: 38, chars: 30, kind: 'text', of: numberOrRung },
]

/** In Excel with its day as a day. */
export const institutionDay: ListColumn<RepairedInstitution> = {
  ...{ name: '发布日期', mm: 0, chars: 12, kind: 'day' },
  of: (row) => row.issuedOn,
}

function numberOrRung({ docNumber, stands }: RepairedInstitution): string | null {
  return docNumber ?? (stands ? `${stands}阶段` : null)
}

export type FindingList = 'ledger' | 'problems' | 'duties' | 'effects'
export const findingLists: Record<FindingList, ListColumn<RectifiedFinding>[]> = { ledger, problems, duties, effects }

export const listNames: Record<FindingList | 'tasks', string> = {
  ledger: '整改台账',
  problems: '问题清单',
  tasks: '任务清单',
  duties: '责任清单',
  effects: '成效清单',
}

const audienceWords: Record<Audience, string> = { party: '党内公开', society: '向社会公开' }

/** The title of a paper, which is also the name of its file. */
export function fileName(round: string, paper: RectificationPaper, audience: Audience): string {
  if (paper === 'report') return `关于${round}反馈问题集中整改进展情况的报告`
  if (paper === 'publication') return `关于${round}反馈问题整改进展情况的通报（${audienceWords[audience]}）`
  return `${round}${listNames[paper]}`
}

export const institutionsOf = ({ findings }: Pick<Rectification, 'findings'>): RepairedInstitution[] =>
  findings.flatMap(({ institutions }) => institutions)
