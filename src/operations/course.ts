// The way on which entries of a register are planned, found by its name: a network, or a ladder read as one.

import { refuse } from '#base/refusal.ts'
import { networkOfLadder } from '#domain/network.ts'
import { ladderOf, type Network, networkOf, type Register } from '#domain/register.ts'

export type Way = { course: string; network: Network; ladders: string[] }

export function wayOf({ definition }: Register, course: string): Way {
  const [kind, key] = course.split(':') as ['network' | 'ladder', string]
  if (kind === 'network') {
    const network = networkOf(definition, key) ?? refuse('not-found', { noun: 'network', id: key })
    return { course, network, ladders: [...new Set(network.nodes.map(({ ladder }) => ladder))] }
  }
  const ladder = ladderOf(definition, key) ?? refuse('not-found', { noun: 'ladder', id: key })
  return { course, network: networkOfLadder(ladder), ladders: [key] }
}

/** What is shown where nobody has said: the first network, else the first ladder; null where there is neither. */
export function firstCourse({ definition: { networks, ladders } }: Register): string | null {
  if (networks[0]) return `network:${networks[0].key}`
  return ladders[0] ? `ladder:${ladders[0].key}` : null
}
