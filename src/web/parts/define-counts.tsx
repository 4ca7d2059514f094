// 计数: figures that count themselves: at which rung an entry counts, by which day, credited to whom, in which size classes.

import { Select } from 'antd'
import { type Counting, ladderOf, rungOf } from '#domain/register.ts'
import { freshCount } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { DefineClasses } from '#web/parts/define-classes.tsx'
import { DefineForm, Place, Tick, WhereField } from '#web/parts/define-controls.tsx'
import { useDesk, usePart } from '#web/parts/define-desk.ts'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { DefinePair, RemovePart } from '#web/parts/define-pair.tsx'
import { FieldsSelect, RungSelect } from '#web/parts/define-selects.tsx'
import { keysOf } from '#web/parts/keys-of.ts'

export function DefineCounts() {
  const { define } = useWords()
  const { draft } = useDesk()
  return (
    <DefinePair
      list="counts"
      say={define.count}
      nameOf={({ name }) => name}
      lacks={draft.ladders.length === 0 && define.count.noLadder}
      fresh={() => freshCount(draft, '')}
      form={(counting) => <OneCount key={counting.key} counting={counting} />}
    />
  )
}

function OneCount({ counting }: { counting: Counting }) {
  const { define } = useWords()
  const say = define.count
  const { draft } = useDesk()
  const { at, set, remove } = usePart('counts', counting.key)
  const ladder = ladderOf(draft, counting.ladder)
  const certified = (ladder && rungOf(ladder, counting.rung))?.gate.certificate ?? false
  return (
    <DefineForm at={at}>
      <Place at={`${at}.name`} label={say.name} hint={say.nameHint} needed>
        <NameInput value={counting.name} placeholder={say.fresh} onType={(name) => set({ name })} />
      </Place>
      <Place at={`${at}.rung`} label={say.at} needed>
        <RungSelect
          ladders={draft.ladders}
          ladder={counting.ladder}
          rung={counting.rung}
          onChange={(ladder, rung) => set({ ladder, rung })}
        />
      </Place>
      <Tick label={say.first} hint={say.firstHint} checked={counting.first} onChange={(first) => set({ first })} />
      <Place
        at={`${at}.dated`}
        label={say.dated}
        hint={
          counting.dated === 'certificate' && !certified && <span className="define-warn">{say.noCertificate}</span>
        }
        needed
      >
        <Select
          value={counting.dated}
          onChange={(dated: Counting['dated']) => set({ dated })}
          options={keysOf(say.datings).map((value) => ({ value, label: say.datings[value] }))}
        />
      </Place>
      <WhereField at={`${at}.where`} label={say.where} rule={counting.where} onChange={(where) => set({ where })} />
      <Place at={`${at}.credits`} label={say.credits} hint={say.creditsHint}>
        <FieldsSelect value={counting.credits} types={['unit']} onChange={(credits) => set({ credits })} />
      </Place>
      <DefineClasses counting={counting} onClasses={(classes) => set({ classes })} />
      <BasisInput at={`${at}.basis`} value={counting.basis} maxLength={200} onBasis={(basis) => set({ basis })} />
      <RemovePart word={say.remove} onRemove={() => remove()} />
    </DefineForm>
  )
}
