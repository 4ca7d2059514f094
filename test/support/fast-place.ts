// Where tests put databases: in memory where the system gives enough of it. On a slow disk a clone takes ten times as long.
import { accessSync, chmodSync, constants, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder for temporary folders with databases. */
export function fastPlace(): string {
  try {
    const memory = statfsSync('/dev/shm')
    accessSync('/dev/shm', constants.W_OK)
    return memory.bavail * memory.bsize > 2 ** 30 ? '/dev/shm' : tmpdir()
  } catch {
    return tmpdir()
  }
}

/** A new folder there; other users may enter it, because as root the server runs as another user. */
export function fastFolder(name: string): string {
  const folder = mkdtempSync(join(fastPlace(), name))
  chmodSync(folder, 0o711)
  return folder
}
