// The standards that villages are checked by, version by version, and taking up those that are shipped.

import { App, Button } from 'antd'
import type { InputOf } from '#contract/contract.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { type EntryRow, textIn } from '#web/parts/villages-rows.ts'

type Line = InputOf<'addEntries'>['lines'][number]
type Shipped = { register: string; entries: { values: Line }[] }

const presets = import.meta.glob<Shipped>('../../../presets/standards/*.json', { import: 'default', eager: true })

/** Versions in the order in which they came in, each with its items in order. */
export function versionsOf(items: readonly EntryRow[]): Map<string, EntryRow[]> {
  const sorted = items.toSorted((a, b) => Number(textIn(a, 'seq')) - Number(textIn(b, 'seq')))
  const versions = new Map(items.map((item) => [textIn(item, 'version'), [] as EntryRow[]]))
  for (const item of sorted) versions.get(textIn(item, 'version'))!.push(item)
  return versions
}

function shippedVersions(): Map<string, Line[]> {
  const lines = Object.values(presets).flatMap(({ entries }) => entries.map(({ values }) => values))
  return Map.groupBy(lines, ({ version }) => String(version))
}

/** Those that the zone does not have yet. */
export function ShippedStandards({ had }: { had: readonly string[] }) {
  const { criteria } = useWords().villages
  const { roles } = useMe()
  const { message } = App.useApp()
  const add = useAct('addEntries')
  const waiting = [...shippedVersions()].filter(([version]) => !had.includes(version))
  if (waiting.length === 0 || !mayPass('addEntries', roles)) return null
  const takeUp = (lines: Line[]) =>
    add.mutate(
      { register: 'village_standard', lines },
      { onSuccess: ({ added }) => void message.success(criteria.takenUp(added.length)) },
    )
  return (
    <section className="section not-printed">
      <h2>{criteria.shipped}</h2>
      <ul className="villages-plain">
        {waiting.map(([version, lines]) => (
          <li key={version}>
            {version}{' '}
            <Button
              size="small"
              aria-label={criteria.takeUpOf(version)}
              loading={add.isPending}
              onClick={() => takeUp(lines)}
            >
              {criteria.takeUp}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
