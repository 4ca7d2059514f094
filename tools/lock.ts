// Completes package-lock.json: node tools/lock.ts after every npm install; with --check it only says what is wrong.
// A registry need not carry the packages for every platform. npm leaves those out of the lock, and then npm 11 and 12
// refuse that lock as incomplete (npm/cli#9846). An entry without a hash is enough: no machine of ours installs them.
// The lock must not name a registry either, so that it installs from any.
import { readFileSync, writeFileSync } from 'node:fs'

/** The part of a lock file that this reads and writes; keys of `packages` are paths, '' is the project. */
export type Lock = { packages: Record<string, Locked> }
export type Locked = {
  version?: string
  resolved?: string
  dev?: true
  optional?: true
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

/** Entries for the optional packages that `lock` lacks, by path. */
export function missingEntries(lock: Lock): Record<string, Locked> {
  const missing: Record<string, Locked> = {}
  for (const [path, entry] of Object.entries(lock.packages))
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isLocked(lock, path, name)) missing[`node_modules/${name}`] = stub(name, range, entry.dev)
  return missing
}

/** Entries that name the address they were downloaded from. */
export function addressedEntries(lock: Lock): string[] {
  return Object.keys(lock.packages).filter((path) => lock.packages[path]?.resolved?.includes('://'))
}

/** Looks for a package as Node does: next to the one that asks, then in each folder above. */
function isLocked(lock: Lock, path: string, name: string): boolean {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    if (`${from ? `${from}/` : ''}node_modules/${name}` in lock.packages) return true
    if (!from) return false
  }
}

function stub(name: string, range: string, dev: true | undefined): Locked {
  const libc = /musl/.test(name) ? ['musl'] : /gnu/.test(name) ? ['glibc'] : undefined
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(dev && { dev }),
    optional: true,
    os: [named(name, platforms) ?? 'none'],
    ...optionally('cpu', named(name, processors)),
    ...(libc && { libc }),
  }
}

function optionally(key: 'cpu', word: string | undefined): { cpu?: string[] } {
  return word ? { [key]: [word] } : {}
}

/** The key of the first pattern that the package's name shows. */
function named(name: string, patterns: Record<string, RegExp>): string | undefined {
  return Object.keys(patterns).find((key) => patterns[key]?.test(name))
}

const platforms = {
  darwin: /darwin|macos/,
  win32: /win32|windows|-win-/,
  android: /android/,
  freebsd: /freebsd/,
  openbsd: /openbsd/,
  netbsd: /netbsd/,
  sunos: /sunos/,
  aix: /aix/,
  openharmony: /openharmony/,
  linux: /linux/,
}
const processors = {
  arm64: /arm64|aarch64/,
  arm: /armhf|gnueabihf|-arm(v7)?(-|$)/,
  x64: /x64|x86_64/,
  ia32: /ia32/,
  ppc64: /ppc64/,
  s390x: /s390x/,
  riscv64: /riscv64/,
  loong64: /loong64/,
  mips64el: /mips64el/,
  wasm32: /wasm32/,
}

function check(lock: Lock): string[] {
  return [
    ...Object.keys(missingEntries(lock)).map((path) => `package-lock.json lacks ${path}: run npm run lock`),
    ...addressedEntries(lock).map(
      (path) => `package-lock.json names a registry at ${path}: npm install with our .npmrc`,
    ),
  ]
}

function complete(lock: Lock, file: string): void {
  const missing = missingEntries(lock)
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
  console.log(`package-lock.json: ${Object.keys(missing).length} entries added`)
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  if (process.argv.includes('--check')) {
    const wrong = check(lock)
    for (const line of wrong) console.error(line)
    process.exitCode = wrong.length ? 1 : 0
  } else complete(lock, 'package-lock.json')
}
