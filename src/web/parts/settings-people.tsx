// People with their posts: adding one with an account, appointing, a new one-time password, closing an account.

import { App, Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Person } from '#domain/zone.ts'
import { type Lookup, useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { AccountsTable } from '#web/parts/accounts-table.tsx'
import { mayPass } from '#web/parts/act-rules.ts'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'
import { postTitle } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'

type Account = OutputOf<'addPerson'>['account']

export function SettingsPeople({ directory }: { directory: Lookup }) {
  const { shell } = useWords()
  const say = shell.settings
  const { roles } = useMe()
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const [appointing, setAppointing] = useState<string | null>(null)
  const [account, setAccount] = useState<Account | null>(null)
  const appointed = directory.person(appointing)
  return (
    <>
      <div className="bar not-printed">
        {mayPass('addPerson', roles) && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {say.addPerson}
          </Button>
        )}
        <Input
          allowClear
          className="search-field"
          value={search}
          placeholder={say.search}
          aria-label={say.search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <PeopleTable directory={directory} search={search} onAppoint={setAppointing} onAccount={setAccount} />
      {adding && <PersonForm onClose={() => setAdding(false)} onAccount={setAccount} />}
      {appointed && <AppointForm person={appointed} directory={directory} onClose={() => setAppointing(null)} />}
      {account && <AccountWindow account={account} onClose={() => setAccount(null)} />}
    </>
  )
}

type PeopleTableProps = {
  directory: Lookup
  search: string
  onAppoint: (id: string) => void
  onAccount: (account: Account) => void
}

function PeopleTable({ directory, search, onAppoint, onAccount }: PeopleTableProps) {
  const { shell } = useWords()
  const say = shell.settings
  const postsOf = (person: Person) => person.posts.map((id) => postTitle(directory, id)).join(shell.listMark)
  const fits = (person: Person) => `${person.name} ${person.username} ${postsOf(person)}`.includes(search.trim())
  const soft = (words: string) => <span className="soft">{words}</span>
  const columns: Column<Person>[] = [
    { key: 'name', head: say.personName, look: 'nowrap', cell: ({ name }) => name },
    { key: 'username', head: say.username, look: 'nowrap', cell: ({ username }) => username },
    { key: 'posts', head: say.posts_, cell: (person) => postsOf(person) || soft(shell.me.noPost) },
    { key: 'state', head: say.state, look: 'nowrap', cell: ({ active }) => (active ? say.active : soft(say.inactive)) },
    {
      key: 'acts',
      head: <span className="only-read-aloud">{shell.todo.acts}</span>,
      cell: (person) => <PersonActs person={person} onAppoint={() => onAppoint(person.id)} onAccount={onAccount} />,
    },
  ]
  const rows = directory.people.filter(fits)
  return <PlainTable caption={say.people} rows={rows} rowKey={({ id }) => id} empty={say.noPeople} columns={columns} />
}

type PersonActsProps = { person: Person; onAppoint: () => void; onAccount: (account: Account) => void }

function PersonActs({ person, onAppoint, onAccount }: PersonActsProps) {
  const { shell } = useWords()
  const say = shell.settings
  const { roles } = useMe()
  const { modal } = App.useApp()
  const reset = useAct('resetPassword')
  const deactivate = useAct('deactivatePerson')
  const { id, version, name, active } = person
  if (!active) return null
  const askReset = () =>
    void modal.confirm({
      title: say.resetAsk(name),
      okText: say.reset,
      onOk: () => reset.mutate({ id, version }, { onSuccess: ({ account }) => onAccount(account) }),
    })
  const askDeactivate = () =>
    void modal.confirm({
      title: say.deactivateAsk(name),
      okText: say.deactivate,
      okButtonProps: { danger: true },
      onOk: () => deactivate.mutate({ id, version }),
    })
  const acts = [
    { open: mayPass('appoint', roles), word: say.appoint, run: onAppoint },
    { open: mayPass('resetPassword', roles), word: say.reset, run: askReset },
    { open: mayPass('deactivatePerson', roles), word: say.deactivate, run: askDeactivate },
  ]
  return (
    <span className="links">
      {acts
        .filter(({ open }) => open)
        .map(({ word, run }) => (
          <button key={word} type="button" className="word-button" aria-label={`${word} ${name}`} onClick={run}>
            {word}
          </button>
        ))}
    </span>
  )
}

function PersonForm({ onClose, onAccount }: { onClose: () => void; onAccount: (account: Account) => void }) {
  const { shell } = useWords()
  const say = shell.settings
  const act = useAct('addPerson', { quiet: true })
  const [name, setName] = useState('')
  const [username, setUsername] = useState('')
  const done = ({ account }: OutputOf<'addPerson'>) => {
    onClose()
    onAccount(account)
  }
  return (
    <FormWindow
      title={say.addPerson}
      submit={shell.save}
      onSubmit={() => act.mutate({ name, username }, { onSuccess: done })}
      onClose={onClose}
      busy={act.isPending}
      blocked={name.trim() === '' || !/^[a-z][a-z0-9._-]{1,30}$/.test(username)}
      error={act.error}
    >
      <FormField label={say.personName} needed>
        <Input value={name} maxLength={500} onChange={(event) => setName(event.target.value)} />
      </FormField>
      <FormField label={say.username} hint={say.usernameRule} needed>
        <Input
          value={username}
          maxLength={31}
          autoCapitalize="none"
          onChange={(event) => setUsername(event.target.value.toLowerCase())}
        />
      </FormField>
    </FormWindow>
  )
}

function AppointForm({ person, directory, onClose }: { person: Person; directory: Lookup; onClose: () => void }) {
  const { shell } = useWords()
  const say = shell.settings
  const act = useAct('appoint', { quiet: true })
  const [posts, setPosts] = useState(person.posts)
  return (
    <FormWindow
      title={say.appointTitle(person.name)}
      submit={shell.save}
      onSubmit={() => act.mutate({ id: person.id, version: person.version, posts }, { onSuccess: onClose })}
      onClose={onClose}
      busy={act.isPending}
      error={act.error}
    >
      <p>{say.appointWords}</p>
      <FormField label={say.posts_}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          value={posts}
          onChange={setPosts}
          options={directory.posts.map(({ id }) => ({ value: id, label: postTitle(directory, id) }))}
        />
      </FormField>
    </FormWindow>
  )
}

function AccountWindow({ account, onClose }: { account: Account; onClose: () => void }) {
  const { shell } = useWords()
  const close = (
    <Button type="primary" onClick={onClose}>
      {shell.close}
    </Button>
  )
  return (
    <Modal open title={shell.settings.account} onCancel={onClose} footer={close} mask={{ closable: false }} width={640}>
      <p>{shell.account.once}</p>
      <AccountsTable accounts={[account]} />
    </Modal>
  )
}
