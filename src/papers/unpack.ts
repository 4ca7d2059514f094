// The parts of a ZIP file (docx and xlsx are such), unpacked one by one when asked for, never past a limit in all.

import { inflateRawSync } from 'node:zlib'
import { limits, Unreadable } from '#papers/unreadable.ts'

/** The part's bytes, or null when the file has none of that name. Throws `Unreadable`. */
export type Parts = { names: string[]; read(name: string): Uint8Array | null }

type Entry = { method: number; packedBytes: number; at: number; locked: boolean }

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50

export function unpack(bytes: Uint8Array): Parts {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(zip)
  let left: number = limits.unpackedBytes
  const read = (name: string) => {
    const entry = entries.get(name)
    if (!entry) return null
    if (entry.locked) throw new Unreadable('encrypted')
    const part = contentOf(zip, entry, left)
    left -= part.byteLength
    return part
  }
  return { names: [...entries.keys()], read }
}

/** The list at the end of the file; sizes in it are only believed as far as the bytes go. */
function entriesOf(zip: Buffer): Map<string, Entry> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== endMark) throw new Unreadable('damaged')
  const count = zip.readUInt16LE(end + 10)
  if (count > limits.zipEntries) throw new Unreadable('too-much-inside')
  const entries = new Map<string, Entry>()
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) throw new Unreadable('damaged')
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    entries.set(name, {
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      at: zip.readUInt32LE(at + 42),
      locked: (zip.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(zip: Buffer, { method, packedBytes, at }: Entry, limit: number): Uint8Array {
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== partMark) throw new Unreadable('damaged')
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  const packed = zip.subarray(start, start + packedBytes)
  if (method === 0) return within(packed, limit)
  if (method !== 8) throw new Unreadable('damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    throw new Unreadable((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much-inside' : 'damaged')
  }
}

function within(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.byteLength > limit) throw new Unreadable('too-much-inside')
  return bytes
}
