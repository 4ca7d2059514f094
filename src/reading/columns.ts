// The columns of a 任务分解表: what its heading words say a column holds. Pure; the words are those of the tables that
// development zones and governments publish.

/** What a column of a task table holds; `unit` is the unit of measure, `lead` and the rest are bodies and people. */
export type ColumnMeaning =
  | 'ordinal'
  | 'category'
  | 'task'
  | 'steps'
  | 'target'
  | 'unit'
  | 'lead'
  | 'supporting'
  | 'leader'
  | 'person'
  | 'start'
  | 'due'
  | 'progress'
  | 'proof'
  | 'remark'

/** The first that fits a heading says what it means; longer words stand before the shorter ones they hold. */
const headings: readonly [ColumnMeaning, RegExp][] = [
  ['ordinal', /^(序号|编号|任务编号|项目编号|号|№|no\.?)$/i],
  ['unit', /^(计量单位|单位|度量单位)$/],
  ['leader', /^((牵头|分管|包保|包联|挂点|联系|责任|市级|区级|县级|主管|协管)[市区县]?领导|领导|督办领导)$/],
  ['supporting', /(配合|协办|协同|参与|协助|参加)(责任)?(单位|部门|科室|处室)|^(配合|协办)$/],
  [
    'lead',
    /(牵头|责任|主办|承办|主责|落实|负责|实施|责任主体|承接|任务)(责任)?(单位|部门|科室|处室)|^(牵头|责任主体|责任部室|(责任|任务|职责)分工)$/,
  ],
  ['person', /(责任|负责|联络|联系|经办|具体)(责任)?人(员|及电话)?$/],
  ['start', /^(开始|启动|开工|起始)(时间|日期|时限)$/],
  [
    'due',
    /(完成|办结|办理|时间|落实|整改|竣工|截止|推进)(时限|期限|时间|节点|日期|要求时间)|^(时限|期限|(时限|期限|时间)要求|时间|限期|进度安排)$/,
  ],
  ['progress', /(进展|进度|完成)(情况|及成效)?$|^(目前|当前|最新|落实)(进展|情况)/],
  ['proof', /(佐证|印证|证明|支撑)材料|^(成果形式|成果|标志性成果|完成标志|验收标准)$/],
  ['steps', /(举措|措施|工作内容|具体内容|实施内容|建设内容|推进计划|工作安排|阶段(性)?(目标|任务))/],
  ['target', /(目标值|年度目标|目标数|计划数|指标值|预期目标|任务数|工作目标|目标要求)$/],
  ['task', /(任务|事项|要点|项目(名称)?|工作|指标(名称)?|问题|内容|目标)$/],
  ['category', /^(类别|分类|类型|领域|板块|条线|一级指标|大类|方面)$/],
  ['remark', /^(备注|说明)$/],
]

/** What a heading says of its column, or null when it is none of the words of task tables. */
export function columnMeaning(heading: string): ColumnMeaning | null {
  const words = heading.replaceAll(/[\s\u3000]+|[（(].*?[)）]|[：:]$/g, '')
  if (words === '' || words.length > 14) return null
  return headings.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** How many cells of a row read as headings of a task table; two make it a heading row. */
export function headingCount(cells: readonly string[]): number {
  return new Set(cells.map(columnMeaning).filter((meaning) => meaning !== null)).size
}

/** Columns whose vertically merged cell speaks for each of its rows, where a task is meant once only. */
const repeated: ReadonlySet<ColumnMeaning | null> = new Set(['lead', 'supporting', 'leader', 'person', 'start', 'due'])

/** True when the value of a merged cell under this heading holds for every row beside it. */
export function holdsForEachRow(heading: string): boolean {
  return repeated.has(columnMeaning(heading))
}

/** Columns whose cells say nothing of the work itself: bodies, persons, days, units, numbers of rows. */
export const noWork: ReadonlySet<ColumnMeaning | null> = new Set<ColumnMeaning>([
  'ordinal',
  'lead',
  'supporting',
  'leader',
  'person',
  'start',
  'due',
  'unit',
])
