// The pop-ups behind the heads of the 督办 table: choose lights, stages, kinds, units, words, due dates.

import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Filter } from '#contract/overview.ts'
import { useDirectory, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { DayField } from '#web/parts/fields.tsx'
import { LightName } from '#web/parts/light-badge.tsx'
import type { Show } from '#web/parts/supervise-address.ts'
import { dueSpan, spans } from '#web/parts/supervise-dates.ts'
import { type ColumnKey, kinds, type Look, lights, narrowed, stages } from '#web/parts/supervise-look.ts'

/** The filter fields behind each column. */
export const filterOf: Partial<Record<ColumnKey, readonly (keyof Filter)[]>> = {
  light: ['light'],
  title: ['text'],
  kind: ['kind'],
  lead: ['lead'],
  supporting: ['supporting'],
  dueOn: ['dueFrom', 'dueTo'],
  stage: ['stage'],
}

type Panel = { look: Look; onLook: Show }

export function FilterPanel({ column, look, onLook }: Panel & { column: ColumnKey }) {
  const { supervise, nouns } = useWords()
  const label = supervise.columns[column]
  const set = <K extends keyof Filter>(key: K, value: Filter[K]) =>
    onLook({ filter: narrowed(look.filter, key, value) })
  const panels: Partial<Record<ColumnKey, () => ReactNode>> = {
    light: () => (
      <Choices
        options={lights.map((light) => ({ value: light, label: <LightName light={light} /> }))}
        chosen={look.filter.light}
        onChosen={(light) => set('light', light)}
      />
    ),
    stage: () => (
      <Choices
        options={stages.map((stage) => ({ value: stage, label: nouns.stages[stage] }))}
        chosen={look.filter.stage}
        onChosen={(stage) => set('stage', stage)}
      />
    ),
    kind: () => (
      <Choices
        options={kinds.map((kind) => ({ value: kind, label: nouns.kinds[kind] }))}
        chosen={look.filter.kind}
        onChosen={(kind) => set('kind', kind)}
      />
    ),
    lead: () => <Units chosen={look.filter.lead} onChosen={(lead) => set('lead', lead)} />,
    supporting: () => <Units chosen={look.filter.supporting} onChosen={(units) => set('supporting', units)} />,
    title: () => <WordsField text={look.filter.text ?? ''} onText={(text) => set('text', text)} />,
    dueOn: () => <DueField look={look} onLook={onLook} />,
  }
  return (
    <fieldset className="filter-panel">
      <legend className="only-read-aloud">{supervise.filters.by(label)}</legend>
      {panels[column]?.()}
    </fieldset>
  )
}

type ChoicesProps<V extends string> = {
  options: { value: V; label: ReactNode }[]
  chosen: V[] | undefined
  onChosen: (chosen: V[]) => void
}

function Choices<V extends string>({ options, chosen, onChosen }: ChoicesProps<V>) {
  return (
    <>
      <Checkbox.Group
        className="filter-choices"
        options={options}
        value={chosen ?? []}
        onChange={(values) => onChosen(values as V[])}
      />
      <Clear shown={(chosen?.length ?? 0) > 0} onClear={() => onChosen([])} />
    </>
  )
}

function Units({ chosen, onChosen }: { chosen: string[] | undefined; onChosen: (units: string[]) => void }) {
  const directory = useDirectory()
  const { supervise } = useWords()
  const [text, setText] = useState('')
  const found = directory?.units.filter(({ name, shortName }) => name.includes(text) || shortName.includes(text)) ?? []
  const hidden = (chosen ?? []).filter((id) => !found.some((unit) => unit.id === id))
  return (
    <>
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={supervise.filters.find}
        aria-label={supervise.filters.find}
        allowClear
      />
      <Choices
        options={found.map((unit) => ({ value: unit.id, label: unit.name }))}
        chosen={chosen}
        onChosen={(units) =>
          onChosen(units.length === 0 ? [] : [...hidden, ...units.filter((id) => !hidden.includes(id))])
        }
      />
    </>
  )
}

function WordsField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { supervise } = useWords()
  return (
    <Input.Search
      defaultValue={text}
      maxLength={100}
      allowClear
      placeholder={supervise.page.search}
      aria-label={supervise.page.search}
      onSearch={(value) => onText(value.trim())}
    />
  )
}

function DueField({ look, onLook }: Panel) {
  const { filters } = useWords().supervise
  const { today } = useMe()
  const { dueFrom, dueTo } = look.filter
  const set = (from: string | undefined, to: string | undefined) =>
    onLook({ filter: narrowed(narrowed(look.filter, 'dueFrom', from), 'dueTo', to) })
  return (
    <>
      <div className="filter-span">
        <DayField
          aria-label={filters.from}
          value={dueFrom ?? null}
          latest={dueTo}
          onChange={(day) => set(day ?? undefined, dueTo)}
        />
        <span aria-hidden="true">—</span>
        <DayField
          aria-label={filters.to}
          value={dueTo ?? null}
          earliest={dueFrom}
          onChange={(day) => set(dueFrom, day ?? undefined)}
        />
      </div>
      <div className="filter-spans">
        {spans.map((span) => {
          const { from, to } = dueSpan(span, today)
          return (
            <Button key={span} size="small" onClick={() => set(from, to)}>
              {filters[span]}
            </Button>
          )
        })}
      </div>
      <Clear shown={dueFrom !== undefined || dueTo !== undefined} onClear={() => set(undefined, undefined)} />
    </>
  )
}

function Clear({ shown, onClear }: { shown: boolean; onClear: () => void }) {
  const { supervise } = useWords()
  return (
    <Button size="small" type="link" disabled={!shown} onClick={onClear}>
      {supervise.filters.clear}
    </Button>
  )
}
