// 视图: the views of a register, and of the one that is open the parts that its kind needs.

import { Select } from 'antd'
import { viewKindWords } from '#contract/definition-words.ts'
import type { Definition, RegisterView } from '#domain/register.ts'
import { freshView } from '#domain/register-draft.ts'
import { numberTypes } from '#domain/register-faults.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { DefineForm, Place, Tick, WhereField } from '#web/parts/define-controls.tsx'
import { useDesk, usePart } from '#web/parts/define-desk.ts'
import { NameInput } from '#web/parts/define-inputs.tsx'
import { DefinePair, RemovePart } from '#web/parts/define-pair.tsx'
import { FieldSelect, FieldsSelect } from '#web/parts/define-selects.tsx'
import { keysOf } from '#web/parts/keys-of.ts'

export function DefineViews() {
  const { define } = useWords()
  const language = useLanguage()
  const { draft } = useDesk()
  return (
    <DefinePair
      list="views"
      say={define.view}
      nameOf={({ name }) => name}
      noteOf={({ kind }) => viewKindWords[kind][language]}
      fresh={() => freshView(draft.views, '', firstKeys(draft))}
      form={(view) => <OneView key={view.key} view={view} />}
    />
  )
}

/** A view begins with the first six columns. */
const firstKeys = ({ fields }: Definition) =>
  fields
    .filter(({ retired }) => !retired)
    .slice(0, 6)
    .map(({ key }) => key)

type ViewProps = { view: RegisterView; set: (part: Partial<RegisterView>) => void }

function OneView({ view }: { view: RegisterView }) {
  const { define } = useWords()
  const say = define.view
  const { draft } = useDesk()
  const { at, set, remove } = usePart('views', view.key)
  return (
    <DefineForm at={at}>
      <Place at={`${at}.name`} label={say.name} needed>
        <NameInput value={view.name} placeholder={say.fresh} onType={(name) => set({ name })} />
      </Place>
      <KindSelect view={view} onKind={(kind) => set(asKind(view, kind, draft))} />
      <KindParts view={view} set={set} />
      <Place at={`${at}.fields`} label={say.fields} hint={say.fieldsHint}>
        <FieldsSelect value={view.fields} onChange={(fields) => set({ fields })} />
      </Place>
      <WhereField at={`${at}.where`} label={say.where} rule={view.where} onChange={(where) => set({ where })} />
      <Place at={`${at}.sort`} label={say.sort}>
        <FieldSelect value={view.sort} none={say.added} onChange={(sort) => set({ sort })} />
      </Place>
      {view.sort !== null && (
        <Tick label={say.descending} checked={view.descending} onChange={(descending) => set({ descending })} />
      )}
      <RemovePart word={say.remove} onRemove={() => remove()} />
    </DefineForm>
  )
}

/** The parts that the kind needs, taken from what the register has. */
function asKind(
  view: RegisterView,
  kind: RegisterView['kind'],
  { fields, ladders, title }: Definition,
): Partial<RegisterView> {
  const keys = (type: string) => fields.filter((field) => field.type === type && !field.retired).map(({ key }) => key)
  const ladder = view.ladder ?? ladders[0]?.key ?? null
  const dates = view.dates.length > 0 ? view.dates : keys('date')
  const none = { ladder: null, network: null, sums: [], dates: [], place: null, lines: null, columns: null }
  switch (kind) {
    case 'table':
      return { kind, ...none }
    case 'board':
      // The title heads every card.
      return { kind, ...none, ladder, sums: view.sums, fields: view.fields.filter((key) => key !== title) }
    case 'gantt':
      return { kind, ...none, ladder, network: view.network, dates: dates.slice(0, 2) }
    case 'calendar':
      return { kind, ...none, dates: dates.slice(0, 10) }
    case 'map':
      return { kind, ...none, ladder, place: view.place ?? keys('place')[0] ?? null }
    case 'matrix': {
      const [first = null, second = null] = keys('choice')
      return { kind, ...none, lines: view.lines ?? first, columns: view.columns ?? second }
    }
  }
}

function KindSelect({ view, onKind }: { view: RegisterView; onKind: (kind: RegisterView['kind']) => void }) {
  const { define } = useWords()
  const language = useLanguage()
  const options = keysOf(viewKindWords).map((value) => ({
    value,
    label: viewKindWords[value][language],
    note: define.view.kinds[value],
  }))
  return (
    <Place at={`views.${view.key}.kind`} label={define.view.kind} hint={define.view.kinds[view.kind]} needed>
      <Select
        value={view.kind}
        onChange={onKind}
        options={options}
        popupMatchSelectWidth={false}
        optionRender={({ data }) => (
          <span className="define-type">
            {data.label} <span className="soft">{data.note}</span>
          </span>
        )}
      />
    </Place>
  )
}

function KindParts({ view, set }: ViewProps) {
  const { define } = useWords()
  const say = define.view
  const at = `views.${view.key}`
  const ladder = <LadderPart view={view} set={set} />
  const dates = (label: string, hint?: string) => (
    <Place
      at={`${at}.dates`}
      label={label}
      hint={<Lacking type="date" word={say.dateField} also={hint} />}
      needed={!hint}
    >
      <FieldsSelect value={view.dates} types={['date']} onChange={(next) => set({ dates: next })} />
    </Place>
  )
  switch (view.kind) {
    case 'table':
      return null
    case 'board':
      return (
        <>
          {ladder}
          <Place at={`${at}.sums`} label={say.sums}>
            <FieldsSelect value={view.sums} types={numberTypes} onChange={(sums) => set({ sums })} />
          </Place>
        </>
      )
    case 'gantt':
      return (
        <>
          {ladder}
          <NetworkPart view={view} set={set} />
          {dates(say.datesGantt, say.datesHint)}
        </>
      )
    case 'calendar':
      return dates(say.dates)
    case 'map':
      return (
        <>
          <One view={view} set={set} part="place" type="place" label={say.place} word={say.placeField} />
          {ladder}
        </>
      )
    case 'matrix':
      return (
        <div className="define-row">
          <One view={view} set={set} part="lines" type="choice" label={say.lines} word={say.choiceField} />
          <One view={view} set={set} part="columns" type="choice" label={say.columns} word={say.choiceField} />
        </div>
      )
  }
}

type OneProps = ViewProps & {
  part: 'place' | 'lines' | 'columns'
  type: 'place' | 'choice'
  label: string
  word: string
}

function One({ view, set, part, type, label, word }: OneProps) {
  return (
    <Place at={`views.${view.key}.${part}`} label={label} hint={<Lacking type={type} word={word} />} needed>
      <FieldSelect value={view[part]} types={[type]} onChange={(key) => set({ [part]: key })} />
    </Place>
  )
}

/** Says what the register would need first. */
function Lacking({ type, word, also }: { type: string; word: string; also?: string | undefined }) {
  const { define } = useWords()
  const { draft } = useDesk()
  const there = draft.fields.some((field) => field.type === type && !field.retired)
  return there ? also : define.view.lacks(word)
}

function NetworkPart({ view, set }: ViewProps) {
  const { define } = useWords()
  const say = define.view
  const { draft } = useDesk()
  if (draft.networks.length === 0 && view.network === null) return null
  return (
    <Place at={`views.${view.key}.network`} label={say.network} hint={say.networkHint}>
      <Select
        value={view.network ?? undefined}
        allowClear
        placeholder={define.basic.noField}
        options={draft.networks.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(network?: string) => set({ network: network ?? null })}
      />
    </Place>
  )
}

function LadderPart({ view, set }: ViewProps) {
  const { define, shell } = useWords()
  const say = define.view
  const { draft } = useDesk()
  const must = view.kind === 'board'
  return (
    <Place
      at={`views.${view.key}.ladder`}
      label={say.ladder}
      hint={draft.ladders.length === 0 && say.lacks(say.ladderPart)}
      needed={must}
    >
      <Select
        value={view.ladder ?? undefined}
        allowClear={!must}
        placeholder={must ? shell.choose : say.ladderNone}
        options={draft.ladders.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(ladder?: string) => set({ ladder: ladder ?? null })}
      />
    </Place>
  )
}
