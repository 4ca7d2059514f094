// Builds the web client from src/web into dist. The list of doors (names, methods, paths, who may) is taken from the
// contract here, at build time, so that the browser needs neither the schemas nor Zod.

import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const gzipped = promisify(gzip)
const brotlied = promisify(brotliCompress)

function doors(): Plugin {
  const id = 'virtual:doors'
  return {
    name: 'doors-of-the-contract',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null
      const { contract } = await import(new URL('./src/contract/contract.ts', import.meta.url).href)
      const told = Object.entries(contract as typeof import('#contract/contract.ts').contract).map(
        ([name, { is, path, may, carries }]) => [name, { is, path, may, carries }],
      )
      return `export const doors = ${JSON.stringify(Object.fromEntries(told))}`
    },
  }
}

/** The marked passages of corpus/, each file under its theme, for the gallery. */
function corpus(): Plugin {
  const id = 'virtual:corpus'
  const themesIn = async (folder: string) => {
    const place = fileURLToPath(new URL(`./corpus/${folder}`, import.meta.url))
    const names = (await readdir(place)).filter((name) => name.endsWith('.txt')).sort()
    return Promise.all(
      names.map(async (name) => ({ theme: name.slice(0, -4), file: await readFile(join(place, name), 'utf8') })),
    )
  }
  return {
    name: 'marked-passages',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    async load(source) {
      if (source !== `\0${id}`) return null
      const [statements, mentions] = [await themesIn(''), await themesIn('mentions')]
      return `export const corpus = ${JSON.stringify({ statements, mentions })}`
    },
  }
}

/** Every script and style again as .br and .gz beside itself; the server sends these to browsers that take them. */
function compressed(): Plugin {
  return {
    name: 'compressed-twins',
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle).filter((name) => /\.(js|mjs|css|svg)$/.test(name))
      await Promise.all(names.map((name) => compress(join(dir as string, name))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  await writeFile(`${file}.gz`, await gzipped(bytes, { level: 9 }))
  await writeFile(`${file}.br`, await brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
}

/** The server that `npx vite` passes the API's calls on to. */
const api = process.env.LUOSHI_API ?? 'http://127.0.0.1:8787'

export default defineConfig({
  root: 'src/web',
  plugins: [react(), doors(), corpus(), compressed()],
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    target: 'es2022',
    // The drawing of maps is one piece of 1,1 MB (290 kB packed), loaded with the first map.
    chunkSizeWarningLimit: 1200,
    // A file inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
  },
  server: { port: 8810, proxy: { '/api': { target: api, changeOrigin: true, headers: { origin: api } } } },
})
