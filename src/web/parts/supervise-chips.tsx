// What the list is narrowed by, in words, each with a way to take it away.

import type { Filter } from '#contract/overview.ts'
import { type Lookup, useDirectory } from '#web/hooks.ts'
import { type AllWords, useWords } from '#web/language.ts'
import type { Show } from '#web/parts/supervise-address.ts'
import { type Look, narrowed } from '#web/parts/supervise-look.ts'

type Chip = { keys: (keyof Filter)[]; says: string }

export function Chips({ look, onLook }: { look: Look; onLook: Show }) {
  const words = useWords()
  const { filters } = words.supervise
  const chips = chipsOf(look.filter, words, useDirectory())
  if (chips.length === 0) return null
  const take = ({ keys }: Chip) =>
    onLook({ filter: keys.reduce((filter, key) => narrowed(filter, key, undefined), look.filter) })
  return (
    <div className="chips">
      <span className="soft">{filters.narrowed}</span>
      {chips.map((chip) => (
        <span key={chip.says} className="chip">
          {chip.says}
          <button type="button" className="not-printed" aria-label={filters.take(chip.says)} onClick={() => take(chip)}>
            <span aria-hidden="true">×</span>
          </button>
        </span>
      ))}
      <button type="button" className="word-button not-printed" onClick={() => onLook({ filter: {} })}>
        {filters.clearAll}
      </button>
    </div>
  )
}

function chipsOf(filter: Filter, { supervise, nouns, shell }: AllWords, directory: Lookup | undefined): Chip[] {
  const { columns, filters } = supervise
  const join = (names: readonly string[]) => names.join(shell.listMark)
  const units = (ids: readonly string[]) => join(ids.map((id) => directory?.unit(id)?.shortName ?? '…'))
  const posts = (ids: readonly string[]) => join(ids.map((id) => directory?.post(id)?.name ?? '…'))
  const due = [filter.dueFrom && filters.dueFrom(filter.dueFrom), filter.dueTo && filters.dueTo(filter.dueTo)]
  const said: [string, string | undefined, (keyof Filter)[]][] = [
    [supervise.page.search, filter.text, ['text']],
    [columns.light, filter.light && join(filter.light.map((one) => nouns.lights[one])), ['light']],
    [columns.stage, filter.stage && join(filter.stage.map((one) => nouns.stages[one])), ['stage']],
    [filters.closure, filter.closure && join(filter.closure.map((one) => nouns.closure[one])), ['closure']],
    [
      filters.dispute,
      filter.disputed === undefined ? undefined : filter.disputed ? filters.disputed : filters.undisputed,
      ['disputed'],
    ],
    [columns.kind, filter.kind && join(filter.kind.map((one) => nouns.kinds[one])), ['kind']],
    [columns.lead, filter.lead && units(filter.lead), ['lead']],
    [columns.supporting, filter.supporting && units(filter.supporting), ['supporting']],
    [columns.post, filter.post && posts(filter.post), ['post']],
    [columns.dueOn, due.filter(Boolean).join(' ') || undefined, ['dueFrom', 'dueTo']],
    [filters.document, filter.document && filters.oneDocument, ['document']],
    [filters.parent, filter.parent && (filter.parent === 'none' ? filters.topOnly : filters.oneParent), ['parent']],
  ]
  return said.flatMap(([label, value, keys]) => (value ? [{ keys, says: `${label}：${value}` }] : []))
}
