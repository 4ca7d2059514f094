// Chinese words of the 督办 pages: the table, board and tree, and the page of one commitment (督办单).

import { sheetWords } from '#web/words/supervise-sheet.zh.ts'

const columns = {
  place: '序号',
  number: '编号',
  light: '亮灯',
  title: '事项',
  kind: '类别',
  source: '来源',
  value: '目标值',
  lead: '牵头单位',
  supporting: '配合单位',
  post: '责任岗位',
  dueOn: '完成时限',
  daysLeft: '剩余工作日',
  percent: '进度',
  gap: '序时差',
  latest: '最新进展',
  stage: '状态',
  urged: '催办',
}

const filters = {
  by: (column: string) => `筛选：${column}`,
  on: (column: string) => `筛选：${column}（已启用）`,
  sort: (column: string) => `按${column}排序`,
  clear: '清除',
  clearAll: '清除全部筛选',
  take: (what: string) => `去掉筛选：${what}`,
  narrowed: '当前筛选',
  from: '起',
  to: '止',
  thisMonth: '本月到期',
  thisQuarter: '本季到期',
  thisYear: '本年到期',
  past: '已过时限',
  dueFrom: (day: string) => `${day} 起`,
  dueTo: (day: string) => `至 ${day}`,
  document: '来源文件',
  parent: '上级事项',
  topOnly: '仅顶层事项',
  oneDocument: '指定文件',
  oneParent: '某事项的子项',
  closure: '销号情况',
  dispute: '口径',
  disputed: '不一',
  undisputed: '一致',
  find: '查找单位',
}

const views = {
  label: '保存的视图',
  all: '全部事项',
  save: '保存视图',
  saveTitle: '把当前筛选、排序和列保存为视图',
  name: '视图名称',
  nameNeeded: '请写视图名称。',
  saved: (name: string) => `已保存视图“${name}”。`,
  drop: (name: string) => `删除视图“${name}”`,
  dropAsk: (name: string) => `删除视图“${name}”？事项不受影响。`,
  dropShort: '删除',
}

const why = {
  title: '为什么亮这个灯',
  button: (light: string) => `${light}，为什么`,
  rule: '依据规则',
  pace: '序时进度',
  percent: '实际进度',
  gap: '序时差',
  behind: (points: string) => `落后 ${points} 个百分点`,
  ahead: (points: string) => `超前 ${points} 个百分点`,
  level: '持平',
  left: '时限',
  daysLeft: (days: number) => (days === 0 ? '今日到期' : `剩 ${days} 个工作日`),
  daysOver: (days: number) => `已超 ${days} 个工作日`,
  from: (startOn: string, dueOn: string) => `${startOn} 至 ${dueOn}，匀速推算`,
  rows: {
    closed: '已销号或取消，不再亮灯',
    'no-due-date': '没有完成时限，无法亮灯',
    overdue: '超过完成时限，亮红灯，直至销号',
    'far-behind': '大幅落后序时进度，亮红灯',
    behind: '落后序时进度，亮黄灯',
    'near-due': '临近完成时限，亮蓝灯',
    'slightly-behind': '略落后序时进度，未到黄灯，亮绿灯',
    'on-pace': '达到或超过序时进度，亮绿灯',
  } as Record<string, string>,
}

const table = {
  caption: '督办台账',
  keys: '上下键移动，回车打开，斜杠键查找',
  keyMove: '上下移动（也可用 j、k）',
  keyPage: '翻一屏',
  keyEnds: '到首行、末行',
  keyOpen: '打开督办单',
  keySearch: '查找',
  keyWhy: '看当前行为什么亮灯',
  times: (n: number) => `${n} 次`,
  days: (n: number) => (n < 0 ? `超 ${-n} 天` : `${n} 天`),
  points: (n: string) => `${n} 点`,
  loadingRow: '正在载入',
  empty: '没有符合条件的事项。',
  emptyAtAll: '还没有立项的事项。请先在“文件”里导入文件并审读。',
  open: (number: string) => `打开 ${number}`,
  children: (n: number) => `含 ${n} 个子项`,
  child: '子项',
  columns: '列',
  columnsTitle: '显示的列',
  columnsReset: '恢复默认列',
  cards: '事项列表',
  more: (n: number) => `再看 ${n} 项`,
  shownOf: (shown: number, total: number) => `已列 ${shown} 项，共 ${total} 项`,
  actions: '办理',
  actionsOf: (number: string) => `办理 ${number}`,
  hidden: (n: number) => `另有 ${n} 列未显示`,
}

const board = {
  label: '按状态的看板',
  count: (n: number) => `${n} 项`,
  none: '无',
  by: '卡片排序',
  leadNone: '未定牵头',
  dueNone: '未定时限',
}

const tree = {
  caption: '事项与分解',
  open: (number: string) => `展开 ${number} 的子项`,
  close: (number: string) => `收起 ${number} 的子项`,
  openAll: '全部展开',
  closeAll: '全部收起',
  reported: '进度（填报）',
  computed: '子项平均（计算）',
  mean: (percent: string, n: number) => `${percent}%（${n} 项）`,
  meanHint: '子项填报进度的简单平均，由系统计算，不计已取消的子项；仅供参考，不改动填报的进度。',
  filtered: '筛选只作用于顶层事项；展开后列出其全部子项。',
}

const counts = {
  label: '数量',
  total: (n: string) => `共 ${n} 项`,
  byLight: '按亮灯',
  byStage: '按状态',
  byDispute: '按口径',
  disputed: '口径不一',
  only: (what: string, n: number) => `${what} ${n} 项，点按筛选`,
}

const moment = {
  label: '按某时刻查看',
  choose: '选择时刻',
  now: '回到现在',
  banner: (at: string) => `正在查看 ${at} 时的情况。这是历史视图，不能办理。`,
}

const page = {
  title: '督办',
  view: { table: '表格', board: '看板', tree: '树形' },
  viewLabel: '显示方式',
  search: '查找事项、编号',
  export: '导出所见',
  exportHint: '按当前筛选和排序导出 Excel 台账',
  print: '打印',
  printing: (percent: number) => `正在准备打印 ${percent}%`,
  printedAt: (at: string, total: number) => `共 ${total} 项，${at} 打印`,
  printedAsOf: (asOf: string) => `数据截至 ${asOf}`,
  keys: '快捷键',
}

export const supervise = {
  columns,
  filters,
  views,
  why,
  table,
  board,
  tree,
  counts,
  moment,
  page,
  ...sheetWords,
}
