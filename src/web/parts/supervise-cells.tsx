// What stands in each cell of the 督办 table. Plain elements only: forty rows of them are drawn anew while scrolling.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import type { AllWords, Language } from '../language.ts'
import { showNumber, showTarget } from '../words/amount.ts'
import { LightShape, meaningOf } from './light-badge.tsx'
import type { ColumnKey } from './supervise-look.ts'

/** Everything a cell needs beside its row; the same object for all rows, so that rows can be remembered. */
export type CellRoom = {
  words: AllWords
  language: Language
  /** Short name of a unit, name of a post with its holder; empty when there is none. */
  unit: (id: string | null) => string
  post: (id: string | null) => string
  onWhy: (row: CommitmentRow, button: HTMLElement) => void
  /** The moment looked back to travels along to the page of a commitment. */
  asOf: string | null
}

type Cell = (row: CommitmentRow, room: CellRoom, place: number) => ReactNode

export const cells: Record<ColumnKey, Cell> = {
  place: (_, __, place) => place + 1,
  number: (row) => <Cut text={row.number} />,
  light: (row, room) => <LightCell row={row} room={room} />,
  title: (row, room) => <TitleCell row={row} room={room} />,
  kind: (row, { words }) => words.nouns.kinds[row.kind],
  source: ({ source }) => source && <Cut text={source.date ? `${source.title} ${source.date}` : source.title} />,
  value: (row, { language }) => <Cut text={showTarget(row, language)} />,
  lead: (row, { unit }) => <Cut text={unit(row.duty.lead)} />,
  supporting: (row, { unit, words }) => <Cut text={row.duty.supporting.map(unit).join(words.shell.listMark)} />,
  post: (row, { post }) => <Cut text={post(row.duty.post)} />,
  dueOn: (row) => row.duty.dueOn,
  daysLeft: ({ closure, lit: { workdaysLeft } }, { words }) =>
    workdaysLeft === null || closure !== 'open' ? '' : words.supervise.table.days(workdaysLeft),
  percent: ({ percent }) => <PercentCell percent={percent} />,
  gap: ({ lit: { gapPoints } }, { words, language }) =>
    gapPoints === null ? '' : words.supervise.table.points(signed(-gapPoints, language)),
  latest: ({ latest }) => latest && <Cut text={`${latest.on.slice(5)} ${latest.percent}% ${latest.text}`} />,
  stage: (row, { words }) => words.nouns.stages[row.stage],
  urged: ({ urgedCount }, { words }) => urgedCount > 0 && words.supervise.table.times(urgedCount),
}

/** Columns whose words stand on the right. */
export const numeric: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'place',
  'value',
  'daysLeft',
  'percent',
  'gap',
  'urged',
])

/** +3 ahead, −12.5 behind. */
export function signed(points: number, language: Language): string {
  const size = showNumber(Math.abs(points), language)
  return points > 0 ? `+${size}` : points < 0 ? `−${size}` : '0'
}

/** One line, cut by the cell's edge; the whole text on hover. */
function Cut({ text }: { text: string }) {
  return text === '' ? null : (
    <span className="cut" title={text}>
      {text}
    </span>
  )
}

function LightCell({ row, room }: { row: CommitmentRow; room: CellRoom }) {
  const { words, onWhy } = room
  const said = `${words.nouns.lights[row.lit.light]} ${meaningOf(row.lit, words)}`
  return (
    <button
      type="button"
      className={`light light-${row.lit.light}`}
      tabIndex={-1}
      aria-label={words.supervise.why.button(said)}
      onClick={(event) => onWhy(row, event.currentTarget)}
    >
      <LightShape light={row.lit.light} />
      {said}
    </button>
  )
}

function TitleCell({ row, room }: { row: CommitmentRow; room: CellRoom }) {
  const { table } = room.words.supervise
  return (
    <span className="cut" title={row.title}>
      {row.parent && <span className="ledger-mark">{table.child}</span>}
      <Link to="/commitments/$id" params={{ id: row.id }} search={lookingBack(room.asOf)} tabIndex={-1} preload={false}>
        {row.title}
      </Link>
      {row.childCount > 0 && <span className="soft"> {table.children(row.childCount)}</span>}
    </span>
  )
}

function PercentCell({ percent }: { percent: number }) {
  return (
    <span className="ledger-percent">
      <span className="percent-bar" aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      {percent}%
    </span>
  )
}

/** The search part of a link to a commitment's page, so that it opens as of the same moment. */
export function lookingBack(asOf: string | null): object {
  return asOf === null ? {} : { asOf }
}
