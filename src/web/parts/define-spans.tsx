// Times between two nodes of a network that are measured (土地证到施工许可证), and what is aimed at.

import { Button, InputNumber, Select } from 'antd'
import type { Network, Span } from '#domain/register.ts'
import { freshKey, noBasis } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { Faults, Group, Place } from '#web/parts/define-controls.tsx'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { CalendarSelect } from '#web/parts/define-nodes.tsx'
import { Part } from '#web/parts/define-part.tsx'
import { FieldSelect } from '#web/parts/define-selects.tsx'

type Props = { network: Network; onSpans: (spans: Span[]) => void }

export function DefineSpans({ network, onSpans }: Props) {
  const { define } = useWords()
  const say = define.network
  const { spans, nodes } = network
  const set = (key: string, part: Partial<Span>) =>
    onSpans(spans.map((span) => (span.key === key ? { ...span, ...part } : span)))
  const fresh = (): Span => ({
    key: freshKey(
      spans.map(({ key }) => key),
      's',
    ),
    ...{ name: '', from: nodes[0]!.key, to: network.target, calendar: 'workdays', atMost: null, limit: null },
    basis: noBasis,
  })
  return (
    <Group label={say.spans} hint={say.spansHint}>
      {spans.map((span) => (
        <Part
          key={span.key}
          label={span.name || define.list.untitled}
          onRemove={() => onSpans(spans.filter(({ key }) => key !== span.key))}
        >
          <OneSpan network={network} span={span} set={(part) => set(span.key, part)} />
        </Part>
      ))}
      <Button size="small" onClick={() => onSpans([...spans, fresh()])}>
        {say.spanAdd}
      </Button>
    </Group>
  )
}

function OneSpan({ network, span, set }: { network: Network; span: Span; set: (part: Partial<Span>) => void }) {
  const { define } = useWords()
  const say = define.network
  const at = `networks.${network.key}.spans.${span.key}`
  const nodes = network.nodes.map(({ key, name }) => ({ value: key, label: name || define.list.untitled }))
  return (
    <>
      <Place at={`${at}.name`} label={say.spanName} needed>
        <NameInput value={span.name} onType={(name) => set({ name })} />
      </Place>
      <div className="define-row">
        <Place at={`${at}.from`} label={say.from} needed>
          <Select value={span.from} options={nodes} onChange={(from: string) => set({ from })} />
        </Place>
        <Place at={`${at}.to`} label={say.to} needed>
          <Select value={span.to} options={nodes} onChange={(to: string) => set({ to })} />
        </Place>
        <CalendarSelect at={`${at}.calendar`} value={span.calendar} onCalendar={(calendar) => set({ calendar })} />
      </div>
      <div className="define-row">
        <Place at={`${at}.atMost`} label={say.atMost} hint={say.takesHint}>
          <InputNumber
            value={span.atMost}
            min={0}
            max={5000}
            precision={0}
            onChange={(days) => set({ atMost: days ?? null })}
          />
        </Place>
        <Place at={`${at}.limit`} label={say.limit} hint={say.limitHint}>
          <FieldSelect
            value={span.limit}
            types={['number']}
            none={define.basic.noField}
            onChange={(limit) => set({ limit })}
          />
        </Place>
      </div>
      <BasisInput at={`${at}.basis`} value={span.basis} maxLength={200} onBasis={(basis) => set({ basis })} />
      <Faults at={at} exact />
    </>
  )
}
