// The characters of a PDF page with their places. The library gives runs of text and their widths; where a run goes over
// the border of a cell, each character's own place decides.

/** One character; `x` its left edge, `y` its baseline from the top of the page, `width` and `size` in points. */
export type Glyph = { text: string; x: number; y: number; width: number; size: number }
export type View = { width: number; height: number; transform: number[] }
type Run = { str: string; transform: number[]; width: number }

/** Blanks are left out: the gaps tell. Slanted text (a watermark) is no part of the page's words and comes apart. */
export function glyphsOf(
  runs: readonly Run[],
  { transform: view, width, height }: View,
): { glyphs: Glyph[]; slanted: string } {
  const glyphs: Glyph[] = []
  let slanted = ''
  for (const run of runs) {
    if (typeof run.str !== 'string' || run.str.trim() === '') continue
    const [a, b, c, d, x, y] = multiplied(view, run.transform)
    const size = Math.hypot(c!, d!)
    const level = Math.abs(b!) <= Math.abs(a!) * 0.05 && a! > 0 && size > 0
    if (!level) slanted += run.str
    if (!level) continue
    if (x! < -size || x! > width || y! < 0 || y! > height + size) continue
    spread(run.str, { x: x!, y: y!, width: run.width * Math.hypot(view[0]!, view[1]!), size }, glyphs)
  }
  return { glyphs: withoutShadows(glyphs), slanted }
}

function spread(text: string, { x, y, width, size }: Omit<Glyph, 'text'>, glyphs: Glyph[]): void {
  const characters = [...text.normalize('NFC')]
  const shares = characters.map(share)
  const unit = width / shares.reduce((sum, one) => sum + one, 0)
  let at = x
  for (const [i, character] of characters.entries()) {
    const own = shares[i]! * unit
    if (character.trim() !== '') glyphs.push({ text: plain(character), x: at, y, width: own, size })
    at += own
  }
}

/** Chinese characters are a square wide, Western ones about half of it. */
function share(character: string): number {
  const code = character.codePointAt(0)!
  if (code === 0x20 || code === 0xa0) return 0.3
  return code < 0x2000 ? 0.55 : 1
}

/** Radicals that Unicode gives no plain form of, each before the character it shows (增⻓ for 增长 in what browsers print). */
const radicals = [
  ...'⺁厂⺇几⺎兀⺝月⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙',
]
const shownBy = new Map(radicals.flatMap((sign, i) => (i % 2 === 0 ? [[sign, radicals[i + 1]!] as const] : [])))

/** Radicals and compatibility forms that fonts of PDF writers map to (⼯ for 工) are read as the characters they show. */
export function plain(character: string): string {
  if (!/[\u2e80-\u2fdf\uf900-\ufaff]/.test(character)) return character
  return shownBy.get(character) ?? character.normalize('NFKC')
}

/** Bold is sometimes printed twice, a hair apart. */
function withoutShadows(glyphs: Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>()
  return glyphs.filter((glyph) => {
    const key = `${glyph.text}${Math.round(glyph.y / 2)}`
    const same = seen.get(key) ?? []
    if (same.some((other) => Math.abs(other.x - glyph.x) < glyph.size * 0.2)) return false
    seen.set(key, [...same.slice(-20), glyph])
    return true
  })
}

/** The product of two transformations [a b c d e f]. */
export function multiplied(m: readonly number[], n: readonly number[]): number[] {
  const [a, b, c, d, e, f] = m as [number, number, number, number, number, number]
  const [g, h, i, j, k, l] = n as [number, number, number, number, number, number]
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
