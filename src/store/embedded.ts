// The embedded PostgreSQL: one server per data folder, shared by every process that asks for it (the web server, a
// command), started by the first and stopped when the last has gone, even if that one was killed.
// The kernel's file locks say who is there, so nothing is left behind by a crash:
//   postgres.users   shared by each process that uses the server; who gets it alone may stop the server
//   postgres.start   held while looking and starting, so that of several first starts one makes the server
//   postgres.server  inherited by every process of the server; while it is held, the server is not gone
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chooseIdentity, type Identity, npmPrograms, type Programs } from '#store/postgres-program.ts'

/** A running server: `url` is its superuser's; `adopted` says that another process had started it. */
export type Embedded = {
  url: string
  adopted: boolean
  /** Stop using it. The last one to stop ends the server; whoever started it also waits for that end. */
  stop(): Promise<void>
}

type Settings = Record<string, string>
type Place = ReturnType<typeof placeOf>
type Postmaster = { pid: number; port: number; status: string }
type Hold = { release(): Promise<void> }

/**
 * Starts the server on the database below `folder` (made when missing), or joins the one that runs there.
 * `settings` are PostgreSQL settings for a server started by this call, `programs` another PostgreSQL than that from npm.
 * Takes 5 ms to join, 0.1 s to start, 1 s to start for the first time. Throws a sentence that says what to do.
 */
export async function startEmbedded(folder: string, settings: Settings = {}, programs?: Programs): Promise<Embedded> {
  const place = placeOf(resolve(folder))
  makeFolder(place.folder)
  const using = await hold('--shared', place.users)
  try {
    if (running(place)) return joined(place, using)
    const starting = await hold('--exclusive', place.start)
    try {
      if (running(place)) return joined(place, using)
      return started(place, using, await startServer(place, settings, programs ?? npmPrograms()))
    } finally {
      await starting.release()
    }
  } catch (error) {
    await using.release()
    throw error
  }
}

function placeOf(folder: string) {
  return {
    folder,
    cluster: join(folder, 'postgres'),
    unfinished: join(folder, 'postgres.new'),
    password: join(folder, 'postgres.password'),
    log: join(folder, 'postgres.log'),
    users: join(folder, 'postgres.users'),
    start: join(folder, 'postgres.start'),
    server: join(folder, 'postgres.server'),
  }
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o711 })
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK)
  } catch (error) {
    throw new Error(`The data folder ${folder} cannot be made or written: ${(error as Error).message}.`)
  }
}

/** Waits for a lock on `file` and keeps it until released, or until this process ends in whatever way. */
async function hold(mode: '--shared' | '--exclusive', file: string): Promise<Hold> {
  const args = [mode, '--no-fork', file, 'sh', '-c', 'echo held; exec cat >&2']
  const holder = spawn('flock', args, { cwd: '/', detached: true, stdio: ['pipe', 'pipe', 'ignore'] })
  const ended = once(holder, 'exit')
  const answer = await Promise.race([once(holder.stdout, 'data'), ended]).catch((error: Error) => {
    throw new Error(
      `The embedded PostgreSQL needs flock and setpriv of util-linux (${error.message}): set DATABASE_URL.`,
    )
  })
  if (String(answer[0]) !== 'held\n')
    throw new Error(`The file ${file} cannot be locked: is it writable for this user?`)
  for (const each of [holder, holder.stdin, holder.stdout] as { unref(): void }[]) each.unref()
  return {
    release: async () => {
      holder.ref()
      holder.stdin.end()
      await ended
    },
  }
}

function joined(place: Place, using: Hold): Embedded {
  return { url: urlOf(place), adopted: true, stop: () => using.release() }
}

function started(place: Place, using: Hold, keeper: ChildProcess): Embedded {
  const ended = once(keeper, 'exit')
  const stop = async () => {
    await using.release()
    while (!(await Promise.race([ended, pause(500, false)]))) {
      if (postmaster(place)?.status === 'ready') return // others still use it
    }
  }
  return { url: urlOf(place), adopted: false, stop }
}

function urlOf(place: Place): string {
  return `postgres://postgres:${readPassword(place)}@127.0.0.1:${postmaster(place)?.port}/postgres`
}

function readPassword(place: Place): string {
  try {
    return fs.readFileSync(place.password, 'utf8').trim()
  } catch (error) {
    throw new Error(`The database password cannot be read: ${(error as Error).message}. Start as the user who owns it.`)
  }
}

/** What postmaster.pid says; it may be left over from a server that was killed. */
function postmaster(place: Place): Postmaster | undefined {
  try {
    const lines = fs.readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** Is the server of this place ready? The lock tells a living server from a file left over. */
function running(place: Place): boolean {
  const found = postmaster(place)
  if (found?.status !== 'ready' || !processExists(found.pid)) return false
  return spawnSync('flock', ['--shared', '--nonblock', place.server, 'true'], { cwd: '/' }).status === 1
}

function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function startServer(place: Place, settings: Settings, programs: Programs): Promise<ChildProcess> {
  const owner = fs.statSync(place.cluster, { throwIfNoEntry: false })
  const identity = chooseIdentity(programs.folder, place.folder, owner)
  if (owner === undefined) makeCluster(place, programs, identity, settings.fsync !== 'off')
  else if (owner.uid !== identity.uid) give(place.cluster, identity)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const keeper = spawnKeeper(place, programs, identity, { ...serverSettings, port: String(port), ...settings })
    if (await becameReady(place, keeper, port)) return keeper
    const log = fs.readFileSync(place.log, 'utf8')
    // The free port may have been taken by somebody else in between.
    if (attempt === 3 || !log.includes('could not bind'))
      throw new Error(`PostgreSQL did not start:\n${log.slice(-2000)}`)
  }
}

function give(path: string, identity: Identity): void {
  if (process.getuid?.() !== 0) return
  const given = spawnSync('chown', ['-R', `${identity.uid}:${identity.gid}`, path], { encoding: 'utf8' })
  if (given.status !== 0)
    throw new Error(`The database folder cannot be handed to uid ${identity.uid}: ${given.stderr}`)
}

/** Made aside and renamed, so that a start killed half way leaves nothing that looks like a database. */
function makeCluster(place: Place, programs: Programs, identity: Identity, durable: boolean): void {
  fs.rmSync(place.unfinished, { recursive: true, force: true })
  fs.mkdirSync(place.unfinished, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const passwordForInit = `${place.password}.new`
  for (const file of [place.password, passwordForInit]) {
    fs.rmSync(file, { force: true })
    fs.writeFileSync(file, `${password}\n`, { mode: 0o600 })
  }
  give(place.unfinished, identity)
  give(passwordForInit, identity)
  try {
    const args = [
      ...clusterOptions,
      ...programs.localeOptions,
      ...(durable ? [] : ['--no-sync']),
      `--pwfile=${passwordForInit}`,
      '-D',
      place.unfinished,
    ]
    runAs(identity, join(programs.folder, 'initdb'), args)
    fs.renameSync(place.unfinished, place.cluster)
  } finally {
    fs.rmSync(passwordForInit, { force: true })
  }
}

const clusterOptions = ['--username=postgres', '--auth=scram-sha-256', '--data-checksums', '--encoding=UTF8']

function runAs(identity: Identity, program: string, args: string[]): void {
  const [command, ...rest] = [...identity.prefix, program, ...args]
  const run = spawnSync(command as string, rest, { cwd: '/', env: serverEnvironment(), encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The database could not be made: ${run.stderr || run.error?.message}`)
}

function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, TZ: 'UTC' }
}

// $1 the server lock, $2 the users lock, $3 the cluster, then the command. The keeper waits until no process of an
// earlier server is left, starts the server, and ends it (INT: fast shutdown, repeated because a server just starting does
// not hear it) once it gets the users lock alone. If the keeper itself is killed, the kernel sends the server that signal.
const keeperScript = `
exec 9>"$1"
flock --wait 60 9 || exit 75
rm -f "$3/postmaster.pid"
users=$2
shift 3
"$@" &
server=$!
setpriv --pdeathsig TERM flock --exclusive "$users" sh -c \\
  'while kill -INT $0; do sleep 0.05; done' $server 9>&- 2>/dev/null &
watch=$!
wait $server
code=$?
kill $watch
exit $code
`

function spawnKeeper(place: Place, programs: Programs, identity: Identity, settings: Settings): ChildProcess {
  const server = [
    ...identity.prefix,
    'setpriv',
    '--pdeathsig',
    'INT',
    join(programs.folder, 'postgres'),
    '-D',
    place.cluster,
  ]
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-c', keeperScript, 'keeper', place.server, place.users, place.cluster, ...server, ...set]
  if (fs.existsSync(place.log)) fs.renameSync(place.log, `${place.log}.before`)
  const log = fs.openSync(place.log, 'w', 0o600)
  // detached: an interrupt typed at a terminal must reach us first, so that work in hand can be saved.
  const keeper = spawn('sh', args, { cwd: '/', env: serverEnvironment(), detached: true, stdio: ['ignore', log, log] })
  fs.closeSync(log)
  keeper.unref()
  return keeper
}

// No unix socket: its path may be at most 107 bytes long. No POSIX shared memory: containers give very little of it.
const serverSettings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  dynamic_shared_memory_type: 'mmap',
  password_encryption: 'scram-sha-256',
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}

/** Waits until the server accepts connections (after a crash it first recovers, which may take long) or has ended. */
async function becameReady(place: Place, keeper: ChildProcess, port: number): Promise<boolean> {
  while (keeper.exitCode === null && keeper.signalCode === null) {
    const found = postmaster(place)
    if (found?.port === port && found.status === 'ready') return true
    await pause(10)
  }
  return false
}
