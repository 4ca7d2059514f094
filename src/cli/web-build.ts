// The web's pages, built when they are missing.

import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('../..', import.meta.url))

/** Where the built web stands. */
export const webFolder = join(home, 'dist')

export function webIsBuilt(): boolean {
  return existsSync(join(webFolder, 'index.html'))
}

/** Made aside and renamed: a build cut short is not taken for one, and of two at once either will do. */
export async function buildWeb(): Promise<void> {
  const aside = join(home, 'node_modules', `.luoshi-web-${process.pid}`)
  const { build } = await import('vite')
  try {
    // The folder is said again: the settings name it as seen from the project, and we may be called from anywhere.
    const places = { root: join(home, 'src/web'), configFile: join(home, 'vite.config.ts') }
    await build({ ...places, logLevel: 'warn', build: { outDir: aside, emptyOutDir: true } })
    await rename(aside, webFolder).catch((error: Error) => {
      if (!webIsBuilt()) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
