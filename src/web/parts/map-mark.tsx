// A mark of the map beside words: in the legend and in the list.

import { type Mark, markPaths, signMiddle } from '#web/parts/map-marks.ts'

export function MapMark({ mark }: { mark: Mark }) {
  const { shape, fill, ink, sign } = mark
  return (
    <svg className="map-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d={markPaths[shape]} fill={fill} stroke={fill === '#ffffff' ? ink : 'none'} strokeWidth="1.5" />
      <text x="12" y={signMiddle[shape] + 4} textAnchor="middle" fontSize="11" fontWeight="600" fill={ink}>
        {sign}
      </text>
    </svg>
  )
}
