// Accounts with their one-time passwords, shown once: to be copied or printed, then gone.

import { App, Button } from 'antd'
import type { z } from 'zod'
import type { NewAccount } from '#contract/zone.ts'
import { type AllWords, useWords } from '#web/language.ts'
import { PlainTable } from '#web/parts/plain-table.tsx'

type Account = z.infer<typeof NewAccount>

export function AccountsTable({ accounts }: { accounts: readonly Account[] }) {
  const { shell } = useWords()
  const { message } = App.useApp()
  const say = shell.account
  const copy = async () => {
    await copyText(asLines(accounts, say))
    void message.success(shell.copied)
  }
  return (
    <>
      <p className="bar not-printed">
        <Button onClick={() => void copy()}>{shell.copy}</Button>
        <Button onClick={() => window.print()}>{shell.print}</Button>
      </p>
      <PlainTable
        caption={`${say.username} / ${say.password}`}
        rows={accounts}
        rowKey={(account) => account.username}
        empty=""
        columns={[
          { key: 'name', head: say.name, cell: (account) => account.name },
          { key: 'post', head: say.post, cell: (account) => account.post },
          { key: 'username', head: say.username, cell: (account) => <code>{account.username}</code> },
          { key: 'password', head: say.password, cell: (account) => <code>{account.oneTimePassword}</code> },
        ]}
      />
    </>
  )
}

/** Tabs between the fields, so that it can be pasted into a spreadsheet. */
function asLines(accounts: readonly Account[], say: AllWords['shell']['account']): string {
  const head = [say.name, say.post, say.username, say.password]
  const rows = accounts.map(({ name, post, username, oneTimePassword }) => [name, post, username, oneTimePassword])
  return [head, ...rows].map((row) => row.join('\t')).join('\n')
}

/** The clipboard is only open to pages by https or on this machine; elsewhere the old way still works. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
