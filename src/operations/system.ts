// The running system: the database (embedded or given), the files, the presets, the clock. Opened once per process.

import path from 'node:path'
import { uuid7 } from '#operations/id.ts'
import { type Presets, readPresets } from '#operations/presets.ts'
import type { UnderWay } from '#operations/under-way.ts'
import { type Wake, wakeBell } from '#operations/wake.ts'
import { type Database, type OwnerPool, openDatabase, openOwnerPool, type Sent } from '#store/database.ts'
import { startEmbedded } from '#store/embedded.ts'
import { type Files, openFiles } from '#store/files.ts'
import { migrate } from '#store/migrate.ts'

export type System = {
  readonly db: Database
  /** The login as given, for the sign-in tables in their own schema. */
  readonly ownerPool: OwnerPool
  readonly files: Files
  readonly presets: Presets
  readonly underWay: UnderWay
  /** Rung when an import waits to be carried on (import-work.ts). */
  readonly imports: Wake
  clock(): Date
  newId(): string
  close(): Promise<void>
}

export type SystemOptions = {
  /** Null: the embedded PostgreSQL in the data folder. */
  databaseUrl: string | null
  dataFolder: string
  clock?: () => Date
  onSend?: (sent: Sent) => void
}

export async function openSystem(options: SystemOptions): Promise<System> {
  const folder = path.resolve(options.dataFolder)
  const embedded = options.databaseUrl === null ? await startEmbedded(path.join(folder, 'postgres')) : null
  const url = options.databaseUrl ?? embedded!.url
  await migrate(url)
  const clock = options.clock ?? (() => new Date())
  const db = openDatabase(url, options.onSend)
  const ownerPool = openOwnerPool(url, 'auth')
  return {
    db,
    ownerPool,
    files: await openFiles(path.join(folder, 'files')),
    presets: await readPresets(),
    underWay: new Map(),
    imports: wakeBell(),
    clock,
    newId: () => uuid7(clock().getTime()),
    async close() {
      await db.close()
      await ownerPool.end()
      await embedded?.stop()
    },
  }
}
