// An upload as it arrives, for a handler to read: never buffered, a lost line is a refusal, and giving up early leaves the
// connection open so that the sender still hears the answer.

import type { IncomingMessage } from 'node:http'
import { refuse } from '#base/refusal.ts'
import type { Incoming } from '#contract/entry.ts'

export async function* received(request: IncomingMessage): Incoming {
  let receivedBytes = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      receivedBytes += (chunk as Buffer).length
      yield chunk as Buffer
    }
  } catch {
    refuse('upload-broken', { receivedBytes })
  }
  if (!request.complete) refuse('upload-broken', { receivedBytes })
}

/** Most senders listen only after they have sent everything: let what is left pass by, but not for ever. */
export function letPass(request: IncomingMessage): void {
  if (request.readableEnded || request.destroyed) return
  const enough = setTimeout(() => request.destroy(), patienceMs).unref()
  request.once('close', () => clearTimeout(enough)).resume()
}

const patienceMs = 120_000
