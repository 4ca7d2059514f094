// The floor checker can fail: each line is a file with one line of code, and the breach it must name.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { breaches } from './floors.ts'

const refused: [file: string, code: string, breach: string][] = [
  ['domain/a.ts', `import { x } from '#store/b.ts'`, 'imports #store/b.ts: domain sees base, reading, rules'],
  ['domain/a.ts', `import type { X } from '#store/b.ts'`, 'imports #store/b.ts: domain sees base, reading, rules'],
  ['domain/a.ts', `import {\n  x,\n  y,\n} from '#api/b.ts'`, 'imports #api/b.ts: domain sees base, reading, rules'],
  ['base/a.ts', `const x = await import('#domain/b.ts')`, 'imports #domain/b.ts: base sees nothing but itself'],
  ['base/a.ts', `import { z } from 'zod'`, 'imports zod: base may use no package'],
  ['reading/a.ts', `import { x } from '#rules/b.ts'`, 'imports #rules/b.ts: reading sees base'],
  ['rules/a.ts', `import { x } from '#reading/b.ts'`, 'imports #reading/b.ts: rules sees base'],
  [
    'contract/a.ts',
    `import { x } from '#papers/b.ts'`,
    'imports #papers/b.ts: contract sees base, reading, rules, domain',
  ],
  ['papers/a.ts', `import { x } from '#store/b.ts'`, 'imports #store/b.ts: papers sees base, reading, rules, domain'],
  ['operations/a.ts', `import pg from 'pg'`, 'imports pg: operations may use zod'],
  ['operations/a.ts', `import { fastify } from 'fastify'`, 'imports fastify: operations may use zod'],
  [
    'store/a.ts',
    `import { betterAuth } from 'better-auth/minimal'`,
    'imports better-auth/minimal: store may use zod, pg',
  ],
  ['store/a.ts', `import { Document } from 'docx'`, 'imports docx: store may use zod, pg'],
  ['cli/a.ts', `import { Button } from 'antd'`, 'imports antd: cli may use zod, vite'],
  ['domain/a.ts', `import { readFileSync } from 'node:fs'`, 'imports node:fs: domain does not run on Node alone'],
  ['web/a.tsx', `import { join } from 'node:path'`, 'imports node:path: web does not run on Node alone'],
  [
    'web/a.tsx',
    `import '#operations/b.ts'`,
    'imports #operations/b.ts: web sees base, reading, rules, domain, contract',
  ],
  [
    'api/a.ts',
    `import { x } from '#web/b.ts'`,
    ': api sees base, reading, rules, domain, contract, store, papers, operations',
  ],
  ['store/a.ts', `import { x } from './b.ts'`, 'imports ./b.ts: write it as #floor/file.ts'],
  ['store/a.ts', `import { x } from '../../tools/b.ts'`, 'imports ../../tools/b.ts: src does not look outside'],
  ['domain/a.ts', `import x from '../../presets/b.json' with { type: 'json' }`, 'presets are read further up'],
  ['domain/a.ts', `export * from '#base/b.ts'`, 'passes on exports of another file'],
  ['domain/a.ts', `export { x } from '#base/b.ts'`, 'passes on exports of another file'],
  ['domain/a.ts', 'export default function x() {}', 'has a default export'],
  ['domain/a.ts', 'const now = Date.now()', 'uses Date.now: this floor is pure'],
  ['domain/a.ts', 'const now = new Date()', 'uses new Date(): this floor is pure'],
  ['web/pages/parts/a.tsx', '', 'lies deeper than two folders below src'],
  ['domain/index.ts', '', 'has a name that says nothing'],
  ['store/user-service.ts', '', 'has a name that says nothing'],
  ['store/dateUtils.ts', '', 'has a name that says nothing'],
  ['lib/a.ts', '', 'src/lib/a.ts stands on no floor'],
  ['a.ts', '', 'src/a.ts stands on no floor'],
]

const allowed: [file: string, code: string][] = [
  ['domain/a.ts', `import { z } from 'zod'\nimport { x } from '#base/b.ts'\nimport { y } from '#domain/c.ts'`],
  ['rules/a.ts', `import { parser } from 'lezer-feel'`],
  ['store/a.ts', `import pg from 'pg'\nimport { join } from 'node:path'\nimport x from '../../presets/b.json'`],
  ['api/a.ts', `import staticFiles from '@fastify/static'\nimport { betterAuth } from 'better-auth'`],
  ['cli/a.ts', `import { serve } from '#api/serve.ts'`],
  ['papers/a.ts', `import { Document } from 'docx'`],
  ['web/pages/a.tsx', `import { Button } from 'antd'\nimport zh from 'antd/locale/zh_CN'\nimport '../look.css'`],
  ['domain/a.test.ts', `import { test } from 'vitest'\nimport { y } from '../../test/support/x.ts'`],
  ['domain/a.ts', `// import { x } from '#store/b.ts'\n/** Not Date.now(): the day is an argument. */`],
  ['base/a.ts', `export const url = 'https://example.org' // import nothing from '#web/a.ts'`],
  ['domain/a.ts', `export const day = new Date('2024-01-01')`],
]

test.each(refused)('%s: %s', (file, code, breach) => {
  const found = breachesIn(file, code)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(breach)
})

test.each(allowed)('%s may: %s', (file, code) => {
  expect(breachesIn(file, code)).toEqual([])
})

test('this project keeps to its floors', () => {
  expect(breaches('src')).toEqual([])
})

function breachesIn(file: string, code: string): string[] {
  const src = mkdtempSync(join(tmpdir(), 'luoshi-floors-'))
  mkdirSync(dirname(join(src, file)), { recursive: true })
  writeFileSync(join(src, file), code)
  try {
    return breaches(src)
  } finally {
    rmSync(src, { recursive: true })
  }
}
