// The place beside the tabs of a register where the view that is open puts its own tools.

import { createContext, type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'

const Place = createContext<HTMLElement | null>(null)

/** Around a view: `value` is the element that its tools go to. */
export const ToolsPlace = Place.Provider

/** Inside a view: what it holds stands beside the tabs. */
export function RegisterTools({ children }: { children: ReactNode }) {
  const place = useContext(Place)
  return place && createPortal(children, place)
}
