// 标准对照: villages against the items of one version of a standard, the latest check in each cell. What was checked under an
// older version stays under that one.

import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { CriteriaLook } from '#web/parts/villages-address.ts'
import { CheckWindow, sheetLines } from '#web/parts/villages-check.tsx'
import { ResultMark } from '#web/parts/villages-result.tsx'
import { type EntryRow, sortedWords, textIn, useAllEntries, type VillageRegisters } from '#web/parts/villages-rows.ts'
import { ShippedStandards, versionsOf } from '#web/parts/villages-standards.tsx'

type Props = {
  registers: VillageRegisters
  look: CriteriaLook
  onLook: (change: { [K in keyof CriteriaLook]?: CriteriaLook[K] | undefined }) => void
}
export type Cell = OutputOf<'listPairs'>['cells'][number]
export type Pressed = { village: EntryRow; item: EntryRow; cell: Cell | null }

export function Criteria({ registers, look, onLook }: Props) {
  const { criteria } = useWords().villages
  const items = useAllEntries('village_standard', [])
  const villages = useAllEntries('village', look.town ? [`town=${look.town}`] : [])
  const versions = versionsOf(items.entries)
  const standard = look.standard && versions.has(look.standard) ? look.standard : [...versions.keys()][0]
  const pairs = useQuestion(
    'listPairs',
    {
      register: 'village_check',
      ...{ lines: 'village', columns: 'item', latest: 'checked_on', ladder: 'issue', show: ['result', 'checked_on'] },
      filter: [`standard=${standard ?? ''}`, ...(look.level ? [`level=${look.level}`] : [])],
    },
    { enabled: standard !== undefined, keep: true },
  )
  if (items.error) return <RefusalNotice error={items.error} onRetry={items.again} />
  if (items.loading || villages.loading) return <LoadingMark />
  if (standard === undefined) {
    return (
      <>
        <p>{criteria.noStandards}</p>
        <ShippedStandards had={[]} />
      </>
    )
  }
  const levels = registers.village_check.definition.fields.find(({ key }) => key === 'level')?.choices ?? []
  const columns = versions.get(standard)!
  return (
    <>
      <div className="bar not-printed">
        <Select
          aria-label={criteria.standard}
          value={standard}
          popupMatchSelectWidth={false}
          onChange={(value: string) => onLook({ standard: value })}
          options={[...versions.keys()].map((value) => ({ value, label: value }))}
        />
        <Select
          aria-label={criteria.level}
          value={look.level ?? ''}
          popupMatchSelectWidth={false}
          onChange={(value: string) => onLook({ level: value || undefined })}
          options={[
            { value: '', label: criteria.allLevels },
            ...levels.map(({ word }) => ({ value: word, label: word })),
          ]}
        />
        <TownSelect value={look.town} onTown={(town) => onLook({ town })} />
        <Checkbox checked={look.all ?? false} onChange={({ target }) => onLook({ all: target.checked || undefined })}>
          {criteria.all}
        </Checkbox>
      </div>
      <StandardTold items={columns} />
      <RefusalNotice error={pairs.error} onRetry={() => void pairs.refetch()} />
      {pairs.data ? (
        <Matrix
          {...{ registers, standard, columns }}
          level={look.level ?? null}
          villages={shownVillages(villages.entries, pairs.data.cells, look.all ?? false)}
          cells={pairs.data.cells}
        />
      ) : (
        <LoadingMark />
      )}
      <ShippedStandards had={[...versions.keys()]} />
    </>
  )
}

/** By town; those that were checked first. */
function shownVillages(all: readonly EntryRow[], cells: readonly Cell[], unchecked: boolean): EntryRow[] {
  const checked = new Set(cells.map(({ line }) => line))
  const order = (one: EntryRow) => `${checked.has(one.id) ? 0 : 1} ${textIn(one, 'town')}`
  return all
    .filter(({ id }) => unchecked || checked.has(id))
    .toSorted((a, b) => order(a).localeCompare(order(b), 'zh-CN'))
}

/** Towns of all villages, whichever are shown. */
function TownSelect({ value, onTown }: { value: string | undefined; onTown: (town: string | undefined) => void }) {
  const { criteria } = useWords().villages
  const { entries } = useAllEntries('village', [])
  const towns = sortedWords(entries.map((village) => textIn(village, 'town')))
  return (
    <Select
      aria-label={criteria.town}
      value={value ?? ''}
      popupMatchSelectWidth={false}
      onChange={(town: string) => onTown(town || undefined)}
      options={[{ value: '', label: criteria.allTowns }, ...towns.map((town) => ({ value: town, label: town }))]}
    />
  )
}

const isKnown = (item: EntryRow): boolean => item.values.known === true

/** What a preset says where the basis is not known; the zone's own word, in every language of the screen. */
const noBasis = '待补依据'

function StandardTold({ items }: { items: readonly EntryRow[] }) {
  const { criteria } = useWords().villages
  const { shell } = useWords()
  const told = (key: string) =>
    [...new Set(items.map((item) => textIn(item, key)))].filter((words) => words !== '' && words !== noBasis)
  const first = items[0]!
  const stop = shell.listMark === '、' ? '；' : '; '
  return (
    <div className="villages-standard">
      <p>
        {criteria.known(items.filter(isKnown).length, items.length)}
        {textIn(first, 'valid_from') && ` ${criteria.valid(textIn(first, 'valid_from'), textIn(first, 'valid_to'))}`}
      </p>
      <p className="soft">
        {criteria.basis}
        {told('basis').join(stop)}
        {told('remark').map((words) => (
          <span key={words}>
            <br />
            {words}
          </span>
        ))}
      </p>
    </div>
  )
}

type MatrixProps = {
  registers: VillageRegisters
  standard: string
  columns: readonly EntryRow[]
  level: string | null
  villages: readonly EntryRow[]
  cells: readonly Cell[]
}

function Matrix({ registers, standard, columns, level, villages, cells }: MatrixProps) {
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
