// The nodes of a network: which rung finishes each, how long it takes, what it waits for, and whether it may be reviewed in
// advance (预审).

import { Button, InputNumber, Select } from 'antd'
import type { DayCount, Network, NetworkNode } from '#domain/register.ts'
import { ladderOf } from '#domain/register.ts'
import { freshNode } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { Faults, Group, Place, Tick } from '#web/parts/define-controls.tsx'
import { useDesk } from '#web/parts/define-desk.ts'
import { NameInput } from '#web/parts/define-inputs.tsx'
import { Part } from '#web/parts/define-part.tsx'
import { RungSelect } from '#web/parts/define-selects.tsx'
import { keysOf } from '#web/parts/keys-of.ts'

type Props = { network: Network; onNodes: (nodes: NetworkNode[]) => void }

export function DefineNodes({ network, onNodes }: Props) {
  const { define } = useWords()
  const say = define.network
  const { draft } = useDesk()
  const { nodes } = network
  const set = (key: string, part: Partial<NetworkNode>) =>
    onNodes(nodes.map((node) => (node.key === key ? { ...node, ...part } : node)))
  const remove = (gone: string) => {
    const without = (keys: readonly string[]) => keys.filter((key) => key !== gone)
    const left = nodes.filter(({ key }) => key !== gone)
    onNodes(
      left.map((node) => ({
        ...node,
        after: without(node.after),
        preReview: node.preReview && { ...node.preReview, after: without(node.preReview.after) },
      })),
    )
  }
  return (
    <Group label={say.nodes} hint={say.nodesHint}>
      {nodes.map((node) => (
        <Part
          key={node.key}
          label={node.name || define.list.untitled}
          onRemove={nodes.length > 1 ? () => remove(node.key) : null}
        >
          <OneNode network={network} node={node} set={(part) => set(node.key, part)} />
        </Part>
      ))}
      <Button size="small" onClick={() => onNodes([...nodes, freshNode(draft, nodes, '')])}>
        {say.nodeAdd}
      </Button>
    </Group>
  )
}

type NodeProps = { network: Network; node: NetworkNode; set: (part: Partial<NetworkNode>) => void }

function OneNode({ network, node, set }: NodeProps) {
  const { define } = useWords()
  const say = define.network
  const { draft } = useDesk()
  const at = `networks.${network.key}.${node.key}`
  return (
    <>
      <div className="define-row">
        <Place at={`${at}.name`} label={say.nodeName} needed>
          <NameInput value={node.name} onType={(name) => set({ name })} />
        </Place>
        <Place at={`${at}.${node.rung}`} label={say.nodeRung} needed>
          <RungSelect
            ladders={draft.ladders}
            ladder={node.ladder}
            rung={node.rung}
            onChange={(ladder, rung) =>
              set(ladder === node.ladder ? { rung } : { ladder, rung, begins: null, preReview: null })
            }
          />
        </Place>
      </div>
      <div className="define-row">
        <Takes at={`${at}.takes`} value={node.takes} onTakes={(takes) => set({ takes })} />
        <CalendarSelect at={`${at}.calendar`} value={node.calendar} onCalendar={(calendar) => set({ calendar })} />
        <OwnRung
          at={`${at}.begins`}
          label={say.begins}
          node={node}
          value={node.begins}
          onRung={(begins) => set({ begins })}
        />
      </div>
      <NodesSelect
        at={`${at}.after`}
        label={say.after}
        network={network}
        but={node.key}
        value={node.after}
        onNodes={(after) => set({ after })}
      />
      <PreReview network={network} node={node} set={set} />
      <Faults at={at} exact />
    </>
  )
}

function PreReview({ network, node, set }: NodeProps) {
  const { define } = useWords()
  const say = define.network
  const { preReview } = node
  const { draft } = useDesk()
  const at = `networks.${network.key}.${node.key}.preReview`
  const rungs = ladderOf(draft, node.ladder)?.rungs ?? []
  const begin = () => ({ rung: rungs.at(0)?.key ?? node.rung, takes: null, after: [] })
  return (
    <>
      <Tick
        label={say.preReview}
        hint={say.preReviewHint}
        checked={preReview !== null}
        onChange={(on) => set({ preReview: on ? begin() : null })}
      />
      {preReview && (
        <div className="define-row">
          <OwnRung
            at={`${at}.rung`}
            label={say.preReviewRung}
            node={node}
            value={preReview.rung}
            onRung={(rung) => rung && set({ preReview: { ...preReview, rung } })}
          />
          <Takes
            at={`${at}.takes`}
            value={preReview.takes}
            onTakes={(takes) => set({ preReview: { ...preReview, takes } })}
          />
          <NodesSelect
            at={`${at}.after`}
            label={say.preReviewAfter}
            network={network}
            but={node.key}
            value={preReview.after}
            onNodes={(after) => set({ preReview: { ...preReview, after } })}
          />
        </div>
      )}
    </>
  )
}

function Takes({ at, value, onTakes }: { at: string; value: number | null; onTakes: (takes: number | null) => void }) {
  const { define } = useWords()
  return (
    <Place at={at} label={define.network.takes} hint={define.network.takesHint}>
      <InputNumber value={value} min={0} max={5000} precision={0} onChange={(days) => onTakes(days ?? null)} />
    </Place>
  )
}

export function CalendarSelect({
  at,
  value,
  onCalendar,
}: {
  at: string
  value: DayCount
  onCalendar: (calendar: DayCount) => void
}) {
  const { define } = useWords()
  const say = define.network
  return (
    <Place at={at} label={say.calendar} needed>
      <Select
        value={value}
        options={keysOf(say.calendars).map((key) => ({ value: key, label: say.calendars[key] }))}
        onChange={onCalendar}
      />
    </Place>
  )
}

type OwnRungProps = {
  at: string
  label: string
  node: NetworkNode
  value: string | null
  onRung: (rung: string | null) => void
}

/** A rung of the ladder that the node stands on. */
function OwnRung({ at, label, node, value, onRung }: OwnRungProps) {
  const { define } = useWords()
  const { draft } = useDesk()
  const rungs = ladderOf(draft, node.ladder)?.rungs ?? []
  return (
    <Place at={at} label={label}>
      <Select
        allowClear
        value={value ?? undefined}
        placeholder={define.basic.noField}
        options={rungs.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(rung?: string) => onRung(rung ?? null)}
      />
    </Place>
  )
}

type NodesProps = {
  at: string
  label: string
  network: Network
  but: string
  value: readonly string[]
  onNodes: (keys: string[]) => void
}

function NodesSelect({ at, label, network, but, value, onNodes }: NodesProps) {
  const { define, shell } = useWords()
  const others = network.nodes.filter(({ key }) => key !== but)
  return (
    <Place at={at} label={label}>
      <Select
        mode="multiple"
        value={[...value]}
        placeholder={shell.choose}
        options={others.map(({ key, name }) => ({ value: key, label: name || define.list.untitled }))}
        onChange={onNodes}
      />
    </Place>
  )
}
