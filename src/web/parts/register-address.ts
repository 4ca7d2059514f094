// The look of a register's page as React state that lives in the address.

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type RegisterLook, registerLookOf, registerSearchOf } from '#web/parts/register-look.ts'

export type ShowRegister = (change: Partial<RegisterLook>) => void

/** The look of the address, and how to change it: every change is a step that the back button undoes. */
export function useRegisterLook(): [RegisterLook, ShowRegister] {
  const { code } = useParams({ from: '/frame/registers/$code' })
  const key = JSON.stringify(useSearch({ from: '/frame/registers/$code' }))
  const look = useMemo(() => registerLookOf(JSON.parse(key)), [key])
  const navigate = useNavigate()
  const show = useCallback(
    (change: Partial<RegisterLook>) => {
      const search = registerSearchOf({ ...look, ...change })
      void navigate({ to: '/registers/$code', params: { code }, search, resetScroll: false })
    },
    [look, code, navigate],
  )
  return [look, show]
}
