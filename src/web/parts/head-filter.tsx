// The mark in the head of a column: filled while the column narrows the list, opens what narrows it.

import { Popover } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '#web/language.ts'
import { inMain } from '#web/parts/supervise-size.ts'

export function HeadFilter({ name, on, children }: { name: string; on: boolean; children: ReactNode }) {
  const { filters } = useWords().supervise
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      getPopupContainer={inMain}
      content={children}
    >
      <button
        type="button"
        className={on ? 'ledger-filter is-on' : 'ledger-filter'}
        aria-label={on ? filters.on(name) : filters.by(name)}
      >
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <path fill={on ? 'currentColor' : 'none'} stroke="currentColor" d="M.8 1.2h8.4L6 5.2v3.6l-2-1V5.2z" />
        </svg>
      </button>
    </Popover>
  )
}
