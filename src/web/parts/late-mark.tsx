// Late, by shape and word: the same triangle as beside a rung that takes long.

import './checklist.css'

export function LateMark({ words }: { words: string }) {
  return (
    <strong className="late-mark">
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <path d="M5 1 9.5 9h-9z" />
      </svg>
      {words}
    </strong>
  )
}
