// The JavaScript that a browser fetches, gzipped file by file, as the build's manifest tells it: for the first page
// (signing in) and for 待办 on top of it, beside React alone from the same Vite.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { type Row, row } from './rows.ts'

type Manifest = Record<string, { file: string; imports?: string[] }>

/** What router.tsx loads for each page by `import()`; a name that is not in the build is an error. */
const signIn = ['index.html', 'pages/sign-in.tsx']
const todo = ['parts/frame.tsx', 'pages/todo.tsx']

export async function page(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'luoshi-bench-page-'))
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true, manifest: true } })
  const manifest: Manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8'))
  const first = filesOf(manifest, signIn)
  const further = filesOf(manifest, todo).difference(first)
  const [ours, more] = await Promise.all([first, further].map((files) => gzippedBytes(folder, files)))
  await rm(folder, { recursive: true, force: true })
  const react = await reactAlone()
  const besideWhat = 'react + react-dom alone, same Vite'
  return [
    row(`JavaScript of the first page, gzip, ${first.size} files`, 'bytes', ours as number, react, besideWhat),
    row(`JavaScript of 待办 in addition, gzip, ${further.size} files`, 'bytes', more as number, react, besideWhat),
  ]
}

/** The files of these sources and of all they import. */
function filesOf(manifest: Manifest, sources: readonly string[]): Set<string> {
  const files = new Set<string>()
  const follow = (source: string) => {
    const chunk = manifest[source]
    if (!chunk) throw new Error(`the build has no chunk for ${source}: see src/web/router.tsx`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(follow)
  }
  sources.forEach(follow)
  return files
}

async function gzippedBytes(folder: string, files: Iterable<string>): Promise<number> {
  const sizes = await Promise.all([...files].map(async (file) => gzipped(await readFile(path.join(folder, file)))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

const gzipped = (bytes: Uint8Array | string): number => gzipSync(bytes, { level: 9 }).length

/** The smallest page that React can draw. */
async function reactAlone(): Promise<number> {
  const id = 'virtual:react-alone'
  const code = `import { createElement } from 'react'
    import { createRoot } from 'react-dom/client'
    createRoot(document.body).render(createElement('p', null, 'React'))`
  const entry = {
    name: 'react-alone',
    resolveId: (source: string) => (source === id ? path.resolve('react-alone.js') : null),
    load: (source: string) => (source.endsWith('react-alone.js') ? code : null),
  }
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [entry],
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: id } },
  })) as Rolldown.RolldownOutput
  return built.output.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipped(part.code) : 0), 0)
}
