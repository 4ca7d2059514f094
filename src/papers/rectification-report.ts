// The report on a concentrated rectification (集中整改进展情况报告) in the layout of GB/T 9704: how it is organised, how far it has
// come, each finding by section, institutions, and what is left. Sentences only arrange what the registers hold.

import {
  bySection,
  effectKeys,
  percentOf,
  type Rectification,
  type RectifiedFinding,
  type Standing,
  sumYuan,
  totalsOf,
} from '#domain/rectification.ts'
import { chineseOrdinal, officialDay, officialMoment, oneLine } from '#papers/office-words.ts'
import {
  type Block,
  blank,
  body,
  type Column,
  centred,
  face,
  heading,
  officialFile,
  size,
  table,
  title,
  words,
} from '#papers/official-page.ts'
import { across, sectionName, sentence } from '#papers/rectification-docx.ts'
import {
  fileName,
  institutionColumns,
  institutionsOf,
  measureLine,
  standingWords,
  stateOf,
  wan,
} from '#papers/rectification-lists.ts'

/** The bytes of the .docx. */
export function writeProgressReport(all: Rectification): Promise<Uint8Array> {
  const name = fileName(all.round.name, 'report', 'party')
  const institutions = institutionsOf(all)
  const repaired =
    institutions.length > 0 ? [table(across(institutionColumns), institutions, size.five), blank()] : [body('无。')]
  const blocks = [
    title(name),
    centred('（草稿，未印发）', face.subheading),
    blank(),
    ...organisation(all),
    ...progress(all),
    ...item(all),
    heading('四、制度废改立情况'),
    ...repaired,
    ...remaining(all),
  ]
  return officialFile([{ orientation: 'portrait', blocks }], { title: name, creator: all.organ })
}

function organisation({ round, findings, on, asOf }: Rectification): Block[] {
  const { measures } = totalsOf(findings, on)
  const said = [
    round.feedbackOn && `${officialDay(round.feedbackOn)}，${round.team ?? '巡视巡察组'}反馈了意见`,
    round.head && `成立由${round.head}任组长的整改专班`,
    round.lead && `整改工作由${round.lead}牵头`,
    `认领问题${findings.length}个，制定整改措施${measures}项`,
    round.period && `集中整改期${round.period}`,
    round.concentratedUntil && `集中整改至${officialDay(round.concentratedUntil)}`,
  ].filter((part) => typeof part === 'string' && part !== '')
  return [heading('一、组织情况'), body(`${said.join('，')}。以下数据截至${officialMoment(asOf)}。`)]
}

function progress({ findings, on }: Rectification): Block[] {
  const all = totalsOf(findings, on)
  const rate = percentOf(all.dueDone, all.due)
  const lines = [
    `认领的${all.findings}个问题中，完成整改${all.done}个，正在整改${all['under-way']}个，尚未整改${all['not-started']}个。`,
    rate === null
      ? '目前没有到期应完成的问题。'
      : `到期应完成${all.due}个，已完成${all.dueDone}个，整改完成率${rate}%${all.overdue > 0 ? `，超期${all.overdue}个` : ''}。`,
    `整改措施${all.measures}项，已销号${all.closedMeasures}项。`,
  ]
  const money = effectKeys.flatMap((key) => {
    const sum = sumYuan(findings.map(({ effects }) => effects[key]))
    return sum === null || sum === '0' ? [] : [`${effectWords[key]}${wan(sum)}万元`]
  })
  return [
    heading('二、总体进展'),
    body(`${lines.join('')}${money.length > 0 ? `${money.join('，')}。` : ''}`),
    ...(findings.length > 0 ? [table(unitColumns, byUnit(findings, on)), blank()] : []),
  ]
}

const effectWords = { corrected: '已纠正问题金额', recovered: '挽回损失', reduced: '审减', saved: '增收节支' } as const

type UnitLine = { unit: string; totals: ReturnType<typeof totalsOf> }
const counted = (name: string, of: (totals: UnitLine['totals']) => number): Column<UnitLine> => ({
  ...{ name, width: 18, of: ({ totals }) => String(of(totals)) },
})
const unitColumns: Column<UnitLine>[] = [
  { name: '责任单位', width: 44, of: ({ unit }) => unit, align: 'left' },
  counted('问题', (totals) => totals.findings),
  counted(standingWords.done.slice(0, 2), (totals) => totals.done),
  counted(standingWords['under-way'].slice(0, 2), (totals) => totals['under-way']),
  counted(standingWords['not-started'].slice(0, 2), (totals) => totals['not-started']),
  counted('超期', (totals) => totals.overdue),
  { name: '完成率', width: 22, of: ({ totals }) => rateOf(totals) },
]
const rateOf = ({ dueDone, due }: UnitLine['totals']): string => {
  const percent = percentOf(dueDone, due)
  return percent === null ? '—' : `${percent}%`
}

function byUnit(findings: readonly RectifiedFinding[], on: string): UnitLine[] {
  const units = Map.groupBy(findings, ({ lead }) => lead ?? '待明确')
  const lines = [...units].map(([unit, of]) => ({ unit, totals: totalsOf(of, on) }))
  return [...lines, { unit: '合计', totals: totalsOf(findings, on) }]
}

function item({ findings }: Rectification): Block[] {
  const sections = bySection(findings)
  const told = sections.flatMap(({ section, findings: of }, place) => {
    const name = sectionName(section).replace(/^[一二三四五六七八九十]+、/u, '')
    const head = words(`（${chineseOrdinal(place + 1)}）${sentence(name)}`, face.subheading)
    return [body([head], { keepNext: true }), ...of.flatMap((finding, n) => findingLines(finding, n + 1))]
  })
  return [heading('三、逐项整改情况'), ...(told.length > 0 ? told : [body('无。')])]
}

function findingLines(finding: RectifiedFinding, place: number): Block[] {
  const { title: of, leader, lead, dueOn, progress: said, measures } = finding
  const duty = [
    leader && `责任领导：${leader}`,
    lead && `责任单位：${lead}`,
    dueOn && `时限：${officialDay(dueOn)}`,
    `状态：${stateOf(finding)}`,
  ].filter((part) => typeof part === 'string' && part !== '')
  const kept = measures.filter(({ cancelled }) => !cancelled)
  return [
    body(`${place}.${sentence(oneLine(of))}${sentence(duty.join('；'))}`),
    ...(kept.length > 0
      ? [body(`措施：${sentence(kept.map((one) => oneLine(measureLine(one), 500)).join('；'))}`)]
      : []),
    ...(said ? [body(`进展：${sentence(oneLine(said, 2000))}`)] : []),
  ]
}

const openStandings: readonly Standing[] = ['under-way', 'not-started']

function remaining({ findings }: Rectification): Block[] {
  const open = findings.filter(({ standing }) => openStandings.includes(standing))
  const lines = open.map(({ number, title: of, lead, dueOn }) => {
    const until = dueOn ? `，时限${officialDay(dueOn)}` : '，时限待定'
    return body(`${oneLine(number)} ${oneLine(of)}（${lead ?? '责任单位待明确'}${until}）。`)
  })
  return [heading('五、继续整改的问题'), ...(lines.length > 0 ? lines : [body('无。')])]
}
