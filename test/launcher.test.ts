// The launcher starts src/cli/main.ts with what it was given, from any folder, also by a link and from an older Node.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// A project of its own, whose main.ts tells what reached it.
const home = mkdtempSync(join(tmpdir(), 'luoshi-launcher-'))
const launcher = join(home, 'luoshi')
mkdirSync(join(home, 'src/cli'), { recursive: true })
for (const file of ['luoshi', 'package.json']) copyFileSync(file, join(home, file))
writeFileSync(
  join(home, 'src/cli/main.ts'),
  `const [wish, value]: string[] = process.argv.slice(2)
   if (wish === 'tell') process.stdin.on('data', (text) => console.log(JSON.stringify([process.argv.slice(2), String(text)])))
   if (wish === 'end') process.exitCode = Number(value)
   if (wish === 'die') process.kill(process.pid, 'SIGKILL')
   if (wish === 'wait') {
     process.on('SIGTERM', () => process.exit(7))
     setInterval(() => {}, 1000)
     console.log('waiting')
   }`,
)
afterAll(() => rmSync(home, { recursive: true }))

// The node that the system has, which may be older than ours.
const PATH = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
const env = { ...process.env, PATH: PATH.join(delimiter) }

test('without an installation it says what to run', () => {
  const run = launch(launcher, [])
  expect(run.status).toBe(1)
  expect(run.stderr).toBe(`Luoshi is not installed yet: run "npm ci" in ${home}.\n`)
  symlinkSync(resolve('node_modules'), join(home, 'node_modules'))
})

test('arguments and input arrive, by a link and from another folder', () => {
  const link = join(home, 'link')
  symlinkSync(launcher, link)
  expect(JSON.parse(launch(link, ['tell', '两 字', '']).stdout)).toEqual([['tell', '两 字', ''], '输入'])
})

test.each([
  ['end', '0', 0],
  ['end', '5', 5],
  ['die', '', 137],
])('%s %s ends with %i', (wish, value, code) => {
  const run = launch(launcher, [wish, value])
  expect(run.status ?? 137).toBe(code)
})

test('a signal is passed on', async () => {
  const child = spawn(launcher, ['wait'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await ended).toEqual([7, null])
})

function launch(file: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(file, args, { cwd: '/', env, encoding: 'utf8', input: '输入' })
}
