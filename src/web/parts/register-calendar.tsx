// The calendar of a register: dates of its entries, planned days, proofs owed and checks due, as a month or as a list.

import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { endOfMonth, monthOf } from '#base/day.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { CalendarList } from '#web/parts/calendar-list.tsx'
import { monthAfter, weeksOf } from '#web/parts/calendar-month.ts'
import { CalendarWeeks } from '#web/parts/calendar-weeks.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { narrowOf } from '#web/parts/register-look.ts'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import { useNarrow } from '#web/parts/supervise-size.ts'
import './calendar.css'

type Shape = 'month' | 'list'

export function RegisterCalendar({ register, view, look }: RegisterViewProps) {
  const { calendar: say } = useWords().plans
  const me = useMe()
  const narrow = useNarrow()
  const today = look.asOf?.slice(0, 10) ?? me.today
  const [month, setMonth] = useState(monthOf(today))
  const [chosen, setChosen] = useState<Shape | null>(null)
  const shape = chosen ?? (narrow ? 'list' : 'month')
  const weeks = weeksOf(month)
  const stretch =
    shape === 'month'
      ? { from: weeks[0]![0]!, to: weeks.at(-1)!.at(-1)! }
      : { from: `${month}-01`, to: endOfMonth(month) }
  const { code, fields } = register.definition
  const dates = view?.dates ?? fields.filter(({ type, retired }) => type === 'date' && !retired).map(({ key }) => key)
  const asked = useQuestion(
    'showCalendar',
    { register: code, dates, ...stretch, ...narrowOf(look, view) },
    { keep: true },
  )
  const [year, number] = month.split('-').map(Number) as [number, number]
  return (
    <section aria-label={view?.name ?? say.label} className="calendar" aria-busy={asked.isPlaceholderData}>
      <div className="calendar-bar">
        <Button className="not-printed" aria-label={say.previous} onClick={() => setMonth(monthAfter(month, -1))}>
          ‹
        </Button>
        <h2 aria-live="polite">{say.monthOf(year, number)}</h2>
        <Button className="not-printed" aria-label={say.next} onClick={() => setMonth(monthAfter(month, 1))}>
          ›
        </Button>
        <Button className="not-printed" onClick={() => setMonth(monthOf(today))}>
          {say.thisMonth}
        </Button>
        <Segmented<Shape>
          className="not-printed"
          aria-label={say.as}
          value={shape}
          onChange={setChosen}
          options={[
            { value: 'month', label: say.month },
            { value: 'list', label: say.list },
          ]}
        />
        <Button className="not-printed" onClick={() => window.print()}>
          {useWords().shell.print}
        </Button>
      </div>
      <RefusalNotice error={asked.error} onRetry={() => void asked.refetch()} />
      {!asked.data && !asked.error && <LoadingMark />}
      {asked.data?.more && <p role="status">{say.tooMany(asked.data.upTo)}</p>}
      {asked.data &&
        (shape === 'month' ? (
          <CalendarWeeks items={asked.data.items} weeks={weeks} month={month} today={today} code={code} />
        ) : (
          <CalendarList items={asked.data.items} today={today} code={code} />
        ))}
    </section>
  )
}
