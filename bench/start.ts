// The start of a warm server: from its process to the first answer, with a data folder that exists, beside the same Node
// with nothing but node:http, and beside the embedded PostgreSQL alone.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from '#store/embedded.ts'
import { freePort } from '../test/support/server-process.ts'
import { median, type Row, row, timed } from './rows.ts'

const rounds = 7

export async function start(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'luoshi-bench-start-'))
  const port = await freePort()
  const ours = ['luoshi', 'serve', '--data', folder, '--port', String(port)]
  const bare = ['-e', `require('node:http').createServer((_, answer) => answer.end('ok')).listen(${port}, '127.0.0.1')`]
  await firstAnswer(ours, port) // makes the database, and the web client where it is missing
  const times = { ours: [] as number[], bare: [] as number[], postgres: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await firstAnswer(ours, port))
    times.bare.push(await firstAnswer(bare, port))
    times.postgres.push(await postgresAlone(path.join(folder, 'postgres')))
  }
  await rm(folder, { recursive: true, force: true })
  const warm = median(times.ours)
  return [
    row('warm start to the first answer', 'ms', warm, median(times.bare), 'bare node:http on the same Node'),
    row('warm start to the first answer', 'ms', warm, median(times.postgres), 'the embedded PostgreSQL alone'),
  ]
}

/** Milliseconds from the start of `node ...args` to its first 200; the process is ended again. */
async function firstAnswer(args: string[], port: number): Promise<number> {
  const { DATABASE_URL: _, ...env } = process.env
  let child: ChildProcess | undefined
  const spent = await timed(async () => {
    child = spawn(process.execPath, args, { env, stdio: 'ignore' })
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`node ${args.join(' ')} ended with ${child.exitCode}`)
      await pause(2)
    }
  })
  const ended = once(child as ChildProcess, 'exit')
  child?.kill('SIGTERM')
  await ended
  return spent
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function postgresAlone(folder: string): Promise<number> {
  let stop = async () => {}
  const spent = await timed(async () => {
    stop = (await startEmbedded(folder)).stop
  })
  await stop()
  return spent
}
