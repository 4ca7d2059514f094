// Reading back what was written for Word, as somebody who opens the file would.
import { inflateRawSync } from 'node:zlib'

/** All words of a Word file, one line for each paragraph. */
export function wordsOfDocx(docx: Buffer): string {
  const xml = partOfZip(docx, 'word/document.xml')
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]*>/g, '')
}

/** One file out of a ZIP, found by its entry in the directory at the end. */
function partOfZip(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(name) - 46
  if (entry < 0) throw new Error(`the file of ${zip.length} bytes has no part ${name}`)
  const at = zip.readUInt32LE(entry + 42)
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(entry + 20))).toString('utf8')
}
