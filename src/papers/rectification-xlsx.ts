// The lists of a rectification as an Excel file: the ledger with all the others behind it, or one list alone.

import type { Rectification, RectificationList } from '#domain/rectification.ts'
import { officialMoment } from '#papers/office-words.ts'
import {
  fileName,
  findingLists,
  fullLedger,
  institutionColumns,
  institutionDay,
  institutionsOf,
  type ListColumn,
  listNames,
  opennessColumns,
  tasks,
  tasksOf,
} from '#papers/rectification-lists.ts'
import { book, type SheetColumn, sheet } from '#papers/sheet.ts'

/** The bytes of the .xlsx. */
export function writeRectificationBook(all: Rectification, paper: RectificationList): Promise<Uint8Array> {
  const { findings, round, zone, asOf } = all
  const one = (list: RectificationList) => {
    if (list === 'tasks') return sheet(listNames.tasks, numbered(tasks), tasksOf(findings))
    return sheet(listNames[list], numbered(list === 'ledger' ? fullLedger : findingLists[list]), findings)
  }
  const others = (['problems', 'tasks', 'duties', 'effects'] as const).map(one)
  const lists = paper === 'ledger' ? [one('ledger'), ...others] : [one(paper)]
  const repaired =
    paper === 'ledger' || paper === 'effects'
      ? [sheet('制度废改立', numbered([...institutionColumns, institutionDay]), institutionsOf(all))]
      : []
  const about = [
    { name: '轮次', words: round.name },
    { name: '数据截至', words: officialMoment(asOf) },
    { name: '问题数', words: String(findings.length) },
    { name: '金额', words: '以万元计' },
  ]
  const title = fileName(round.name, paper, 'society')
  const open = paper === 'ledger' ? [sheet('公开事项', numbered(opennessColumns), findings)] : []
  return book([...lists, ...repaired, ...open, sheet('说明', aboutColumns, about)], { title, creator: zone })
}

const aboutColumns: SheetColumn<{ name: string; words: string }>[] = [
  { name: '项目', width: 14, kind: 'text', of: (row) => row.name },
  { name: '内容', width: 60, kind: 'text', of: (row) => row.words },
]

function numbered<Row>(columns: readonly ListColumn<Row>[]): SheetColumn<Row>[] {
  return [
    { name: '序号', width: 6, kind: 'number', of: (_, place) => place + 1 },
    ...columns.map(({ name, chars, kind, of }): SheetColumn<Row> => ({ name, width: chars, kind, of })),
  ]
}
