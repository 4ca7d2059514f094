// A rule said back in a plain sentence, so that whoever wrote it can hear what it means.

import { decimalOf, type Exact, exact, order, times } from '#rules/exact.ts'
import type { CompareOp, Node, Rule } from '#rules/rule.ts'
import { shown } from '#rules/trace.ts'
import type { Months, Seconds, Value } from '#rules/value.ts'

export type Tongue = 'zh' | 'en'

/** One sentence without its full stop. */
export function sayRule({ root }: Rule, tongue: Tongue = 'zh'): string {
  return said(root, tongue)
}

const ops: Record<Tongue, Record<CompareOp | '=' | '!=', string>> = {
  zh: { '>=': '不低于', '>': '高于', '<=': '不超过', '<': '低于', '=': '为', '!=': '不是' },
  en: {
    '>=': ' is at least ',
    '>': ' is more than ',
    '<=': ' is at most ',
    '<': ' is less than ',
    '=': ' is ',
    '!=': ' is not ',
  },
}
const dateOps: Record<Tongue, Record<CompareOp, string>> = {
  zh: { '>=': '不早于', '>': '晚于', '<=': '不晚于', '<': '早于' },
  en: { '>=': ' is not before ', '>': ' is after ', '<=': ' is not after ', '<': ' is before ' },
}
const sums: Record<Tongue, Record<'+' | '-' | '*' | '/', string>> = {
  zh: { '+': '加', '-': '减', '*': '乘以', '/': '除以' },
  en: { '+': ' plus ', '-': ' minus ', '*': ' times ', '/': ' divided by ' },
}

function said(node: Node, tongue: Tongue): string {
  const zh = tongue === 'zh'
  const say = (part: Node) => said(part, tongue)
  switch (node.kind) {
    case 'constant':
      return constantWord(node.value, node.unit, tongue)
    case 'name':
      return node.entry.name
    case 'and':
      return node.parts.map((part) => inner(part, tongue)).join(zh ? '，并且' : ', and ')
    case 'or':
      return node.parts.map((part) => inner(part, tongue)).join(zh ? '，或者' : ', or ')
    case 'not':
      return node.of.kind === 'name'
        ? zh
          ? `不属于“${say(node.of)}”`
          : `not ${say(node.of)}`
        : zh
          ? `并非（${say(node.of)}）`
          : `it is not so that ${say(node.of)}`
    case 'if':
      return zh
        ? `如果${say(node.test)}，则${say(node.yes)}；否则${say(node.no)}`
        : `if ${say(node.test)}, then ${say(node.yes)}; otherwise ${say(node.no)}`
    case 'compare':
      return saidComparison(node.op, node.left, node.right, tongue)
    case 'equal':
      return saidEquality(node, tongue)
    case 'within':
      return saidRange(node, tongue)
    case 'member': {
      const list = node.values.map((value) => constantWord(value, node.of.unit, tongue)).join(zh ? '、' : ', ')
      return zh
        ? `${say(node.of)}为${list}${node.values.length > 1 ? '之一' : ''}`
        : `${say(node.of)} is one of ${list}`
    }
    case 'negate':
      return zh ? `负的${say(node.of)}` : `minus ${say(node.of)}`
    case 'arithmetic':
      if (isConversion(node)) return say(node.left)
      return saidSum(node.op, node.left, node.right, tongue)
    case 'extreme': {
      const parts = node.parts.map(say).join(zh ? '、' : ', ')
      return zh
        ? `${parts}中较${node.which === 'min' ? '小' : '大'}者`
        : `the ${node.which === 'min' ? 'least' : 'greatest'} of ${parts}`
    }
    case 'round':
      return zh
        ? `${say(node.of)}（${roundWords[node.rounding]}至${node.places}位小数）`
        : `${say(node.of)} rounded (${node.rounding}) to ${node.places} places`
    case 'shift':
      return saidShift(node, tongue)
    case 'elapsed':
      return zh
        ? `${say(node.right)}至${say(node.left)}的时长`
        : `the time from ${say(node.right)} to ${say(node.left)}`
    case 'call':
      return saidCall(node, tongue)
  }
}

/** 元 made into 万元 by the checker: nobody typed it. */
const isConversion = ({ start, end, right }: Extract<Node, { kind: 'arithmetic' }>): boolean =>
  right.start === start && right.end === end

const roundWords: Record<string, string> = {
  floor: '向下取',
  ceiling: '向上取',
  up: '远零进位',
  down: '截断',
  'half-up': '四舍五入',
  'half-down': '五舍六入',
  'half-even': '四舍六入五成双',
}

/** A condition inside another one stands in brackets when it has parts of its own. */
function inner(node: Node, tongue: Tongue): string {
  const text = said(node, tongue)
  if (node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'if') return text
  return tongue === 'zh' ? `（${text}）` : `(${text})`
}

function saidComparison(op: CompareOp, left: Node, right: Node, tongue: Tongue): string {
  const word = left.type === 'date' ? dateOps[tongue][op] : ops[tongue][op]
  return `${said(left, tongue)}${word}${right.kind === 'constant' ? thresholdWord(left, right.value, right.unit, tongue) : said(right, tongue)}`
}

function saidEquality({ negated, left, right }: Extract<Node, { kind: 'equal' }>, tongue: Tongue): string {
  const zh = tongue === 'zh'
  if (right.kind === 'constant' && right.value === null)
    return zh
      ? `${said(left, tongue)}${negated ? '已知' : '未知或没有'}`
      : `${said(left, tongue)} is ${negated ? 'known' : 'not known'}`
  if (right.kind === 'constant' && typeof right.value === 'boolean') {
    const holds = right.value !== negated
    return zh ? `${said(left, tongue)}：${holds ? '是' : '否'}` : `${said(left, tongue)}: ${holds ? 'yes' : 'no'}`
  }
  return `${said(left, tongue)}${ops[tongue][negated ? '!=' : '=']}${said(right, tongue)}`
}

function saidRange({ of, low, high, lowIn, highIn }: Extract<Node, { kind: 'within' }>, tongue: Tongue): string {
  const side = (node: Node) =>
    node.kind === 'constant' ? thresholdWord(of, node.value, node.unit, tongue) : said(node, tongue)
  if (tongue === 'en')
    return `${said(of, 'en')} is from ${side(low)}${lowIn ? '' : ' (excluded)'} to ${side(high)}${highIn ? '' : ' (excluded)'}`
  return `${said(of, 'zh')}在${side(low)}${lowIn ? '（含）' : '（不含）'}至${side(high)}${highIn ? '（含）' : '（不含）'}之间`
}

function saidSum(op: '+' | '-' | '*' | '/', left: Node, right: Node, tongue: Tongue): string {
  const [a, b] = [left, right].map((part) =>
    part.kind === 'arithmetic' && !isConversion(part) ? bracketed(said(part, tongue), tongue) : said(part, tongue),
  )
  if (tongue === 'zh' && op === '/' && left.unit === right.unit && left.unit !== 'any') return `${a}与${b}之比`
  return `${a}${sums[tongue][op]}${b}`
}

const bracketed = (text: string, tongue: Tongue): string => (tongue === 'zh' ? `（${text}）` : `(${text})`)

function saidShift({ of, months, days }: Extract<Node, { kind: 'shift' }>, tongue: Tongue): string {
  const length =
    months !== 0
      ? lengthWord({ months: Math.abs(months) }, tongue)
      : lengthWord({ seconds: Math.abs(days) * 86400 }, tongue)
  const later = months > 0 || (months === 0 && days > 0)
  if (tongue === 'en') return `${length} ${later ? 'after' : 'before'} ${said(of, 'en')}`
  return later ? `${said(of, 'zh')}满${length}之日` : `${said(of, 'zh')}前推${length}之日`
}

const callWords: Record<string, string> = {
  'starts with': '以{1}开头',
  'ends with': '以{1}结尾',
  contains: '包含{1}',
  'string length': '的字数',
  abs: '的绝对值',
  '.year': '的年份',
  '.month': '的月份',
  '.day': '的日',
  '.weekday': '的星期（周一为1）',
  concat: '与{1}相接',
}

function saidCall({ name, parts }: Extract<Node, { kind: 'call' }>, tongue: Tongue): string {
  const [first, second] = parts.map((part) => said(part, tongue))
  if (tongue === 'en') return `${name.replace('.', '')} of ${[first, second].filter(Boolean).join(' and ')}`
  return `${first}${(callWords[name] ?? name).replace('{1}', second ?? '')}`
}

/** A share is said in percent: 研发费用与营业收入之比不低于 5%. */
function thresholdWord(left: Node, value: Value, unit: string | null, tongue: Tongue): string {
  const isShare = left.kind === 'arithmetic' && left.op === '/' && left.unit === null && value !== null
  if (!isShare || order(value as Exact, exact(10n)) > 0) return constantWord(value, unit, tongue)
  return `${decimalOf(times(value as Exact, exact(100n)), 12)}%`
}

function constantWord(value: Value, unit: string | null, tongue: Tongue): string {
  const zh = tongue === 'zh'
  if (value === null) return zh ? '未知' : 'not known'
  if (typeof value === 'boolean') return zh ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value === 'string') return zh ? `“${value}”` : `“${value}”`
  if (typeof value === 'object' && ('months' in value || 'seconds' in value)) return lengthWord(value, tongue)
  const word = shown(value) ?? ''
  return unit && unit !== 'any' && unit !== 'scaled' ? `${word}${unit === '%' ? '%' : ` ${unit}`}` : word
}

function lengthWord(length: Months | Seconds, tongue: Tongue): string {
  const zh = tongue === 'zh'
  if ('seconds' in length) return `${length.seconds / 86400}${zh ? '天' : ' days'}`
  if (length.months % 12 === 0) return `${length.months / 12}${zh ? '年' : ' years'}`
  return `${length.months}${zh ? '个月' : ' months'}`
}
