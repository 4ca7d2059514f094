// The web's pages, built when they are missing or older than what they are made from.

import { globSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** Where the built web stands. */
export const webFolder = join(home, 'dist')

/** Built, and not before any of the sources it is built from was last written. */
export function webIsBuilt(): boolean {
  const built = statSync(join(webFolder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs
  return built !== undefined && sources().every((file) => statSync(join(home, file)).mtimeMs <= built)
}

function sources(): string[] {
  return [...globSync('src/{web,contract,domain,base}/**/*.*', { cwd: home }), 'vite.config.ts', 'package-lock.json']
}

/** Made aside and renamed: a build cut short is not taken for one, and of two at once either will do. */
export async function buildWeb(): Promise<void> {
  const aside = join(home, 'node_modules', `.luoshi-web-${process.pid}`)
  const { build } = await import('vite')
  try {
    // The folder is said again: the settings name it as seen from the project, and we may be called from anywhere.
    const places = { root: join(home, 'src/web'), configFile: join(home, 'vite.config.ts') }
    await build({ ...places, logLevel: 'warn', build: { outDir: aside, emptyOutDir: true } })
    await rm(webFolder, { recursive: true, force: true })
    await rename(aside, webFolder).catch((error: Error) => {
      if (!webIsBuilt()) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
