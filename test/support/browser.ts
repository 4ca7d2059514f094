// A Chromium for tests that needs nothing installed: the one npm carries, unpacked once per machine and version.
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { type Browser, chromium } from 'playwright-core'

/** A new browser; CHROME_PATH names another Chromium than the one from npm. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH
  if (own) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] })
  const folder = await unpackChromium(tmpdir())
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox'], // tests may run as root, where the sandbox refuses
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(folder, 'lib'),
      FONTCONFIG_FILE: join(folder, 'luoshi-fonts.conf'),
    },
  })
}

/** The folder below `place` with the program; made aside and renamed, so that two at once cannot disturb each other. */
export async function unpackChromium(place: string): Promise<string> {
  const carrier = carrierFolder()
  const { version } = JSON.parse(await readFile(join(carrier, 'package.json'), 'utf8'))
  const folder = join(place, `luoshi-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (isOurs(folder)) return folder
  const unfinished = `${folder}.${randomUUID()}`
  await mkdir(unfinished, { mode: 0o700 })
  await unpackInto(unfinished, join(carrier, 'bin'))
  await writeFile(join(unfinished, 'luoshi-fonts.conf'), fontConfiguration(folder))
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true, force: true })
    if (!isOurs(folder)) throw error // otherwise another process was first
  })
  return folder
}

/** The place is guessable and anybody may write there: take only what this user has put there. */
function isOurs(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && found.uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else: remove it.`)
  return found !== undefined
}

function carrierFolder(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `npm carries no Chromium for ${process.platform} ${process.arch}: set CHROME_PATH to an installed one.`,
    )
  return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
}

async function unpackInto(folder: string, archives: string): Promise<void> {
  await decompress(join(archives, 'chromium.br'), join(folder, 'chromium'))
  for (const name of ['swiftshader', 'al2023', 'fonts']) {
    const archive = join(folder, `${name}.tar`)
    await decompress(join(archives, `${name}.tar.br`), archive)
    execFileSync('tar', ['--extract', '--no-same-owner', '--file', archive, '--directory', folder])
    await rm(archive)
  }
}

async function decompress(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }))
}

/** Without any font Chromium shows a blank page and does not even load web fonts. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
}
