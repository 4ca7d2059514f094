// A word beside an input about what was typed: worth a second look, or not to be read. Told by a mark as well as by colour.

import type { ReactNode } from 'react'

export function FieldWarning({ children }: { children: ReactNode }) {
  return (
    <span className="field-warning" role="status">
      <WarningShape /> {children}
    </span>
  )
}

export function WarningShape() {
  return (
    <svg className="warning-shape" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M6 1 11.5 11H.5z" fill="none" stroke="currentColor" strokeWidth="1.2" />
      <path d="M6 4.5v3.2M6 8.8v1" stroke="currentColor" strokeWidth="1.2" />
    </svg>
  )
}
