// Figures that count themselves from steps, for a period, by month, unit or size class. Every number is a button that opens it.

import { Select } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#contract/contract.ts'
import type { Counting, Register } from '#domain/register.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { OpenCount } from '#web/parts/counted-steps.tsx'
import { DayField } from '#web/parts/fields.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { UnitName } from '#web/parts/names.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showNumber } from '#web/words/amount.ts'

export type Grouping = NonNullable<InputOf<'countSteps'>['by']>
export type Period = { from: string; to: string }

type Props = {
  register: Register
  countings: readonly Counting[]
  asOf: string | null
  onOpen: (open: OpenCount) => void
}

export function Countings({ register, countings, asOf, onOpen }: Props) {
  const { figures: say } = useWords().record
  const { today } = useMe()
  const day = asOf === null ? today : asOf.slice(0, 10)
  const [period, setPeriod] = useState<Period>({ from: `${day.slice(0, 4)}-01-01`, to: day })
  const [by, setBy] = useState<Grouping | null>('month')
  const groupings = keysOf(say.groups).map((value) => ({ value, label: say.groups[value] }))
  return (
    <>
      <h3>{say.counts}</h3>
      <div className="figures-bar not-printed">
        {spansOf(day).map(({ span, ...of }) => (
          <button
            key={span}
            type="button"
            className="group-button"
            aria-pressed={of.from === period.from && of.to === period.to}
            onClick={() => setPeriod(of)}
          >
            {say.spans[span]}
          </button>
        ))}
        <DayField
          aria-label={say.from}
          value={period.from}
          onChange={(from) => from && setPeriod({ ...period, from })}
          latest={period.to}
        />
        <span>{say.to}</span>
        <DayField
          aria-label={say.to}
          value={period.to}
          onChange={(to) => to && setPeriod({ ...period, to })}
          earliest={period.from}
        />
        <Select<string>
          aria-label={say.by}
          value={by ?? 'none'}
          onChange={(value) => setBy(value === 'none' ? null : (value as Grouping))}
          options={[{ value: 'none', label: say.byNone }, ...groupings]}
        />
      </div>
      <div className="counting-list">
        {countings.map((counting) => (
          <CountingCard
            key={counting.key}
            register={register}
            counting={counting}
            period={period}
            by={by}
            asOf={asOf}
            onOpen={onOpen}
          />
        ))}
      </div>
    </>
  )
}

type CardProps = Omit<Props, 'countings'> & { counting: Counting; period: Period; by: Grouping | null }

function CountingCard({ register, counting, period, by, asOf, onOpen }: CardProps) {
  const { figures: say } = useWords().record
  const fits = by !== 'class' || counting.classes !== null
  const asked = {
    register: register.definition.code,
    counts: [counting.key],
    ...period,
    ...(asOf !== null && { asOf }),
  }
  const { data, error, refetch } = useQuestion(
    'countSteps',
    { ...asked, ...(by !== null && fits && { by }) },
    { keep: true },
  )
  const open = (group: string | null, grouped: boolean) =>
    onOpen({ counting, period, asOf, ...(grouped && by !== null && { by, group }) })
  return (
    <article className="counting">
      <h4>
        {counting.name} {data && <CountButton name={counting.name} n={data.total} onOpen={() => open(null, false)} />}
      </h4>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {fits && by !== null && data && data.groups.length > 0 && (
        <ul className="counting-groups">
          {data.groups.map(({ group, count }) => (
            <li key={group ?? ''}>
              <GroupName by={by} group={group} />
              <CountButton
                name={`${counting.name} ${group ?? say.noGroup}`}
                n={count}
                onOpen={() => open(group, true)}
              />
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{say.basis(counting.basis)}</p>
    </article>
  )
}

function GroupName({ by, group }: { by: Grouping; group: string | null }) {
  const { figures: say } = useWords().record
  if (group === null) return <span className="soft">{say.noGroup}</span>
  return by === 'unit' ? <UnitName id={group} /> : <span>{group}</span>
}

function CountButton({ name, n, onOpen }: { name: string; n: number; onOpen: () => void }) {
  const { figures: say } = useWords().record
  const language = useLanguage()
  if (n === 0) return <span className="soft">0</span>
  return (
    <button type="button" className="word-button count-button" aria-label={say.openCount(name, n)} onClick={onOpen}>
      {showNumber(n, language)}
    </button>
  )
}

/** The periods that an office asks for most, up to `day`. */
function spansOf(day: string): (Period & { span: 'year' | 'quarter' | 'month' | 'last' })[] {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const two = (n: number) => String(n).padStart(2, '0')
  const first = (n: number) => `${year}-${two(n)}-01`
  return [
    { span: 'year', from: first(1), to: day },
    { span: 'quarter', from: first(month - ((month - 1) % 3)), to: day },
    { span: 'month', from: first(month), to: day },
    { span: 'last', from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ]
}
