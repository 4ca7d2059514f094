// Somebody else was faster: who changed what of the entry meanwhile, and the choice between their value and one's own.

import { Button } from 'antd'
import type { Value } from '#domain/field-value.ts'
import type { JournalLine } from '#domain/journal.ts'
import type { Field } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Naming, textOfValue } from '#web/parts/field-text.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import { showMoment } from '#web/words/amount.ts'

type Props = {
  register: string
  /** The entry as it was decided on. */
  entry: ShownEntry
  field: Field
  fields: readonly Field[]
  naming: Naming
  onTheirs: (fresh: ShownEntry) => void
  onMine: (fresh: ShownEntry) => void
}

export function StaleNotice({ register, entry, field, fields, naming, onTheirs, onMine }: Props) {
  const { registers } = useWords()
  const { data } = useQuestion('getEntry', { register, id: entry.id }, { staleTime: 0 })
  if (!data || data.entry.version === entry.version) return null
  const fresh = data.entry
  const since = data.history.filter(({ noun, version }) => noun === 'entry' && version > entry.version)
  const now = textOfValue(field, fresh.values[field.key], naming) || registers.filters.empty
  return (
    <div className="stale-notice" role="alert">
      <p>{registers.stale.title}</p>
      <ul>
        {since.map((line) => (
          <li key={line.seq}>{told(line, fields, naming)}</li>
        ))}
      </ul>
      <div className="stale-choice">
        <Button size="small" type="primary" onClick={() => onTheirs(fresh)}>
          {registers.stale.theirs(now)}
        </Button>
        <Button size="small" onClick={() => onMine(fresh)}>
          {registers.stale.mine}
        </Button>
      </div>
    </div>
  )
}

/** 刘芳 2026-06-08 10:12 改了 协议总投资：13亿元. */
function told({ actorName, at, data }: JournalLine, fields: readonly Field[], naming: Naming): string {
  const { stale, filters } = naming.words.registers
  const { values = {} } = data as { values?: Record<string, Value | null> }
  const changes = fields
    .filter(({ key }) => key in values)
    .map((field) => stale.change(field.name, textOfValue(field, values[field.key], naming) || filters.empty))
  const who = actorName ?? naming.words.shell.none
  return stale.line(who, showMoment(at), changes.join(naming.words.shell.listMark) || stale.other)
}
