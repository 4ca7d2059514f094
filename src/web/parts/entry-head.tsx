// The head of an entry's page: the way back, what it is called, who keeps it, where it stands, what is lacking, and the acts on
// the entry as a whole.

import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { type ReactNode, useState } from 'react'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { WordsWindow } from '#web/parts/entry-reason.tsx'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { UnitName } from '#web/parts/names.tsx'
import { RungMark, rungOn } from '#web/parts/register-rung.tsx'

export function EntryWayUp({ register: { definition }, asOf }: Pick<EntryPartProps, 'register' | 'asOf'>) {
  const { record } = useWords()
  return (
    <nav className="way-up not-printed" aria-label={record.back}>
      <Link to="/registers/$code" params={{ code: definition.code }} search={asOf === null ? {} : { asOf }}>
        {definition.name}
      </Link>
    </nav>
  )
}

export function EntryFacts({ register, page: { entry } }: EntryPartProps) {
  const { record } = useWords()
  const { lead, ladders } = register.definition
  return (
    <dl className="sheet-facts">
      {lead !== null && (
        <Fact name={record.lead}>
          <UnitName id={(entry.values[lead] as string | undefined) ?? null} />
        </Fact>
      )}
      {ladders.length > 1 &&
        ladders.map((ladder) => {
          const shown = rungOn(ladder, entry)
          return (
            shown && (
              <Fact key={ladder.key} name={ladder.name}>
                <RungMark shown={shown} />
              </Fact>
            )
          )
        })}
      <Fact name={record.made}>{entry.madeOn}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sheet-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What is wrong with the entry as it stands. */
export function EntryNotices({ register, page: { entry } }: EntryPartProps) {
  const { record, shell } = useWords()
  const { fields } = register.definition
  const named = (key: string) => fields.find((field) => field.key === key)?.name ?? key
  return (
    <div className="standing">
      {entry.removed && <p className="standing-no">{record.removed(entry.removed.on, entry.removed.reason)}</p>}
      {entry.lacking.length > 0 && (
        <p className="standing-no">{record.lacking(entry.lacking.map(named).join(shell.listMark))}</p>
      )}
      {entry.warnings.map(({ field, warning }) => (
        <p key={`${field} ${warning}`}>{record.warnings[warning](named(field))}</p>
      ))}
    </div>
  )
}

export function EntryActs({ register, page }: Omit<EntryPartProps, 'asOf'>) {
  const { record } = useWords()
  const me = useMe()
  const [removing, setRemoving] = useState(false)
  const remove = useAct('removeEntry', { quiet: true })
  const restore = useAct('restoreEntry')
  const { entry } = page
  const of = { register: register.definition.code, id: entry.id, version: entry.version }
  if (!mayPass('removeEntry', me.roles)) return null
  if (entry.removed)
    return keepsEntry(register.definition, { ...entry, removed: null }, me) ? (
      <Button loading={restore.isPending} onClick={() => restore.mutate(of)}>
        {record.restore}
      </Button>
    ) : null
  if (!keepsEntry(register.definition, entry, me)) return null
  const close = () => setRemoving(false)
  const items = [{ key: 'remove', label: record.remove }]
  return (
    <>
      <Dropdown menu={{ items, onClick: () => setRemoving(true) }} trigger={['click']}>
        <Button aria-haspopup="menu">{record.acts.more}</Button>
      </Dropdown>
      {removing && (
        <WordsWindow
          title={record.remove}
          label={record.backForm.reason}
          hint={record.removeHint}
          submit={record.remove}
          danger
          act={remove}
          onSubmit={(reason) => remove.mutate({ ...of, reason }, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  )
}
