// What is wrong with a network of a register: names met twice, nodes and rungs that are not there, nodes that wait for each
// other in a circle.

import { circleIn } from '#domain/activity.ts'
import { activitiesOf } from '#domain/network.ts'
import { type Definition, fieldOf, ladderOf, type Network, type NetworkNode, rungOf } from '#domain/register.ts'

type Fault = { at: string; why: 'twice' | 'leads-nowhere' | 'wrong-type' | 'circular' }

export function networkFaults(definition: Pick<Definition, 'ladders' | 'fields'>, network: Network): Fault[] {
  const at = `networks.${network.key}`
  const { nodes, spans, target } = network
  const keys = nodes.map(({ key }) => key)
  const named = [target, ...spans.flatMap(({ from, to }) => [from, to]), ...nodes.flatMap(waitedFor)]
  const faults: Fault[] = [
    ...again(keys).map((key) => ({ at: `${at}.${key}`, why: 'twice' as const })),
    ...again(spans.map(({ key }) => key)).map((key) => ({ at: `${at}.spans.${key}`, why: 'twice' as const })),
    ...named.filter((key) => !keys.includes(key)).map((key) => ({ at: `${at}.${key}`, why: 'leads-nowhere' as const })),
    ...nodes.flatMap((node) => nodeFaults(definition, at, node)),
    ...spans.flatMap(({ key, limit }) => limitFaults(definition, `${at}.spans.${key}`, limit)),
  ]
  if (faults.length > 0) return faults
  const circle = circleIn(activitiesOf(network, new Map(), {}))
  return circle ? [{ at: `${at}.${circle.split(' ')[0]}`, why: 'circular' }] : []
}

const again = (keys: readonly string[]): string[] => keys.filter((key, place) => keys.indexOf(key) !== place)
const waitedFor = ({ after, preReview }: NetworkNode): string[] => [...after, ...(preReview?.after ?? [])]

function limitFaults(definition: Pick<Definition, 'fields'>, at: string, limit: string | null): Fault[] {
  if (limit === null) return []
  const field = fieldOf(definition, limit)
  if (!field || field.retired) return [{ at, why: 'leads-nowhere' }]
  // What everybody reads is measured by it, and days are whole.
  const fits = field.type === 'number' && field.scale === 0 && field.seenBy === null
  return fits ? [] : [{ at, why: 'wrong-type' }]
}

/** Work begins, is reviewed and ends going up one ladder. */
function nodeFaults(definition: Pick<Definition, 'ladders'>, at: string, node: NetworkNode): Fault[] {
  const { key, ladder: ladderKey, rung, begins, preReview } = node
  const ladder = ladderOf(definition, ladderKey)
  if (!ladder) return [{ at: `${at}.${key}.${ladderKey}`, why: 'leads-nowhere' }]
  const steps = [begins, preReview?.rung ?? null, rung].filter((step) => step !== null)
  const lost = steps.find((step) => !rungOf(ladder, step))
  if (lost) return [{ at: `${at}.${key}.${lost}`, why: 'leads-nowhere' }]
  const places = steps.map((step) => ladder.rungs.findIndex((one) => one.key === step))
  const rising = places.every((place, i) => i === 0 || place > places[i - 1]!)
  return rising ? [] : [{ at: `${at}.${key}`, why: 'wrong-type' }]
}
