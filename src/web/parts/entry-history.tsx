// The whole history of an entry in officers' words: when, who, from which post, what changed from what to what. The newest first;
// older lines on demand.

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { JournalLine } from '#domain/journal.ts'
import type { Register } from '#domain/register.ts'
import { useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { EntryPage, EntryPartProps } from '#web/parts/entry-page.ts'
import { type Told, tellHistory } from '#web/parts/entry-telling.ts'
import { useNaming } from '#web/parts/naming.ts'
import { showMoment } from '#web/words/amount.ts'

const step = 30

export function EntryHistory({ register, page, asOf }: EntryPartProps) {
  const { history: say } = useWords().record
  const [shown, setShown] = useState(step)
  const told = useHistory(register, page, asOf)
  const left = told.length - shown
  return (
    <section className="section" aria-labelledby="history-title">
      <h2 id="history-title">{say.title}</h2>
      {told.length === 0 && <p className="soft">{say.none}</p>}
      <ol className="history">
        {told.slice(0, shown).map((one) => (
          <HistoryLine key={one.seq} told={one} line={one.line} />
        ))}
      </ol>
      {left > 0 && (
        <Button size="small" className="not-printed" onClick={() => setShown(shown + step)}>
          {say.more(left)}
        </Button>
      )}
    </section>
  )
}

/** Values of before may lead to entries that the present ones do not: their titles are asked for too. */
function useHistory({ definition }: Register, page: EntryPage, asOf: string | null) {
  const earlier = useMemo(
    () =>
      page.history.flatMap(({ noun, data }) =>
        noun === 'entry' && data.values ? [{ ...page.entry, values: data.values as EntryPage['entry']['values'] }] : [],
      ),
    [page],
  )
  const naming = useNaming(definition, earlier, asOf)
  return useMemo(() => {
    const asks = (crossing: string, check: string) =>
      page.crossings.find(({ id }) => id === crossing)?.checks.find(({ key }) => key === check)?.asks ?? check
    return tellHistory(page.history, definition, naming, asks).toReversed()
  }, [page, definition, naming])
}

/** The day it happened is said when it is not the day it was recorded on. */
function HistoryLine({ told: { name, details }, line }: { told: Told; line: JournalLine }) {
  const { history: say } = useWords().record
  const post = useDirectory()?.post(line.post)
  const at = showMoment(line.at)
  return (
    <li>
      <time dateTime={line.at}>{at}</time>
      <span className="history-who">
        {line.actorName ?? say.nobody} {post && <span className="soft">{post.name}</span>}
      </span>
      <span className="history-what">
        <strong>{name}</strong> {line.on !== at.slice(0, 10) && <span className="soft">{say.backdated(line.on)} </span>}
        {details.map((detail) => (
          <span key={detail} className="history-detail">
            {detail}
          </span>
        ))}
      </span>
    </li>
  )
}
