// 比率: of the entries for which one condition holds, how many another holds for too (整改完成率).

import { Button } from 'antd'
import type { Ratio } from '#domain/register.ts'
import { freshRatio } from '#domain/register-draft.ts'
import { groupingTypes } from '#domain/register-faults.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Faults, Group, Place, RuleField } from '#web/parts/define-controls.tsx'
import { useDesk, withPart } from '#web/parts/define-desk.ts'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { DefineList } from '#web/parts/define-list.tsx'
import { FieldSelect, FieldsSelect } from '#web/parts/define-selects.tsx'

export function DefineRatios() {
  const { define } = useWords()
  const { draft, at, change, goTo } = useDesk()
  const open = draft.ratios.find(({ key }) => key === at.split('.')[1])
  const add = () => {
    const ratio = freshRatio(draft.ratios, '')
    change((now) => ({ ...now, ratios: [...now.ratios, ratio] }))
    goTo(`ratios.${ratio.key}`)
  }
  return (
    <div className="define-pair">
      <div className="define-side">
        <DefineList
          label={define.tabs.ratios}
          at="ratios"
          parts={draft.ratios}
          nameOf={({ name }) => name}
          onOrder={(ratios) => change((now) => ({ ...now, ratios }))}
        />
        {draft.ratios.length === 0 && <p className="soft">{define.ratio.none}</p>}
        <Button onClick={add}>{define.ratio.add}</Button>
      </div>
      {open && <OneRatio key={open.key} ratio={open} />}
    </div>
  )
}

function OneRatio({ ratio }: { ratio: Ratio }) {
  const { define } = useWords()
  const say = define.ratio
  const { change, goTo } = useDesk()
  const at = `ratios.${ratio.key}`
  const set = (part: Partial<Ratio>) => change((now) => withPart(now, 'ratios', ratio.key, part))
  const remove = () => {
    change((now) => ({ ...now, ratios: now.ratios.filter(({ key }) => key !== ratio.key) }))
    goTo('ratios')
  }
  return (
    <DefineForm at={at}>
      <Place at={`${at}.name`} label={say.name} hint={say.nameHint} needed>
        <NameInput value={ratio.name} placeholder={say.fresh} onType={(name) => set({ name })} />
      </Place>
      <Group label={say.among} hint={say.amongHint}>
        <RuleField label={say.among} rule={ratio.among} onChange={(among) => set({ among })} />
        <Faults at={`${at}.among`} />
      </Group>
      <Group label={say.of} hint={say.ofHint}>
        <RuleField label={say.of} rule={ratio.of} onChange={(of) => set({ of })} />
        <Faults at={`${at}.of`} />
      </Group>
      <Place at={`${at}.late`} label={say.late} hint={say.lateHint}>
        <FieldSelect
          value={ratio.late}
          types={['date']}
          none={define.basic.noField}
          onChange={(late) => set({ late })}
        />
      </Place>
      <Place at={`${at}.by`} label={say.by}>
        <FieldsSelect value={ratio.by} types={groupingTypes} onChange={(by) => set({ by })} />
      </Place>
      <BasisInput at={`${at}.basis`} value={ratio.basis} maxLength={200} onBasis={(basis) => set({ basis })} />
      <div className="define-end">
        <Button danger onClick={remove}>
          {say.remove}
        </Button>
      </div>
    </DefineForm>
  )
}
