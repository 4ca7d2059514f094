// What stands in each cell of the 督办 table. As few elements as can be: forty rows of them are drawn anew while scrolling.

import type { CSSProperties, ReactNode } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import type { AllWords, Language } from '#web/language.ts'
import { LightShape, meaningOf } from '#web/parts/light-badge.tsx'
import type { ColumnKey } from '#web/parts/supervise-look.ts'
import { showNumber, showTarget } from '#web/words/amount.ts'

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

/** A cell of words is cut by its edge and says them whole on hover; other cells bring their own elements. */
type Cell = (row: CommitmentRow, room: CellRoom, place: number) => string | ReactNode

export const cells: Record<ColumnKey, Cell> = {
  place: (_, __, place) => String(place + 1),
  number: (row) => row.number,
  light: (row, room) => <LightCell row={row} room={room} />,
  title: (row, room) => <TitleCell row={row} room={room} />,
  kind: (row, { words }) => words.nouns.kinds[row.kind],
  source: ({ source }) => (source?.date ? `${source.title} ${source.date}` : (source?.title ?? '')),
  value: (row, { language }) => (row.value === null ? '' : targetOf(row, language)),
  lead: (row, { unit }) => unit(row.duty.lead),
  supporting: (row, { unit, words }) => row.duty.supporting.map(unit).join(words.shell.listMark),
  post: (row, { post }) => post(row.duty.post),
  dueOn: (row) => row.duty.dueOn ?? '',
  daysLeft: ({ closure, lit: { workdaysLeft } }, { words }) =>
    workdaysLeft === null || closure !== 'open' ? '' : words.supervise.table.days(workdaysLeft),
  percent: ({ percent }) => `${percent}%`,
  gap: ({ lit: { gapPoints } }, { words, language }) =>
    gapPoints === null ? '' : words.supervise.table.points(signed(-gapPoints, language)),
  latest: ({ latest }) => (latest ? `${latest.on.slice(5)} ${latest.percent}% ${latest.text}` : ''),
  stage: (row, { words }) => words.nouns.stages[row.stage],
  urged: ({ urgedCount }, { words }) => (urgedCount > 0 ? words.supervise.table.times(urgedCount) : ''),
}

const targets: Record<Language, WeakMap<CommitmentRow, string>> = { zh: new WeakMap(), en: new WeakMap() }

/** Writing numbers as a language does is slow; a row's target is written once. */
function targetOf(row: CommitmentRow, language: Language): string {
  const known = targets[language].get(row)
  if (known !== undefined) return known
  const target = showTarget(row, language)
  targets[language].set(row, target)
  return target
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

/** Columns whose words are often longer than the cell. */
export const longWords: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'number',
  'title',
  'source',
  'value',
  'lead',
  'supporting',
  'post',
  'latest',
])

/** The bar of the progress is drawn by the style sheet from this share. */
export function shareOf(percent: number): CSSProperties {
  return { '--share': percent / 100 } as CSSProperties
}

/** +3 ahead, −12.5 behind. */
export function signed(points: number, language: Language): string {
  const size = showNumber(Math.abs(points), language)
  return points > 0 ? `+${size}` : points < 0 ? `−${size}` : '0'
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

/** A plain link: the table hands a plain click to the router (a router's link in every row would cost too much). */
function TitleCell({ row, room }: { row: CommitmentRow; room: CellRoom }) {
  const { table } = room.words.supervise
  return (
    <>
      {row.parent && <span className="ledger-mark">{table.child}</span>}
      <a href={addressOf(row.id, room.asOf)} data-id={row.id} tabIndex={-1}>
        {row.title}
      </a>
      {row.childCount > 0 && ` ${table.children(row.childCount)}`}
    </>
  )
}

function addressOf(id: string, asOf: string | null): string {
  return asOf === null ? `/commitments/${id}` : `/commitments/${id}?asOf=${encodeURIComponent(asOf)}`
}

/** The search part of a link to a commitment's page, so that it opens as of the same moment. */
export function lookingBack(asOf: string | null): object {
  return asOf === null ? {} : { asOf }
}
