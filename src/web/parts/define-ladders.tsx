// 阶梯: the ladders of a register; of the one that is open its rungs in order, and the rung that is open beside them.

import { Button } from 'antd'
import { type Definition, type Ladder, rungOf } from '#domain/register.ts'
import { freshLadder, freshRung } from '#domain/register-draft.ts'
import { followLadder } from '#domain/register-rename.ts'
import { useWords } from '#web/language.ts'
import { Faults, Place } from '#web/parts/define-controls.tsx'
import { faultsBelow, useDesk, withPart } from '#web/parts/define-desk.ts'
import { NameInput } from '#web/parts/define-inputs.tsx'
import { DefineList } from '#web/parts/define-list.tsx'
import { DefineRung } from '#web/parts/define-rung.tsx'

export function DefineLadders() {
  const { define } = useWords()
  const say = define.ladder
  const { draft, faults, at, change, goTo } = useDesk()
  const wanted = at.split('.')[1]
  const open = draft.ladders.find(({ key }) => key === wanted) ?? draft.ladders[0]
  const add = () => {
    const taken = draft.ladders.some(({ name }) => name === say.fresh)
    const ladder = freshLadder(draft.ladders, taken ? '' : say.fresh)
    change((now) => ({ ...now, ladders: [...now.ladders, ladder] }))
    goTo(`ladders.${ladder.key}.rungs.${ladder.rungs[0]!.key}`)
  }
  return (
    <>
      <div className="group-buttons">
        {draft.ladders.map(({ key, name }) => (
          <button
            key={key}
            type="button"
            className="group-button"
            aria-pressed={key === open?.key}
            onClick={() => goTo(`ladders.${key}`)}
          >
            {name || define.list.untitled}
            {faultsBelow(faults, `ladders.${key}`).length > 0 && (
              <span className="define-mark">{define.list.faulty}</span>
            )}
          </button>
        ))}
        <Button onClick={add}>{say.add}</Button>
      </div>
      {open ? <OneLadder key={open.key} ladder={open} /> : <p className="soft">{say.none}</p>}
    </>
  )
}

function OneLadder({ ladder }: { ladder: Ladder }) {
  const { define } = useWords()
  const say = define.ladder
  const { draft, saved, at, change, goTo } = useDesk()
  const place = `ladders.${ladder.key}`
  const rung = rungOf(ladder, at.startsWith(`${place}.`) ? (at.split('.')[3] ?? '') : '') ?? ladder.rungs[0]
  const setRungs = (rungs: Ladder['rungs']) => change((now) => withPart(now, 'ladders', ladder.key, { rungs }))
  const add = () => {
    const fresh = freshRung(ladder.rungs, '')
    setRungs([...ladder.rungs, fresh])
    goTo(`${place}.rungs.${fresh.key}`)
  }
  const fixed = saved?.definition.ladders.some(({ key }) => key === ladder.key) ?? false
  return (
    <div className="define-pair">
      <div className="define-side">
        <Place at={`${place}.name`} label={say.name} hint={say.nameHint} needed>
          <NameInput
            value={ladder.name}
            onType={(name) => change((now) => withPart(now, 'ladders', ladder.key, { name }))}
            onName={(old) => change((now) => followLadder(now, ladder.key, old))}
          />
        </Place>
        <h3>{say.rungs}</h3>
        <DefineList
          label={say.rungs}
          at={`${place}.rungs`}
          parts={ladder.rungs}
          nameOf={({ name }) => name}
          onOrder={setRungs}
        />
        <Faults at={`${place}.rungs`} exact />
        <div className="bar">
          <Button onClick={add}>{say.rungAdd}</Button>
          {!fixed && (
            <Button danger onClick={() => change(() => withoutLadder(draft, ladder.key))}>
              {say.removeLadder}
            </Button>
          )}
        </div>
      </div>
      {rung && <DefineRung key={rung.key} ladder={ladder} rung={rung} />}
    </div>
  )
}

const withoutLadder = (draft: Definition, key: string): Definition => ({
  ...draft,
  ladders: draft.ladders.filter((ladder) => ladder.key !== key),
})
