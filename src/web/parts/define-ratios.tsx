// 比率: of the entries for which one condition holds, how many another holds for too (整改完成率).

import type { Ratio } from '#domain/register.ts'
import { freshRatio } from '#domain/register-draft.ts'
import { groupingTypes } from '#domain/register-faults.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Faults, Group, Place, RuleField } from '#web/parts/define-controls.tsx'
import { useDesk, usePart } from '#web/parts/define-desk.ts'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { DefinePair, RemovePart } from '#web/parts/define-pair.tsx'
import { FieldSelect, FieldsSelect } from '#web/parts/define-selects.tsx'

export function DefineRatios() {
  const { define } = useWords()
  const { draft } = useDesk()
  return (
    <DefinePair
      list="ratios"
      say={define.ratio}
      nameOf={({ name }) => name}
      fresh={() => freshRatio(draft.ratios, '')}
      form={(ratio) => <OneRatio key={ratio.key} ratio={ratio} />}
    />
  )
}

function OneRatio({ ratio }: { ratio: Ratio }) {
  const { define } = useWords()
  const say = define.ratio
  const { at, set, remove } = usePart('ratios', ratio.key)
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
      <RemovePart word={say.remove} onRemove={() => remove()} />
    </DefineForm>
  )
}
