// Days that words name against today: 明天 · 次日 · 今晚 · 下周五 · 最后一个星期一 · 第二天.
import { smallAt } from '#reading/clocks.ts'
import { type Dated, daySpan, type Frame } from '#reading/dated.ts'
import { feastAt } from '#reading/feast-days.ts'
import { matchAt } from '#reading/lexicon.ts'
import { dayHeads, dayWords, feastDoings } from '#reading/lexicons/time-words.ts'
import { dayMs, dayStart, midnight, partsOf } from '#reading/moment.ts'
import { weekdayIn } from '#reading/nth.ts'
import { weekdayAt, weekName } from '#reading/weekdays.ts'

/** A day that words name against today; null when none begins at `at`. */
export function wordDay(text: string, at: number, frame: Frame): Dated | null {
  const word = matchAt(dayWords, text, at)
  if (word && !/^(今天|今日|明天|昨天)(头条|报社)/.test(text.slice(at, at + 4))) {
    // 明天元旦 names one day twice and the feast's name is the mention; in 明天春节慰问 the feast only names what is done.
    const feast = feastAt(text, at + word.word.length, null, frame)
    if (feast && !matchAt(feastDoings, text, feast.end)) return null
    const base = frame.after !== null && Number(word.tag) === 1 && /[次翌]/.test(word.word) ? frame.after : frame.now
    return daySpan(at + word.word.length, dayStart(base) + Number(word.tag) * dayMs)
  }
  const head = matchAt(dayHeads, text, at)
  if (
    head &&
    /^(早[^点稻就已期]|早$|晚[^点会报餐礼]|晚$|晨[^会报]|晨$|夜[^总]|夜$|午)/.test(
      text.slice(at + head.word.length, at + head.word.length + 2),
    )
  )
    return daySpan(at + head.word.length, dayStart(frame.now) + Number(head.tag) * dayMs)
  const week = weekdayAt(text, at, frame)
  if (week) return week
  const last = text[at] === '最' ? /^最后一个的?/.exec(text.slice(at, at + 5)) : null
  const named = last ? weekName(text, at + last[0].length) : null
  const now = partsOf(frame.now)
  if (last && named)
    return weekdayIn(
      text,
      at + last[0].length,
      midnight(now.year, now.month, 1),
      midnight(now.year, now.month + 1, 1),
      1,
      true,
    )
  if (text.startsWith('第', at)) {
    const number = smallAt(text, at + 1)
    if (number && text[number.end] === '天' && frame.hasNow && number.value > 1)
      return daySpan(number.end + 1, dayStart(frame.now) + (number.value - 1) * dayMs)
  }
  return null
}
