// PDF files written by hand, byte by byte: of a font that is named and not carried, of plain words, and scans, which are
// pages that are one picture each.

/** A PDF that names a font but does not carry it, with a code for each letter; a page for each run of codes. */
export function fontlessPdf(encoding: string, ...codes: Buffer[]): Uint8Array {
  const kids = codes.map((_, i) => `${5 + 2 * i} 0 R`).join(' ')
  const system = '<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>'
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${codes.length}/Kids[${kids}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo${system}/DW 1000/FontDescriptor ${5 + 2 * codes.length} 0 R>>`,
    ...codes.flatMap((shown, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${6 + 2 * i} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
      stream('', `BT /F1 16 Tf 72 700 Td <${shown.toString('hex')}> Tj ET`),
    ]),
    descriptor,
  ])
}

/** Chinese words, each line on a page of its own. */
export function pdfOf(...lines: string[]): Uint8Array {
  return fontlessPdf('UniGB-UCS2-H', ...lines.map((line) => Buffer.from(line, 'utf16le').swap16()))
}

/** Pages of words, one line each; null is a page that is a picture. */
export function mixedPdf(...pages: (string | null)[]): Uint8Array {
  const kids = pages.map((_, i) => `${8 + 2 * i} 0 R`).join(' ')
  const system = '<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>'
  const shown = (line: string | null) => {
    if (line === null) return 'q 595 0 0 842 0 0 cm /I Do Q'
    return `BT /F1 16 Tf 72 700 Td <${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj ET`
  }
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    picture,
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo${system}/DW 1000/FontDescriptor 6 0 R>>`,
    descriptor,
    '<</XObject<</I 3 0 R>>/Font<</F1 4 0 R>>>>',
    ...pages.flatMap((line, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${9 + 2 * i} 0 R/Resources 7 0 R>>`,
      stream('', shown(line)),
    ]),
  ])
}

/** Pages that are one picture over the whole sheet; `stamp` is written on each as a scanner's software does. */
export function scannedPdf(pages: number, stamp = ''): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${i + 6} 0 R`).join(' ')
  const shown = `q 595 0 0 842 0 0 cm /I Do Q BT /F 9 Tf 260 20 Td (${stamp}) Tj ET`
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 3 0 R>>/Font<</F 5 0 R>>>>>>'
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`,
    picture,
    stream('', shown),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...Array.from({ length: pages }, () => page),
  ])
}

function stream(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>>\nstream\n${content}\nendstream`
}

const descriptor =
  '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/Ascent 859/Descent -141/StemV 80>>'
const grey = Array.from({ length: 64 * 64 }, (_, i) => (i % 7 === 0 ? '\0' : '\xff')).join('')
const picture = stream('/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8', grey)

/** Objects are numbered from 1; the first is the catalogue. A reader finds them without a table of their places. */
function pdf(objects: readonly string[]): Uint8Array {
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`, 'latin1')
}
