// How an office writes days, ordinals and lights on paper, and text made safe for XML. Lights are shape and word, so that
// a black-and-white print still says which is which.

import type { Commitment, Stage } from '#domain/commitment.ts'
import type { Light } from '#domain/light.ts'
import type { Statement } from '#reading/statement.ts'

export const kindWords: Record<Statement['kind'], string> = {
  target: '目标',
  task: '任务',
  requirement: '要求',
  fact: '事实',
  roster: '名单',
}

export const closureWords: Record<Commitment['closure'], string> = {
  open: '未销号',
  closed: '已销号',
  cancelled: '已取消',
}

/** Stages as the ledger names them. */
export const stageWords: Record<Stage, string> = {
  draft: '待交办',
  'awaiting-receipt': '待签收',
  declined: '签收退回',
  'under-way': '办理中',
  'awaiting-review': '待审核',
  returned: '退回重办',
  'awaiting-closure': '待销号',
  closed: '已销号',
  cancelled: '已取消',
}

export const lightWords: Record<Light, string> = { red: '●红', yellow: '▲黄', blue: '◆蓝', green: '■绿', grey: '○灰' }

/** Characters that XML 1.0 cannot carry: most controls, lone surrogates, FFFE and FFFF. */
const unprintable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

export function printable(text: string): string {
  return text.replace(unprintable, '')
}

/** One line of at most `limit` characters, cut with …… */
export function oneLine(text: string, limit = 200): string {
  const line = [
    ...printable(text)
      .trim()
      .replace(/\s*[\r\n]+\s*/g, ' '),
  ]
  return line.length > limit ? `${line.slice(0, limit).join('')}……` : line.join('')
}

/** 2026-03-05 → 2026年3月5日; without the year when it is the year given. */
export function officialDay(day: string, year?: string): string {
  const [y, m, d] = day.split('-').map(Number)
  return `${String(y) === year ? '' : `${y}年`}${m}月${d}日`
}

/** 2026-03 → 2026年3月 */
export function officialMonth(month: string): string {
  const [y, m] = month.split('-').map(Number)
  return `${y}年${m}月`
}

const beijing = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})

/** A moment in Beijing time: 2026年4月3日9时05分. */
export function officialMoment(moment: string): string {
  const [day, time] = beijing.format(new Date(moment)).split(', ') as [string, string]
  const [hour, minute] = time.split(':') as [string, string]
  return `${officialDay(day)}${Number(hour)}时${minute}分`
}

const digits = '零一二三四五六七八九'

/** 1–999 as an ordinal in headings: 1 → 一, 12 → 十二, 105 → 一百零五. */
export function chineseOrdinal(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundreds > 0 ? `${digits[hundreds]}百` : ''
  const tail = ones > 0 ? digits[ones]! : ''
  if (tens === 0) return head && tail ? `${head}零${tail}` : head + tail
  return `${head}${tens === 1 && !head ? '' : digits[tens]}十${tail}`
}
