// 计数: figures that count themselves: at which rung an entry counts, by which day, credited to whom, in which size classes.

import { Button, Select } from 'antd'
import { type Counting, ladderOf, rungOf } from '#domain/register.ts'
import { freshCount } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { DefineClasses } from '#web/parts/define-classes.tsx'
import { DefineForm, Place, Tick, WhereField } from '#web/parts/define-controls.tsx'
import { useDesk, withPart } from '#web/parts/define-desk.ts'
import { BasisInput, NameInput } from '#web/parts/define-inputs.tsx'
import { DefineList } from '#web/parts/define-list.tsx'
import { FieldsSelect, RungSelect } from '#web/parts/define-selects.tsx'
import { keysOf } from '#web/parts/keys-of.ts'

export function DefineCounts() {
  const { define } = useWords()
  const say = define.count
  const { draft, at, change, goTo } = useDesk()
  const open = draft.counts.find(({ key }) => key === at.split('.')[1])
  const add = () => {
    const counting = freshCount(draft, '')
    change((now) => ({ ...now, counts: [...now.counts, counting] }))
    goTo(`counts.${counting.key}`)
  }
  return (
    <div className="define-pair">
      <div className="define-side">
        <DefineList
          label={define.tabs.counts}
          at="counts"
          parts={draft.counts}
          nameOf={({ name }) => name}
          onOrder={(counts) => change((now) => ({ ...now, counts }))}
        />
        {draft.ladders.length === 0 && <p className="soft">{say.noLadder}</p>}
        {draft.ladders.length > 0 && draft.counts.length === 0 && <p className="soft">{say.none}</p>}
        <Button disabled={draft.ladders.length === 0} onClick={add}>
          {say.add}
        </Button>
      </div>
      {open && <OneCount key={open.key} counting={open} />}
    </div>
  )
}

function OneCount({ counting }: { counting: Counting }) {
  const { define } = useWords()
  const say = define.count
  const { draft, change, goTo } = useDesk()
  const at = `counts.${counting.key}`
  const set = (part: Partial<Counting>) => change((now) => withPart(now, 'counts', counting.key, part))
  const remove = () => {
    change((now) => ({ ...now, counts: now.counts.filter(({ key }) => key !== counting.key) }))
    goTo('counts')
  }
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
      <div className="define-end">
        <Button danger onClick={remove}>
          {say.remove}
        </Button>
      </div>
    </DefineForm>
  )
}
