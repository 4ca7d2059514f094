// Extensions that were asked for, and every time the lead unit was pressed.

import type { OutputOf } from '#contract/contract.ts'
import { useWords } from '#web/language.ts'
import { daysBetween } from '#web/parts/commitment-chain.ts'
import { PersonName } from '#web/parts/names.tsx'

type Page = OutputOf<'getCommitment'>
type Asked = Page['commitment']['extensions'][number]

const marks: Record<Asked['state'], string> = { asked: '○', granted: '✓', refused: '×' }

/** Nothing while none was asked for. */
export function Extensions({ page: { commitment } }: { page: Page }) {
  const { nouns, supervise } = useWords()
  const { extensions: say } = supervise
  if (commitment.extensions.length === 0) return null
  return (
    <section className="section" aria-labelledby="extensions-title">
      <h2 id="extensions-title">{say.title}</h2>
      <ol className="log">
        {commitment.extensions.toReversed().map(({ id, from, to, reason, by, on, state, remark }) => (
          <li key={id} className="log-entry">
            <div className="log-head">
              <strong>{say.fromTo(from, to)}</strong>
              <span>{say.days(daysBetween(from, to))}</span>
              <span className="stage-word">
                <span aria-hidden="true">{marks[state]}</span> {nouns.extensionStates[state]}
              </span>
              <span className="soft">
                <PersonName id={by} /> {on}
              </span>
            </div>
            <p className="log-text">{reason}</p>
            {remark && <p className="log-remark">{say.remark(remark)}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Nothing while nobody had to press. */
export function Urges({ page: { commitment } }: { page: Page }) {
  const { urges: say } = useWords().supervise
  const { urged } = commitment
  if (urged.length === 0) return null
  return (
    <section className="section" aria-labelledby="urges-title">
      <h2 id="urges-title">
        {say.title} <span className="soft">{say.count(urged.length)}</span>
      </h2>
      <ol className="log">
        {urged
          .map((urge, i) => ({ ...urge, key: i }))
          .toReversed()
          .map(({ key, on, by, words }) => (
            <li key={key} className="log-entry">
              <div className="log-head">
                <strong>{on}</strong>
                <span className="soft">
                  <PersonName id={by} />
                </span>
              </div>
              <p className="log-text">{words}</p>
            </li>
          ))}
      </ol>
    </section>
  )
}
