// New ids: UUID version 7 (RFC 9562), so that rows made together lie together.

import { randomBytes } from 'node:crypto'

let last = { ms: 0, count: 0 }

/** Ids of one process rise, within one millisecond too: the twelve bits after the version count (RFC 9562, method 1). */
export function uuid7(now: number): string {
  const full = last.count === 0xfff
  last = now > last.ms ? { ms: now, count: 0 } : { ms: last.ms + (full ? 1 : 0), count: full ? 0 : last.count + 1 }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last.ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.count, 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}
