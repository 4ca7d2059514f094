// A ladder on the page of an entry: its rungs as a strip with the day of each step and the days on each, where the entry stands
// and whether that is long; and what can be done next.

import { Button, Dropdown } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Ladder, Rung } from '#domain/register.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { ChecklistWindow } from '#web/parts/checklist-window.tsx'
import { EntryAssess } from '#web/parts/entry-assess.tsx'
import { type BackKind, BackWindow, rungsAbove, rungsBelow } from '#web/parts/entry-back.tsx'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { keepsEntry } from '#web/parts/entry-rights.ts'
import { type RungState, type StripRung, stripOf } from '#web/parts/entry-strip.ts'
import { RungMark, rungOn } from '#web/parts/register-rung.tsx'

type Props = EntryPartProps & { ladder: Ladder }

export function EntryLadder({ register, page, asOf, ladder }: Props) {
  const { record } = useWords()
  const { today } = useMe()
  const { entry, climbs } = page
  const at = entry.rungs[ladder.key]
  const shown = rungOn(ladder, entry)
  const strip = useCurrentInSight(at?.rung)
  const gone = stripOf(ladder, climbs, at, asOf === null ? today : asOf.slice(0, 10))
  const usual = ladder.rungs.find(({ key }) => key === at?.rung)
  return (
    <section className="section" aria-label={record.ladder.section(ladder.name)}>
      <div className="section-head">
        <h2>{ladder.name}</h2>
        {shown ? <RungMark shown={shown} /> : <span className="soft">{record.ladder.none}</span>}
        {usual && at?.left === null && <Limits rung={usual} />}
        {at?.left != null && <span className="soft">{record.ladder.left(at.left)}</span>}
        {asOf === null && <LadderActs register={register} page={page} ladder={ladder} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where rungs are many, by keyboard too */}
      <ol ref={strip} className="rung-strip" tabIndex={0} aria-label={ladder.name}>
        {gone.map((one) => (
          <StripCell key={one.rung.key} one={one} />
        ))}
      </ol>
      <EntryAssess ladder={ladder} register={register.definition.code} id={entry.id} asOf={asOf} />
    </section>
  )
}

/** On a phone the rung where it stands is often beyond the edge: the strip, not the page, is scrolled to it. */
function useCurrentInSight(rung: string | undefined) {
  const strip = useRef<HTMLOListElement>(null)
  useLayoutEffect(() => {
    const cell = rung === undefined ? null : strip.current?.querySelector<HTMLElement>('.is-now, .is-left')
    if (strip.current && cell) strip.current.scrollLeft = cell.offsetLeft - strip.current.offsetLeft - cell.offsetWidth
  }, [rung])
  return strip
}

function Limits({ rung: { usualDays, stuckDays } }: { rung: Rung }) {
  const { ladder: say } = useWords().record
  return (
    <span className="soft">
      {usualDays !== null && say.usual(usualDays)} {stuckDays !== null && say.stuckAfter(stuckDays)}
    </span>
  )
}

const marks: Record<RungState, string> = { reached: '✓', now: '▶', left: '×', passed: '⇢', ahead: '○' }

function StripCell({ one: { rung, state, on, days } }: { one: StripRung }) {
  const { ladder: say, steps } = useWords().record
  const words: Record<RungState, string> = {
    reached: say.reached,
    now: say.now,
    left: steps.kinds.left,
    passed: say.passed,
    ahead: say.ahead,
  }
  const here = state === 'now'
  return (
    <li className={`rung-cell is-${state}`} aria-current={here ? 'step' : undefined}>
      <span className="rung-cell-name">
        <span aria-hidden="true">{marks[state]}</span> {rung.name}
        <span className="only-read-aloud"> {words[state]}</span>
      </span>
      <span className="rung-cell-on">{on}</span>
      <span className="rung-cell-days">{days !== null && (here ? say.sofar(days) : say.days(days))}</span>
    </li>
  )
}

type Doing = { is: 'climb'; to: Rung } | { is: BackKind }

/** The next rung as the main button (`quiet`: among many ladders); rungs further up and the ways back in a menu. */
export function LadderActs({ register, page, ladder, quiet = false }: Omit<Props, 'asOf'> & { quiet?: boolean }) {
  const { acts } = useWords().record
  const [doing, setDoing] = useState<Doing | null>(null)
  const me = useMe()
  const { entry } = page
  if (!keepsEntry(register.definition, entry, me)) return null
  const at = entry.rungs[ladder.key]
  const [next, ...further] = at?.left != null ? [] : rungsAbove(ladder, at?.rung ?? null)
  const below = at ? rungsBelow(ladder, at.rung, false) : []
  const ways: BackKind[] = !at
    ? []
    : at.left !== null
      ? ['again']
      : [...(below.length > 0 ? ['back' as const] : []), 'leave']
  const items = [
    ...further.map((rung) => ({ key: `@${rung.key}`, label: acts.climbTo(rung.name) })),
    ...(further.length > 0 && ways.length > 0 ? [{ type: 'divider' as const }] : []),
    ...ways.map((key) => ({ key, label: acts[key] })),
  ]
  const chosen = (key: string) => {
    const to = further.find((rung) => `@${rung.key}` === key)
    setDoing(to ? { is: 'climb', to } : { is: key as BackKind })
  }
  const close = () => setDoing(null)
  const of = { register, ladder, onDone: close, onClose: close }
  return (
    <div className="ladder-acts not-printed">
      {next && (
        <Button type={quiet ? 'default' : 'primary'} onClick={() => setDoing({ is: 'climb', to: next })}>
          {acts.climbTo(next.name)}
        </Button>
      )}
      {items.length > 0 && (
        <Dropdown menu={{ items, onClick: ({ key }) => chosen(key) }} trigger={['click']}>
          <Button aria-haspopup="menu" aria-label={`${ladder.name} ${acts.more}`}>
            {acts.more}
          </Button>
        </Dropdown>
      )}
      {doing?.is === 'climb' && <ChecklistWindow id={entry.id} to={doing.to} {...of} />}
      {doing && doing.is !== 'climb' && <BackWindow kind={doing.is} page={page} {...of} />}
    </div>
  )
}
