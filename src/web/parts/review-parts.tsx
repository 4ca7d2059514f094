// The parts of the selected proposal: what each one is, whether the text says it or it was concluded, and by which rule.
// Pointing at a line, by mouse or by focus, marks the characters it came from in the text.

import type { Proposal } from '#domain/proposal.ts'
import type { Part, PartName } from '#reading/statement.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { absentParts, type PartLine, partLines, reasonPhrase } from '#web/parts/review-phrases.ts'
import type { Stretch } from '#web/parts/review-text.tsx'

type Pointing = { onPart: (part: Stretch | null) => void }

export function ReviewParts({ proposal, onPart }: { proposal: Proposal } & Pointing) {
  const words = useWords()
  const language = useLanguage()
  const { review, nouns } = words
  const lines = partLines(proposal, words, language)
  const absent = absentParts(proposal.wording.kind, lines).map((name) => nouns.partNames[name])
  return (
    <table className="review-parts">
      <caption className="only-read-aloud">{review.part}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.name} onMouseEnter={() => onPart(line.part?.span ?? null)} onMouseLeave={() => onPart(null)}>
            <th scope="row">{nouns.partNames[line.name]}</th>
            <td>
              <PartValue line={line} />
            </td>
            <td className="review-basis">
              <Basis line={line} onPart={onPart} />
            </td>
          </tr>
        ))}
        {absent.length > 0 && (
          <tr>
            <th scope="row">
              <span data-certainty="absent">{nouns.certainty.absent}</span>
            </th>
            <td>{absent.join(words.shell.listMark)}</td>
            <td className="review-basis soft">{review.notSaid}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

function PartValue({ line: { name, value, needed, corrected } }: { line: PartLine }) {
  const { review } = useWords()
  if (needed) return <span className="review-missing">{review.lacking(review.partHints[name] ?? '')}</span>
  return (
    <>
      {value}
      {corrected && <span className="soft"> {review.corrected}</span>}
    </>
  )
}

function Basis({ line, onPart }: { line: PartLine } & Pointing) {
  const { review, nouns } = useWords()
  if (line.needed) {
    return (
      <>
        <span data-certainty="absent">{nouns.certainty.absent}</span> <span className="soft">{review.needsHuman}</span>
      </>
    )
  }
  if (line.corrected && !line.part) return null
  if (!line.part) return <span className="soft">{nouns.certainty.absent}</span>
  return (
    <>
      <Certainty name={line.name} part={line.part} onPart={onPart} />
      {line.others.map(({ name, part }) => (
        <div key={name}>
          <span className="soft">{nouns.partNames[name]}</span> <Certainty name={name} part={part} onPart={onPart} />
        </div>
      ))}
    </>
  )
}

function Certainty({ name, part, onPart }: { name: PartName; part: Part } & Pointing) {
  const words = useWords()
  const { review, nouns } = words
  const word = nouns.certainty[part.certainty]
  const reason = reasonPhrase(part.reason, words)
  const sign = <span data-certainty={part.certainty}>{word}</span>
  return (
    <>
      {part.span === null ? (
        <span className="review-certainty">{sign}</span>
      ) : (
        <button
          type="button"
          className="review-certainty"
          title={review.showPart(nouns.partNames[name])}
          onFocus={() => onPart(part.span)}
          onBlur={() => onPart(null)}
          onMouseEnter={() => onPart(part.span)}
        >
          {sign}
        </button>
      )}
      {reason && <span className="soft"> {reason}</span>}
    </>
  )
}
