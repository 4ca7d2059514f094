// Bytes of a plain-text file to its text. The encoding is found from the bytes, never from the name; what is not text is
// refused with the reason. The text is kept as it is (CRLF too): every offset of a statement counts in this text.

import { refuse } from '#base/refusal.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Why a file is not taken as text; the doors have a sentence for each. `…-comes-later` is a kind a later version reads. */
export const notTextReasons = [
  'docx-comes-later',
  'xlsx-comes-later',
  'pdf-comes-later',
  'html-comes-later',
  'old-office',
  'presentation',
  'ofd',
  'rtf',
  'archive',
  'image',
  'program',
  'nul-characters',
  'control-characters',
  'unknown-encoding',
] as const
export type NotTextReason = (typeof notTextReasons)[number]

/** First bytes (latin-1) that name a kind of file no text begins with. */
const magics: readonly [string, NotTextReason][] = [
  ['%PDF-', 'pdf-comes-later'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
  ['{\\rtf', 'rtf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF87a', 'image'],
  ['GIF89a', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['\x1f\x8b', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['\x7fELF', 'program'],
]

/** Parts that tell the kinds of ZIP apart. */
const zipParts: readonly [string, NotTextReason][] = [
  ['word/document.xml', 'docx-comes-later'],
  ['xl/workbook', 'xlsx-comes-later'],
  ['ppt/presentation.xml', 'presentation'],
  ['OFD.xml', 'ofd'],
]

/**
 * The text of a file and the encoding it was in. A byte-order mark stays as its first character: offsets count the file as
 * it is.
 * Refuses `empty-text` when nothing but blanks is there and `not-text` with a `NotTextReason`.
 */
export function decodeText(bytes: Uint8Array, fileName: string): { text: string; encoding: TextEncoding } {
  const kind = kindByMagic(bytes)
  if (kind) refuse('not-text', { fileName, reason: kind })
  const decoded = byMark(bytes) ?? byTrial(bytes)
  if (!decoded) refuse('not-text', { fileName, reason: 'unknown-encoding' satisfies NotTextReason })
  const trouble = troubleIn(decoded.text)
  if (trouble) refuse('not-text', { fileName, reason: trouble })
  if (!/[^\s\u200b\u2060]/.test(decoded.text)) refuse('empty-text', { fileName })
  return decoded
}

type Decoded = { text: string; encoding: TextEncoding }

function kindByMagic(bytes: Uint8Array): NotTextReason | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return kindOfZip(bytes)
  return magics.find(([magic]) => head.startsWith(magic))?.[1] ?? null
}

function kindOfZip(bytes: Uint8Array): NotTextReason {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return zipParts.find(([part]) => zip.includes(part))?.[1] ?? 'archive'
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return attempt(bytes, 'utf-8')
  if (a === 0xff && b === 0xfe) return attempt(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return attempt(bytes, 'utf-16be')
  return null
}

/** UTF-16 writes a zero byte beside every newline and digit; the other two write none in a text. */
function byTrial(bytes: Uint8Array): Decoded | null {
  const wide = bytes.includes(0) ? byOrder(bytes) : null
  return wide ?? attempt(bytes, 'utf-8') ?? attempt(bytes, 'gb18030')
}

/** Zero bytes alone mislead (一 is 4E 00), so the order is the one that reads as Chinese and Western characters. */
function byOrder(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 === 1) return null
  const sample = bytes.subarray(0, 65_536)
  const [little, big] = [familiarShare(sample, 1), familiarShare(sample, 0)]
  if (Math.max(little, big) < 0.9) return null
  return attempt(bytes, little >= big ? 'utf-16le' : 'utf-16be')
}

function familiarShare(bytes: Uint8Array, high: 0 | 1): number {
  let familiar = 0
  for (let at = 0; at < bytes.length; at += 2) {
    const code = bytes[at + high]! * 256 + bytes[at + 1 - high]!
    if (isFamiliar(code)) familiar += 1
  }
  return familiar / (bytes.length / 2)
}

function isFamiliar(code: number): boolean {
  if (code < 0x7f) return code >= 0x20 || (code >= 0x09 && code <= 0x0d)
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x2010 && code <= 0x303f) || code >= 0xff00
}

function attempt(bytes: Uint8Array, encoding: TextEncoding): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** Markup is looked for in the text, so that it is found in every encoding. */
function troubleIn(text: string): NotTextReason | null {
  if (/^\s*<(!doctype\s+html|html[\s>]|\?xml\s|meta\s|head[\s>])/i.test(text.slice(0, 1000))) return 'html-comes-later'
  let controls = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0) return 'nul-characters'
    if (isControl(code)) controls += 1
  }
  return controls * 1000 > text.length ? 'control-characters' : null
}

/** Tab, line ends, page ends and the end mark of old DOS texts (1A) are no sign of a binary file. */
function isControl(code: number): boolean {
  return (code < 0x20 && !(code >= 0x09 && code <= 0x0d) && code !== 0x1a) || code === 0x7f
}
