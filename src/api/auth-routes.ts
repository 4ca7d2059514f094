// /api/auth: four of the library's endpoints and no other, their errors told as the problems everything else speaks in.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignIn } from '#api/auth.ts'
import { clientHeader } from '#api/auth-options.ts'
import { lockMinutes } from '#api/lockout.ts'
import { passwordLength } from '#api/passwords.ts'
import { languageOf, problem } from '#api/problems.ts'
import { refusal } from '#base/refusal.ts'
import { type Said, trouble } from '#contract/troubles.ts'

const endpoints = [
  ['POST', '/sign-in/username'],
  ['POST', '/sign-out'],
  ['POST', '/change-password'],
  ['GET', '/get-session'],
] as const

export function addAuthRoutes(app: FastifyInstance, signIn: SignIn): void {
  app.register(
    (auth, _, done) => {
      auth.removeAllContentTypeParsers()
      auth.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 16_384 }, (_, body, done) => done(null, body))
      for (const [method, url] of endpoints) {
        auth.route({ method, url, handler: (request, reply) => pass(signIn, request, reply) })
      }
      done()
    },
    { prefix: '/api/auth' },
  )
}

async function pass(signIn: SignIn, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const answer = await signIn.answer(asFetched(request))
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return reply.code(answer.status).send(body)
  const said = spoken(answer, (body ?? {}) as Failure, request)
  if (said.code === 'sign-in-locked') reply.header('retry-after', said.facts.minutes * 60)
  return reply
    .code(answer.status === 429 ? 429 : problem(said, 'zh').status)
    .type('application/problem+json')
    .send(problem(said, languageOf(request.headers['accept-language'])))
}

/** The address is the one the page was opened at: a proxy may have taken TLS off on the way. */
function asFetched(request: FastifyRequest): Request {
  const { method, url, body, ip, protocol, headers: sent } = request
  const headers = new Headers({ [clientHeader]: ip, 'content-type': 'application/json' })
  for (const name of ['cookie', 'origin', 'user-agent', 'sec-fetch-site', 'sec-fetch-mode'] as const) {
    if (typeof sent[name] === 'string') headers.set(name, sent[name])
  }
  const origin = sent.origin ?? `${protocol}://${request.host}`
  const content = method === 'GET' ? {} : { body: typeof body === 'string' && body !== '' ? body : '{}' }
  return new Request(new URL(url, origin), { method, headers, ...content })
}

type Failure = { code?: string; message?: string; minutes?: number }

/** The library's codes, in ours. What a wrong user name is told is what a wrong password is told. */
function spoken(answer: Response, { code, message, minutes }: Failure, request: FastifyRequest): Said {
  const signingIn = request.url.includes('/sign-in/')
  if (code === 'LOCKED') return trouble('sign-in-locked', { minutes: minutes ?? lockMinutes })
  if (code === 'SAME_PASSWORD') return trouble('same-password', {})
  if (code === 'INVALID_PASSWORD') return trouble('wrong-password', {})
  if (code === 'VALIDATION_ERROR' || code === 'INVALID_JSON') {
    return refusal('bad-input', { issues: [{ path: '', message: message ?? code }] })
  }
  if (answer.status === 429) {
    return trouble('too-many-tries', { seconds: Number(answer.headers.get('x-retry-after')) || 60 })
  }
  if (answer.status >= 500) return trouble('unexpected', { request: request.id })
  if (signingIn) return trouble('wrong-sign-in', {})
  if (answer.status === 401) return refusal('signed-out', {})
  if (answer.status === 403) return trouble('foreign-origin', { origin: request.headers.origin ?? '' })
  if (code?.includes('PASSWORD')) return trouble('weak-password', passwordLength)
  return refusal('bad-input', { issues: [{ path: '', message: message ?? String(answer.status) }] })
}
