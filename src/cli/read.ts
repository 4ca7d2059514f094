// luoshi read: what Luoshi finds in one file. Needs no server and no database, and keeps nothing.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { refuse } from '#base/refusal.ts'
import { withBar } from '#cli/bar.ts'
import { type Command, Hindered, text, WrongUse } from '#cli/command.ts'
import { amount, comparatorWords, kindWords, measureWords, strengthWords, time } from '#cli/statement-words.ts'
import { cut, table } from '#cli/table.ts'
import type { Terminal } from '#cli/terminal.ts'
import { fileTrouble, words } from '#cli/words.ts'
import type { Language } from '#contract/sentences.ts'
import { Day } from '#domain/fields.ts'
import { openPaper } from '#papers/paper.ts'
import { readPaper } from '#papers/task-rows.ts'
import type { Statement } from '#reading/statement.ts'

const limitBytes = 20 * 1024 * 1024

export const read: Command = {
  usage: 'read FILE [--date YYYY[-MM[-DD]]] [--json]',
  summary: {
    zh: '读一份文件，列出其中的目标、任务、要求、事实和名单',
    en: 'Read a file and list what it promises, asks and states',
  },
  help: [
    {
      zh: 'FILE             文本（UTF-8、UTF-16 或 GB18030）、.docx、.pdf、.xlsx 或网页；- 表示标准输入',
      en: 'FILE             text (UTF-8, UTF-16 or GB18030), .docx, .pdf, .xlsx or a web page; - is the standard input',
    },
    {
      zh: '--date 日期       文件日期，“本月”“一季度”等由此推算；只知年或月的，写 2024 或 2024-04',
      en: '--date DAY       the date of the text, which “this month” and the like are counted from; 2024-04 or 2024 will do',
    },
    {
      zh: '--json           输出 {"items":[…]}，位置为所读出文字的 UTF-16 单位',
      en: '--json           print {"items":[…]}; offsets are UTF-16 units of the text as it was read',
    },
  ],
  options: { date: { type: 'string' }, json: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  async run({ values, positionals: [file = ''] }, terminal) {
    const date = partialDay(text(values, 'date'), terminal)
    const bytes = await bytesOf(file, terminal)
    if (bytes.length > limitBytes) refuse('too-large', { limitBytes })
    const items = await withBar(terminal, async (tell) => {
      const say = words[terminal.language].stages
      const paper = await openPaper(bytes, basename(file), undefined, (fraction) => tell(say.opening, fraction))
      if (paper.picturePages) terminal.err(words[terminal.language].picturePages(paper.picturePages))
      tell(say.reading, 0)
      return readPaper(paper, { date, onProgress: (fraction) => tell(say.reading, fraction) })
    })
    if (values.json) terminal.out(JSON.stringify({ items }, null, 2))
    else for (const line of lines(items, terminal)) terminal.out(line)
    return 0
  },
}

/** A document's date, or what is known of it: 2024-04-13, 2024-04, 2024. */
function partialDay(value: string | undefined, { language }: Terminal): string | null {
  if (value === undefined) return null
  const whole = value.length === 4 ? `${value}-01-01` : value.length === 7 ? `${value}-01` : value
  if (!Day.safeParse(whole).success) throw new WrongUse(words[language].badDay(value))
  return value
}

export function dayOption(value: string | undefined, { language }: Terminal): string | null {
  if (value === undefined) return null
  if (!Day.safeParse(value).success) throw new WrongUse(words[language].badDay(value))
  return value
}

async function bytesOf(file: string, { language }: Terminal): Promise<Uint8Array> {
  try {
    return await readFile(file === '-' ? '/dev/stdin' : file)
  } catch (error) {
    throw new Hindered(words[language].noFile(file, fileTrouble(error)))
  }
}

const heads: Record<Language, string[]> = {
  zh: ['#', '类别', '语句', '数值', '比较', '口径', '时间', '力度', '位置'],
  en: ['#', 'kind', 'statement', 'value', 'op', 'measure', 'time', 'strength', 'at'],
}

function lines(items: readonly Statement[], { language, columns }: Terminal): string[] {
  const say = words[language]
  const rows = items.map((item, at) => row(item, at + 1, language, Math.max(20, (columns ?? 140) - 76)))
  return [...(rows.length > 0 ? table(heads[language], rows) : []), say.found(items.length)]
}

function row(item: Statement, ordinal: number, language: Language, titleWidth: number): string[] {
  return [
    String(ordinal),
    kindWords[item.kind][language],
    cut(item.title.replaceAll(/\s*\n\s*/g, ''), titleWidth),
    amount(item),
    item.op === null ? '' : comparatorWords[item.op][language],
    item.measure === null ? '' : measureWords[item.measure][language],
    time(item),
    strengthWords[item.strength][language],
    `${item.start}–${item.end}`,
  ]
}
