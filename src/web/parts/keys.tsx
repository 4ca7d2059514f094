// Keys of a page: single letters that act while no field is being typed in and no window is open, and the list of them.

import { Modal } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '#web/language.ts'
import './plain-table.css'

export type Key = { key: string; says: string; run: () => void }

/** Listens on the whole page. Keys are `event.key` values ('j', 'ArrowDown', 'Enter', '?'); modifiers switch it off. */
export function useKeys(keys: readonly Pick<Key, 'key' | 'run'>[], active = true): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return
      const key = current.current.find((one) => one.key === event.key)
      if (!key) return
      event.preventDefault()
      key.run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [active])
}

/** A field is being typed in, a button or link would take Enter itself, or a window lies over the page. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="dialog"]'))
    return true
  return (key === 'Enter' || key === ' ') && target.closest('button, a') !== null
}

/** The window behind `?`. */
export function KeysWindow({
  keys,
  open,
  onClose,
  children,
}: {
  keys: readonly Omit<Key, 'run'>[]
  open: boolean
  onClose: () => void
  /** What else helps, below the list. */
  children?: ReactNode
}) {
  const { shell } = useWords()
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={shell.todo.keysTitle} width={420}>
      <table className="plain-table">
        <tbody>
          {keys.map(({ key, says }) => (
            <tr key={key}>
              <td className="nowrap">
                {key.split(' ').map((one) => (
                  <span key={one}>
                    <kbd>{one}</kbd>{' '}
                  </span>
                ))}
              </td>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </Modal>
  )
}
