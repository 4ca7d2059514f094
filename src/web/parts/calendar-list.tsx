// The days of a month on which something falls, one after the other.

import type { CalendarItem } from '#contract/plans.ts'
import { useWords } from '#web/language.ts'
import { ItemMark } from '#web/parts/calendar-item.tsx'
import { byDay } from '#web/parts/calendar-month.ts'

type Props = { items: readonly CalendarItem[]; today: string; code: string }

export function CalendarList({ items, today, code }: Props) {
  const { calendar: say } = useWords().plans
  if (items.length === 0) return <p className="empty-mark">{say.none}</p>
  return (
    <ol className="calendar-list">
      {[...byDay(items)].map(([day, here]) => (
        <li key={day} className={day === today ? 'is-today' : ''}>
          <h3>
            {say.dayOf(day)}{' '}
            <span className="soft">{say.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]}</span>
          </h3>
          <ul>
            {here.map((item) => (
              <li key={`${item.entry} ${item.kind} ${item.words}`}>
                <ItemMark item={item} code={code} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
