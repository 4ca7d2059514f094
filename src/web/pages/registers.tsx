// 台账: the zone's registers, and those that are shipped and not yet in use.

import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import type { Definition, Register } from '#domain/register.ts'
import { useAct, useDirectory, useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showNumber } from '#web/words/amount.ts'

export function RegistersPage() {
  const { registers, define } = useWords()
  const { roles } = useMe()
  const { data, error, refetch } = useQuestion('listRegisters', {})
  const waiting = data?.shipped.filter(({ code }) => !data.own.some(({ definition }) => definition.code === code)) ?? []
  return (
    <>
      <PageHeader title={registers.title} beside={registers.intro}>
        {mayPass('defineRegister', roles) && (
          <Link to="/registers/new" className="plain-button primary">
            {define.newLink}
          </Link>
        )}
      </PageHeader>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <LoadingMark />}
      {data && <OwnRegisters own={data.own} />}
      {data && <SampleChoice />}
      {waiting.length > 0 && mayPass('defineRegister', roles) && <ShippedRegisters shipped={waiting} />}
    </>
  )
}

function OwnRegisters({ own }: { own: readonly Register[] }) {
  const { list } = useWords().registers
  const columns: Column<Register>[] = [
    {
      key: 'name',
      head: list.name,
      look: 'nowrap',
      width: '15rem',
      cell: ({ definition: { code, name } }) => (
        <Link to="/registers/$code" params={{ code }}>
          {name}
        </Link>
      ),
    },
    { key: 'entry', head: list.entry, cell: ({ definition }) => definition.entryName, look: 'nowrap', width: '7rem' },
    {
      key: 'count',
      head: list.count,
      cell: ({ definition }) => <Count code={definition.code} />,
      look: 'number',
      width: '5rem',
    },
    { key: 'basis', head: list.basis, cell: ({ definition }) => definition.basis },
  ]
  if (own.length === 0) return <p className="empty-mark">{list.none}</p>
  return byArea(own).map(([area, registers]) => (
    <section key={area} className="section registers-own">
      <h2>{area || list.own}</h2>
      <PlainTable
        caption={area || list.own}
        columns={columns}
        rows={registers}
        rowKey={({ id }) => id}
        empty={list.none}
      />
    </section>
  ))
}

/** Those of no area come first: they are the zone's own. */
function byArea(own: readonly Register[]): [string, Register[]][] {
  const areas = [...Map.groupBy(own, ({ definition }) => definition.area)]
  return areas.toSorted(([a], [b]) => Number(a !== '') - Number(b !== ''))
}

/** In the sample zone only: every shipped register, filled. */
function SampleChoice() {
  const { list } = useWords().registers
  const { roles } = useMe()
  const { message } = App.useApp()
  const directory = useDirectory()
  const act = useAct('openSampleRegisters')
  if (!directory?.zone.sample || !mayPass('openSampleRegisters', roles)) return null
  const open = () =>
    act.mutate({}, { onSuccess: ({ registers, entries }) => void message.success(list.filled(registers, entries)) })
  return (
    <p className="not-printed">
      <Button loading={act.isPending} onClick={open}>
        {list.sample}
      </Button>{' '}
      <span className="soft">{list.sampleHint}</span>
    </p>
  )
}

function Count({ code }: { code: string }) {
  const language = useLanguage()
  const { data } = useQuestion('countEntries', { register: code })
  return data ? `${showNumber(data.count, language)}${data.more ? '+' : ''}` : '…'
}

function ShippedRegisters({ shipped }: { shipped: readonly Definition[] }) {
  const { list } = useWords().registers
  const columns: Column<Definition>[] = [
    { key: 'name', head: list.name, cell: ({ name }) => name, look: 'nowrap' },
    { key: 'entry', head: list.entry, cell: ({ entryName }) => entryName, look: 'nowrap' },
    { key: 'fields', head: list.fields, cell: ({ fields }) => fields.length, look: 'number' },
    {
      key: 'ladders',
      head: list.ladders,
      cell: ({ ladders }) => ladders.map(({ name }) => name).join('、'),
      width: '16rem',
    },
    { key: 'basis', head: list.basis, cell: ({ basis }) => basis },
    { key: 'use', head: '', cell: (definition) => <UseButton definition={definition} />, look: 'nowrap' },
  ]
  return (
    <section className="section not-printed">
      <h2>{list.shipped}</h2>
      <PlainTable
        caption={list.shipped}
        columns={columns}
        rows={shipped}
        rowKey={({ code }) => code}
        empty={list.none}
      />
    </section>
  )
}

function UseButton({ definition }: { definition: Definition }) {
  const { list } = useWords().registers
  const { message } = App.useApp()
  const define = useAct('defineRegister')
  const use = () => define.mutate({ definition }, { onSuccess: () => void message.success(list.used(definition.name)) })
  return (
    <Button size="small" loading={define.isPending} onClick={use} aria-label={list.useOf(definition.name)}>
      {list.use}
    </Button>
  )
}
