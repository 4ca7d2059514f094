// A part of a list inside a form: its name, its controls, and a way to take it out.

import type { ReactNode } from 'react'
import { useWords } from '#web/language.ts'

/** `onRemove` null: it must stay. */
export function Part({
  label,
  onRemove,
  children,
}: {
  label: string
  onRemove: (() => void) | null
  children: ReactNode
}) {
  const { define } = useWords()
  return (
    <div className="define-part">
      <div className="define-part-head">
        <strong>{label}</strong>
        {onRemove && (
          <button
            type="button"
            className="word-button"
            aria-label={`${define.list.remove} ${label}`}
            onClick={onRemove}
          >
            {define.list.remove}
          </button>
        )}
      </div>
      {children}
    </div>
  )
}
