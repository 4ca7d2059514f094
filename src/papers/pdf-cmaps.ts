// Letters of Chinese fonts that a PDF names but does not carry (SimSun with GBK codes): which code is which character.
// The tables are made from the decoder of GB18030, so that nothing has to be fetched or shipped. Glyph numbers are our own,
// above those of Adobe's Chinese collection: a font that uses Adobe's numbers without saying its letters stays unread.

type Asked = { kind: string; filename: string }

const firstNumber = 0x7700
const encodings = /^(GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|UniGB-UCS2|UniGB-UTF16)-[HV](\.bcmap)?$/

/** What pdf.js asks for its binary files; everything but these tables is refused. */
export class ChineseTables {
  private used = false

  async fetch({ kind, filename }: Asked): Promise<Uint8Array> {
    const name = filename.split('/').at(-1) ?? ''
    if (kind === 'cMapUrl' && encodings.test(name)) {
      this.used = true
      return new TextEncoder().encode(name.startsWith('Uni') ? unicodeTable() : gbkTable())
    }
    if (kind === 'cMapUrl' && this.used && /^Adobe-GB1-UCS2/.test(name)) return new TextEncoder().encode(lettersTable())
    throw new Error(`there is no ${name} here`)
  }
}

type Letter = { code: number; letter: number }

/** All characters of one code unit that GBK writes: ASCII in one byte, the others in two. */
function lettersOfGbk(): Letter[] {
  const decoder = new TextDecoder('gb18030')
  const letters: Letter[] = []
  for (let code = 0x20; code < 0x7f; code += 1) letters.push({ code, letter: code })
  for (let code = 0x8140; code <= 0xfefe; code += 1) {
    if ((code & 0xff) < 0x40 || (code & 0xff) === 0x7f || (code & 0xff) === 0xff) continue
    const text = decoder.decode(Uint8Array.of(code >> 8, code & 0xff))
    const letter = text.charCodeAt(0)
    if (text.length === 1 && letter < 0xd800) letters.push({ code, letter })
    else if (text.length === 1 && letter >= 0xf900 && letter !== 0xfffd) letters.push({ code, letter })
  }
  return letters
}

function gbkTable(): string {
  const lines = lettersOfGbk().map(({ code }, i) => `<${hex(code, code < 0x100 ? 2 : 4)}> ${firstNumber + i}`)
  return table('<00> <80> <8140> <fefe>', 2, 'cidchar', lines)
}

function unicodeTable(): string {
  const lines = lettersOfGbk().map(({ letter }, i) => `<${hex(letter, 4)}> ${firstNumber + i}`)
  return table('<0000> <ffff>', 1, 'cidchar', lines)
}

function lettersTable(): string {
  const lines = lettersOfGbk().map(({ letter }, i) => `<${hex(firstNumber + i, 4)}> <${hex(letter, 4)}>`)
  return table('<0000> <ffff>', 1, 'bfchar', lines)
}

function table(space: string, spaces: number, kind: string, lines: string[]): string {
  const head = `begincmap\n${spaces} begincodespacerange ${space} endcodespacerange`
  return `${head}\n${lines.length} begin${kind}\n${lines.join('\n')}\nend${kind}\nendcmap\n`
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}
