// The line that joins places, each once, with its ends left open (串点成线): begun at several places by going to the
// nearest next, then bettered by turning stretches around (2-opt) and moving single places (Or-opt) until neither helps. It is a
// good line, not proven the best, and never longer than the order in which the places were given.

import { type At, kilometres } from '#domain/great-circle.ts'

/** From so many places a line is begun; each takes its time, and more seldom find a better one. */
const beginningsTried = 8

/** The order in which the places are joined, as their indexes. */
export function joiningLine(places: readonly At[]): number[] {
  const given = places.map((_, i) => i)
  if (places.length < 3) return given
  const far = distances(places)
  const step = Math.max(1, Math.ceil(places.length / beginningsTried))
  const begun = given.filter((i) => i % step === 0).map((first) => nearestNext(first, far))
  const lines = [given, ...begun].map((order) => bettered(order, far))
  return lines.reduce((best, line) => (lengthOf(line, far) < lengthOf(best, far) - tiny ? line : best))
}

type Far = readonly (readonly number[])[]

/** A micrometre: what is less is rounding. */
const tiny = 1e-9

function distances(places: readonly At[]): Far {
  return places.map((from) => places.map((to) => kilometres(from, to)))
}

function lengthOf(order: readonly number[], far: Far): number {
  return order.slice(1).reduce((sum, to, i) => sum + far[order[i]!]![to]!, 0)
}

function nearestNext(first: number, far: Far): number[] {
  const order = [first]
  const left = new Set(far.keys())
  left.delete(first)
  while (left.size > 0) {
    const from = far[order.at(-1)!]!
    const next = [...left].reduce((near, to) => (from[to]! < from[near]! ? to : near))
    order.push(next)
    left.delete(next)
  }
  return order
}

/** Each change shortens the line, so that this ends. */
function bettered(given: readonly number[], far: Far): number[] {
  let order = [...given]
  for (;;) {
    const next = turned(order, far) ?? moved(order, far)
    if (!next) return order
    order = next
  }
}

/** At an open end there is no way to lead on. */
function way(far: Far, a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 0 : far[a]![b]!
}

/** The first stretch whose turning around shortens the line. */
function turned(order: readonly number[], far: Far): number[] | null {
  for (let i = 0; i < order.length - 1; i++) {
    for (let j = i + 1; j < order.length; j++) {
      const [before, first, last, after] = [order[i - 1], order[i], order[j], order[j + 1]]
      const now = way(far, before, first) + way(far, last, after)
      if (way(far, before, last) + way(far, first, after) < now - tiny)
        return [...order.slice(0, i), ...order.slice(i, j + 1).toReversed(), ...order.slice(j + 1)]
    }
  }
  return null
}

/** The first place that lies better elsewhere on the line. */
function moved(order: readonly number[], far: Far): number[] | null {
  for (const [i, place] of order.entries()) {
    const [before, after] = [order[i - 1], order[i + 1]]
    const gain = way(far, before, place) + way(far, place, after) - way(far, before, after)
    const others = [...order.slice(0, i), ...order.slice(i + 1)]
    for (let j = 0; j <= others.length; j++) {
      const [left, right] = [others[j - 1], others[j]]
      const cost = way(far, left, place) + way(far, place, right) - way(far, left, right)
      if (cost < gain - tiny) return [...others.slice(0, j), place, ...others.slice(j)]
    }
  }
  return null
}
