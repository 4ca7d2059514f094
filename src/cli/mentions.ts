// luoshi mentions: JSON lines in, JSON lines out. Each line is a text with what is wanted of it; each answer its mentions.
// Streams: a line is answered as soon as it is read, and nothing is kept.

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Command, Hindered } from '#cli/command.ts'
import { fileTrouble, words } from '#cli/words.ts'
import { type FindOptions, findMentions } from '#reading/find.ts'

export const mentions: Command = {
  usage: 'mentions [FILE]',
  summary: {
    zh: '从 JSON 行文本中找出数字、金额、百分比、序数、日期、时间和期限',
    en: 'Find numbers, money, percents, ordinals, dates, times and lengths of time in JSON lines',
  },
  help: [
    {
      zh: 'FILE             每行 {"id","text","reference","wants","mode","options"}；不给出或 - 表示标准输入',
      en: 'FILE             lines of {"id","text","reference","wants","mode","options"}; the standard input when left out or -',
    },
    {
      zh: '                 每行输出 {"id","mentions":[{"start","end","type","norm"}]}，位置为 UTF-16 单位',
      en: '                 prints a line {"id","mentions":[{"start","end","type","norm"}]} for each; offsets are UTF-16 units',
    },
  ],
  options: {},
  positionals: { least: 0, most: 1 },
  async run({ positionals: [file = '-'] }, { out, language }) {
    try {
      for await (const line of createInterface({ input: file === '-' ? process.stdin : createReadStream(file) }))
        if (line.trim() !== '') out(answered(line))
    } catch (error) {
      if (error instanceof SyntaxError) throw new Hindered(`${words[language].noFile(file, error.message)}`)
      throw new Hindered(words[language].noFile(file, fileTrouble(error)))
    }
    return 0
  },
}

type Asked = FindOptions & { id?: unknown; text: string }

function answered(line: string): string {
  const { id, text, ...options } = JSON.parse(line) as Asked
  if (typeof text !== 'string') throw new SyntaxError(`no text in ${line.slice(0, 80)}`)
  return JSON.stringify({ id, mentions: findMentions(text, options) })
}
