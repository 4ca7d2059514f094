// HTTP as a loop over the contract: questions are GET, acts are POST, uploads are raw bodies, downloads are attachments.

import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignIn } from '#api/auth.ts'
import { decodeQuery, type Query } from '#api/query.ts'
import { letPass, received } from '#api/received.ts'
import { refuse } from '#base/refusal.ts'
import { contract, type EntryName, entryNames } from '#contract/contract.ts'
import type { Entry, Outgoing } from '#contract/entry.ts'
import { actorFor } from '#operations/actor.ts'
import type { Context } from '#operations/context.ts'
import { run } from '#operations/run.ts'
import type { System } from '#operations/system.ts'

type Deps = { system: System; signIn: SignIn }

export function addRoutes(app: FastifyInstance, deps: Deps): void {
  app.register(
    (api, _, done) => {
      for (const name of entryNames) if (contract[name].carries !== 'upload') addRoute(api, deps, name)
      api.register((uploads, _, done) => {
        uploads.removeAllContentTypeParsers()
        uploads.addContentTypeParser('*', (_request, stream, parsed) => parsed(null, stream))
        for (const name of entryNames) if (contract[name].carries === 'upload') addRoute(uploads, deps, name)
        done()
      })
      done()
    },
    { prefix: '/api' },
  )
}

function addRoute(app: FastifyInstance, deps: Deps, name: EntryName): void {
  const entry: Entry = contract[name]
  app.route({
    method: entry.is === 'question' ? 'GET' : 'POST',
    url: entry.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const context = await contextOf(deps, name, request, reply)
      const answer = await run(context, name, inputOf(entry, request), ...incomingOf(entry, request))
      return entry.carries === 'download' ? sendFile(reply, answer as Outgoing) : reply.send(answer)
    },
    onResponse: async (request) => {
      if (entry.carries === 'upload') letPass(request.raw)
    },
  })
}

/** Who asks. A one-time password opens nothing but the question who one is. */
async function contextOf(
  { system, signIn }: Deps,
  name: EntryName,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Context> {
  const signedIn = await signIn.signedIn(request.headers.cookie)
  const actor = signedIn && (await actorFor(system, signedIn.zone, signedIn.person))
  if (!actor) return refuse('signed-out', {})
  for (const cookie of signedIn.setCookie) reply.header('set-cookie', cookie)
  if (signedIn.mustChangePassword && name !== 'whoAmI') refuse('password-change-due', {})
  return { system, accounts: signIn.accounts, actor }
}

function inputOf(entry: Entry, request: FastifyRequest): Record<string, unknown> {
  const query = decodeQuery(entry.input, request.query as Query)
  const inQuery = entry.is === 'question' || entry.carries === 'upload'
  return { ...(inQuery ? query : bodyOf(request.body)), ...(request.params as Record<string, string>) }
}

function bodyOf(body: unknown): object {
  if (body === undefined || body === null) return {}
  if (typeof body === 'object' && !Array.isArray(body)) return body
  return refuse('bad-input', { issues: [{ path: '', message: 'the body must be a JSON object' }] })
}

function incomingOf(entry: Entry, request: FastifyRequest) {
  return entry.carries === 'upload' ? ([received(request.raw)] as const) : ([] as const)
}

/** Never shown in place, whatever it claims to be: a file of somebody's must not run as one of our pages. */
function sendFile(reply: FastifyReply, { name, mediaType, body, bytes }: Outgoing): FastifyReply {
  reply.header('content-disposition', attachment(name))
  reply.header('content-type', /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.-]+)*$/.test(mediaType) ? mediaType : binary)
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  if (bytes !== null) reply.header('content-length', bytes)
  return reply.send(
    body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Readable.from(body),
  )
}

const binary = 'application/octet-stream'

/** RFC 6266 with the real name in RFC 5987 form, and an ASCII one for what cannot read that. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
