// Only our own pages may act (CSRF). Browsers say where a request comes from and a page cannot lie about it; the session
// cookie is SameSite=Lax besides. A program that is no browser says nothing and carries nobody's cookie by itself.

import type { IncomingHttpHeaders } from 'node:http'

/** The foreign origin a request admits to, or null when it comes from our own pages or from no browser. */
export function foreignOrigin(headers: IncomingHttpHeaders): string | null {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin !== undefined) return hostOf(origin) === host ? null : origin
  return site === undefined || site === 'same-origin' || site === 'none' ? null : String(site)
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
