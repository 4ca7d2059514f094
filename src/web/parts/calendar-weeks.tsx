// A month as a table of weeks; days with much on them show the beginning and open to the rest.

import { useState } from 'react'
import type { CalendarItem } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'
import { ItemMark } from '#web/parts/calendar-item.tsx'
import { byDay, inMonth } from '#web/parts/calendar-month.ts'

type Props = { items: readonly CalendarItem[]; weeks: string[][]; month: string; today: string; code: string }

const shownAtFirst = 4

export function CalendarWeeks({ items, weeks, month, today, code }: Props) {
  const { calendar: say } = useWords().plans
  const days = byDay(items)
  return (
    <table className="calendar-weeks">
      <thead>
        <tr>
          {say.weekdays.map((day) => (
            <th key={day} scope="col">
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} className={`${inMonth(day, month) ? '' : 'is-outside'}${day === today ? ' is-today' : ''}`}>
                <DayCell day={day} items={days.get(day) ?? []} code={code} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({ day, items, code }: { day: string; items: readonly CalendarItem[]; code: string }) {
  const { calendar: say } = useWords().plans
  const [open, setOpen] = useState(false)
  const shown = open || items.length <= shownAtFirst ? items : items.slice(0, shownAtFirst - 1)
  const rest = items.length - shown.length
  return (
    <>
      <div className="calendar-day">{Number(day.slice(8))}</div>
      <ul>
        {shown.map((item) => (
          <li key={`${item.entry} ${item.kind} ${item.words}`}>
            <ItemMark item={item} code={code} short />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="word-button" onClick={() => setOpen(true)}>
          {say.more(rest)}
        </button>
      )}
    </>
  )
}
