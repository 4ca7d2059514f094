// Putting a place on the map: press for a point, or corner after corner for a line or an area. The corners stand beside as
// text, which is also the way by keyboard and without WebGL.

import { Button, Input, Modal, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import type { Box } from '#domain/boundary.ts'
import type { Place } from '#domain/field-value.ts'
import { useWords } from '#web/language.ts'
import { useBoundaries } from '#web/parts/map-boundaries.ts'
import { MapCanvas } from '#web/parts/map-canvas.tsx'
import type { Drawing } from '#web/parts/map-ground.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import {
  type Corner,
  cornersIn,
  cornersOf,
  fewest,
  type PlaceKind,
  placeFrom,
  sketchOf,
  textOfCorners,
} from '#web/parts/place-sketch.ts'
import './map.css'

type Props = { title: string; value: Place | null; onDone: (place: Place | null) => void; onClose: () => void }

export function PlaceWindow({ title, value, onDone, onClose }: Props) {
  const { map, shell } = useWords()
  const { drawing: say } = map
  const [kind, setKind] = useState<PlaceKind>(value?.type ?? 'Point')
  const [corners, setCorners] = useState<Corner[]>(() => cornersOf(value))
  const [text, setText] = useState(() => textOfCorners(cornersOf(value)))
  const put = (next: Corner[]) => {
    setCorners(next)
    setText(textOfCorners(next))
  }
  const typed = (next: string) => {
    setText(next)
    const read = cornersIn(next)
    if (read) setCorners(read)
  }
  const unread = cornersIn(text) === null
  const place = placeFrom(kind, corners, value)
  return (
    <Modal
      open
      title={title}
      width="min(64rem, 100vw)"
      onCancel={onClose}
      onOk={() => onDone(place)}
      okText={shell.confirm}
      cancelText={shell.cancel}
      okButtonProps={{ disabled: unread || (place === null && corners.length > 0) }}
    >
      <div className="map-bar">
        <Segmented<PlaceKind>
          aria-label={say.kind}
          options={(['Point', 'LineString', 'Polygon'] as const).map((one) => ({ value: one, label: say.kinds[one] }))}
          value={kind}
          onChange={(next) => {
            setKind(next)
            if (next === 'Point') put(corners.slice(0, 1))
          }}
        />
        <Button onClick={() => put(corners.slice(0, -1))} disabled={corners.length === 0}>
          {say.undo}
        </Button>
        <Button onClick={() => put([])} disabled={corners.length === 0}>
          {say.clear}
        </Button>
        <span className="soft">{say.says[kind]}</span>
      </div>
      <div className="place-window">
        <Drawn
          label={title}
          {...{ kind, corners, value }}
          onPosition={(at) => put(kind === 'Point' ? [at] : [...corners, at])}
        />
        <div>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is inside */}
          <label>
            {say.corners}
            <Input.TextArea
              value={text}
              rows={8}
              status={unread ? 'error' : ''}
              onChange={({ target }) => typed(target.value)}
            />
          </label>
          <p className={unread ? 'act-trouble' : 'soft'} role="status">
            {unread
              ? say.unread
              : corners.length < fewest[kind] && corners.length > 0
                ? say.fewer(fewest[kind])
                : say.format}
          </p>
        </div>
      </div>
    </Modal>
  )
}

type DrawnProps = {
  label: string
  kind: PlaceKind
  corners: readonly Corner[]
  value: Place | null
  onPosition: (at: Corner) => void
}

function Drawn({ label, kind, corners, value, onPosition }: DrawnProps) {
  const { map } = useWords()
  const boundaries = useBoundaries(null)
  const drawing = useMemo(
    (): Drawing => ({
      boundaries: boundaries.drawn,
      ...{ places: [], clusters: [], chosen: null },
      sketch: sketchOf(kind, corners, value),
    }),
    [boundaries.drawn, kind, corners, value],
  )
  const [around] = useState(() => boxOf(cornersOf(value)))
  if (!boundaries.ready) return <LoadingMark />
  return (
    <div className="map-ground">
      <MapCanvas
        box={around ?? boundaries.box ?? [73, 18, 135, 54]}
        drawing={drawing}
        label={label}
        events={{ onGround: () => {}, onPlace: () => {}, onCluster: () => {}, onPosition }}
      />
      {boundaries.sample && <p className="map-sample">{map.sample}</p>}
    </div>
  )
}

/** Some kilometres around what is there. */
function boxOf(corners: readonly Corner[]): Box | null {
  if (corners.length === 0) return null
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const air = 0.05
  return [Math.min(...xs) - air, Math.min(...ys) - air, Math.max(...xs) + air, Math.max(...ys) + air]
}
