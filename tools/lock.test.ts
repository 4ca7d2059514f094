// The lock that is checked in is complete, and the completer can tell one that is not.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addressedEntries, type Lock, missingEntries } from './lock.ts'

test('the lock file is complete and names no registry', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  expect(missingEntries(lock)).toEqual({})
  expect(addressedEntries(lock)).toEqual([])
})

test('an optional package that the registry lacks gets an entry by its name', () => {
  const tool = {
    dev: true,
    optionalDependencies: { '@tool/linux-arm64-musl': '^1.2.3', '@tool/darwin-x64': '1.2.3' },
  } as const
  const lock = { packages: { '': {}, 'node_modules/tool': tool, 'node_modules/@tool/darwin-x64': {} } }
  expect(missingEntries(lock)).toEqual({
    'node_modules/@tool/linux-arm64-musl': {
      version: '1.2.3',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
    },
  })
})

test('a package is found next to the one that asks for it', () => {
  const inner = { optionalDependencies: { leaf: '1.0.0' } }
  const lock = { packages: { 'node_modules/a/node_modules/b': inner, 'node_modules/a/node_modules/leaf': {} } }
  expect(missingEntries(lock)).toEqual({})
})

test('an address in the lock is found', () => {
  const lock = { packages: { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } } }
  expect(addressedEntries(lock)).toEqual(['node_modules/a'])
})
