// The OpenAPI document holds every entry, declares every parameter, and refers only to what it contains.

import { expect, test } from 'vitest'
import { methodOf, openApi } from '#api/openapi.ts'
import { contract } from '#contract/contract.ts'
import type { Entry } from '#contract/entry.ts'

const document = openApi('luoshi.session_token')
const entries = Object.entries(contract) as [string, Entry][]

test('it is a 3.1 document with a cookie for security', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.components.securitySchemes).toMatchObject({ session: { in: 'cookie', name: 'luoshi.session_token' } })
})

test.each(entries)('%s is described', (name, entry) => {
  const operation = document.paths[`/api${entry.path}`]?.[methodOf(entry)] as Operation
  expect(operation.operationId).toBe(name)
  const declared = operation.parameters.filter((one) => one.in === 'path').map((one) => `{${one.name}}`)
  expect(declared).toEqual(entry.path.match(/\{\w+\}/g) ?? [])
  const codes = Object.values(operation.responses).map((response) => response.description)
  for (const code of entry.refusals) expect(codes.join(', ')).toContain(code)
})

test('no two entries stand at the same method and path', () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.keys(methods))
  expect(operations).toHaveLength(entries.length)
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] as string)
  expect(references.length).toBeGreaterThan(20)
  const missing = references.filter((reference) => !document.components.schemas[reference.split('/').at(-1) as string])
  expect(missing).toEqual([])
})

test('a filter field with several values is an exploded array; a file is a binary body and a binary answer', () => {
  const list = document.paths['/api/commitments']?.get as Operation
  expect(list.parameters.find((one) => one.name === 'light')).toMatchObject({
    explode: true,
    schema: { type: 'array' },
  })
  const upload = document.paths['/api/documents']?.post as Operation
  expect(upload.requestBody?.content).toHaveProperty(['application/octet-stream'])
  const download = document.paths['/api/documents/{id}/original']?.get as Operation
  expect(download.responses['200']?.content).toHaveProperty(['application/octet-stream'])
})

type Operation = {
  operationId: string
  parameters: { name: string; in: string; schema: object }[]
  requestBody?: { content: object }
  responses: Record<string, { description: string; content: object }>
}
