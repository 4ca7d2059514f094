// A link that proposes a new entry in another register: which register, which of its fields are filled from which of ours,
// and the field there that leads back.

import { Button, Select } from 'antd'
import { type Definition, fieldOf, isDerived } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { Group, Place } from '#web/parts/define-controls.tsx'
import { useDesk } from '#web/parts/define-desk.ts'
import type { ProposedProps } from '#web/parts/define-links.tsx'
import { RegisterSelect, useReachable } from '#web/parts/define-registers.tsx'
import { FieldSelect } from '#web/parts/define-selects.tsx'

export function LinkAdd({ link, onProposes }: ProposedProps) {
  const { define, shell } = useWords()
  const say = define.link
  const { draft } = useDesk()
  const reachable = useReachable()
  if (link.proposes.kind !== 'add') return null
  const proposes = link.proposes
  const at = `links.${link.key}`
  const there = reachable.find(({ definition }) => definition.code === proposes.register)
  const back = fieldsThere(there?.definition, ({ type, of }) => type === 'entry' && of === draft.code)
  return (
    <>
      <Place at={`${at}.register`} label={say.register} hint={there && !there.there && say.missing} needed>
        <RegisterSelect
          code={proposes.register}
          onCode={(register) => onProposes({ kind: 'add', register, values: {}, link: null })}
        />
      </Place>
      <Group at={`${at}.values`} label={say.values} hint={say.valuesHint}>
        <Values
          there={there?.definition}
          values={proposes.values}
          onValues={(values) => onProposes({ ...proposes, values })}
        />
      </Group>
      <Place at={`${at}.link`} label={say.back}>
        <Select
          allowClear
          value={proposes.link ?? undefined}
          placeholder={back.length === 0 ? shell.none : shell.choose}
          options={back}
          onChange={(key?: string) => onProposes({ ...proposes, link: key ?? null })}
        />
      </Place>
    </>
  )
}

/** Fields of the entry that a link field leads to. */
export function LinkFill({ link, onProposes }: ProposedProps) {
  const { define } = useWords()
  const say = define.link
  const { draft } = useDesk()
  const reachable = useReachable()
  if (link.proposes.kind !== 'fill') return null
  const { via, values } = link.proposes
  const of = fieldOf(draft, via)?.of
  const there = reachable.find(({ definition }) => definition.code === of)
  const at = `links.${link.key}`
  return (
    <>
      <Place at={`${at}.via`} label={say.via} hint={there && !there.there && say.missing} needed>
        <FieldSelect
          value={fieldOf(draft, via) ? via : null}
          types={['entry']}
          onChange={(key) => key && onProposes({ kind: 'fill', via: key, values: {} })}
        />
      </Place>
      <Group at={`${at}.values`} label={say.values} hint={say.valuesHint}>
        <Values
          there={there?.definition}
          values={values}
          onValues={(next) => onProposes({ kind: 'fill', via, values: next })}
        />
      </Group>
    </>
  )
}

function fieldsThere(there: Definition | undefined, fits: (field: Definition['fields'][number]) => boolean) {
  const fields = (there?.fields ?? []).filter((field) => !field.retired && fits(field))
  return fields.map(({ key, name }) => ({ value: key, label: name }))
}

type ValuesProps = {
  there: Definition | undefined
  values: Record<string, string>
  onValues: (values: Record<string, string>) => void
}

function Values({ there, values, onValues }: ValuesProps) {
  const { define } = useWords()
  const say = define.link
  const { draft } = useDesk()
  const options = fieldsThere(there, (field) => !isDerived(field))
  const free = options.find(({ value }) => !(value in values))
  const lines = Object.entries(values)
  const change = (place: number, line: [string, string]) =>
    onValues(Object.fromEntries(lines.map((one, i) => (i === place ? line : one))))
  return (
    <>
      {lines.map(([theirs, ours], place) => (
        <div key={theirs} className="define-class">
          <Select
            aria-label={`${say.register} ${place + 1}`}
            value={theirs}
            options={options.filter(({ value }) => value === theirs || !(value in values))}
            popupMatchSelectWidth={false}
            onChange={(key) => change(place, [key, ours])}
          />
          <span aria-hidden="true">←</span>
          <FieldSelect
            label={`${say.values} ${place + 1}`}
            value={ours}
            onChange={(key) => key && change(place, [theirs, key])}
          />
          <button
            type="button"
            className="word-button"
            aria-label={`${say.valueRemove} ${place + 1}`}
            onClick={() => onValues(Object.fromEntries(lines.filter((_, i) => i !== place)))}
          >
            {define.list.remove}
          </button>
        </div>
      ))}
      <Button
        size="small"
        disabled={!free}
        onClick={() => free && onValues({ ...values, [free.value]: sameName(draft, free.label) ?? draft.title })}
      >
        {say.valueAdd}
      </Button>
    </>
  )
}

const sameName = ({ fields }: Definition, wanted: string): string | undefined =>
  fields.find(({ name, retired }) => name === wanted && !retired)?.key
