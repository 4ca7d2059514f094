// A download written where it was asked for: complete, or not at all.

import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Hindered } from '#cli/command.ts'
import type { Terminal } from '#cli/terminal.ts'
import { fileTrouble, words } from '#cli/words.ts'
import type { Outgoing } from '#contract/entry.ts'

/** `to` is a path, `-` for the standard output, or undefined for the download's own name in this folder. */
export async function writeFile({ name, body }: Outgoing, to: string | undefined, terminal: Terminal): Promise<void> {
  const bytes = Readable.from(body instanceof Uint8Array ? [body] : body)
  if (to === '-') return pipeline(bytes, process.stdout, { end: false })
  const file = to ?? name.replaceAll(/[/\\\0]/g, '_')
  const unfinished = `${file}.part`
  try {
    await pipeline(bytes, createWriteStream(unfinished))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw new Hindered(words[terminal.language].noFile(file, fileTrouble(error)), { cause: error })
  }
  terminal.out(words[terminal.language].written(file))
}
