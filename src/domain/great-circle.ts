// Distances on the ground: as the crow flies, over a sphere of the Earth's mean radius. Within a zone that is right to some
// metres in a kilometre; it is no road.

/** Longitude, latitude in degrees. */
export type At = readonly [number, number]

const radiusKm = 6371.0088

export function kilometres([x0, y0]: At, [x1, y1]: At): number {
  const turn = Math.PI / 180
  const [a, b] = [y0 * turn, y1 * turn]
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(((x1 - x0) * turn) / 2) ** 2
  return 2 * radiusKm * Math.asin(Math.min(1, Math.sqrt(half)))
}

export function lengthKm(line: readonly At[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + kilometres(line[i]!, at), 0)
}
