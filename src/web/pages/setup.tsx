// Beginning with an empty zone: open the sample one, or give one's own its name and go on in the settings.

import { Link, useBlocker, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useAct, useDirectory, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { AccountsTable } from '#web/parts/accounts-table.tsx'
import { mayPass } from '#web/parts/act-rules.ts'
import { FormField } from '#web/parts/form-window.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import '../parts/settings.css'

export function SetupPage() {
  const { shell } = useWords()
  const me = useMe()
  const directory = useDirectory()
  const [accounts, setAccounts] = useState<OutputOf<'openSampleZone'>['accounts'] | null>(null)
  if (accounts) return <NewAccounts accounts={accounts} />
  if (!directory) return <LoadingMark />
  const open = mayPass('openSampleZone', me.roles) && directory.units.length <= 1
  return (
    <>
      <PageHeader title={shell.setup.title} />
      {open ? (
        <>
          <p>{shell.setup.intro}</p>
          <div className="choices">
            <SampleChoice onOpened={setAccounts} />
            <BlankChoice zone={directory.zone} />
          </div>
        </>
      ) : (
        <p>{mayPass('openSampleZone', me.roles) ? shell.setup.notEmpty : shell.notForYou}</p>
      )}
    </>
  )
}

function SampleChoice({ onOpened }: { onOpened: (accounts: OutputOf<'openSampleZone'>['accounts']) => void }) {
  const { shell } = useWords()
  const act = useAct('openSampleZone', { quiet: true })
  return (
    <section className="choice">
      <h2>{shell.setup.sample}</h2>
      <p>{shell.setup.sampleWords}</p>
      <RefusalNotice error={act.error} />
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => act.mutate({}, { onSuccess: ({ accounts }) => onOpened(accounts) })}
      >
        {shell.setup.sampleSubmit}
      </Button>
    </section>
  )
}

function BlankChoice({ zone }: { zone: OutputOf<'getDirectory'>['zone'] }) {
  const { shell } = useWords()
  const navigate = useNavigate()
  const act = useAct('renameZone', { quiet: true })
  const [name, setName] = useState(zone.name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ name, version: zone.version }, { onSuccess: () => void navigate({ to: '/settings' }) })
  }
  return (
    <section className="choice">
      <h2>{shell.setup.blank}</h2>
      <p>{shell.setup.blankWords}</p>
      <form onSubmit={submit}>
        <FormField label={shell.setup.zoneName} needed>
          <Input value={name} maxLength={500} onChange={(event) => setName(event.target.value)} />
        </FormField>
        <RefusalNotice error={act.error} />
        <Button htmlType="submit" loading={act.isPending} disabled={name.trim() === ''}>
          {shell.setup.blankSubmit}
        </Button>
      </form>
    </section>
  )
}

/** The passwords are nowhere else: leaving without having them asks first. */
function NewAccounts({ accounts }: { accounts: OutputOf<'openSampleZone'>['accounts'] }) {
  const { shell } = useWords()
  const [kept, setKept] = useState(false)
  useBlocker({
    shouldBlockFn: () => !kept && !window.confirm(shell.setup.leave),
    enableBeforeUnload: () => !kept,
  })
  return (
    <>
      <PageHeader title={shell.setup.accounts} />
      <p>{shell.setup.accountsWords}</p>
      <AccountsTable accounts={accounts} />
      <p className="bar after-table not-printed">
        <Link to="/settings" className="plain-button" onMouseDown={() => setKept(true)} onKeyDown={() => setKept(true)}>
          {shell.setup.finished}
        </Link>
      </p>
    </>
  )
}
