// Evidence files on their way to the server: each is sent as soon as it is chosen, with its progress, and its SHA-256
// where the browser can compute it, so that the server can tell a file that was damaged on the way.

import { useRef, useState } from 'react'
import type { Evidence } from '#domain/evidence.ts'
import { upload } from '#web/client.ts'

/** The contract's limit for a piece of evidence. */
export const limitBytes = 50 * 1024 * 1024

export type Sending = {
  key: number
  file: File
  proves: string
  state: 'sending' | 'sent' | 'failed'
  /** 0 to 1 */
  share: number
  evidence: Evidence | null
  error: unknown
}

export function useUploads(commitment: string) {
  const [files, setFiles] = useState<readonly Sending[]>([])
  const [tooLarge, setTooLarge] = useState<readonly string[]>([])
  const lastKey = useRef(0)
  const stops = useRef(new Map<number, AbortController>())
  const change = (key: number, fields: Partial<Sending>) =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)))

  const send = async ({ key, file, proves }: Pick<Sending, 'key' | 'file' | 'proves'>) => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    change(key, { state: 'sending', share: 0, error: null })
    try {
      const said = { id: commitment, name: file.name, proves, ...(file.type && { mediaType: file.type }) }
      const input = { ...said, ...(await hashOf(file)) }
      const evidence = await upload('uploadEvidence', input, file, (share) => change(key, { share }), stop)
      change(key, { state: 'sent', share: 1, evidence })
    } catch (error) {
      change(key, { state: 'failed', error })
    }
  }

  const add = (chosen: Iterable<File>, proves: string) => {
    const all = [...chosen]
    setTooLarge(all.filter((file) => file.size > limitBytes).map((file) => file.name))
    const fresh = all.filter((file) => file.size <= limitBytes).map((file) => waiting(++lastKey.current, file, proves))
    setFiles((before) => [...before, ...fresh])
    for (const one of fresh) void send(one)
  }

  const remove = (key: number) => {
    stops.current.get(key)?.abort()
    setFiles((all) => all.filter((one) => one.key !== key))
  }

  return { files, tooLarge, add, retry: send, remove, sending: files.some(({ state }) => state === 'sending') }
}

function waiting(key: number, file: File, proves: string): Sending {
  return { key, file, proves, state: 'sending', share: 0, evidence: null, error: null }
}

/** Only a page opened by https or on this machine may compute hashes; elsewhere the server's own check must do. */
export async function hashOf(file: File): Promise<{ sha256?: string }> {
  if (!globalThis.crypto?.subtle) return {}
  const bytes = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return { sha256: [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('') }
}
