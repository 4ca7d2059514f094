// Checks the shape of src: imports look down, each library stays on its floor, the pure floors stay pure, no barrels,
// no default exports, no deep folders, no names that say nothing. Prints one sentence for each breach.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, posix } from 'node:path'

type Floor = {
  /** The floors it may import from, besides itself. */
  sees: string[]
  /** The packages it may import; a name that ends in / stands for all packages of that scope. */
  packages: string[]
  /** Runs on a server: may use what Node brings, and the presets. */
  node?: true
  /** May read the files of presets/. */
  presets?: true
  /** No clock, chance, network or process: the same input gives the same output. */
  pure?: true
}

const uptoDomain = ['base', 'reading', 'rules', 'domain']
const uptoThree = [...uptoDomain, 'contract', 'store', 'papers']
const paperPackages = ['docx', 'hucre', 'mammoth', 'unpdf', '@mozilla/readability', 'linkedom', 'fflate']
const webPackages = [
  'virtual:doors', // these two are made by vite.config.ts
  'virtual:corpus',
  'react',
  'react-dom',
  'antd',
  '@ant-design/',
  '@tanstack/',
  'dayjs',
  'echarts',
  'maplibre-gl',
  '@fontsource-variable/',
  '@codemirror/',
]

/** The house, from the ground up. Text here is the rule; docs/map.md only tells it. */
export const floors: Record<string, Floor> = {
  base: { sees: [], packages: [], pure: true },
  reading: { sees: ['base'], packages: ['zod'], pure: true },
  rules: { sees: ['base'], packages: ['zod', 'lezer-feel', '@lezer/common'], pure: true },
  domain: { sees: ['base', 'reading', 'rules'], packages: ['zod', '@turf/'], pure: true },
  contract: { sees: uptoDomain, packages: ['zod'], pure: true },
  store: { sees: uptoDomain, packages: ['zod', 'pg'], node: true, presets: true },
  papers: { sees: uptoDomain, packages: ['zod', ...paperPackages], node: true },
  operations: { sees: uptoThree, packages: ['zod'], node: true, presets: true },
  api: {
    sees: [...uptoThree, 'operations'],
    packages: ['zod', 'fastify', '@fastify/', 'better-auth'],
    node: true,
    presets: true,
  },
  cli: {
    sees: [...uptoThree, 'operations', 'api'],
    packages: ['zod', 'vite'], // the first start builds the web client
    node: true,
    presets: true,
  },
  web: { sees: [...uptoDomain, 'contract'], packages: ['zod', ...webPackages] },
}

const emptyNames = /^(index|data|info|common|misc|base|.*(service|repository|manager|helpers?|utils?|impl|dto))$/
const impurities =
  /\b(Date\.now|Math\.random|performance\.now|crypto\.\w+|process\.\w+|fetch|setTimeout|setInterval)\b|\bnew Date\(\)/

/** Every breach below `src`, as sentences that begin with the file. */
export function breaches(src: string): string[] {
  return filesBelow(src).flatMap((file) => breachesOf(file, readFileSync(join(src, file), 'utf8')))
}

function filesBelow(src: string): string[] {
  const all = readdirSync(src, { recursive: true, withFileTypes: true })
  const files = all.filter((each) => each.isFile()).map((each) => posix.relative(src, join(each.parentPath, each.name)))
  return files.filter((file) => /\.(ts|tsx|js|mjs)$/.test(file)).sort()
}

function breachesOf(file: string, text: string): string[] {
  const name = file.split('/')[0] as string
  const floor = floors[name]
  if (!floor || !file.includes('/')) return [`src/${file} stands on no floor: ${Object.keys(floors).join(', ')}`]
  const code = withoutComments(text)
  const wrong = [...shape(file), ...exportsOf(code)]
  if (!isTest(file)) wrong.push(...(floor.pure ? impure(code) : []))
  for (const imported of importsOf(code)) {
    const why = refusal(name, floor, file, imported)
    if (why) wrong.push(`imports ${imported}: ${why}`)
  }
  return wrong.map((sentence) => `src/${file} ${sentence}`)
}

function shape(file: string): string[] {
  const wrong: string[] = []
  if (file.split('/').length > 3) wrong.push('lies deeper than two folders below src')
  const noun = basename(file).replace(/(\.test)?\.\w+$/, '')
  if (noun.split('-').some((word) => emptyNames.test(word.toLowerCase()))) wrong.push('has a name that says nothing')
  return wrong
}

function exportsOf(code: string): string[] {
  const wrong: string[] = []
  if (/^export\s+default\b/m.test(code)) wrong.push('has a default export')
  if (/^export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s*from\b/m.test(code))
    wrong.push('passes on exports of another file')
  return wrong
}

function impure(code: string): string[] {
  const found = code.match(impurities)
  return found ? [`uses ${found[0]}: this floor is pure, pass it in as an argument`] : []
}

/** Why a file of this floor may not import that, or undefined. */
function refusal(name: string, floor: Floor, file: string, imported: string): string | undefined {
  if (imported.startsWith('#')) return notBelow(name, floor, imported.slice(1).split('/')[0] as string)
  if (imported.startsWith('.')) return outside(floor, file, posix.join('src', posix.dirname(file), imported))
  if (isTest(file)) return undefined
  if (imported.startsWith('node:')) return floor.node ? undefined : `${name} does not run on Node alone`
  const allowed = floor.packages.some(
    (one) => imported === one || imported.startsWith(one.endsWith('/') ? one : `${one}/`),
  )
  return allowed ? undefined : `${name} may use ${floor.packages.join(', ') || 'no package'}`
}

function notBelow(name: string, floor: Floor, other: string): string | undefined {
  if (other === name || floor.sees.includes(other)) return undefined
  return `${name} sees ${floor.sees.join(', ') || 'nothing but itself'}`
}

/** A relative import: `path` is where it leads, from the root of the project. */
function outside(floor: Floor, file: string, path: string): string | undefined {
  if (path.endsWith('.css') && path.startsWith('src/web/')) return undefined
  if (path.startsWith('presets/')) return floor.presets || isTest(file) ? undefined : 'presets are read further up'
  if (path.startsWith('test/support/') && isTest(file)) return undefined
  return path.startsWith('src/') ? 'write it as #floor/file.ts' : 'src does not look outside'
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}

const importForms = [
  /^import\b[^'"`;=(]*['"]([^'"\n]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*|\{)[^'"`;=(]*\bfrom\s*['"]([^'"\n]+)['"]/gm,
  /\bimport\(\s*['"]([^'"\n]+)['"]/g,
]

/** What a file imports, for types too. */
function importsOf(code: string): string[] {
  return importForms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] as string))
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/(^|\s)\/\/.*$/gm, '')
}

if (import.meta.main) {
  const wrong = breaches('src')
  for (const sentence of wrong) console.error(sentence)
  process.exitCode = wrong.length ? 1 : 0
}
