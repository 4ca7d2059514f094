// 标准对照: villages against the items of one version of a standard, the latest check in each cell. What was checked under an
// older version stays under that one.

import { Checkbox, Select } from 'antd'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import type { CriteriaLook } from '#web/parts/villages-address.ts'
import { type Cell, isKnown, Matrix } from '#web/parts/villages-matrix.tsx'
import { type EntryRow, sortedWords, textIn, useAllEntries, type VillageRegisters } from '#web/parts/villages-rows.ts'
import { ShippedStandards, versionsOf } from '#web/parts/villages-standards.tsx'

type Props = {
  registers: VillageRegisters
  look: CriteriaLook
  onLook: (change: { [K in keyof CriteriaLook]?: CriteriaLook[K] | undefined }) => void
}

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
