// The HTTP door. Everything a person can do comes in here as a route of the contract; every "no" leaves as problem JSON.

import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { SignIn } from '#api/auth.ts'
import { addAuthRoutes } from '#api/auth-routes.ts'
import { openApi } from '#api/openapi.ts'
import { languageOf, problem } from '#api/problems.ts'
import { addRoutes } from '#api/routes.ts'
import { foreignOrigin } from '#api/same-origin.ts'
import { addWeb } from '#api/web.ts'
import { Refused, refusal } from '#base/refusal.ts'
import { type Said, trouble } from '#contract/troubles.ts'
import type { System } from '#operations/system.ts'

export type ServerDeps = {
  system: System
  signIn: SignIn
  /** The built web; null serves the API alone. */
  webFolder: string | null
  /** True when people reach it by https, so that browsers are told to stay with it. */
  secure?: boolean
  /** Where defects are written down, one line each; the standard error stream if not given. */
  log?: (line: string) => void
}

const jsonLimitBytes = 2 * 1024 * 1024

export function createServer(deps: ServerDeps): FastifyInstance {
  const app = fastify({
    bodyLimit: jsonLimitBytes,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    requestTimeout: 30 * 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => sendProblem(request, reply, told(error, request, deps)),
  })
  app.register(helmet, headers(deps.secure ?? false))
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api')) return
    reply.header('cache-control', 'no-store')
    const origin = request.method === 'GET' || request.method === 'HEAD' ? null : foreignOrigin(request.headers)
    if (origin !== null) return sendProblem(request, reply, trouble('foreign-origin', { origin }))
  })
  takeEmptyJson(app)
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, told(error, request, deps)))

  const description = openApi(deps.signIn.cookieName)
  app.get('/openapi.json', async () => description)
  app.get('/api/health', async () => ({ status: 'ok' }))
  addAuthRoutes(app, deps.signIn)
  addRoutes(app, deps)
  addWeb(app, deps.webFolder, sendProblem)
  return app
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, said: Said): FastifyReply {
  const body = problem(said, languageOf(request.headers['accept-language']))
  return reply.code(body.status).type('application/problem+json').send(body)
}

/** An act without fields may come with no body at all. */
function takeEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, {})
    else void parse(request, body as string, done)
  })
}

/** What the caller hears of an error. A defect keeps its words to itself and gives only the number it is written under. */
function told(error: FastifyError, request: FastifyRequest, { log = console.error }: ServerDeps): Said {
  if (error instanceof Refused) {
    if (error.refusal.code === 'cannot-keep') log(`${request.id} ${error.message}`)
    return error.refusal
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refusal('too-large', { limitBytes: jsonLimitBytes })
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return refusal('bad-input', { issues: [{ path: '', message: error.message }] })
  }
  log(`${request.id} ${request.method} ${request.routeOptions.url ?? '?'} ${error.stack ?? error}`)
  return trouble('unexpected', { request: request.id })
}

/** Nothing from elsewhere, in no frame. Inline styles are how antd writes its own; scripts are never inline. */
function headers(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // The map draws in a worker of our own files; no others.
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' as const },
    referrerPolicy: { policy: 'same-origin' as const },
    hsts: secure,
  }
}
