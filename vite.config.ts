// Builds the web client from src/web into dist/web. The list of doors (names, methods, paths, who may) is taken from the
// contract here, at build time, so that the browser needs neither the schemas nor Zod.

import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

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

export default defineConfig({
  root: 'src/web',
  plugins: [react(), doors()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    // A file inlined as data: would be refused by the content security policy.
    assetsInlineLimit: 0,
  },
  server: { port: 8810, proxy: { '/api': process.env.LUOSHI_API ?? 'http://127.0.0.1:8801' } },
})
