// 和美乡村: villages against a standard, areas that could be made of them, batches and towns. What is shown is in the address.

import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useWords } from '#web/language.ts'
import { keysOf } from '#web/parts/keys-of.ts'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Tab, tabs, type VillagesSearch } from '#web/parts/villages-address.ts'
import { VillageAreas } from '#web/parts/villages-areas.tsx'
import { VillageBatches } from '#web/parts/villages-batches.tsx'
import { Criteria } from '#web/parts/villages-criteria.tsx'
import { useVillageRegisters } from '#web/parts/villages-rows.ts'
import '#web/parts/villages.css'

export function VillagesPage() {
  const { villages } = useWords()
  const search = useSearch({ from: '/frame/villages' })
  const navigate = useNavigate()
  const registers = useVillageRegisters()
  const { tab = 'criteria', ...look } = search
  const show = (change: { [K in keyof VillagesSearch]?: VillagesSearch[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined))
    void navigate({ to: '/villages', search: next, resetScroll: false })
  }
  return (
    <>
      <PageHeader title={villages.title}>
        {keysOf(villages.registers).map((code) => (
          <Link key={code} to="/registers/$code" params={{ code }}>
            {villages.registers[code]}
          </Link>
        ))}
      </PageHeader>
      {registers === undefined && <LoadingMark />}
      {registers === null && <p>{villages.none}</p>}
      {registers && (
        <>
          <div className="bar not-printed">
            <Segmented<Tab>
              aria-label={villages.tabs.label}
              options={tabs.map((value) => ({ value, label: villages.tabs[value] }))}
              value={tab}
              onChange={(value) => show({ tab: value === 'criteria' ? undefined : value })}
            />
          </div>
          {tab === 'criteria' && <Criteria registers={registers} look={look} onLook={show} />}
          {tab === 'areas' && <VillageAreas />}
          {tab === 'batches' && <VillageBatches />}
        </>
      )}
    </>
  )
}
