// The matrix of villages and the items of one version of a standard: the latest check in each cell, pressed to record or change
// it; where a level is chosen, a sheet of checks is made for a village that has none.

import { App, Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { CheckWindow, type Pressed, sheetLines } from '#web/parts/villages-check.tsx'
import { ResultMark } from '#web/parts/villages-result.tsx'
import { type EntryRow, textIn, type VillageRegisters } from '#web/parts/villages-rows.ts'

export type Cell = OutputOf<'listPairs'>['cells'][number]

export const isKnown = (item: EntryRow): boolean => item.values.known === true

type MatrixProps = {
  registers: VillageRegisters
  standard: string
  columns: readonly EntryRow[]
  level: string | null
  villages: readonly EntryRow[]
  cells: readonly Cell[]
}

export function Matrix({ registers, standard, columns, level, villages, cells }: MatrixProps) {
  const { criteria } = useWords().villages
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const at = new Map(cells.map((cell) => [`${cell.line} ${cell.column}`, cell]))
  const cellOf = (village: EntryRow, item: EntryRow) => at.get(`${village.id} ${item.id}`) ?? null
  const passed = (cell: Cell | null) => cell?.values.result === '达标'
  if (villages.length === 0) return <p className="empty-mark">{criteria.none}</p>
  return (
    <>
      <div className="villages-matrix">
        <table>
          <caption className="only-read-aloud">{criteria.caption(standard)}</caption>
          <thead>
            <tr>
              <th scope="col">{criteria.village}</th>
              {columns.map((item) => (
                <th key={item.id} scope="col" className={isKnown(item) ? undefined : 'is-unknown'}>
                  <span className="soft">{textIn(item, 'seq')}</span> {textIn(item, 'name')}
                </th>
              ))}
              <th scope="col" className="number">
                {criteria.passed}
              </th>
              {level !== null && (
                <th scope="col" className="not-printed">
                  <span className="only-read-aloud">{criteria.sheet}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {villages.map((village) => (
              <tr key={village.id}>
                <th scope="row">
                  {textIn(village, 'name')} <span className="soft">{textIn(village, 'town')}</span>
                </th>
                {columns.map((item) => (
                  <td key={item.id} className={isKnown(item) ? undefined : 'is-unknown'}>
                    <CellButton {...{ village, item }} cell={cellOf(village, item)} onPress={setPressed} />
                  </td>
                ))}
                <td className="number">
                  {criteria.passedOf(
                    columns.filter((item) => isKnown(item) && passed(cellOf(village, item))).length,
                    columns.filter(isKnown).length,
                  )}
                </td>
                {level !== null && (
                  <td className="not-printed">
                    {columns.every((item) => cellOf(village, item) === null) && (
                      <SheetButton {...{ village, columns, standard, level }} />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{criteria.columns}</th>
              {columns.map((item) => (
                <td key={item.id} className="number">
                  {isKnown(item) ? villages.filter((village) => passed(cellOf(village, item))).length : ''}
                </td>
              ))}
              <td />
              {level !== null && <td className="not-printed" />}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="villages-legend">
        {['达标', '基本达标', '不达标', '未查'].map((result) => (
          <span key={result}>
            <ResultMark result={result} /> {criteria.results[result]}
          </span>
        ))}
        <span>
          <ResultMark result="" /> {criteria.noResult}
        </span>
        <span>
          <span className="result-open" aria-hidden="true" /> {criteria.open}
        </span>
      </p>
      {pressed && (
        <CheckWindow
          key={`${pressed.village.id} ${pressed.item.id}`}
          {...{ registers, standard, level, pressed }}
          onClose={() => setPressed(null)}
        />
      )}
    </>
  )
}

type CellProps = { village: EntryRow; item: EntryRow; cell: Cell | null; onPress: (pressed: Pressed) => void }

function CellButton({ village, item, cell, onPress }: CellProps) {
  const { criteria } = useWords().villages
  const result = cell ? textIn(cell, 'result') : ''
  const open = cell !== null && cell.rung !== null && cell.rung !== 'closed'
  const says = [
    criteria.cell(textIn(village, 'name'), textIn(item, 'name'), criteria.results[result] ?? criteria.noResult),
    ...(cell && cell.count > 1 ? [criteria.checks(cell.count)] : []),
    ...(open ? [criteria.open] : []),
  ].join(' ')
  return (
    <button
      type="button"
      className="villages-cell"
      aria-label={says}
      title={says}
      onClick={() => onPress({ village, item, cell })}
    >
      <ResultMark result={result} />
      {open && <span className="result-open" aria-hidden="true" />}
    </button>
  )
}

/** Every item of the version at once, none of them checked yet, so that a gate knows what is due. */
function SheetButton({
  village,
  columns,
  standard,
  level,
}: {
  village: EntryRow
  columns: readonly EntryRow[]
  standard: string
  level: string
}) {
  const { criteria } = useWords().villages
  const { roles } = useMe()
  const { message } = App.useApp()
  const add = useAct('addEntries')
  if (!mayPass('addEntries', roles)) return null
  const make = () =>
    add.mutate(
      { register: 'village_check', lines: sheetLines(village, columns, standard, level) },
      { onSuccess: ({ added }) => void message.success(criteria.sheetMade(textIn(village, 'name'), added.length)) },
    )
  return (
    <Button
      size="small"
      title={criteria.sheetOf(textIn(village, 'name'))}
      aria-label={criteria.sheetOf(textIn(village, 'name'))}
      loading={add.isPending}
      onClick={make}
    >
      {criteria.sheet}
    </Button>
  )
}
