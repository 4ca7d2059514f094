// The typed way to the server: one function for every act and question of the contract, uploads with progress,
// addresses of downloads. No React and no Ant Design here, so that the sign-in page stays small.

import { doors } from 'virtual:doors'
import type { EntryName, InputOf, OutputOf } from '#contract/contract.ts'
import type { Said } from '#contract/troubles.ts'

/** The server said no, with its reason as data; show it by `spoken` (parts/spoken.ts). */
export class CallRefused extends Error {
  readonly refusal: Said
  constructor(refusal: Said) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** No answer that can be read: the connection was lost, or the server is broken (`status` is null or the HTTP status). */
export class CallLost extends Error {
  readonly status: number | null
  constructor(status: number | null) {
    super(status === null ? 'connection lost' : `unreadable answer, status ${status}`)
    this.status = status
  }
}

export type CallOptions = { signal?: AbortSignal }

/** Calls an act or a question. Throws CallRefused or CallLost. */
export async function call<N extends EntryName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): Promise<OutputOf<N>> {
  const { path, rest } = filled(name, input)
  const asking = doors[name].is === 'question'
  const response = await reach(asking ? path + queryOf(rest) : path, {
    method: asking ? 'GET' : 'POST',
    ...(asking ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(rest) }),
    ...options,
  })
  return (await answered(response)) as OutputOf<N>
}

/** The address of a file to download, for a link or `location.assign`. */
export function downloadUrl<N extends EntryName>(name: N, input: InputOf<N>): string {
  const { path, rest } = filled(name, input)
  return path + queryOf(rest)
}

/** Sends a file as the raw body; `onProgress` gets the share sent, 0 to 1. */
export function upload<N extends EntryName>(
  name: N,
  input: InputOf<N>,
  file: Blob,
  onProgress: (share: number) => void = () => {},
  { signal }: CallOptions = {},
): Promise<OutputOf<N>> {
  const { path, rest } = filled(name, input)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path + queryOf(rest))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const response = new Response(request.responseText || null, { status: request.status })
      answered(response).then((answer) => resolve(answer as OutputOf<N>), reject)
    }
    request.onerror = () => reject(new CallLost(null))
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** TanStack Query's options for a question: `queryClient.ensureQueryData(asked('whoAmI', {}))`. */
export function asked<N extends EntryName>(name: N, input: InputOf<N>) {
  return {
    queryKey: [name, input] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => call(name, input, { signal }),
  }
}

export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new CallLost(null)
  }
}

/** The body of an answer. Throws what the server said instead, or CallLost when it said nothing that can be read. */
export async function answered(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw new CallLost(null)
  })
  const body = parsed(text)
  if (response.ok && (body !== undefined || text === '')) return body
  if (isProblem(body)) throw new CallRefused({ code: body.code, facts: body.facts ?? {} } as Said)
  throw new CallLost(response.status)
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function isProblem(body: unknown): body is { code: string; facts?: object } {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}

/** The path with its `{names}` filled from the input, and what is left of the input. */
function filled(name: EntryName, input: object): { path: string; rest: Record<string, unknown> } {
  const rest: Record<string, unknown> = { ...input }
  const path = doors[name].path.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = rest[key]
    delete rest[key]
    return encodeURIComponent(String(value))
  })
  return { path: `/api${path}`, rest }
}

/** Arrays as repeated keys; null and undefined are left out. */
function queryOf(fields: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) query.append(key, String(one))
    }
  }
  const text = query.toString()
  return text && `?${text}`
}
