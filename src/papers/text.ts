// Bytes of a plain-text file (or web page) to its text. The encoding is found from the bytes, never from the name; what is
// not text is refused with the reason. The text is kept as it is (CRLF too): every offset of a statement counts in this text.

import { refuse } from '#base/refusal.ts'
import type { NotTextReason } from '#papers/unreadable.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * The text of a file and the encoding it was in. A byte-order mark stays as its first character: offsets count the file as
 * it is.
 * Refuses `empty-text` when nothing but blanks is there and `not-text` with a `NotTextReason`.
 */
export function decodeText(bytes: Uint8Array, fileName: string): { text: string; encoding: TextEncoding } {
  const decoded = byMark(bytes) ?? byTrial(bytes)
  if (!decoded) refuse('not-text', { fileName, reason: 'unknown-encoding' satisfies NotTextReason })
  const trouble = troubleIn(decoded.text)
  if (trouble) refuse('not-text', { fileName, reason: trouble })
  if (!/[^\s\u200b\u2060]/.test(decoded.text)) refuse('empty-text', { fileName })
  return decoded
}

type Decoded = { text: string; encoding: TextEncoding }

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

function troubleIn(text: string): NotTextReason | null {
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
