// The web client, built for tests into a folder of their own, and again when one of its sources has changed since.
import { execFile } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const folder = resolve('test-output/web')
const sources = [
  'vite.config.ts',
  'package.json',
  'src/web',
  'src/contract',
  'src/domain',
  'src/reading',
  'corpus',
  'presets/lights',
]

/** The folder with the built index.html; a build takes about five seconds. */
export async function builtWeb(): Promise<string> {
  const built = changedAt(join(folder, 'index.html'))
  const changed = Math.max(...sources.flatMap(filesBelow).map(changedAt))
  if (built < changed) await build()
  return folder
}

/** In a process of its own: here React and Ant Design would be built as they are for tests, not as they are for people. */
async function build(): Promise<void> {
  const args = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir']
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
}

function filesBelow(place: string): string[] {
  if (statSync(place).isFile()) return [place]
  const found = readdirSync(place, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
