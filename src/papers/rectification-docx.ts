// The lists of a rectification and what is made public of it as Word files: lists across the page, grouped by the sections of
// the feedback; the publication as a text, item by item, without what was left out and with names masked before it came here.

import { type Audience, bySection, type Rectification, type RectificationList } from '#domain/rectification.ts'
import { chineseOrdinal, officialDay, officialMoment, oneLine, printable } from '#papers/office-words.ts'
import {
  type Block,
  blank,
  body,
  type Column,
  centred,
  face,
  heading,
  officialFile,
  type Part,
  size,
  table,
  title,
  words,
} from '#papers/official-page.ts'
import {
  fileName,
  findingLists,
  institutionColumns,
  institutionsOf,
  type ListColumn,
  stateOf,
  tasks,
  tasksOf,
} from '#papers/rectification-lists.ts'

/** The bytes of the .docx. */
export function writeList(all: Rectification, paper: RectificationList): Promise<Uint8Array> {
  const name = fileName(all.round.name, paper, 'society')
  const sections = bySection(all.findings)
  const listed = sections.flatMap(({ section, findings }): Block[] => {
    const rows =
      paper === 'tasks'
        ? table(across(tasks), tasksOf(findings), size.five)
        : table(across(findingLists[paper]), findings, size.five)
    return [heading(sectionName(section)), rows, blank()]
  })
  const institutions = paper === 'effects' || paper === 'ledger' ? institutionsOf(all) : []
  const repaired =
    institutions.length > 0
      ? [heading('制度废改立情况'), table(across(institutionColumns), institutions, size.five)]
      : []
  const none = listed.length === 0 ? [body('无。')] : []
  const blocks = [title(name), centred(known(all)), ...listed, ...repaired, ...none]
  return officialFile([{ orientation: 'landscape', blocks }], { title: name, creator: all.organ })
}

const known = ({ asOf }: Rectification): string => `（数据截至${officialMoment(asOf)}）`
export const sectionName = (section: string | null): string => oneLine(section ?? '其他问题')

/** Line breaks stay: measures stand one under the other. */
export function across<Row>(columns: readonly ListColumn<Row>[]): Column<Row>[] {
  return columns.map(({ name, mm, kind, of }) => ({
    name,
    width: mm,
    of: (row) => {
      const value = of(row)
      if (value === null || value === '') return '—'
      return kind === 'day' ? String(value).replaceAll('-', '.') : printable(String(value))
    },
    ...(kind === 'text' && mm > 30 ? { align: 'left' as const } : {}),
  }))
}

/** The bytes of the .docx. */
export function writePublication(all: Rectification, audience: Audience): Promise<Uint8Array> {
  const { round, organ, findings, on } = all
  const name = fileName(round.name, 'publication', audience).replace(/（.*）$/, '')
  const to = audience === 'party' ? '（党内公开）' : '（向社会公开）'
  const told = [
    round.feedbackOn ? `${officialDay(round.feedbackOn)}，${round.team ?? '巡视巡察组'}反馈了意见。` : '',
    `按照巡视巡察工作有关要求，现将截至${officialDay(on)}的整改进展情况予以公布。`,
  ].join('')
  const items = bySection(findings).flatMap(({ section, findings: of }) => [
    heading(sectionName(section)),
    ...of.flatMap((finding, place) => publicItem(finding, place + 1)),
  ])
  const none = findings.length === 0 ? [body('无。')] : []
  const draft = centred('（公开文本草稿，经审核同意后发布）', face.subheading)
  const parts: Part[] = [
    {
      orientation: 'portrait',
      blocks: [title(name), centred(to, face.subheading), draft, blank(), body(told), ...items, ...none],
    },
  ]
  return officialFile(parts, { title: name, creator: organ })
}

type Finding = Rectification['findings'][number]

function publicItem(finding: Finding, place: number): Block[] {
  const head = words(`（${chineseOrdinal(place)}）${sentence(`关于“${oneLine(finding.title)}”问题`)}`, face.subheading)
  const measures = finding.measures.filter(({ cancelled }) => !cancelled)
  const done = measures.map(
    ({ content }, n) => `${measures.length > 1 ? `${n + 1}.` : ''}${sentence(oneLine(content, 500))}`,
  )
  const state = sentence(`整改状态：${stateOf(finding)}`)
  return [
    body([head]),
    ...done.map((line) => body(line)),
    body([finding.progress ? sentence(oneLine(finding.progress, 2000)) : '', state].join('')),
  ]
}

export function sentence(text: string): string {
  return /[。！？；]$/u.test(text) ? text : `${text}。`
}
