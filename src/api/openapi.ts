// The OpenAPI 3.1 description, as a loop over the contract. Nouns are components; everything else stands in its place.

import { z } from 'zod'
import { statusOf } from '#api/problems.ts'
import type { RefusalCode } from '#base/refusal.ts'
import { contract } from '#contract/contract.ts'
import type { Entry } from '#contract/entry.ts'
import { CommitmentRow } from '#contract/overview.ts'
import { NewAccount } from '#contract/zone.ts'
import { Briefing, BriefingContents, BriefingLine } from '#domain/briefing.ts'
import { Commitment, Duty, Mention, Report } from '#domain/commitment.ts'
import { Document, DocumentCard } from '#domain/document.ts'
import { Evidence } from '#domain/evidence.ts'
import { JournalLine } from '#domain/journal.ts'
import { Lit } from '#domain/light.ts'
import { Proposal, Wording } from '#domain/proposal.ts'
import { View } from '#domain/view.ts'
import { Directory, Person, Post, Unit, Zone } from '#domain/zone.ts'
import { Statement } from '#reading/statement.ts'

type Json = Record<string, unknown>
export type OpenApi = {
  openapi: string
  info: Json
  servers: Json[]
  security: Json[]
  paths: Record<string, Record<string, Json>>
  components: { schemas: Record<string, Json>; [part: string]: Json }
}

const nouns = {
  ...{ Zone, Unit, Post, Person, Directory, NewAccount },
  ...{ Document, DocumentCard, Statement, Wording, Proposal },
  ...{ Commitment, CommitmentRow, Duty, Mention, Report, Evidence, Lit },
  ...{ View, Briefing, BriefingContents, BriefingLine, JournalLine },
}

/** `cookie` is the name of the session cookie. */
export function openApi(cookie: string): OpenApi {
  const { schemas, outputs } = described()
  const paths: OpenApi['paths'] = {}
  for (const [name, entry] of Object.entries(contract) as [string, Entry][]) {
    const at = `/api${entry.path}`
    paths[at] = { ...paths[at], [methodOf(entry)]: operation(name, entry, outputs[name]) }
  }
  const session = { type: 'apiKey', in: 'cookie', name: cookie }
  return {
    openapi: '3.1.0',
    info: { title: 'Luoshi 落实', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: { schemas: { ...schemas, Problem: problemSchema }, securitySchemes: { session } },
  }
}

export function methodOf(entry: Entry): 'get' | 'post' {
  return entry.is === 'question' ? 'get' : 'post'
}

/** The nouns and the outputs of all entries, with references to the nouns in place of their copies. */
function described(): { schemas: Record<string, Json>; outputs: Record<string, Json> } {
  const registry = z.registry<{ id?: string }>()
  for (const [name, noun] of Object.entries(nouns)) registry.add(noun, { id: name })
  const wrapped = Object.entries(contract)
    .filter(([, entry]) => entry.carries !== 'download')
    .map(([name, entry]) => [name, z.object({ output: entry.output as z.ZodType })] as const)
  for (const [name, output] of wrapped) registry.add(output, { id: `${name}.output` })
  const all = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, io: 'output' }).schemas
  const bare = (id: string) => withoutNames(all[id] as Json)
  const schemas = Object.fromEntries(Object.keys(nouns).map((name) => [name, bare(name)]))
  const outputs = wrapped.map(([name]) => [name, (bare(`${name}.output`).properties as { output: Json }).output])
  return { schemas, outputs: Object.fromEntries(outputs) }
}

function withoutNames({ $schema, $id, ...schema }: Json): Json {
  return schema
}

function operation(operationId: string, entry: Entry, output: Json | undefined): Json {
  const { summary, path, may, input } = entry
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
  const rest = Object.keys(input.shape).filter((field) => !inPath.includes(field))
  const inQuery = entry.is === 'question' || entry.carries === 'upload'
  return {
    operationId,
    summary,
    tags: [path.split('/')[1] as string],
    parameters: [...inPath.map(parameter('path', input)), ...(inQuery ? rest.map(parameter('query', input)) : [])],
    ...requestBody(entry, rest),
    responses: { '200': answer(entry, output), ...problems(entry) },
    'x-may': may,
  }
}

function parameter(where: 'path' | 'query', input: z.ZodObject) {
  return (name: string): Json => {
    const field = input.shape[name] as z.ZodType
    const required = where === 'path' || !field.safeParse(undefined).success
    return { name, in: where, required, schema: inputSchema(field), ...(where === 'query' && { explode: true }) }
  }
}

function requestBody(entry: Entry, fields: string[]): Json {
  if (entry.is === 'question') return {}
  if (entry.carries === 'upload')
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  const body = z.object(Object.fromEntries(fields.map((name) => [name, entry.input.shape[name] as z.ZodType])))
  return { requestBody: { required: true, content: { 'application/json': { schema: inputSchema(body) } } } }
}

function inputSchema(schema: z.ZodType): Json {
  return withoutNames(z.toJSONSchema(schema, { io: 'input' }) as Json)
}

function answer(entry: Entry, output: Json | undefined): Json {
  if (entry.carries !== 'download') return { description: 'Done', content: { 'application/json': { schema: output } } }
  const headers = { 'Content-Disposition': { schema: { type: 'string' } } }
  return { description: 'The file', headers, content: { 'application/octet-stream': {} } }
}

/** One response per status, naming the codes it can carry. */
function problems(entry: Entry): Record<string, Json> {
  const everywhere: RefusalCode[] = ['bad-input', 'signed-out', 'password-change-due']
  const codes = new Set([...everywhere, ...(entry.may === 'anyone' ? [] : ['forbidden' as const]), ...entry.refusals])
  const byStatus = Map.groupBy(codes, (code) => String(statusOf[code]))
  const content = (of: RefusalCode[]) => ({
    'application/problem+json': {
      schema: { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: of } } }] },
    },
  })
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [status, { description: of.join(', '), content: content(of) }]),
  )
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'facts'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'The whole sentence, in the language asked for' },
    status: { type: 'integer' },
    code: { type: 'string' },
    facts: { type: 'object' },
  },
}
