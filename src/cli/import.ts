// luoshi import: brings files in, one after another, as the act importDocument does for everybody.

import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refused } from '#base/refusal.ts'
import { withBar } from '#cli/bar.ts'
import { type Command, Hindered, text, WrongUse } from '#cli/command.ts'
import { actorOptions, withActor } from '#cli/opened.ts'
import { dayOption } from '#cli/read.ts'
import type { Terminal } from '#cli/terminal.ts'
import { fileTrouble, words } from '#cli/words.ts'
import type { InputOf } from '#contract/contract.ts'
import { sentence } from '#contract/sentences.ts'
import { DocumentKind } from '#domain/document.ts'
import type { ImportProgress } from '#domain/progress.ts'
import { wholeFraction } from '#domain/progress-share.ts'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'

type Said = Omit<InputOf<'importDocument'>, 'fileName'>

export const importFiles: Command = {
  usage: 'import FILE… [--as USER] [--date YYYY-MM-DD] [--kind KIND] [--title TITLE] [--data ./data]',
  summary: { zh: '导入文件并读取，待督查室确认', en: 'Bring files in; what is read waits for review' },
  help: [
    { zh: words.zh.asOption, en: words.en.asOption },
    { zh: '--date 日期       文件日期', en: '--date DAY       the date of the document' },
    {
      zh: `--kind 种类       ${DocumentKind.options.join(' ')}`,
      en: `--kind KIND      ${DocumentKind.options.join(' ')}`,
    },
    { zh: '--title 标题      只导入一份文件时可用', en: '--title TITLE    for a single file' },
    { zh: words.zh.dataOption, en: words.en.dataOption },
  ],
  options: { ...actorOptions, date: { type: 'string' }, kind: { type: 'string' }, title: { type: 'string' } },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  async run(asked, terminal) {
    const { values, positionals } = asked
    const title = text(values, 'title')
    if (title !== undefined && positionals.length > 1) throw new WrongUse(words[terminal.language].tooMany('--title'))
    const date = dayOption(text(values, 'date'), terminal)
    const kind = kindOption(text(values, 'kind'), terminal)
    const said = { ...(title && { title }), ...(date && { date }), ...(kind && { kind }) }
    return withActor(asked, terminal, async (context) => {
      let refused = 0
      for (const file of positionals) if (!(await importOne(context, file, said, terminal))) refused += 1
      return refused > 0 ? 1 : 0
    })
  },
}

function kindOption(value: string | undefined, { language }: Terminal): DocumentKind | undefined {
  const kind = DocumentKind.optional().safeParse(value)
  if (!kind.success) throw new WrongUse(words[language].oneOf('--kind', DocumentKind.options))
  return kind.data
}

/** A file that cannot be brought in is told and does not keep the next one out. */
async function importOne(context: Context, file: string, said: Said, terminal: Terminal): Promise<boolean> {
  const say = words[terminal.language]
  try {
    await access(file, constants.R_OK).catch((error: Error) => {
      throw new Hindered(say.noFile(file, fileTrouble(error)))
    })
    const input = { ...said, fileName: basename(file) }
    const { document, proposals } = await withBar(terminal, (tell) => {
      const onProgress = (progress: ImportProgress) =>
        tell(say.importing(file, say.stages[progress.stage]), wholeFraction(progress))
      return run({ ...context, onProgress }, 'importDocument', input, createReadStream(file))
    })
    if (document.picturePages) terminal.err(say.picturePages(document.picturePages))
    terminal.out(say.imported(file, document.title, proposals))
    return true
  } catch (error) {
    if (error instanceof Refused) terminal.err(say.notImported(file, sentence(error.refusal, terminal.language)))
    else if (error instanceof Hindered) terminal.err(`✗ ${error.message}`)
    else throw error
    return false
  }
}
