// The built web: hashed files for ever, the page itself fresh each time, and that page for every address of its own.

import { existsSync } from 'node:fs'
import path from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Said, trouble } from '#contract/troubles.ts'

type Tell = (request: FastifyRequest, reply: FastifyReply, said: Said) => FastifyReply

export function addWeb(app: FastifyInstance, folder: string | null, tell: Tell): void {
  const built = folder !== null && existsSync(path.join(folder, 'index.html'))
  if (built) {
    app.register(serveStatic, {
      root: path.resolve(folder),
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, file) => void reply.header('cache-control', cacheFor(path.relative(folder, file))),
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api') && acceptsPage(request)
    if (!wantsPage) return tell(request, reply, trouble('unknown-route', { path: request.url.split('?')[0] as string }))
    return built ? reply.sendFile('index.html') : tell(request, reply, trouble('web-missing', {}))
  })
}

/** Vite puts the hash of a file's content into its name below assets/. */
function cacheFor(file: string): string {
  return file.startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

function acceptsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false
}
