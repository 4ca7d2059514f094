// The marks of a map: a shape for how long an entry has stood on its rung, a colour and the rung's number for where it
// stands, so that a map is understood in black and white too. Map, legend and list draw the same ones.

import type { Ladder } from '#domain/register.ts'
import type { StayState } from '#domain/stay.ts'

export type MapColour = 'rung' | 'stay'
/** One that stands alike on the map; `rung` null is not on the ladder. */
export type MarkState = { rung: string | null; stay: StayState }
export type Mark = { shape: 'round' | 'triangle' | 'square' | 'hollow'; fill: string; ink: string; sign: string }

const shapes: Record<StayState, Mark['shape']> = {
  none: 'hollow',
  usual: 'round',
  late: 'triangle',
  stuck: 'square',
  left: 'hollow',
}
const stayFills: Record<StayState, string> = {
  none: '#5c6672',
  usual: '#2b6b3f',
  late: '#8a5a00',
  stuck: '#b3261e',
  left: '#5c6672',
}

/** From sand over green to deep blue: neighbours differ in lightness too. */
const ramp: readonly [number, number, number][] = [
  [232, 190, 106],
  [159, 184, 92],
  [62, 150, 122],
  [36, 110, 160],
  [27, 58, 110],
]

export function markOf(ladder: Ladder | null, { rung, stay }: MarkState, colour: MapColour): Mark {
  const place = ladder?.rungs.findIndex(({ key }) => key === rung) ?? -1
  const sign = place < 0 ? '' : String(place + 1)
  const shape = shapes[stay]
  if (shape === 'hollow') return { shape, fill: '#ffffff', ink: stayFills[stay], sign }
  const fill = colour === 'stay' ? stayFills[stay] : place < 0 ? '#1b4a86' : rungFill(place, ladder!.rungs.length)
  return { shape, fill, ink: isLight(fill) ? '#1c2430' : '#ffffff', sign }
}

function rungFill(place: number, of: number): string {
  const at = of === 1 ? ramp.length - 1 : (place / (of - 1)) * (ramp.length - 1)
  const [from, to] = [ramp[Math.floor(at)]!, ramp[Math.ceil(at)]!]
  const parts = from.map((part, i) => Math.round(part + (to[i]! - part) * (at % 1)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function isLight(fill: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ]
  return (red * 299 + green * 587 + blue * 114) / 1000 > 140
}

/** In a square of 24: paths of the shapes, and where the number's middle lies. */
export const markPaths: Record<Mark['shape'], string> = {
  round: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z',
  hollow: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z',
  triangle: 'M12 1 23.5 22H.5z',
  square: 'M2.5 2.5h19v19h-19z',
}
export const signMiddle: Record<Mark['shape'], number> = { round: 12, hollow: 12, triangle: 15.5, square: 12 }

export const markId = ({ shape, fill, ink, sign }: Mark): string => `${shape} ${fill} ${ink} ${sign}`

/** The mark as a picture of 24 by 24, drawn twice as fine. */
export function markImage(mark: Mark): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = 48
  canvas.height = 48
  const pen = canvas.getContext('2d')!
  pen.scale(2, 2)
  const path = new Path2D(markPaths[mark.shape])
  pen.fillStyle = mark.fill
  pen.fill(path)
  pen.lineWidth = 1.5
  pen.strokeStyle = mark.shape === 'hollow' ? mark.ink : '#ffffff'
  pen.stroke(path)
  pen.fillStyle = mark.ink
  pen.font = '600 11px sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(mark.sign, 12, signMiddle[mark.shape] + 0.5)
  return pen.getImageData(0, 0, 48, 48)
}
