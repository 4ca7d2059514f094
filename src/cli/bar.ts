// A bar that shows how far a long act has come, on the standard error and only when somebody looks at it there.

import { cut, widthOf } from '#cli/table.ts'
import type { Terminal } from '#cli/terminal.ts'

const cells = 24
/** Nobody needs to see a bar for what is done at once. */
const quietMilliseconds = 300

/** `识读 ████████░░░░ 62%`, never wider than the terminal. */
export function barLine(name: string, fraction: number, columns: number): string {
  const words = cut(name, Math.max(0, columns - 6))
  const share = Math.min(1, Math.max(0, fraction))
  const percent = `${Math.floor(share * 100)}%`.padStart(4)
  const room = Math.max(0, Math.min(cells, columns - widthOf(words) - percent.length - 3))
  const full = Math.round(share * room)
  return `${words} ${'█'.repeat(full)}${'░'.repeat(room - full)}${percent}`
}

/** The work with a way to tell how far it has come; the bar is wiped away when it ends. */
export async function withBar<T>(
  { live }: Pick<Terminal, 'live'>,
  work: (tell: (words: string, fraction: number) => void) => Promise<T>,
): Promise<T> {
  if (!live) return work(() => {})
  const begun = performance.now()
  let drawn = ''
  const tell = (words: string, fraction: number) => {
    if (performance.now() - begun < quietMilliseconds) return
    const line = barLine(words, fraction, live.columns)
    if (line !== drawn) live.draw(line)
    drawn = line
  }
  try {
    return await work(tell)
  } finally {
    if (drawn !== '') live.wipe()
  }
}
