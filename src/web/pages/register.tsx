// One register (台账): its views as tabs, what narrows them, and below the view that is open. What is shown lives in the
// address (parts/register-look.ts).

import { Link, useParams } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { Register } from '#domain/register.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { ruleSetsOf } from '#web/parts/assess-standing.ts'
import { addsEntries } from '#web/parts/field-rights.ts'
import { useKeys } from '#web/parts/keys.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark, NoSuchPage } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { AddEntry } from '#web/parts/register-add.tsx'
import { useRegisterLook } from '#web/parts/register-address.ts'
import { RegisterChips, RegisterSearch, RegisterWhere } from '#web/parts/register-bar.tsx'
import { RegisterCarry } from '#web/parts/register-carry.tsx'
import { RegisterRates } from '#web/parts/register-rates.tsx'
import { useEntryCount } from '#web/parts/register-rows.ts'
import { RegisterTabs } from '#web/parts/register-tabs.tsx'
import { ToolsPlace } from '#web/parts/register-tools-place.tsx'
import { RegisterViewPart } from '#web/parts/register-view.tsx'
import { viewsOf } from '#web/parts/register-views.ts'
import { MomentBanner, MomentField } from '#web/parts/supervise-bar.tsx'
import { showNumber } from '#web/words/amount.ts'
import '#web/parts/ledger.css'
import '#web/parts/register-grid.css'

export function RegisterPage() {
  const { code } = useParams({ from: '/frame/registers/$code' })
  const [look] = useRegisterLook()
  const asked = useQuestion('listRegisters', look.asOf === null ? {} : { asOf: look.asOf }, { staleTime: 60_000 })
  if (asked.error) return <RefusalNotice error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <LoadingMark />
  const register = asked.data.own.find(({ definition }) => definition.code === code)
  return register ? <RegisterShown key={code} register={register} /> : <NoSuchPage />
}

function RegisterShown({ register }: { register: Register }) {
  const words = useWords()
  const { registers, assess, define, villages } = words
  const language = useLanguage()
  const [look, show] = useRegisterLook()
  const { definition } = register
  const { roles } = useMe()
  const [asking, setAsking] = useState(false)
  const [adding, setAdding] = useState(false)
  const [tools, setTools] = useState<HTMLElement | null>(null)
  const search = useRef<InputRef>(null)
  useKeys([{ key: '/', run: () => search.current?.focus({ cursor: 'all' }) }], !adding)
  const view = viewsOf(definition, words).find(({ key }) => key === look.view) ?? null
  const { data: counted } = useEntryCount(register, view, look)
  const count = counted && registers.page.count(showNumber(counted.count, language), counted.more)
  return (
    <div className="register">
      <PageHeader
        title={definition.name}
        beside={
          <>
            {count}{' '}
            <Link to="/registers" className="underlined">
              {registers.page.all}
            </Link>{' '}
            <Link to="/registers/$code/define" params={{ code: definition.code }} className="underlined">
              {mayPass('alterRegister', roles) ? define.alterLink : define.sheetLink}
            </Link>{' '}
            {definition.code.startsWith('village') && (
              <Link to="/villages" className="underlined">
                {villages.title}
              </Link>
            )}
          </>
        }
      >
        <RegisterSearch register={register} look={look} onLook={show} field={search} />
        <MomentField look={look} onLook={show} />
        <Button aria-expanded={asking} onClick={() => setAsking(!asking)}>
          {registers.where.button}
        </Button>
        {ruleSetsOf(definition).length > 0 && (
          <Link to="/registers/$code/assess" params={{ code: definition.code }} className="plain-button">
            {assess.link}
          </Link>
        )}
        <RegisterCarry register={register} view={view} look={look} />
        {look.asOf === null && addsEntries(definition, roles) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {registers.add.button(definition.entryName)}
          </Button>
        )}
      </PageHeader>
      <MomentBanner look={look} onLook={show} />
      <RegisterRates register={register} look={look} />
      <div className="register-line not-printed">
        <RegisterTabs register={register} look={look} />
        <div ref={setTools} className="register-tools" />
      </div>
      {look.view !== null && !view && <p className="soft">{registers.page.noSuchView}</p>}
      {asking && <RegisterWhere {...{ register, view, look }} onLook={show} onClose={() => setAsking(false)} />}
      <RegisterChips register={register} look={look} onLook={show} />
      <ToolsPlace value={tools}>
        <RegisterViewPart register={register} view={view} look={look} onLook={show} />
      </ToolsPlace>
      {adding && <AddEntry register={register} onClose={() => setAdding(false)} />}
    </div>
  )
}
