// luoshi do: any entry of the contract by its name, with its input as JSON and its answer as JSON.

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Asked, type Command, Hindered, text, WrongUse } from '#cli/command.ts'
import { actorOptions, withActor } from '#cli/opened.ts'
import type { Terminal } from '#cli/terminal.ts'
import { fileTrouble, words } from '#cli/words.ts'
import { writeFile } from '#cli/write-file.ts'
import { contract, type EntryName } from '#contract/contract.ts'
import type { Outgoing } from '#contract/entry.ts'
import { run } from '#operations/run.ts'

export const doEntry: Command = {
  usage: "do ENTRY ['JSON'] [--as USER] [--file FILE] [--out FILE] [--data ./data]",
  summary: {
    zh: '按名称办理任一事项，输入、输出均为 JSON',
    en: 'Do anything the contract names, JSON in and JSON out',
  },
  help: [
    { zh: 'ENTRY            名称见 luoshi entries', en: 'ENTRY            as luoshi entries lists them' },
    {
      zh: 'JSON             输入，默认 {}；- 表示从标准输入读取',
      en: 'JSON             the input, {} if not given; - reads it from the standard input',
    },
    { zh: '--file 文件       要上传的文件', en: '--file FILE      the file to upload' },
    { zh: '--out 文件        下载的文件写到哪里', en: '--out FILE       where a download goes' },
    { zh: words.zh.asOption, en: words.en.asOption },
    { zh: words.zh.dataOption, en: words.en.dataOption },
  ],
  options: { ...actorOptions, file: { type: 'string' }, out: { type: 'string' } },
  positionals: { least: 1, most: 2 },
  async run(asked, terminal) {
    const name = asked.positionals[0] as EntryName
    if (!Object.hasOwn(contract, name)) throw new WrongUse(words[terminal.language].unknownEntry(name))
    const input = await inputOf(asked.positionals[1] ?? '{}', terminal)
    const incoming = await incomingOf(asked, name, terminal)
    return withActor(asked, terminal, async (context) => {
      const answer: unknown = await run(context, name, input, ...incoming)
      if (contract[name].carries === 'download')
        await writeFile(answer as Outgoing, text(asked.values, 'out'), terminal)
      else terminal.out(JSON.stringify(answer, null, 2))
      return 0
    })
  },
}

async function inputOf(argument: string, { language }: Terminal): Promise<object> {
  const json = argument === '-' ? await readFile('/dev/stdin', 'utf8') : argument
  try {
    const input: unknown = JSON.parse(json)
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input
  } catch (error) {
    throw new WrongUse(words[language].badJson((error as Error).message))
  }
  throw new WrongUse(words[language].badJson(json.slice(0, 40)))
}

async function incomingOf({ values }: Asked, name: EntryName, { language }: Terminal) {
  if (contract[name].carries !== 'upload') return [] as const
  const file = text(values, 'file')
  if (file === undefined) throw new WrongUse(words[language].valueMissing('--file'))
  const stream = createReadStream(file)
  await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch((error: Error) => {
    throw new Hindered(words[language].noFile(file, fileTrouble(error)))
  })
  return [stream] as const
}
