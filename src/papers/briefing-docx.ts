// The month's briefing as a Word file in the layout of GB/T 9704: what an office prints, signs and sends out.
// Sentences and tables only arrange the figures of BriefingContents; nothing is counted again here.

import type { Paragraph } from 'docx'
import type { BriefingContents, BriefingLine, Tally } from '#domain/briefing.ts'
import type { Light } from '#domain/light.ts'
import {
  chineseOrdinal,
  lightWords,
  officialDay,
  officialMoment,
  officialMonth,
  oneLine,
} from '#papers/office-words.ts'
import {
  type Block,
  blank,
  body,
  type Column,
  centred,
  face,
  heading,
  imprint,
  officialFile,
  type Part,
  redHead,
  rightAligned,
  table,
  title,
  words,
} from '#papers/official-page.ts'

/** `number` (发文字号) brings the red head; without `issuedOn` the file is marked as a draft. */
export type BriefingHead = { organ: string; number: string | null; signer: string; issuedOn: string | null }

/** The bytes of the .docx. */
export async function writeBriefingDocx(contents: BriefingContents, head: BriefingHead): Promise<Uint8Array> {
  const name = `关于${officialMonth(contents.month)}重点工作完成情况的通报`
  const parts: Part[] = [
    { orientation: 'portrait', blocks: [...opening(contents, head, name), ...overall(contents), ...byLine(contents)] },
    listPart('三、未完成事项清单', unfinishedColumns, contents.unfinished, contents.month),
    listPart('四、下月重点工作', nextColumns, contents.next, contents.month),
    { orientation: 'portrait', blocks: [...coordination(contents), ...ending(head)] },
  ]
  return officialFile(parts, { title: name, creator: head.organ })
}

function opening({ month, asOf }: BriefingContents, { organ, number, issuedOn }: BriefingHead, name: string): Block[] {
  return [
    ...(number ? redHead(oneLine(organ), oneLine(number)) : []),
    title(name),
    ...(issuedOn ? [] : [centred('（草稿，未印发）', face.subheading)]),
    blank(),
    body('各单位：', { indent: {} }),
    body(`现将${officialMonth(month)}重点工作完成情况通报如下（数据截至${officialMoment(asOf)}）。`),
  ]
}

function overall({ month, overall: tally, unfinished, completed }: BriefingContents): Block[] {
  return [heading('一、总体情况'), body(overallSentence(month, tally)), ...lightSentence([...unfinished, ...completed])]
}

function overallSentence(
  month: string,
  { planned, completed, underWay, notStarted, overdue, completionPercent }: Tally,
) {
  if (planned.count === 0) return `${officialMonth(month)}没有计划完成的重点工作事项。`
  const counts = `完成${completed.count}项，推进中${underWay.count}项，未启动${notStarted.count}项`
  const late = overdue.count > 0 ? `未完成事项中，逾期${overdue.count}项。` : '未完成事项均未逾期。'
  const rest = completed.count === planned.count ? '' : late
  return `${officialMonth(month)}计划完成重点工作${planned.count}项，${counts}，完成率${completionPercent}%。${rest}`
}

const shownLights: Light[] = ['red', 'yellow', 'blue', 'green']

function lightSentence(lines: readonly BriefingLine[]): Block[] {
  const counts = shownLights.map((light) => ({ light, count: lines.filter((line) => line.lit.light === light).length }))
  const shown = counts.filter(({ count }) => count > 0).map(({ light, count }) => `${lightWords[light]}灯${count}项`)
  return shown.length > 0 ? [body(`按亮灯规则，尚未销号的事项中：${shown.join('、')}。`)] : []
}

type Line = { name: string; tally: Tally }

const lineColumns: Column<Line>[] = [
  { name: '责任单位', width: 48, of: (line) => oneLine(line.name) || '牵头单位待明确', align: 'left' },
  { name: '计划', width: 17, of: ({ tally }) => `${tally.planned.count}` },
  { name: '完成', width: 17, of: ({ tally }) => `${tally.completed.count}` },
  { name: '推进中', width: 19, of: ({ tally }) => `${tally.underWay.count}` },
  { name: '未启动', width: 19, of: ({ tally }) => `${tally.notStarted.count}` },
  { name: '逾期', width: 17, of: ({ tally }) => `${tally.overdue.count}` },
  { name: '完成率', width: 19, of: ({ tally }) => percent(tally.completionPercent) },
]

function byLine({ lines, overall: tally }: BriefingContents): Block[] {
  const rows = [...lines, { name: '合计', tally }]
  return [heading('二、分条线完成情况'), ...(lines.length > 0 ? [table(lineColumns, rows), blank()] : [none()])]
}

function percent(value: number | null): string {
  return value === null ? '—' : `${value}%`
}

function none(): Paragraph {
  return body('无。')
}

type Listed = BriefingLine & { year: string }

const number: Column<Listed> = { name: '编号', width: 25, of: (line) => oneLine(line.number) }
const matter: Column<Listed> = { name: '事项', width: 64, of: (line) => oneLine(line.title), align: 'left' }
const lead: Column<Listed> = { name: '牵头单位', width: 30, of: (line) => oneLine(line.lead ?? '待明确') }
const due: Column<Listed> = { name: '时限', width: 23, of: (line) => dayOrDash(line.dueOn, line.year) }
const progress: Column<Listed> = { name: '进度', width: 15, of: (line) => `${line.percent}%` }
const light: Column<Listed> = { name: '亮灯', width: 15, of: (line) => lightWords[line.lit.light] }

const unfinishedColumns: Column<Listed>[] = [
  number,
  { ...matter, width: 56 },
  lead,
  due,
  progress,
  light,
  { name: '原因', width: 38, of: (line) => oneLine(line.reason ?? '—', 120), align: 'left' },
  { name: '新时限', width: 23, of: (line) => dayOrDash(line.newDueOn, line.year) },
]

const nextColumns: Column<Listed>[] = [
  number,
  { ...matter, width: 81 },
  lead,
  { name: '配合单位', width: 36, of: (line) => oneLine(line.supporting.join('、')) || '—' },
  due,
  progress,
  light,
]

/** Empty lists need no page of their own. */
function listPart(name: string, columns: Column<Listed>[], lines: readonly BriefingLine[], month: string): Part {
  if (lines.length === 0) return { orientation: 'portrait', blocks: [heading(name), none()] }
  const rows = lines.map((line) => ({ ...line, year: month.slice(0, 4) }))
  return { orientation: 'landscape', blocks: [heading(name), table(columns, rows), blank()] }
}

function dayOrDash(day: string | null, year: string): string {
  return day === null ? '—' : officialDay(day, year)
}

function coordination({ toCoordinate, month }: BriefingContents): Block[] {
  const items = toCoordinate.map((line, place) => {
    const order = words(`（${chineseOrdinal(place + 1)}）${stop(oneLine(line.title))}`, face.subheading)
    return body([order, words(matterSentence(line, month.slice(0, 4)))])
  })
  return [heading('五、提请会议协调事项'), ...(items.length > 0 ? items : [none()])]
}

function stop(text: string): string {
  return /[。！？；]$/.test(text) ? text : `${text}。`
}

function matterSentence(
  { number: of, lead: unit, dueOn, percent: done, lit, reason }: BriefingLine,
  year: string,
): string {
  const facts = [
    `编号${oneLine(of)}`,
    `牵头单位：${oneLine(unit ?? '待明确')}`,
    `时限：${dueOn ? officialDay(dueOn, year) : '未定'}`,
    `进度${done}%`,
    `亮${lightWords[lit.light]}灯`,
  ]
  return stop(`${facts.join('；')}${reason ? `；情况说明：${oneLine(reason)}` : ''}`)
}

/** Organ and date as under a seal: the date four characters in, the organ centred over it; then 版记. */
function ending({ organ, signer, issuedOn }: BriefingHead): Block[] {
  if (!issuedOn) return []
  const date = officialDay(issuedOn)
  const dateWidth = 3 + (date.length - 3) / 2
  const organFree = Math.max(0, 4 + (dateWidth - organ.length) / 2)
  const dateFree = organFree === 0 ? (organ.length - dateWidth) / 2 : 4
  const signature = [rightAligned(oneLine(organ), organFree), rightAligned(date, dateFree)]
  return [
    blank(),
    blank(),
    ...signature,
    imprint(signer ? `签发人：${oneLine(signer)}` : oneLine(organ), `${date}印发`),
  ]
}
