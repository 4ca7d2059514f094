// Told to who was second: whose version was saved meanwhile, what it changed, and what both have changed, each in their way.

import { Button } from 'antd'
import { differenceWords, placeWords } from '#contract/definition-words.ts'
import type { Definition } from '#domain/register.ts'
import type { Difference } from '#domain/register-difference.ts'
import { useLanguage, useWords } from '#web/language.ts'

export type Meanwhile = {
  who: string | null
  version: number
  differences: readonly Difference[]
  /** Paths that both have changed; what stands there now is one's own. */
  both: readonly string[]
  definition: Definition
}

export function MergeNotice({ meanwhile, onSeen }: { meanwhile: Meanwhile; onSeen: () => void }) {
  const { define } = useWords()
  const language = useLanguage()
  const say = define.merge
  const { who, version, differences, both, definition } = meanwhile
  return (
    <div className="define-meanwhile" role="alert">
      <div>
        <p>
          <strong>{say.title(who ?? say.somebody, version)}</strong>
        </p>
        <ul className="define-told">
          {differences.map((difference) => {
            const words = differenceWords(difference, language)
            return <li key={words}>{words}</li>
          })}
        </ul>
        {both.length > 0 && (
          <>
            <p>{say.both}</p>
            <ul className="define-told">
              {both.map((at) => (
                <li key={at}>{placeWords(definition, at, language)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Button size="small" onClick={onSeen}>
        {say.seen}
      </Button>
    </div>
  )
}
