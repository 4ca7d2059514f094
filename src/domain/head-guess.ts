// The heads of a spreadsheet made into fields: for each a name that rules can use and the type that the head, and a few lines
// below it, speak for. A proposal: a person looks at every one before it becomes a field.

import type { FieldType } from '#domain/register.ts'
import { Name } from '#rules/dictionary.ts'

export type HeadGuess = {
  /** As the sheet has it. */
  head: string
  name: string
  type: FieldType
  unit: string | null
  scale: number
  choices: string[]
  /** False: a running number, or an empty head. */
  wanted: boolean
}

/** Cells as they are copied out of a spreadsheet: tabs between them, lines below each other, quotes around line breaks. */
export function cellsOf(pasted: string): string[][] {
  const rows: string[][] = [[]]
  const cells = pasted.replaceAll('\r\n', '\n').matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g)
  for (const [whole, cell, end] of cells) {
    if (whole === '' && end === '') break
    const text = cell!.startsWith('"') && cell!.endsWith('"') && cell!.length > 1 ? unquoted(cell!) : cell!
    rows.at(-1)!.push(text.replace(/\s+/g, ' ').trim())
    if (end === '\n') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

const unquoted = (cell: string): string => cell.slice(1, -1).replaceAll('""', '"')

/** The first line holds the heads; a sheet written downwards, one head a line, is taken as well. */
export function guessHeads(pasted: string): HeadGuess[] {
  const rows = cellsOf(pasted)
  const lying = rows.length > 2 && rows.every((row) => row.length === 1)
  const heads = lying ? rows.map((row) => row[0]!) : (rows[0] ?? [])
  const below = lying ? [] : rows.slice(1, 200)
  const taken = new Set<string>()
  return heads.map((head, column) => {
    const samples = below.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    const guess = guessOne(head, samples)
    const name = freeName(guess.name, taken)
    taken.add(name)
    return { ...guess, name, wanted: guess.wanted && name !== '' }
  })
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (name === '') return ''
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name.slice(0, 56)}${n}`
    if (!taken.has(tried)) return tried
  }
}

const brackets = /[（(【[]([^）)】\]]*)[）)】\]]/g
const unitWords = /^(万元|亿元|元|%|‰|家|个|人|亩|平方米|㎡|公里|千米|米|吨|千瓦|kW|kw|台|套|件|项|次|天|年|户|辆|宗)$/

function guessOne(head: string, samples: readonly string[]): HeadGuess {
  const inside = [...head.matchAll(brackets)].map(([, word]) => word!.replace(/^单位[:：]/, '').trim())
  const unit = inside.find((word) => unitWords.test(word)) ?? null
  const name = nameFrom(head)
  const told = typeOfHead(name, unit)
  const type = fits(told, samples) ? told : (typeOfCells(samples) ?? 'text')
  const choices = type === 'choice' ? distinct(samples) : []
  const wanted = !/^(序号|编号序|序|№|no)$/i.test(name)
  const numeric = type === 'number' || type === 'percent'
  const own = type === 'number' && unit !== null && !/元|[%‰]/.test(unit) ? unit : null
  return { head, name, type, unit: own, scale: numeric ? places(samples) : 0, choices, wanted }
}

/** 投资额（万元） → 投资额: letters, digits and _ that begin with a letter. */
function nameFrom(head: string): string {
  const bare = head.normalize('NFKC').replace(brackets, '')
  const name = bare
    .replace(/[^\p{L}\p{N}_]/gu, '')
    .replace(/^[\p{N}_]+/u, '')
    .slice(0, 60)
  return Name.safeParse(name).success ? name : ''
}

/** The first that fits: what stands further up is the more particular. */
const heads: readonly (readonly [RegExp, FieldType])[] = [
  [/信用代码/, 'credit-code'],
  [/行业代码/, 'industry'],
  [/^是否|是否$|^有无/, 'yes-no'],
  [/(年月|月份)$/, 'month'],
  [/(日期|时间|时限|[^节假工]日)$|^日期/, 'date'],
  [/(牵头|责任|主管|配合|管理|服务|审批|监管)(单位|部门)$/, 'unit'],
  [/(位置|坐标|经纬度)$/, 'place'],
  [/(附件|照片|图片)$/, 'files'],
  [/(占比|比例|率|比重|百分比|增幅|增速)$/, 'percent'],
  [/(金额|投资额|总投资|投资|资金|营收|收入|产值|税收|利润|费用|预算|价格|造价|估值|余额|租金)$/, 'money'],
  [/(数|数量|个数|家数|人数|面积|台数|长度|宽度|高度|功率|产能|产量|岗位数)$/, 'number'],
  [/(备注|说明|情况|进展|简介|内容|问题|措施|描述|经营范围)$/, 'long-text'],
  [/(状态|类别|类型|性质|级别|等级|产业链|分类)$/, 'choice'],
]

function typeOfHead(name: string, unit: string | null): FieldType | null {
  if (unit !== null && /^(万元|亿元|元)$/.test(unit)) return 'money'
  if (unit === '%') return 'percent'
  if (unit !== null && /^(年|天)$/.test(unit) === false) return 'number'
  return heads.find(([shape]) => shape.test(name))?.[1] ?? null
}

const number = /^[-+]?\d{1,3}(,\d{3})*(\.\d+)?$|^[-+]?\d+(\.\d+)?$/
const date = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/
const month = /^\d{4}[-/.年]\d{1,2}月?$/
const truth = /^(是|否|有|无|√|×|Y|N|TRUE|FALSE)$/i

const shapes: Partial<Record<FieldType, RegExp>> = {
  number,
  money: number,
  percent: /^[-+]?\d+(\.\d+)?%?$/,
  date,
  month: new RegExp(`${month.source}|${date.source}`),
  'yes-no': truth,
}

/** What the head says holds unless most of the cells say otherwise. */
function fits(type: FieldType | null, samples: readonly string[]): type is FieldType {
  if (type === null) return false
  if (type === 'choice') return samples.length > 0 && distinct(samples).length <= 12
  if (type === 'credit-code') return samples.length === 0 || most(samples, (cell) => /^[0-9A-Z]{18}$/.test(cell))
  const shape = shapes[type]
  return !shape || samples.length === 0 || most(samples, (cell) => shape.test(cell))
}

function typeOfCells(samples: readonly string[]): FieldType | null {
  if (samples.length === 0) return null
  for (const type of ['yes-no', 'date', 'month'] as const)
    if (most(samples, (cell) => shapes[type]!.test(cell))) return type
  // A leading zero is a number of a file or of a telephone, not a quantity.
  if (most(samples, (cell) => number.test(cell) && !/^0\d|^1\d{10}$/.test(cell))) return 'number'
  if (samples.some((cell) => cell.length > 60)) return 'long-text'
  const words = distinct(samples)
  return samples.length >= 6 && words.length <= 6 && words.length * 2 <= samples.length ? 'choice' : null
}

const most = (samples: readonly string[], fit: (cell: string) => boolean): boolean =>
  samples.filter(fit).length * 10 >= samples.length * 9

const distinct = (samples: readonly string[]): string[] => [...new Set(samples.map((cell) => cell.slice(0, 60)))]

const places = (samples: readonly string[]): number =>
  Math.min(6, Math.max(0, ...samples.map((cell) => /\.(\d+)%?$/.exec(cell)?.[1]?.length ?? 0)))
