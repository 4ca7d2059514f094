// How the tests run: all files of a worker share one module world (isolation costs far more than the tests themselves;
// each file has its own database), and a PostgreSQL starts when the first test wants one.
import { defineConfig } from 'vitest/config'
import web from './vite.config.ts'

export default defineConfig({
  plugins: web.plugins ?? [],
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    globalSetup: ['test/support/databases-of-a-run.ts'],
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
