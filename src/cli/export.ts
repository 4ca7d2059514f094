// luoshi export: the 督办 ledger as a workbook, or a month's briefing, as known now or at an earlier moment.

import { type Command, text, WrongUse } from '#cli/command.ts'
import { actorOptions, withActor } from '#cli/opened.ts'
import type { Terminal } from '#cli/terminal.ts'
import { words } from '#cli/words.ts'
import { writeFile } from '#cli/write-file.ts'
import { Day, Moment } from '#domain/fields.ts'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'

type Wish = { month: string | undefined; format: 'docx' | 'xlsx'; asOf: { asOf?: string } }

export const exportFile: Command = {
  usage: 'export [--briefing YYYY-MM [--format docx|xlsx]] [--as-of MOMENT] [--out FILE] [--as USER] [--data ./data]',
  summary: { zh: '导出督办台账（Excel），或某月通报', en: 'Write the ledger as a workbook, or a month’s briefing' },
  help: [
    { zh: '--briefing 月份   该月通报，如 2026-03', en: '--briefing MONTH the briefing of a month, such as 2026-03' },
    {
      zh: '--format 格式     通报的格式：docx（默认）或 xlsx',
      en: '--format FORMAT  of the briefing: docx (if not given) or xlsx',
    },
    {
      zh: '--as-of 时刻      按当时所知；只写日期时为该日终了（北京时间）',
      en: '--as-of MOMENT   as known then; a day alone means its end in Beijing',
    },
    {
      zh: '--out 文件        默认为文件自己的名字；- 表示标准输出',
      en: '--out FILE       its own name if not given; - is the standard output',
    },
    { zh: words.zh.asOption, en: words.en.asOption },
    { zh: words.zh.dataOption, en: words.en.dataOption },
  ],
  options: {
    ...actorOptions,
    briefing: { type: 'string' },
    format: { type: 'string' },
    'as-of': { type: 'string' },
    out: { type: 'string' },
  },
  positionals: { least: 0, most: 0 },
  async run(asked, terminal) {
    const { values } = asked
    const wish = {
      month: monthOption(text(values, 'briefing'), terminal),
      format: formatOption(text(values, 'format') ?? 'docx', terminal),
      asOf: momentOption(text(values, 'as-of'), terminal),
    }
    return withActor(asked, terminal, async (context) => {
      await writeFile(await outgoing(context, wish), text(values, 'out'), terminal)
      return 0
    })
  },
}

function outgoing(context: Context, { month, format, asOf }: Wish) {
  if (month === undefined) return run(context, 'exportCommitments', asOf)
  return run(context, 'getBriefingFile', { month, format, ...asOf })
}

function monthOption(value: string | undefined, { language }: Terminal): string | undefined {
  if (value !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw new WrongUse(words[language].badMonth(value))
  return value
}

function formatOption(value: string, { language }: Terminal): 'docx' | 'xlsx' {
  if (value !== 'docx' && value !== 'xlsx') throw new WrongUse(words[language].badFormat(value))
  return value
}

function momentOption(value: string | undefined, { language }: Terminal): { asOf?: string } {
  if (value === undefined) return {}
  const moment = Day.safeParse(value).success ? `${value}T23:59:59.999+08:00` : value
  if (!Moment.safeParse(moment).success) throw new WrongUse(words[language].badMoment(value))
  return { asOf: moment }
}
