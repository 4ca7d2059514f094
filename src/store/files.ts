// Files on disk, named by the SHA-256 of their bytes, so that a name can only ever mean one content.
// A file is complete and flushed before it has its name: a killed server leaves nothing that looks whole but is not.

import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Refused, refuse } from '#base/refusal.ts'

export type Kept = { sha256: string; bytes: number }

export type Files = {
  /**
   * Refuses 'too-large' past the limit, 'upload-broken' when the sender goes away or the hash is not the one expected,
   * 'cannot-keep' when the disk does not take it.
   */
  keep(zone: string, incoming: AsyncIterable<Uint8Array>, limitBytes: number, expected?: string): Promise<Kept>
  /** `range` counts bytes, without the last. */
  read(zone: string, sha256: string, range?: { from: number; to: number }): AsyncIterable<Uint8Array>
  bytesOf(zone: string, sha256: string): Promise<number | null>
}

/** Opens the folder and clears away what senders left there more than a day ago, when a server was killed under them. */
export async function openFiles(folder: string): Promise<Files> {
  await clearArriving(path.join(folder, 'arriving'))
  const place = (zone: string, sha256: string) => path.join(folder, zone, sha256.slice(0, 2), sha256)
  return {
    async keep(zone, incoming, limitBytes, expected) {
      const waiting = path.join(folder, 'arriving', randomUUID())
      try {
        await mkdir(path.dirname(waiting), { recursive: true })
        const kept = await write(waiting, incoming, limitBytes)
        if (expected && expected !== kept.sha256) refuse('upload-broken', { receivedBytes: kept.bytes })
        await settle(waiting, place(zone, kept.sha256))
        return kept
      } catch (error) {
        return refuseTrouble(error)
      } finally {
        await rm(waiting, { force: true }).catch(() => {})
      }
    },
    read: (zone, sha256, range) =>
      createReadStream(place(zone, sha256), range ? { start: range.from, end: range.to - 1 } : {}),
    bytesOf: (zone, sha256) =>
      stat(place(zone, sha256)).then(
        (found) => found.size,
        () => null,
      ),
  }
}

async function clearArriving(folder: string): Promise<void> {
  const yesterday = Date.now() - 24 * 3_600_000
  for (const name of await readdir(folder).catch(() => [])) {
    const left = path.join(folder, name)
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < yesterday) await rm(left, { force: true }).catch(() => {})
  }
}

async function write(file: string, incoming: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Kept> {
  const hash = createHash('sha256')
  const handle = await open(file, 'wx')
  let bytes = 0
  try {
    for await (const chunk of incoming) {
      bytes += chunk.byteLength
      if (bytes > limitBytes) refuse('too-large', { limitBytes })
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } catch (error) {
    if (error instanceof Refused || isDiskTrouble(error)) throw error
    refuse('upload-broken', { receivedBytes: bytes })
  } finally {
    await handle.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Give a finished file its name; two senders of the same content meet here and the second changes nothing. */
async function settle(waiting: string, named: string): Promise<void> {
  await mkdir(path.dirname(named), { recursive: true })
  await rename(waiting, named)
  const parent = await open(path.dirname(named), 'r')
  await parent.sync().finally(() => parent.close())
}

function refuseTrouble(error: unknown): never {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code && syscall) refuse('cannot-keep', { trouble: code })
  throw error
}

function isDiskTrouble(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES'].includes((error as { code?: string }).code ?? '')
}

/** The whole of a stream in memory, up to a limit. */
export async function collect(incoming: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of incoming) {
      bytes += chunk.byteLength
      if (bytes > limitBytes) refuse('too-large', { limitBytes })
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    refuse('upload-broken', { receivedBytes: bytes })
  }
  return Buffer.concat(chunks)
}
