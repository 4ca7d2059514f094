// Chinese words of the 督办 pages: the table, board and tree, and the page of one commitment (督办单).

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

const sheet = {
  kind: '督办单',
  back: '督办台账',
  parent: '上级事项',
  printTitle: (zone: string) => `${zone}督办单`,
  daysLeft: '距时限',
  daysLeftWorkdays: (n: number) => (n < 0 ? `已超 ${-n} 个工作日` : n === 0 ? '今日到期' : `剩 ${n} 个工作日`),
  pace: (pace: string) => `序时 ${pace}%`,
  declined: (reason: string) => `退回理由：${reason}`,
  returned: (remark: string) => `审核退回：${remark}`,
  cancelled: (reason: string) => `取消理由：${reason}`,
  strength: '力度',
  acts: '可办理',
  noActs: '当前状态下，您的岗位没有可办理的事。',
  moreActs: '其他办理',
  childrenOpen: (n: number) => `还有 ${n} 个子项未销号，销号前须先办结。`,
  proofMissing: (kinds: string) => `销号还缺佐证：${kinds}。`,
}

const sources = {
  title: '来源原文',
  none: '没有原文记录。',
  undated: '未署日期',
  open: '在原文中查看',
  inherited: '承自上级事项的来源。',
  changed: (from: string, to: string) => `提法有变：${from} 改为 ${to}`,
  mentions: (n: number) => `${n} 处提及`,
}

const chain = {
  title: '办理进程',
  adopted: '立项',
  dispatched: '交办',
  signed: '签收',
  reported: '填报',
  reviewed: '审核',
  closed: '销号',
  now: '待办',
  sentBack: '退回，待重办',
  ahead: '未到',
  off: '已取消',
  done: '已办',
  days: (n: number) => `用时 ${n} 天`,
  waited: (n: number) => `已等 ${n} 天`,
  rounds: (n: number) => `第 ${n} 次`,
  last: (day: string) => `上次 ${day}`,
}

const parts = {
  title: '分解',
  none: '尚未分解。',
  start: '分解',
  form: '分解为子项',
  intro: (due: string | null) => (due ? `子项时限不得晚于 ${due}。` : '上级事项未定时限，子项时限不受限制。'),
  row: (n: number) => `子项 ${n}`,
  rowTitle: '事项',
  lead: '牵头单位',
  post: '责任岗位',
  dueOn: '完成时限',
  proof: '佐证要求',
  proofHint: '不填则同上级',
  add: '加一行',
  addForUnits: '按单位各加一行',
  unitsToAdd: '选择单位',
  drop: (n: number) => `删去子项 ${n}`,
  dropShort: '删去',
  late: (due: string) => `晚于上级时限 ${due}`,
  titleNeeded: '请写事项。',
  leadNeeded: '请选牵头单位。',
  dueNeeded: '请选时限。',
  submit: (n: number) => `分解为 ${n} 项`,
  fix: '有未填或不合规则的地方，已在行内标出。',
  mean: (percent: string) => `子项平均进度 ${percent}%（计算）`,
}

const duty = {
  title: '责任',
  edit: '调整责任',
  save: '保存',
  proofHint: '输入后按回车添加；至少一项',
  proofNeeded: '至少写一项佐证要求。',
  leadFixed: '已交办，不能改牵头单位。',
  lateForParent: (due: string) => `晚于上级事项时限 ${due}`,
  earlyForChild: (due: string) => `早于子项时限 ${due}`,
  startAfterDue: '开始日期晚于时限',
  wording: '事项文字',
}

const reports = {
  title: '填报',
  none: '还没有填报。',
  value: (value: string) => `当前数值 ${value}`,
  remark: (words: string) => `审核意见：${words}`,
  signedOff: (who: string, day: string) => `${who} ${day} 审核`,
  noEvidence: '未附佐证。',
  by: (who: string, unit: string) => `${who}（${unit}）`,
}

const evidence = {
  title: '佐证',
  none: '还没有佐证。',
  proves: '证明',
  file: '文件',
  size: '大小',
  filed: '提交',
  hash: '校验值',
  hashHint: (sha256: string) => `SHA-256 ${sha256}`,
  download: (name: string) => `下载“${name}”`,
  required: '佐证要求',
  shown: '已认可',
  filedNotAccepted: '已交，待审核',
  missing: '缺',
}

const extensions = {
  title: '延期',
  none: '没有延期申请。',
  fromTo: (from: string, to: string) => `${from} 延至 ${to}`,
  days: (n: number) => `延 ${n} 天`,
  remark: (words: string) => `审批意见：${words}`,
}

const urges = {
  title: '催办',
  none: '没有催办。',
  count: (n: number) => `共 ${n} 次`,
}

const history = {
  title: '履历',
  known: (at: string) => `${at} 记录`,
  backdated: (on: string) => `发生于 ${on}`,
  adopted: (number: string) => `编号 ${number}`,
  splitOff: (lead: string, due: string) => `由上级事项分解，${lead}牵头，时限 ${due}`,
  brokenDown: (n: number) => `分解为 ${n} 项`,
  mentioned: (quote: string) => `“${quote}”`,
  changed: (field: string, to: string) => `${field}：${to}`,
  reported: (percent: number, text: string) => `进度 ${percent}%。${text}`,
  withEvidence: (n: number) => `附佐证 ${n} 件。`,
  extension: (from: string, to: string, reason: string) => `由 ${from} 延至 ${to}。${reason}`,
  sealed: (short: string) => `签核指纹 ${short}`,
  nobody: '系统',
  noDue: '未定',
  none: '无',
}

const seal = {
  holds: '签核时状态与现状一致',
  differs: '签核时状态与现状不一致',
  differsHint: '签核之后，责任、文字、填报或佐证有改动，请复核。',
  holdsHint: '上次审核或销号所见的内容，与现在看到的相同。',
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
  sheet,
  sources,
  chain,
  parts,
  duty,
  reports,
  evidence,
  extensions,
  urges,
  history,
  seal,
}
