// A ladder as a board: a column for each rung with its count, sums, and what is late or stuck. A card never moves by itself: up
// opens the checklist of the gate, back asks for a reason; by dragging, or by the card's own menu.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Ladder, Register, RegisterView, Rung } from '#domain/register.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { BoardColumn } from '#web/parts/board-column.tsx'
import { type CountedRung, columnsOf, moveOf, rungLines } from '#web/parts/board-columns.ts'
import { ChecklistWindow } from '#web/parts/checklist-window.tsx'
import { type BackKind, BackWindow } from '#web/parts/entry-back.tsx'
import { sees } from '#web/parts/field-rights.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { RegisterFigures } from '#web/parts/register-figures.tsx'
import { firstLook, narrowOf, type RegisterLook, registerSearchOf } from '#web/parts/register-look.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import './board.css'

/** A card on its way: up to a rung, back to one, or off the ladder. */
export type Moving = { entry: ShownEntry; is: 'climb'; to: Rung } | { entry: ShownEntry; is: BackKind; to: Rung | null }

export function RegisterBoard({ register, view, look }: RegisterViewProps) {
  const { record } = useWords()
  const ladder = register.definition.ladders.find(({ key }) => key === view?.ladder)
  const [figures, setFigures] = useState(false)
  if (!view || !ladder) return <LoadingMark />
  return (
    <>
      <LadderBoard register={register} view={view} look={look} ladder={ladder} />
      <p className="not-printed">
        <Button aria-expanded={figures} onClick={() => setFigures(!figures)}>
          {figures ? record.figures.hide : record.figures.show}
        </Button>
      </p>
      {figures && <RegisterFigures register={register} ladder={ladder} narrow={narrowOf(look, view)} />}
    </>
  )
}

type BoardProps = { register: Register; view: RegisterView; look: RegisterLook; ladder: Ladder }

function LadderBoard({ register, view, look, ladder }: BoardProps) {
  const { board: say } = useWords().record
  const { roles } = useMe()
  const { definition } = register
  const { rungs: chosen, rest } = rungLines(look.filter, ladder.key)
  const narrow = narrowOf({ ...look, filter: rest }, view)
  const seen = definition.fields.filter((field) => sees(field, roles))
  const sums = view.sums.flatMap((key) => seen.filter((field) => field.key === key))
  const asked = { register: definition.code, ladder: ladder.key, sums: sums.map(({ key }) => key), ...narrow }
  const { data: counted, error, refetch } = useQuestion('showBoard', asked, { keep: true })
  const never = useQuestion(
    'countEntries',
    { ...narrow, register: definition.code, filter: [...rest, `@${ladder.key}=`] },
    { keep: true },
  )
  const [moving, setMoving] = useState<Moving | null>(null)
  const [dragged, setDragged] = useState<ShownEntry | null>(null)
  const drop = (to: Rung) => dragged && setMoving(movingTo(ladder, dragged, to))
  const column = { register, ladder, view, look, narrow, sums, seen, dragged, onDrag: setDragged, onMove: setMoving }
  const notYet = never.data?.count ?? 0
  return (
    <>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!counted && !error && <LoadingMark />}
      {counted && (
        <section className="rung-board" aria-label={say.label(ladder.name)}>
          {notYet > 0 && (chosen.length === 0 || chosen.includes('')) && (
            <BoardColumn {...column} rung={null} counted={countOnly(notYet)} onDrop={null} />
          )}
          {columnsOf(ladder, chosen, counted.rungs).map((rung) => (
            <BoardColumn
              key={rung.key}
              {...column}
              rung={rung}
              counted={counted.rungs.find((one) => one.rung === rung.key) ?? countOnly(0)}
              onDrop={rung.retired ? null : () => drop(rung)}
            />
          ))}
        </section>
      )}
      <p className="board-foot">
        {look.asOf === null && <span className="soft not-on-phone not-printed">{say.hint}</span>}
        {counted && counted.left > 0 && <LeftLink register={register} look={look} ladder={ladder} counted={counted} />}
      </p>
      {moving && <MoveWindow register={register} ladder={ladder} moving={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

const countOnly = (count: number): CountedRung => ({ rung: '', count, sums: {}, late: 0, stuck: 0 })

function movingTo(ladder: Ladder, entry: ShownEntry, to: Rung): Moving | null {
  const at = entry.rungs[ladder.key]
  const move = moveOf(ladder, at?.rung ?? null, to.key)
  if (move === 'nothing') return null
  return move === 'up' ? { entry, is: 'climb', to } : { entry, is: 'back', to }
}

type MoveProps = { register: Register; ladder: Ladder; moving: Moving; onClose: () => void }

function MoveWindow({ register, ladder, moving, onClose }: MoveProps) {
  const of = { register, ladder, onDone: onClose, onClose }
  if (moving.is === 'climb') return <ChecklistWindow id={moving.entry.id} to={moving.to} {...of} />
  return <BackWindow kind={moving.is} page={{ entry: moving.entry }} to={moving.to} {...of} />
}

type LeftProps = { register: Register; look: RegisterLook; ladder: Ladder; counted: OutputOf<'showBoard'> }

/** Those that have left have no column: they are listed in the table. */
function LeftLink({ register, look, ladder, counted }: LeftProps) {
  const { board: say } = useWords().record
  const { code } = register.definition
  const { where, text, asOf } = look
  const filter = [...rungLines(look.filter, ladder.key).rest, `@${ladder.key}=-`]
  return (
    <Link
      to="/registers/$code"
      params={{ code }}
      search={registerSearchOf({ ...firstLook, where, text, asOf, filter })}
      className="underlined"
    >
      {say.left(counted.left)}
    </Link>
  )
}
