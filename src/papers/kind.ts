// What kind of file some bytes are. Found from the bytes; the name only tells a web page without its head from a text.

import { refuse } from '#base/refusal.ts'
import type { DocumentSource } from '#domain/document.ts'
import type { NotTextReason } from '#papers/unreadable.ts'

export type PaperKind = DocumentSource

type Found = { kind: Exclude<PaperKind, 'text' | 'html'> } | { reason: NotTextReason }

/** First bytes (latin-1) that name a kind of file no text begins with. */
const magics: readonly [string, Found][] = [
  ['{\\rtf', { reason: 'rtf' }],
  ['\x89PNG', { reason: 'image' }],
  ['\xff\xd8\xff', { reason: 'image' }],
  ['GIF87a', { reason: 'image' }],
  ['GIF89a', { reason: 'image' }],
  ['II*\0', { reason: 'image' }],
  ['MM\0*', { reason: 'image' }],
  ['\x1f\x8b', { reason: 'archive' }],
  ['7z\xbc\xaf\x27\x1c', { reason: 'archive' }],
  ['Rar!\x1a\x07', { reason: 'archive' }],
  ['\x7fELF', { reason: 'program' }],
]

/** Parts that tell the kinds of ZIP apart. */
const zipParts: readonly [string, Found][] = [
  ['word/document.xml', { kind: 'docx' }],
  ['xl/workbook.xml', { kind: 'xlsx' }],
  ['xl/workbook.bin', { reason: 'old-office' }],
  ['ppt/presentation.xml', { reason: 'presentation' }],
  ['OFD.xml', { reason: 'ofd' }],
]

/** The kind by its first bytes; null when only the decoded text can tell. Refuses `not-text` for kinds that are not read. */
export function binaryKind(bytes: Uint8Array, fileName: string): 'docx' | 'pdf' | 'xlsx' | null {
  const found = foundIn(bytes)
  if (found && 'reason' in found) refuse('not-text', { fileName, reason: found.reason })
  return found?.kind ?? null
}

function foundIn(bytes: Uint8Array): Found | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = file.toString('latin1', 0, 1024)
  if (/^[\s\xef\xbb\xbf]{0,1000}%PDF-/.test(head)) return { kind: 'pdf' }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { reason: kindOfCompound(file) }
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return kindOfZip(file)
  return magics.find(([magic]) => head.startsWith(magic))?.[1] ?? null
}

/** A docx or xlsx under a password is packed as the old files were. */
function kindOfCompound(file: Buffer): NotTextReason {
  return file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-office'
}

function kindOfZip(file: Buffer): Found {
  return zipParts.find(([part]) => file.includes(part))?.[1] ?? { reason: 'archive' }
}

const pageHead =
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,500}?-->\s*)?<(!doctype\s+html|html[\s>]|meta\s|head[\s>]|body[\s>])/i

/** Markup is looked for in the text, so that it is found in every encoding. */
export function textKind(text: string, fileName: string): 'text' | 'html' | 'xml' {
  const head = text.replace(/^\ufeff/, '').slice(0, 2000)
  if (pageHead.test(head)) return 'html'
  if (/^\s*<\?xml\s/i.test(head)) return 'xml'
  return /\.x?html?$/i.test(fileName) && /<\/?[a-z][^<>]*>/i.test(head) ? 'html' : 'text'
}
