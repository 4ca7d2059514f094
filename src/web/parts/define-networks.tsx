// 网络计划: what must come before what on the way to a target. Each node is finished by a rung; spans between two nodes are
// measured.

import { Select } from 'antd'
import type { Definition, Network } from '#domain/register.ts'
import { freshNetwork } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Place } from '#web/parts/define-controls.tsx'
import { useDesk, usePart } from '#web/parts/define-desk.ts'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { DefineNodes } from '#web/parts/define-nodes.tsx'
import { DefinePair, RemovePart } from '#web/parts/define-pair.tsx'
import { DefineSpans } from '#web/parts/define-spans.tsx'

export function DefineNetworks() {
  const { define } = useWords()
  const { draft } = useDesk()
  return (
    <DefinePair
      list="networks"
      say={define.network}
      nameOf={({ name }) => name}
      lacks={draft.ladders.length === 0 && define.network.noLadder}
      fresh={() => freshNetwork(draft, '')}
      form={(network) => <OneNetwork key={network.key} network={network} />}
    />
  )
}

function OneNetwork({ network }: { network: Network }) {
  const { define } = useWords()
  const say = define.network
  const { at, set, remove } = usePart('networks', network.key)
  return (
    <DefineForm at={at}>
      <Place at={`${at}.name`} label={say.name} hint={say.nameHint} needed>
        <NameInput value={network.name} onType={(name) => set({ name })} />
      </Place>
      <BasisInput at={`${at}.basis`} value={network.basis} maxLength={500} onBasis={(basis) => set({ basis })} />
      <DefineNodes network={network} onNodes={(nodes) => set({ nodes })} />
      <Place at={`${at}.target`} label={say.target} hint={say.targetHint} needed>
        <Select
          value={network.target}
          options={network.nodes.map(({ key, name }) => ({ value: key, label: name || define.list.untitled }))}
          onChange={(target: string) => set({ target })}
        />
      </Place>
      <DefineSpans network={network} onSpans={(spans) => set({ spans })} />
      <RemovePart word={say.remove} onRemove={() => remove((now) => withoutNetwork(now, network.key))} />
    </DefineForm>
  )
}

/** No view shows its nodes any more. */
const withoutNetwork = (draft: Definition, key: string): Definition => ({
  ...draft,
  views: draft.views.map((view) => (view.network === key ? { ...view, network: null } : view)),
})
