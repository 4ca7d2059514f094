// What a command sees of the world it was started in: where to write, how wide, in which language, which settings.

import type { Language } from '#contract/sentences.ts'

export type Terminal = {
  out(line: string): void
  err(line: string): void
  /** Characters per line; null when nobody is looking (a pipe, a file). */
  columns: number | null
  /** The standard error where somebody looks at it: one line that is drawn over itself. Null in a pipe or a log. */
  live: { columns: number; draw(line: string): void; wipe(): void } | null
  language: Language
  environment: Readonly<Record<string, string | undefined>>
}

export function terminalOf(process: NodeJS.Process): Terminal {
  const { stdout, stderr, env } = process
  // A reader that closes early (head, less) is no failure.
  stdout.on('error', (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || console.error(error))
  return {
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    columns: stdout.isTTY ? stdout.columns : null,
    live: liveOn(stderr),
    language: languageIn(env),
    environment: env,
  }
}

const clearLine = '\r\x1b[2K'

function liveOn(stream: NodeJS.WriteStream): Terminal['live'] {
  if (!stream.isTTY) return null
  return {
    columns: stream.columns || 80, // some terminals do not say
    draw: (line) => void stream.write(clearLine + line),
    wipe: () => void stream.write(clearLine),
  }
}

/** Chinese unless the locale is English, as the C library decides which setting counts. */
export function languageIn(env: Terminal['environment']): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return locale.startsWith('en') ? 'en' : 'zh'
}
