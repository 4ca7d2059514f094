// Files that are brought into a register, from the upload to the end, as somebody at the page does it.

import { setTimeout as pause } from 'node:timers/promises'
import { writeXlsx } from 'hucre/xlsx'
import type { OutputOf } from '#contract/contract.ts'
import type { Outgoing } from '#contract/entry.ts'
import type { ImportPlan } from '#domain/import-job.ts'
import { type ImportWork, workImports } from '#operations/import-work.ts'
import { bytesOf, type Call, type TestZone } from './zone.ts'

export type Shown = OutputOf<'getImport'>

/** The work on imports beside a zone; what goes wrong in it fails the test that asks. */
export async function workBeside(zone: TestZone): Promise<ImportWork & { logged: string[] }> {
  const { accounts } = await zone.contextOf('admin')
  const logged: string[] = []
  return { ...workImports(zone.system, accounts, { everyMs: null, log: (line) => logged.push(line) }), logged }
}

export async function fileOf({ body }: Outgoing): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A workbook by another's hand. */
export function workbook(rows: (string | number | boolean | Date | null)[][], name = '表一'): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name, rows }] })
}

export function uploaded(call: Call, register: string, bytes: Uint8Array, fileName = '台账.xlsx'): Promise<Shown> {
  return call('uploadImport', { register, fileName }, bytesOf(bytes))
}

/** The plan that was proposed for a sheet, changed where the test says so. */
export function proposedPlan({ sheets }: Shown, change: Record<string, string | null> = {}, sheet = 0): ImportPlan {
  const { head, proposed } = sheets[sheet]!
  const columns = proposed.map(({ why: _, ...column }) =>
    column.head in change ? { ...column, to: change[column.head]! } : column,
  )
  return { sheet, head: head!, columns }
}

export async function settled(call: Call, { job }: Shown): Promise<Shown> {
  for (let tries = 0; tries < 2000; tries += 1) {
    const shown = await call('getImport', { register: job.code, id: job.id })
    if (!['trying', 'waiting', 'running'].includes(shown.job.state)) return shown
    await pause(10)
  }
  throw new Error(`import ${job.id} does not come to an end`)
}

export async function tried(call: Call, shown: Shown, plan = proposedPlan(shown)): Promise<Shown> {
  const { id, version, code: register } = shown.job
  return settled(call, await call('planImport', { register, id, version, plan }))
}

export async function carriedOut(call: Call, shown: Shown): Promise<Shown> {
  const { id, version, code: register } = shown.job
  return settled(call, await call('startImport', { register, id, version }))
}

/** Uploaded, tried with the columns as proposed, and carried out. */
export async function broughtIn(call: Call, register: string, bytes: Uint8Array, fileName?: string): Promise<Shown> {
  return carriedOut(call, await tried(call, await uploaded(call, register, bytes, fileName)))
}

export async function linesOf(call: Call, { job }: Shown) {
  return (await call('listImportLines', { register: job.code, id: job.id, limit: 500 })).lines
}
