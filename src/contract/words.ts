// The official words for what stands as a code in refusals: roles, stages, nouns, kinds of file. `docs/glossary.md` pairs
// them. A code that is not known here is shown as it is, never guessed.

import type { Role } from '#domain/role.ts'

type Pair = { zh: string; en: string }

const roles: Record<Role, Pair> = {
  leader: { zh: '领导', en: 'leader' },
  office: { zh: '督查室', en: 'committee office' },
  'unit-head': { zh: '单位负责人', en: 'unit head' },
  'unit-officer': { zh: '单位经办人', en: 'unit officer' },
  keeper: { zh: '台账管理员', en: 'register keeper' },
  auditor: { zh: '审计人员', en: 'auditor' },
  enterprise: { zh: '企业用户', en: 'enterprise account' },
  village: { zh: '村（社区）用户', en: 'village account' },
  'system-admin': { zh: '系统管理员', en: 'system administrator' },
  'security-admin': { zh: '安全管理员', en: 'security administrator' },
  'audit-admin': { zh: '审计管理员', en: 'audit administrator' },
}

/** Stages of a commitment, states of a proposal, states of a report and of an extension. */
const stages: Record<string, Pair> = {
  draft: { zh: '待交办', en: 'not sent out' },
  'awaiting-receipt': { zh: '待签收', en: 'waiting for sign-off' },
  declined: { zh: '已退回', en: 'declined' },
  'under-way': { zh: '办理中', en: 'under way' },
  'awaiting-review': { zh: '待审核', en: 'waiting for review' },
  returned: { zh: '退回重办', en: 'returned' },
  'awaiting-closure': { zh: '待销号', en: 'waiting for closure' },
  closed: { zh: '已销号', en: 'closed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  open: { zh: '未销号', en: 'open' },
  drafted: { zh: '草案', en: 'draft' },
  'in-force': { zh: '施行中', en: 'in force' },
  withdrawn: { zh: '已停用', en: 'withdrawn' },
  proposed: { zh: '待审读', en: 'waiting for a decision' },
  adopted: { zh: '已立项', en: 'adopted' },
  merged: { zh: '已并入', en: 'merged' },
  rejected: { zh: '不予立项', en: 'rejected' },
  asked: { zh: '已申请延期', en: 'extension asked for' },
  awaiting: { zh: '待审核', en: 'waiting for review' },
  accepted: { zh: '已通过', en: 'accepted' },
  standing: { zh: '在册', en: 'standing' },
  removed: { zh: '已移出', en: 'removed' },
  left: { zh: '已退出', en: 'off the ladder' },
  struck: { zh: '已撤销', en: 'struck out' },
  used: { zh: '已使用', en: 'used' },
  passed: { zh: '已通过', en: 'passed' },
  said: { zh: '评论', en: 'a comment' },
  unanswered: { zh: '待落实', en: 'waiting for an answer' },
  answered: { zh: '已报落实情况', en: 'answered' },
  settled: { zh: '已办结', en: 'settled' },
  'no-draft': { zh: '没有待批计划', en: 'nothing laid' },
}

const nouns: Record<string, Pair> = {
  zone: { zh: '园区', en: 'zone' },
  unit: { zh: '单位', en: 'unit' },
  post: { zh: '岗位', en: 'post' },
  person: { zh: '人员', en: 'person' },
  document: { zh: '文件', en: 'document' },
  proposal: { zh: '待确认事项', en: 'proposal' },
  commitment: { zh: '事项', en: 'commitment' },
  mention: { zh: '出处', en: 'mention' },
  evidence: { zh: '佐证材料', en: 'piece of evidence' },
  file: { zh: '文件', en: 'file' },
  view: { zh: '视图', en: 'view' },
  briefing: { zh: '通报', en: 'briefing' },
  rule_book: { zh: '规则集', en: 'rule set' },
  register: { zh: '台账', en: 'register' },
  entry: { zh: '条目', en: 'entry' },
  field: { zh: '字段', en: 'field' },
  ladder: { zh: '阶梯', en: 'ladder' },
  rung: { zh: '阶段', en: 'rung' },
  climb: { zh: '进阶记录', en: 'step' },
  counting: { zh: '计数规则', en: 'counting rule' },
  ratio: { zh: '比率', en: 'rate' },
  suggestion: { zh: '联动建议', en: 'suggestion' },
  remark: { zh: '批示或评论', en: 'remark' },
  crossing: { zh: '联审', en: 'round of checks' },
  check: { zh: '联审事项', en: 'check' },
  plan: { zh: '计划', en: 'plan' },
  network: { zh: '网络计划', en: 'network' },
  entry_file: { zh: '佐证材料', en: 'piece of evidence' },
  boundary: { zh: '边界文件', en: 'boundary file' },
}

/** Why a file is not read (papers/unreadable.ts), with what to do about it. */
const notText: Record<string, Pair> = {
  'old-office': {
    zh: '是旧版 Office 或 WPS 文件，请另存为 .docx 或 .xlsx 再导入',
    en: 'it is an old Office or WPS file; save it as .docx or .xlsx and bring that in',
  },
  presentation: {
    zh: '是演示文稿，请把文字另存为 .docx 或 .txt',
    en: 'it is a presentation; save its words as .docx or .txt',
  },
  ofd: { zh: '是 OFD 版式文件，请转为 PDF 或 .docx', en: 'it is an OFD file; turn it into PDF or .docx' },
  rtf: { zh: '是 RTF 文件，请另存为 .docx', en: 'it is an RTF file; save it as .docx' },
  xml: { zh: '是 XML 数据文件', en: 'it is a file of XML' },
  archive: { zh: '是压缩包，请解压后逐个导入', en: 'it is an archive; unpack it and bring its files in one by one' },
  image: { zh: '是图片，没有文字', en: 'it is a picture; it has no text' },
  program: { zh: '是程序文件', en: 'it is a program' },
  'nul-characters': { zh: '含有空字符，不是文本', en: 'it holds NUL characters and is no text' },
  'control-characters': { zh: '含有控制字符，不是文本', en: 'it holds control characters and is no text' },
  'unknown-encoding': { zh: '无法识别字符编码', en: 'its encoding is not known' },
  'scanned-pdf': {
    zh: '这份 PDF 是扫描图片，没有文字，请导入电子版或先做文字识别',
    en: 'this PDF is a picture; it has no text. Bring in the original, or recognise its text first',
  },
  'letterless-pdf': {
    zh: '这份 PDF 的字体没有文字编码，读不出文字，请导入原来的 Word 文件',
    en: 'the fonts of this PDF do not say which letters they show; bring in the file it was made from',
  },
  encrypted: { zh: '文件设有密码，请去掉密码再导入', en: 'it is protected by a password; remove that first' },
  damaged: { zh: '文件已损坏，打不开', en: 'it is damaged and cannot be opened' },
  'too-much-inside': {
    zh: '文件展开后内容过大，请拆分后再导入',
    en: 'there is too much inside; split it and bring in the parts',
  },
  'takes-too-long': {
    zh: '文件过于复杂，未能在限定时间内读完，请拆分后再导入',
    en: 'it takes too long to read; split it and bring in the parts',
  },
  'too-many-columns': {
    zh: '有内容的列超过 1000 列，请删去无关的列再导入',
    en: 'more than 1000 columns are filled; take away those that do not matter',
  },
  'too-many-rows': {
    zh: '有内容的行超过 20 万行，请拆分后再导入',
    en: 'more than 200,000 rows are filled; split it and bring in the parts',
  },
  'no-table': { zh: '不是表格，请用 .xlsx 或 .csv', en: 'it is no table; use .xlsx or .csv' },
  'no-rows': { zh: '表格中没有内容（隐藏的工作表不读取）', en: 'its tables are empty (hidden sheets are not read)' },
}

/** The system's own codes for what is wrong with a disk. */
const diskTroubles: Record<string, Pair> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已满', en: 'the quota is used up' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EACCES: { zh: '数据目录没有写入权限', en: 'the data folder may not be written' },
  ENOTDIR: { zh: '数据目录不是目录', en: 'the data folder is no folder' },
}

type Speak = (code: string, language: 'zh' | 'en') => string

function speaking(words: Record<string, Pair>): Speak {
  return (code, language) => words[code]?.[language] ?? code
}

export const roleWord: Speak = speaking(roles)
export const stageWord: Speak = speaking(stages)
export const nounWord: Speak = speaking(nouns)
export const troubleWord: Speak = speaking(diskTroubles)
export const notTextWord: Speak = speaking(notText)
