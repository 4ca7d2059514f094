// What a register's page shows below its tabs: one part for each kind of view, each its own chunk. A new kind is one line.

import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react'
import type { Register, RegisterView } from '#domain/register.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import type { ShowRegister } from '#web/parts/register-address.ts'
import type { RegisterLook } from '#web/parts/register-look.ts'

/**
 * `view` null: all entries. The narrowing of look and view together is `narrowOf(look, view)`; changing `look` by `onLook`
 * changes the address.
 */
export type RegisterViewProps = {
  register: Register
  view: RegisterView | null
  look: RegisterLook
  onLook: ShowRegister
}

/** Views of kinds that are not here have no tab. */
const kinds: Partial<Record<RegisterView['kind'], LazyExoticComponent<ComponentType<RegisterViewProps>>>> = {
  table: lazy(async () => ({ default: (await import('#web/parts/register-table.tsx')).RegisterTable })),
  board: lazy(async () => ({ default: (await import('#web/parts/register-board.tsx')).RegisterBoard })),
  calendar: lazy(async () => ({ default: (await import('#web/parts/register-calendar.tsx')).RegisterCalendar })),
  gantt: lazy(async () => ({ default: (await import('#web/parts/register-gantt.tsx')).RegisterGantt })),
  matrix: lazy(async () => ({ default: (await import('#web/parts/register-matrix.tsx')).RegisterMatrix })),
  map: lazy(async () => ({ default: (await import('#web/parts/register-map.tsx')).RegisterMap })),
}

export function isDrawn(kind: RegisterView['kind']): boolean {
  return kinds[kind] !== undefined
}

export function RegisterViewPart(props: RegisterViewProps) {
  const Part = kinds[props.view?.kind ?? 'table'] ?? kinds.table!
  return (
    <Suspense fallback={<LoadingMark />}>
      <Part {...props} />
    </Suspense>
  )
}
