// 网络计划: what must come before what on the way to a target. Each node is finished by a rung; spans between two nodes are
// measured.

import { Button, Select } from 'antd'
import type { Network } from '#domain/register.ts'
import { freshNetwork } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Place } from '#web/parts/define-controls.tsx'
import { useDesk, withPart } from '#web/parts/define-desk.ts'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { DefineList } from '#web/parts/define-list.tsx'
import { DefineNodes } from '#web/parts/define-nodes.tsx'
import { DefineSpans } from '#web/parts/define-spans.tsx'

export function DefineNetworks() {
  const { define } = useWords()
  const say = define.network
  const { draft, at, change, goTo } = useDesk()
  const open = draft.networks.find(({ key }) => key === at.split('.')[1])
  const add = () => {
    const network = freshNetwork(draft, '')
    change((now) => ({ ...now, networks: [...now.networks, network] }))
    goTo(`networks.${network.key}`)
  }
  return (
    <div className="define-pair">
      <div className="define-side">
        <DefineList
          label={define.tabs.networks}
          at="networks"
          parts={draft.networks}
          nameOf={({ name }) => name}
          onOrder={(networks) => change((now) => ({ ...now, networks }))}
        />
        {draft.ladders.length === 0 && <p className="soft">{say.noLadder}</p>}
        {draft.ladders.length > 0 && draft.networks.length === 0 && <p className="soft">{say.none}</p>}
        <Button disabled={draft.ladders.length === 0} onClick={add}>
          {say.add}
        </Button>
      </div>
      {open && <OneNetwork key={open.key} network={open} />}
    </div>
  )
}

function OneNetwork({ network }: { network: Network }) {
  const { define } = useWords()
  const say = define.network
  const { change, goTo } = useDesk()
  const at = `networks.${network.key}`
  const set = (part: Partial<Network>) => change((now) => withPart(now, 'networks', network.key, part))
  const remove = () => {
    change((now) => ({
      ...now,
      networks: now.networks.filter(({ key }) => key !== network.key),
      views: now.views.map((view) => (view.network === network.key ? { ...view, network: null } : view)),
    }))
    goTo('networks')
  }
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
      <div className="define-end">
        <Button danger onClick={remove}>
          {say.remove}
        </Button>
      </div>
    </DefineForm>
  )
}
