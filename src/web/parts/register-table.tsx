// A register as a table: on a wide screen the grid with its tools, on a phone cards.

import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '#web/language.ts'
import { KeysWindow, useKeys } from '#web/parts/keys.tsx'
import type { Pasted } from '#web/parts/paste-preview.tsx'
import { RegisterCards } from '#web/parts/register-cards.tsx'
import { FilterSheet } from '#web/parts/register-filter-sheet.tsx'
import { RegisterGrid } from '#web/parts/register-grid.tsx'
import { RegisterPrintHead, useRegisterPrinting } from '#web/parts/register-print.tsx'
import { entriesInput } from '#web/parts/register-rows.ts'
import { ColumnsChoice, PrintButton, RemovedChoice } from '#web/parts/register-tools.tsx'
import { RegisterTools } from '#web/parts/register-tools-place.tsx'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import { useNarrow } from '#web/parts/supervise-size.ts'

const PastePreview = lazy(async () => ({ default: (await import('#web/parts/paste-preview.tsx')).PastePreview }))

export function RegisterTable(props: RegisterViewProps) {
  const { register, view, look, onLook } = props
  const { grid } = useWords().registers
  const narrow = useNarrow()
  // Kept here and not in the grid: what was pasted must not go when the window becomes narrow.
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const [keysShown, setKeysShown] = useState(false)
  useKeys([{ key: '?', run: () => setKeysShown(true) }])
  const printing = useRegisterPrinting(register.definition, entriesInput(register, view, look))
  const { printed } = printing
  const keys = [
    { key: '↑ ↓ ← →', says: grid.keyMove },
    { key: 'Shift+↑↓←→', says: grid.keyPick },
    { key: 'Home End', says: grid.keyAlong },
    { key: 'PgUp PgDn', says: grid.keyPage },
    { key: 'Enter F2', says: grid.keyEdit },
    { key: 'Esc', says: grid.keyLeave },
    { key: 'Ctrl+Enter', says: grid.keyOpen },
    { key: 'Ctrl+C', says: grid.keyCopy },
    { key: 'Ctrl+V', says: grid.keyPaste },
    { key: '/', says: grid.keySearch },
  ]
  return (
    <>
      <RegisterPrintHead name={view?.name ?? register.definition.name} asOf={look.asOf} printed={printed} />
      <RegisterTools>
        <RemovedChoice look={look} onLook={onLook} />
        {narrow ? <FilterSheet {...props} /> : <ColumnsChoice {...props} />}
        <PrintButton printing={printing} />
        {!narrow && <Button onClick={() => setKeysShown(true)}>{grid.keys}</Button>}
      </RegisterTools>
      {narrow && !printed ? (
        <RegisterCards {...props} />
      ) : (
        <RegisterGrid {...props} printed={printed?.entries ?? null} onPasted={setPasted} />
      )}
      {pasted && (
        <Suspense fallback={null}>
          <PastePreview register={register} pasted={pasted} onClose={() => setPasted(null)} />
        </Suspense>
      )}
      <KeysWindow keys={keys} open={keysShown} onClose={() => setKeysShown(false)} />
    </>
  )
}
