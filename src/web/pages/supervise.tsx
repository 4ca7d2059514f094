// 督办: every commitment as a table, a board or a tree. What is shown lives in the address (parts/supervise-look.ts).

import { Button, type InputRef, Segmented } from 'antd'
import { useRef, useState } from 'react'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Key, KeysWindow, useKeys } from '#web/parts/keys.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { useLook } from '#web/parts/supervise-address.ts'
import {
  ColumnsButton,
  ExportLink,
  MomentBanner,
  MomentField,
  SaveView,
  SearchField,
} from '#web/parts/supervise-bar.tsx'
import { Board } from '#web/parts/supervise-board.tsx'
import { Chips } from '#web/parts/supervise-chips.tsx'
import { Counts } from '#web/parts/supervise-counts.tsx'
import { CardList } from '#web/parts/supervise-list.tsx'
import type { View } from '#web/parts/supervise-look.ts'
import { PrintHead, useLedgerPrinting } from '#web/parts/supervise-print.tsx'
import { useNarrow } from '#web/parts/supervise-size.ts'
import { LedgerTable } from '#web/parts/supervise-table.tsx'
import { Tree } from '#web/parts/supervise-tree.tsx'
import { ViewTabs } from '#web/parts/supervise-views.tsx'
import '#web/parts/ledger.css'
import '#web/parts/supervise.css'

export function SupervisePage() {
  const { page, table } = useWords().supervise
  const { zoneName } = useMe()
  const [look, show] = useLook()
  const narrow = useNarrow()
  const search = useRef<InputRef>(null)
  const [keysShown, setKeysShown] = useState(false)
  const { printed, ready, print } = useLedgerPrinting(look)
  useKeys([
    { key: '/', run: () => search.current?.focus({ cursor: 'all' }) },
    { key: '?', run: () => setKeysShown(!keysShown) },
  ])
  const views = (['table', 'board', 'tree'] as const).map((view) => ({ value: view, label: page.view[view] }))
  return (
    <div className={`supervise is-${look.view}`}>
      <PageHeader title={page.title}>
        <SearchField look={look} onLook={show} field={search} />
        <MomentField look={look} onLook={show} />
        {look.view === 'table' && !narrow && <ColumnsButton look={look} onLook={show} />}
        <SaveView look={look} />
        <ExportLink look={look} />
        <Button onClick={print} disabled={ready !== null}>
          {ready === null ? page.print : page.printing(Math.round(ready * 100))}
        </Button>
        {!narrow && look.view === 'table' && <Button onClick={() => setKeysShown(true)}>{page.keys}</Button>}
      </PageHeader>
      <PrintHead zone={zoneName} look={look} total={printed?.length ?? null} />
      <MomentBanner look={look} onLook={show} />
      <ViewTabs look={look} />
      <div className="counts-bar not-printed">
        <Segmented<View>
          aria-label={page.viewLabel}
          options={views}
          value={look.view}
          onChange={(view) => show({ view })}
        />
        <Counts look={look} onLook={show} />
      </div>
      <Chips look={look} onLook={show} />
      {look.view === 'board' && <Board look={look} />}
      {look.view === 'tree' && <Tree look={look} />}
      {look.view === 'table' && narrow && !printed && <CardList look={look} />}
      {look.view === 'table' && (!narrow || printed) && (
        <LedgerTable look={look} onLook={show} printed={printed} active={!keysShown} />
      )}
      <KeysWindow keys={keysOf(table)} open={keysShown} onClose={() => setKeysShown(false)} />
    </div>
  )
}

type TableWords = ReturnType<typeof useWords>['supervise']['table']

function keysOf(table: TableWords): Omit<Key, 'run'>[] {
  return [
    { key: '↑ ↓', says: table.keyMove },
    { key: 'PgUp PgDn', says: table.keyPage },
    { key: 'Home End', says: table.keyEnds },
    { key: 'Enter', says: table.keyOpen },
    { key: 'w', says: table.keyWhy },
    { key: '/', says: table.keySearch },
  ]
}
