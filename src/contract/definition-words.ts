// The words for a register's definition in both languages: its types, its parts and their properties, and a sentence for
// every difference between two versions. Doors and the web say them alike.

import { roleWord } from '#contract/words.ts'
import type { Definition, FieldType, RegisterView } from '#domain/register.ts'
import type { Difference, DifferencePart, DifferenceValue } from '#domain/register-difference.ts'
import { Role } from '#domain/role.ts'

type Pair = { zh: string; en: string }
export type DefinitionLanguage = keyof Pair

export const fieldTypeWords: Record<FieldType, Pair> = {
  text: { zh: '文字', en: 'Text' },
  'long-text': { zh: '长文字', en: 'Long text' },
  number: { zh: '数字', en: 'Number' },
  money: { zh: '金额', en: 'Money' },
  percent: { zh: '百分数', en: 'Percent' },
  date: { zh: '日期', en: 'Date' },
  month: { zh: '年月', en: 'Month' },
  'yes-no': { zh: '是否', en: 'Yes or no' },
  choice: { zh: '单选', en: 'One choice' },
  choices: { zh: '多选', en: 'Several choices' },
  unit: { zh: '单位', en: 'Unit' },
  post: { zh: '岗位', en: 'Post' },
  person: { zh: '人员', en: 'Person' },
  entry: { zh: '关联条目', en: 'Linked entry' },
  commitment: { zh: '督办事项', en: 'commitment' },
  place: { zh: '位置', en: 'Place' },
  files: { zh: '附件', en: 'Files' },
  'credit-code': { zh: '统一社会信用代码', en: 'Credit code' },
  industry: { zh: '行业代码', en: 'Industry code' },
  computed: { zh: '计算', en: 'Computed' },
  rollup: { zh: '汇总', en: 'Roll-up' },
}

export const viewKindWords: Record<RegisterView['kind'], Pair> = {
  table: { zh: '表格', en: 'Table' },
  board: { zh: '看板', en: 'Board' },
  gantt: { zh: '横道图', en: 'Gantt chart' },
  calendar: { zh: '日历', en: 'Calendar' },
  map: { zh: '地图', en: 'Map' },
  matrix: { zh: '矩阵', en: 'Matrix' },
}

const parts: Record<DifferencePart, Pair> = {
  register: { zh: '台账', en: 'the register' },
  field: { zh: '字段', en: 'the field' },
  choice: { zh: '选项', en: 'the choice' },
  ladder: { zh: '阶梯', en: 'the ladder' },
  rung: { zh: '阶段', en: 'the rung' },
  condition: { zh: '条件', en: 'the condition' },
  proof: { zh: '佐证', en: 'the proof' },
  check: { zh: '联审', en: 'the check' },
  network: { zh: '网络计划', en: 'the network' },
  view: { zh: '视图', en: 'the view' },
  count: { zh: '计数规则', en: 'the counting rule' },
  ratio: { zh: '比率', en: 'the rate' },
  link: { zh: '联动', en: 'the link' },
}

/** Properties by their name in the definition; of a path, the last part that is no key. */
const aspects: Record<string, Pair> = {
  code: { zh: '编码', en: 'code' },
  name: { zh: '名称', en: 'name' },
  entryName: { zh: '条目名称', en: 'name of an entry' },
  area: { zh: '分类', en: 'area' },
  basis: { zh: '依据', en: 'basis' },
  title: { zh: '标题字段', en: 'title field' },
  lead: { zh: '牵头单位字段', en: 'field of the lead unit' },
  owner: { zh: '企业或村账户字段', en: 'field of the owning account' },
  type: { zh: '类型', en: 'type' },
  unit: { zh: '单位', en: 'unit' },
  scale: { zh: '小数位', en: 'decimal places' },
  required: { zh: '必填', en: 'required' },
  of: { zh: '关联的台账', en: 'register it leads to' },
  rule: { zh: '规则', en: 'rule' },
  gives: { zh: '结果类型', en: 'kind of result' },
  indexed: { zh: '常用于筛选排序', en: 'often filtered and sorted by' },
  unique: { zh: '不得重复', en: 'no value twice' },
  opens: { zh: '所填单位可查看', en: 'the unit named sees the entry' },
  seenBy: { zh: '谁能看', en: 'who sees it' },
  filledBy: { zh: '谁来填', en: 'who fills it in' },
  hint: { zh: '填写说明', en: 'hint' },
  choices: { zh: '选项', en: 'choices' },
  rungs: { zh: '阶段', en: 'rungs' },
  usualDays: { zh: '通常天数', en: 'usual days' },
  stuckDays: { zh: '滞留天数', en: 'days until stuck' },
  decides: { zh: '谁决定', en: 'who decides' },
  otherParty: { zh: '由他人办理', en: 'decided by another party' },
  certificate: { zh: '凭证书日期', en: 'dated by a certificate' },
  skippable: { zh: '可越过', en: 'may be passed over' },
  gate: { zh: '关口', en: 'gate' },
  conditions: { zh: '条件', en: 'conditions' },
  proofs: { zh: '佐证', en: 'proofs' },
  checks: { zh: '联审', en: 'checks' },
  tolerated: { zh: '可容缺', en: 'may be owed' },
  by: { zh: '联审单位', en: 'who checks' },
  workdays: { zh: '工作日', en: 'working days' },
  asks: { zh: '联审内容', en: 'what is checked' },
  kind: { zh: '种类', en: 'kind' },
  words: { zh: '说明', en: 'words' },
  fields: { zh: '字段', en: 'fields' },
  where: { zh: '条件', en: 'condition' },
  sort: { zh: '排序字段', en: 'sorted by' },
  descending: { zh: '从大到小', en: 'descending' },
  ladder: { zh: '阶梯', en: 'ladder' },
  rung: { zh: '阶段', en: 'rung' },
  sums: { zh: '合计字段', en: 'sums' },
  dates: { zh: '日期字段', en: 'dates' },
  place: { zh: '位置字段', en: 'place' },
  lines: { zh: '行', en: 'lines' },
  columns: { zh: '列', en: 'columns' },
  first: { zh: '只计首次', en: 'first time only' },
  dated: { zh: '计入日期', en: 'dated by' },
  credits: { zh: '计入单位', en: 'credited to' },
  classes: { zh: '规模分档', en: 'size classes' },
  proposes: { zh: '建议内容', en: 'what is proposed' },
  via: { zh: '关联字段', en: 'link field' },
  values: { zh: '带去的字段', en: 'values taken along' },
  field: { zh: '字段', en: 'field' },
  ladders: { zh: '阶梯', en: 'ladders' },
  views: { zh: '视图', en: 'views' },
  counts: { zh: '计数', en: 'counting rules' },
  ratios: { zh: '比率', en: 'rates' },
  among: { zh: '分母条件', en: 'out of which' },
  late: { zh: '时限字段', en: 'date that is passed' },
  networks: { zh: '网络计划', en: 'networks' },
  network: { zh: '网络计划', en: 'network' },
  nodes: { zh: '节点', en: 'nodes' },
  target: { zh: '目标节点', en: 'target' },
  spans: { zh: '时长', en: 'times' },
  ruleSet: { zh: '认定条件', en: 'rule set' },
  group: { zh: '分组', en: 'group' },
  rollup: { zh: '汇总', en: 'roll-up' },
  monthsFrom: { zh: '月数字段', en: 'months by a field' },
  months: { zh: '月数', en: 'months' },
  makes: { zh: '列为事项', en: 'how it becomes a commitment' },
  links: { zh: '联动', en: 'links' },
}

export const aspectWord = (aspect: string, language: DefinitionLanguage): string =>
  aspects[aspect]?.[language] ?? aspect

const results: Record<string, Pair> = {
  number: { zh: '数字', en: 'number' },
  text: { zh: '文字', en: 'text' },
  date: { zh: '日期', en: 'date' },
  boolean: { zh: '是否', en: 'yes or no' },
}
const datings: Record<string, Pair> = {
  event: { zh: '办理日期', en: 'the day it happened' },
  certificate: { zh: '证书日期', en: 'the day of the certificate' },
}

/** Words of one property's value. */
function valueWord(aspect: string, value: DifferenceValue, language: DefinitionLanguage): string {
  const zh = language === 'zh'
  if (value === true) return zh ? '是' : 'yes'
  if (value === false) return zh ? '否' : 'no'
  if (value === null || value === '') return absent(aspect)[language]
  if (Array.isArray(value)) {
    const words = value.map((one) => (Role.safeParse(one).success ? roleWord(one, language) : one))
    return words.length === 0 ? absent('')[language] : words.join(zh ? '、' : ', ')
  }
  const tables: Record<string, Record<string, Pair>> = {
    type: fieldTypeWords,
    kind: viewKindWords,
    gives: results,
    dated: datings,
  }
  return tables[aspect]?.[String(value)]?.[language] ?? String(value)
}

const absent = (aspect: string): Pair =>
  aspect === 'seenBy' || aspect === 'filledBy' ? { zh: '不限', en: 'everybody' } : { zh: '空', en: 'none' }

/** 字段“额定功率”：必填由“否”改为“是” */
export function differenceWords(difference: Difference, language: DefinitionLanguage): string {
  const { what, part, name, of, aspect, from, to } = difference
  const zh = language === 'zh'
  const within = of === null ? '' : zh ? `“${of}”的` : ` of “${of}”`
  const thing = zh ? `${within}${parts[part].zh}“${name}”` : `${parts[part].en} “${name}”${within}`
  const plain: Record<Exclude<Difference['what'], 'altered' | 'renamed'>, Pair> = {
    added: { zh: `新增${thing}`, en: `Adds ${thing}` },
    removed: { zh: `去掉${thing}`, en: `Takes away ${thing}` },
    retired: { zh: `停用${thing}`, en: `Retires ${thing}` },
    'brought-back': { zh: `恢复${thing}`, en: `Brings back ${thing}` },
    moved: { zh: `${thing}调整了顺序`, en: `Moves ${thing}` },
  }
  if (what === 'renamed')
    return zh
      ? `${within}${parts[part].zh}“${String(from)}”改名为“${name}”`
      : `Renames ${parts[part].en} “${String(from)}”${within} to “${name}”`
  if (what !== 'altered') return plain[what][language]
  const word = part === 'ratio' && aspect === 'of' ? ratioOf[language] : aspectWord(aspect ?? '', language)
  if (from === null && to === null) return zh ? `${thing}：${word}有改动` : `Changes ${word} of ${thing}`
  const [old, next] = [from, to].map((value) => valueWord(aspect ?? '', value, language))
  return zh ? `${thing}：${word}由“${old}”改为“${next}”` : `Changes ${word} of ${thing} from “${old}” to “${next}”`
}

/** `of` is another thing in a rate than in a field. */
const ratioOf: Pair = { zh: '分子条件', en: 'which count' }

const lists = {
  fields: 'field',
  ladders: 'ladder',
  networks: 'network',
  views: 'view',
  counts: 'count',
  ratios: 'ratio',
  links: 'link',
} as const

/** A path of a fault in words: `ladders.l1.rungs.r2.conditions.0.rule` → 阶梯“推进” › 阶段“签约” › 条件1 › 规则. */
export function placeWords(definition: Definition, at: string, language: DefinitionLanguage): string {
  const words: string[] = []
  let inside: unknown = definition
  const steps = at.split('.')
  if (at === 'name') return language === 'zh' ? '台账名称' : 'name of the register'
  for (let i = 0; i < steps.length; i++) {
    const [step, key] = [steps[i]!, steps[i + 1]]
    const list = listIn(inside, step)
    const found = list?.find((part) => part.key === key)
    if (found) {
      const part = step === 'rungs' ? 'rung' : step === 'checks' ? 'check' : lists[step as keyof typeof lists]
      const name = found.name ?? found.words ?? found.asks
      words.push(`${wordOfPart(part, language)}${name ? `“${name}”` : ''}`)
      inside = found
      i++
    } else if (/^\d+$/.test(step)) words[words.length - 1] += ` ${Number(step) + 1}`
    else if (step === 'of' && steps[0] === 'ratios') words.push(ratioOf[language])
    else words.push(aspects[step]?.[language] ?? nodeWord(inside, step, language))
  }
  return words.join(' › ')
}

/** A node of a network stands in its path by its key alone. */
function nodeWord(inside: unknown, step: string, language: DefinitionLanguage): string {
  const nodes = (inside as { nodes?: { key: string; name: string }[] }).nodes
  const node = nodes?.find(({ key }) => key === step)
  return node ? `${aspectWord('nodes', language)}“${node.name}”` : `“${step}”`
}

/** A path of a file as a person counts: `fields[5].type` → 字段 5 › 类型. */
export function filePlaceWords(at: string, language: DefinitionLanguage): string {
  const steps = at.split('.').map((step) => {
    const [, name = step, number = ''] = /^(\w+?)\[(\d+)\]$/.exec(step) ?? []
    return `${aspectWord(name, language)}${number && ` ${number}`}`
  })
  return steps.join(' › ')
}

type Part = { key: string; name?: string; words?: string; asks?: string; gate?: object }

function listIn(inside: unknown, step: string): Part[] | null {
  const part = inside as Record<string, unknown> & { gate?: Record<string, unknown> }
  const list = part[step] ?? part.gate?.[step]
  const keyed = Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null && 'key' in one)
  return keyed && list.length > 0 ? (list as Part[]) : null
}

const bare: Record<string, Pair> = {
  field: { zh: '字段', en: 'Field ' },
  ladder: { zh: '阶梯', en: 'Ladder ' },
  rung: { zh: '阶段', en: 'Rung ' },
  check: { zh: '联审', en: 'Check ' },
  network: { zh: '网络计划', en: 'Network ' },
  view: { zh: '视图', en: 'View ' },
  count: { zh: '计数规则', en: 'Counting rule ' },
  ratio: { zh: '比率', en: 'Rate ' },
  link: { zh: '联动', en: 'Link ' },
}
const wordOfPart = (part: string, language: DefinitionLanguage): string => bare[part]?.[language] ?? part
