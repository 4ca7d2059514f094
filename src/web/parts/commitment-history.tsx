// The whole history of a commitment in words: when, who, from which post, what.

import type { OutputOf } from '#contract/contract.ts'
import type { JournalLine } from '#domain/journal.ts'
import { useDirectory } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { detailOf, eventName, type Telling } from '#web/parts/commitment-telling.ts'
import { PostName } from '#web/parts/names.tsx'
import { postWithHolder } from '#web/parts/supervise-room.ts'
import { showMoment } from '#web/words/amount.ts'

export function History({ page: { commitment, history } }: { page: OutputOf<'getCommitment'> }) {
  const words = useWords()
  const language = useLanguage()
  const directory = useDirectory()
  const names = {
    unit: (id: string | null) => directory?.unit(id)?.shortName ?? '',
    post: (id: string | null) => postWithHolder(directory, id),
  }
  const telling: Telling = { words, language, names, extensions: commitment.extensions }
  return (
    <section className="section" aria-labelledby="history-title">
      <h2 id="history-title">{words.supervise.history.title}</h2>
      <ol className="history">
        {history.toReversed().map((line) => (
          <HistoryLine key={line.seq} line={line} telling={telling} />
        ))}
      </ol>
    </section>
  )
}

/** The day it happened is said when it is not the day it was recorded on. */
function HistoryLine({ line, telling }: { line: JournalLine; telling: Telling }) {
  const { history: say } = telling.words.supervise
  const at = showMoment(line.at)
  const detail = detailOf(line, telling)
  return (
    <li>
      <time dateTime={line.at}>{at}</time>
      <span className="history-who">
        {line.actorName ?? say.nobody} {line.post && <PostOf id={line.post} />}
      </span>
      <span className="history-what">
        <strong>{eventName(line, telling.words)}</strong>{' '}
        {line.on !== at.slice(0, 10) && <span className="soft">{say.backdated(line.on)} </span>}
        {detail}
      </span>
    </li>
  )
}

function PostOf({ id }: { id: string }) {
  const post = useDirectory()?.post(id)
  return post ? <span className="soft">{post.name}</span> : <PostName id={null} />
}
