// The official Chinese word for every closed set of the domain: a Record over each union, so that none is forgotten.

import type { z } from 'zod'
import type { Contract, EntryName } from '#contract/contract.ts'
import type { TodoGroup } from '#contract/overview.ts'
import type {
  Closure,
  CommitmentEvent,
  Extension,
  Progress,
  Receipt,
  Report,
  Review,
  Stage,
} from '#domain/commitment.ts'
import type { DocumentKind, Openness } from '#domain/document.ts'
import type { Light } from '#domain/light.ts'
import type { ProposalState } from '#domain/proposal.ts'
import type { Role } from '#domain/role.ts'
import type { UnitKind } from '#domain/zone.ts'
import type { Comparator, DecisionGrade, Measure, PartName, StatementKind, Strength } from '#reading/statement.ts'

type Words<K extends string> = Record<K, string>
type ActName = { [N in EntryName]: Contract[N]['is'] extends 'act' ? N : never }[EntryName]

const kinds: Words<StatementKind> = { target: '目标', task: '任务', requirement: '要求', fact: '事实', roster: '名单' }

const stages: Words<Stage> = {
  draft: '待交办',
  'awaiting-receipt': '待签收',
  declined: '已退回',
  'under-way': '办理中',
  'awaiting-review': '待审核',
  returned: '退回重办',
  'awaiting-closure': '待销号',
  closed: '已销号',
  cancelled: '已取消',
}

const lights: Words<Light> = { red: '红', yellow: '黄', blue: '蓝', green: '绿', grey: '灰' }

const receipt: Words<z.infer<typeof Receipt>> = {
  none: '未交办',
  awaiting: '待签收',
  signed: '已签收',
  declined: '已退回',
}
const progress: Words<z.infer<typeof Progress>> = {
  'not-started': '未开始',
  'under-way': '进行中',
  completed: '已完成',
}
const review: Words<z.infer<typeof Review>> = { none: '未审核', awaiting: '待审核', accepted: '通过', returned: '退回' }
const closure: Words<z.infer<typeof Closure>> = { open: '未销号', closed: '已销号', cancelled: '已取消' }
const reportStates: Words<Report['state']> = { awaiting: '待审核', accepted: '通过', returned: '退回' }
const extensionStates: Words<z.infer<typeof Extension>['state']> = { asked: '待批', granted: '同意', refused: '不同意' }

const measures: Words<Measure> = {
  level: '总量',
  increase: '新增',
  growth_rate: '增长率',
  share: '占比',
  duration: '时长',
  rank: '位次',
}
const strengths: Words<Strength> = { must: '确保', strive: '力争', plan: '计划', none: '未明' }
const comparators: Words<Comparator> = {
  eq: '等于',
  ge: '不低于',
  gt: '超过',
  le: '不高于',
  lt: '低于',
  about: '左右',
  range: '区间',
}
const decisionGrades: Words<DecisionGrade> = {
  heard: '听取',
  studied: '研究',
  'agreed-in-principle': '原则同意',
  decided: '审议通过',
}
const partNames: Words<PartName> = {
  value: '数值',
  unit: '单位',
  op: '比较',
  measure: '口径',
  period: '期间',
  deadline: '时限',
  strength: '力度',
  owner: '责任单位',
  indicator: '指标',
  verb: '动作',
  object: '对象',
  members: '名单',
  decision: '议定',
}

const proposalStates: Words<z.infer<typeof ProposalState>> = {
  proposed: '待审读',
  adopted: '已立项',
  merged: '已并入',
  rejected: '不予立项',
}
const documentKinds: Words<DocumentKind> = {
  minutes: '会议纪要',
  plan: '计划方案',
  policy: '政策文件',
  instruction: '领导批示',
  press: '新闻报道',
  report: '工作报告',
  other: '其他',
}
const openness: Words<z.infer<typeof Openness>> = {
  public: '主动公开',
  'on-request': '依申请公开',
  closed: '不予公开',
}

const unitKinds: Words<z.infer<typeof UnitKind>> = {
  zone: '园区',
  office: '党政办',
  department: '部门',
  town: '镇街',
  company: '国企平台',
  village: '村（社区）',
}
const roles: Words<Role> = {
  leader: '领导',
  office: '督查室',
  'unit-head': '单位负责人',
  'unit-officer': '单位经办人',
  keeper: '台账管理员',
  auditor: '审计人员',
  enterprise: '企业用户',
  village: '村（社区）用户',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  'audit-admin': '审计管理员',
}

const todoGroups: Words<TodoGroup> = {
  overdue: '超期',
  'near-due': '临期',
  returned: '被退回',
  'to-sign': '待签收',
  'to-report': '待填报',
  declined: '被退回交办',
  'to-dispatch': '待交办',
  'to-accept': '待审核',
  'to-decide-extension': '延期待批',
  'to-close': '待销号',
  'to-review': '待审读',
}

/** What happened to a commitment, as its history says it. */
const events: Words<CommitmentEvent['kind']> = {
  adopted: '立项',
  entrusted: '由台账立项',
  'split-off': '分解产生',
  'broken-down': '分解',
  mentioned: '再次提及',
  ruled: '以此为准',
  restated: '按现行出处改口径',
  assigned: '调整责任',
  dispatched: '交办',
  'signed-for': '签收',
  declined: '退回交办',
  reported: '填报',
  'report-accepted': '审核通过',
  'report-returned': '审核退回',
  'extension-asked': '申请延期',
  'extension-granted': '同意延期',
  'extension-refused': '不同意延期',
  urged: '催办',
  closed: '销号',
  cancelled: '取消',
  reopened: '重新打开',
}

/** The acts of the contract, as the journal names them. */
const acts: Words<ActName> = {
  openSampleZone: '打开示例园区',
  renameZone: '园区改名',
  addUnit: '添加单位',
  changeUnit: '修改单位',
  addPost: '添加岗位',
  addPerson: '添加人员',
  appoint: '任职',
  deactivatePerson: '停用账户',
  resetPassword: '重置密码',
  importDocument: '导入文件',
  adoptProposal: '立项',
  rewordProposal: '修改表述',
  mergeProposal: '并入',
  rejectProposal: '不予立项',
  reconsiderProposal: '重新审读',
  ruleMention: '定现行口径',
  assignCommitment: '调整责任',
  breakDown: '分解',
  dispatchCommitment: '交办',
  signFor: '签收',
  declineCommitment: '退回交办',
  uploadEvidence: '上传佐证',
  fileReport: '填报',
  acceptReport: '审核通过',
  returnReport: '审核退回',
  requestExtension: '申请延期',
  decideExtension: '审批延期',
  urgeCommitment: '催办',
  closeCommitment: '销号',
  cancelCommitment: '取消',
  reopenCommitment: '重新打开',
  saveView: '保存视图',
  dropView: '删除视图',
  issueBriefing: '印发通报',
  draftRuleSet: '起草规则集',
  reviseRuleSet: '修改规则集',
  issueRuleSet: '规则集施行',
  withdrawRuleSet: '规则集停用',
  defineRegister: '新建台账',
  alterRegister: '修改台账',
  openSampleRegisters: '装入示例台账',
  addEntry: '新增条目',
  addEntries: '批量新增条目',
  reviseEntry: '修改条目',
  removeEntry: '移出台账',
  restoreEntry: '恢复条目',
  climbEntry: '进阶',
  recordSteps: '补录进阶',
  uploadImport: '上传导入表格',
  planImport: '试导入',
  startImport: '导入表格',
  cancelImport: '取消导入',
  stepBack: '退阶',
  leaveLadder: '退出阶梯',
  strikeClimb: '撤销进阶记录',
  uploadEntryFile: '上传佐证',
  supplyOwed: '补交容缺材料',
  openCrossing: '发起联审',
  passCheck: '联审通过',
  returnCheck: '联审退回',
  askCheckAgain: '重新送审',
  withdrawCrossing: '撤回联审',
  layPlan: '编制计划',
  approvePlan: '批准计划',
  acceptSuggestion: '采纳建议',
  declineSuggestion: '不采纳建议',
  commentOnEntry: '评论',
  instructOnEntry: '批示',
  answerInstruction: '报落实情况',
  returnAnswer: '退回落实情况',
  settleInstruction: '批示办结',
  layBoundary: '更新边界文件',
  withdrawBoundary: '停用边界文件',
  formArea: '组成片区',
  entrustEntry: '列为督办事项',
  takeUpCommitments: '由事项建条目',
}

export const nouns = {
  kinds,
  stages,
  lights,
  receipt,
  progress,
  review,
  closure,
  reportStates,
  extensionStates,
  measures,
  strengths,
  comparators,
  decisionGrades,
  partNames,
  proposalStates,
  documentKinds,
  openness,
  unitKinds,
  roles,
  todoGroups,
  events,
  acts,
  certainty: { stated: '明写', implied: '推断', absent: '未写' },
  /** Field names that several pages share. */
  fields: {
    number: '编号',
    title: '事项',
    lead: '牵头单位',
    supporting: '配合单位',
    post: '责任岗位',
    leader: '分管领导',
    startOn: '开始日期',
    dueOn: '完成时限',
    proof: '佐证要求',
    percent: '进度',
    light: '亮灯',
    stage: '状态',
    latest: '最新进展',
    source: '来源',
    value: '目标值',
    kind: '类别',
    document: '文件',
    date: '日期',
  },
}
