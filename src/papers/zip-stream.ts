// A ZIP file written as it goes on: each part is packed while it is still being made, and nothing of it is kept.

import { pipeline, type Readable, Readable as ReadableStream } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** The text of a part in pieces, large or small. */
export type Part = { name: string; text: Iterable<string> | AsyncIterable<string> }

type Entry = { name: Buffer; crc: number; packed: number; bytes: number; at: number }

/** Sizes follow each part (data descriptors); a part may not pass 4 GB. */
export async function* zipped(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let at = 0
  for await (const { name, text } of parts) {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, bytes: 0, at }
    entries.push(entry)
    const head = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), described(entry, false), entry.name])
    yield head
    for await (const chunk of packed(text, entry)) {
      entry.packed += chunk.byteLength
      yield chunk
    }
    const tail = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), sizesOf(entry)])
    yield tail
    at += head.length + entry.packed + tail.length
  }
  yield listOf(entries, at)
}

function packed(text: Part['text'], entry: Entry): Readable {
  const deflate = createDeflateRaw({ level: 6 })
  pipeline(ReadableStream.from(measured(text, entry), { objectMode: false }), deflate, () => {})
  return deflate
}

const pieceLength = 64 * 1024

/** Small pieces are joined, so that the packer is not woken for each. */
async function* measured(text: Part['text'], entry: Entry): AsyncGenerator<Buffer> {
  let piece = ''
  const measure = (): Buffer => {
    const bytes = Buffer.from(piece)
    entry.crc = crc32(bytes, entry.crc)
    entry.bytes += bytes.length
    piece = ''
    return bytes
  }
  for await (const more of text) {
    piece += more
    if (piece.length >= pieceLength) yield measure()
  }
  if (piece !== '') yield measure()
}

function sizesOf({ crc, packed, bytes }: Entry): Buffer {
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(crc, 0)
  sizes.writeUInt32LE(packed, 4)
  sizes.writeUInt32LE(bytes, 8)
  return sizes
}

/** Version 2.0, names in UTF-8, sizes behind the part, deflated, 1 January 1980. */
function described(entry: Entry, known: boolean): Buffer {
  const head = Buffer.alloc(10)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x0808, 2)
  head.writeUInt16LE(8, 4)
  head.writeUInt16LE(0x21, 8)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(entry.name.length, 0)
  return Buffer.concat([head, known ? sizesOf(entry) : Buffer.alloc(12), lengths])
}

function listOf(entries: readonly Entry[], at: number): Buffer {
  const lines = entries.map((entry) => {
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(entry.at, 10)
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), described(entry, true), rest, entry.name])
  })
  const list = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([list, end])
}
