// Chinese words of the page of one commitment (督办单); part of the supervise chapter.

import type { ForceReason } from '#domain/mentions.ts'

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
  moreActs: '其他办理',
  childrenOpen: (n: number) => `还有 ${n} 个子项未销号，销号前须先办结。`,
  proofMissing: (kinds: string) => `销号还缺佐证：${kinds}。`,
}

const sources = {
  title: '来源原文',
  none: '没有原文记录。',
  origin: (title: string) => `由台账条目“${title}”列为督办事项，不出自文件。`,
  undated: '未署日期',
  open: '在原文中查看',
  inherited: '承自上级事项的来源。',
  changed: (from: string, to: string) => `提法有变：${from} 改为 ${to}`,
  mentions: (n: number) => `${n} 处提及`,
  noNumber: '未写数值',
  says: (title: string, day: string, number: string) => `《${title}》（${day}）${number}`,
  against: (first: string, second: string) => `${first}，${second}`,
  disputed: '口径不一：不同文件写的数值不同，尚未确认以哪份为准。',
  inForce: '现行口径',
  why: { only: '仅此一处', later: '以日期最晚的文件为准', ruled: '经确认以此为准' } satisfies Record<
    ForceReason,
    string
  >,
  rule: '以此为准',
  ruleHint: '确认后，事项的表述和目标值改为此处所写；完成时限不随之改动。之后若有更晚的文件再次提及，仍以更晚的为准。',
  ruleReason: '如：以党工委会议纪要为准',
}

const alike = {
  title: '疑似重复立项',
  hint: '与本事项可能是同一件事，请核对',
  same: (number: string) => `数值同为 ${number}。`,
  apart: (own: string, theirs: string) => `口径不一：本事项 ${own}，该事项 ${theirs}。`,
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

export const sheetWords = {
  sheet,
  sources,
  alike,
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
