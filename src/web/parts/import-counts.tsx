// What became of the lines, or would: so many new, changed, as before, refused and in conflict. Each is a choice of what the
// list below shows.

import type { Pass } from '#domain/import-job.ts'
import type { LineCounts, LineIs } from '#domain/import-line.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { showNumber } from '#web/words/amount.ts'

const order: readonly LineIs[] = ['added', 'changed', 'same', 'refused', 'conflict']

export const linesDone = (counts: LineCounts): number => order.reduce((sum, is) => sum + counts[is], 0)

type Props = { counts: LineCounts; chosen: LineIs | null; onChoose: (is: LineIs | null) => void }

export function ImportCounts({ counts, chosen, onChoose }: Props) {
  const { imports } = useWords()
  const language = useLanguage()
  return (
    <div className="import-tiles">
      {order.map((is) => (
        <button
          key={is}
          type="button"
          className={`import-tile is-${is}`}
          aria-pressed={chosen === is}
          disabled={counts[is] === 0 || is === 'same'}
          onClick={() => onChoose(chosen === is ? null : is)}
        >
          <span>{imports.lines[is]}</span>
          <b>{showNumber(counts[is], language)}</b>
        </button>
      ))}
      {counts.steps > 0 && (
        <div className="import-tile">
          <span>{imports.steps}</span>
          <b>{showNumber(counts.steps, language)}</b>
        </div>
      )}
    </div>
  )
}

export function CountsShort({ pass }: { pass: Pass | null }) {
  const { imports, shell } = useWords()
  const language = useLanguage()
  if (!pass) return null
  const said = order
    .filter((is) => pass.counts[is] > 0)
    .map((is) => `${imports.lines[is]} ${showNumber(pass.counts[is], language)}`)
  return said.join(shell.listMark)
}
