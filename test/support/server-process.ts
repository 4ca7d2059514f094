// Luoshi as it runs in an office: a process of its own (`luoshi serve`) on its embedded PostgreSQL, to be killed at will.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join, resolve } from 'node:path'

export type ServerProcess = {
  address: string
  /** Everything it has written so far, defects too. */
  said(): string
  /** The first administrator's one-time password; for the start that founds the zone. */
  oneTimePassword(): Promise<string>
  /** SIGKILL, at once; `everything`: its PostgreSQL with all of that one's processes as well, as when a machine hangs. */
  kill(everything?: boolean): Promise<void>
  /** As Ctrl-C does it. */
  stop(): Promise<void>
}

/** Resolves once it has said its address. Node 24 runs `luoshi` itself: the process that is killed is the one that serves. */
export async function serve(dataFolder: string, port: number): Promise<ServerProcess> {
  const child = spawnServer(dataFolder, port)
  const ended = once(child, 'exit')
  const { said, heard } = listen(child)
  return {
    address: await heard(/已启动：(\S+)\n/),
    said,
    oneTimePassword: () => heard(/一次性密码 (\S+?)（/),
    kill: async (everything = false) => {
      const others = everything ? descendants(child.pid as number) : []
      for (const pid of [child.pid as number, ...others]) kill(pid)
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** A start that is cut off after so many milliseconds, wherever it has come to by then. */
export async function serveBriefly(dataFolder: string, port: number, ms: number): Promise<void> {
  const child = spawnServer(dataFolder, port)
  const ended = once(child, 'exit')
  setTimeout(() => child.kill('SIGKILL'), ms)
  await ended
}

function spawnServer(dataFolder: string, port: number): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  const args = [resolve('luoshi'), 'serve', '--data', dataFolder, '--port', String(port), '--lang', 'zh']
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** `heard` waits for a sentence of the server and gives the part in brackets. */
function listen(child: ChildProcess): { said(): string; heard(wanted: RegExp): Promise<string> } {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      said += text
      child.emit('said')
    })
  }
  const heard = (wanted: RegExp) =>
    new Promise<string>((found, lost) => {
      const look = () => {
        const part = wanted.exec(said)?.[1]
        if (part) found(part)
      }
      child.on('said', look)
      child.once('exit', (code) => lost(new Error(`the server ended with ${code} before it said ${wanted}: ${said}`)))
      look()
    })
  return { said: () => said, heard }
}

/** All processes that `pid` has started, and those that these have started. */
function descendants(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
  return children.flatMap((child) => [Number(child), ...descendants(Number(child))])
}

/** From `pid (name) state ppid …`; the name may hold anything, brackets and blanks too. */
function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(join('/proc', pid, 'stat'), 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null // it has just ended
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** A port that nobody listens at now. */
export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}
