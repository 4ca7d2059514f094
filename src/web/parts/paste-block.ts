// A block of cells as spreadsheets put it on the clipboard: lines of cells parted by tabs; a cell with a tab, a line break or
// a quote in it stands in quotes, its own quotes doubled. Both ways; pure.

/** The cells by line. The break that ends the last line makes no line of its own. */
export function parseBlock(text: string): string[][] {
  const lines: string[][] = [[]]
  let rest = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  while (rest !== '') {
    const { cell, after } = rest.startsWith('"') ? quoted(rest) : plain(rest)
    lines.at(-1)!.push(cell)
    if (after.startsWith('\n')) lines.push([])
    else if (after === '\t') lines.at(-1)!.push('')
    rest = after.slice(1)
  }
  const whole = lines.at(-1)!.length === 0 ? lines.slice(0, -1) : lines
  // An empty line is one empty cell, so that lines below it stay where they are.
  return whole.map((line) => (line.length === 0 ? [''] : line))
}

type Cell = { cell: string; after: string }

function plain(text: string): Cell {
  const end = /[\t\n]/.exec(text)?.index ?? text.length
  return { cell: text.slice(0, end), after: text.slice(end) }
}

/** A quote that never closes, or closes before the cell ends, was no quoting but a character of the cell. */
function quoted(text: string): Cell {
  const [all, inside] = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/u.exec(text) ?? []
  return all === undefined ? plain(text) : { cell: inside!.replaceAll('""', '"'), after: text.slice(all.length) }
}

/** What `parseBlock` takes for the same cells again. */
export function writeBlock(cells: readonly (readonly string[])[]): string {
  return cells.map((line) => line.map(written).join('\t')).join('\n')
}

const written = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
