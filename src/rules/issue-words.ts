// What is wrong with a rule, as a sentence in both languages, made from an issue's code and facts.

import type { Issue, IssueCode } from '#rules/rule.ts'
import type { Tongue } from '#rules/say.ts'

type Sentence = (facts: Record<string, string>) => string

const typeWords: Record<Tongue, Record<string, string>> = {
  zh: {
    number: '数值',
    text: '文本',
    date: '日期',
    boolean: '是否',
    months: '时长',
    seconds: '时长',
    list: '列表',
    thing: '链接、位置或文件',
    null: '未知',
    range: '区间',
  },
  en: {
    number: 'number',
    text: 'text',
    date: 'date',
    boolean: 'yes/no',
    months: 'length of time',
    seconds: 'length of time',
    list: 'list',
    thing: 'link, place or file',
    null: 'unknown',
    range: 'range',
  },
}

function types(words: string | undefined, tongue: Tongue): string {
  const all = (words ?? '').split(' ').map((word) => typeWords[tongue][word] ?? word)
  return [...new Set(all)].join(tongue === 'zh' ? '或' : ' or ')
}

const digits = (text = ''): string => text.replaceAll(/[,，]/g, '')

const zh: Record<IssueCode, Sentence> = {
  empty: () => '规则是空的。',
  'too-long': ({ limit }) => `规则太长，最多 ${limit} 个字符或部分。`,
  'too-deep': ({ limit }) => `括号、如果和函数套得太深，最多 ${limit} 层。`,
  'too-complex': () => '规则里相乘、相除或嵌套的部分太多，无法批量判断，请拆成几条。',
  syntax: ({ near }) => `这里读不通${near ? `：“${near}”附近少了或多了什么` : ''}。`,
  'odd-character': ({ code }) => `有不能使用的字符（${code}）。`,
  'unknown-name': ({ name, suggestion }) => `数据字典里没有“${name}”${suggestion ? `，是不是“${suggestion}”` : ''}。`,
  'unknown-function': ({ name, suggestion }) => `没有函数“${name}”${suggestion ? `，是不是“${suggestion}”` : ''}。`,
  'wrong-arguments': ({ name }) => `函数“${name}”的参数个数或取值不对。`,
  'type-mismatch': ({ expected, found }) => `这里应为${types(expected, 'zh')}，却是${types(found, 'zh')}。`,
  'wrong-result': ({ expected, found }) => `整条规则应得出${types(expected, 'zh')}，却得出${types(found, 'zh')}。`,
  'unit-mismatch': ({ left, right }) => `单位不一致：一边是${left || '无单位的数'}，一边是${right || '无单位的数'}。`,
  'unit-unclear': ({ text, unit }) =>
    unit ? `该指标以${unit}计，请写明单位，如“5000万元”。` : `“${text}”后面的单位不认识，请写成数字加单位。`,
  'unknown-choice': ({ name, value, choices }) => `“${name}”没有“${value}”这个选项，只有：${choices}。`,
  'reversed-range': () => '区间的下限大于上限。',
  'thousands-comma': ({ text }) => `数字里不要用逗号分节，请写成“${digits(text)}”；若是两个数，请在逗号后空一格。`,
  exponent: ({ text }) => `请不要用科学记数法（${text}），直接写出数字或用万、亿。`,
  'bad-literal': ({ text }) => `“${text}”不是合法的数字、日期或时长。`,
  'open-quotient': () => '除不尽的商不能直接作为结果，请与某个值比较，或用 round half up(…, 位数) 取整。',
  'not-supported': ({ construct }) => `规则不支持这种写法（${construct}），因为它无法保证逐户判断和批量判断完全一致。`,
}

const en: Record<IssueCode, Sentence> = {
  empty: () => 'The rule is empty.',
  'too-long': ({ limit }) => `The rule is too long: at most ${limit} characters or parts.`,
  'too-deep': ({ limit }) => `Brackets, ifs and functions lie too deep: at most ${limit}.`,
  'too-complex': () => 'The rule multiplies, divides or nests too much to be decided for all at once: split it.',
  syntax: ({ near }) => `This cannot be read${near ? `: something is missing or too much near “${near}”` : ''}.`,
  'odd-character': ({ code }) => `A character that cannot be used (${code}).`,
  'unknown-name': ({ name, suggestion }) =>
    `The dictionary has no “${name}”${suggestion ? `; did you mean “${suggestion}”?` : '.'}`,
  'unknown-function': ({ name, suggestion }) =>
    `There is no function “${name}”${suggestion ? `; did you mean “${suggestion}”?` : '.'}`,
  'wrong-arguments': ({ name }) => `“${name}” is given the wrong number or kind of values.`,
  'type-mismatch': ({ expected, found }) =>
    `A ${types(expected, 'en')} is wanted here, this is a ${types(found, 'en')}.`,
  'wrong-result': ({ expected, found }) =>
    `The rule must answer a ${types(expected, 'en')}, it answers a ${types(found, 'en')}.`,
  'unit-mismatch': ({ left, right }) => `The units differ: ${left || 'none'} and ${right || 'none'}.`,
  'unit-unclear': ({ text, unit }) =>
    unit
      ? `This fact is counted in ${unit}: write the unit, such as 5000万元.`
      : `The unit after “${text}” is not known.`,
  'unknown-choice': ({ name, value, choices }) => `“${name}” cannot be “${value}”, only: ${choices}.`,
  'reversed-range': () => 'The range ends before it begins.',
  'thousands-comma': ({ text }) =>
    `Write ${digits(text)} without commas; if these are two numbers, put a blank after the comma.`,
  exponent: ({ text }) => `Write the number out instead of ${text}.`,
  'bad-literal': ({ text }) => `“${text}” is no number, date or length of time.`,
  'open-quotient': () =>
    'A quotient cannot be the result as it is: compare it, or round it with round half up(…, places).',
  'not-supported': ({ construct }) =>
    `Rules do not have this (${construct}): one subject and all at once could not be shown to agree.`,
}

/** One sentence with its full stop. */
export function sayIssue({ code, facts }: Pick<Issue, 'code' | 'facts'>, tongue: Tongue = 'zh'): string {
  return (tongue === 'zh' ? zh : en)[code](facts)
}
