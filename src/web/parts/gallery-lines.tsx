// The table under a passage of the gallery: what was marked, what is read, whether they agree, and by which rule.

import { Fragment, type ReactNode } from 'react'
import type { Mark } from '#reading/marks.ts'
import type { Statement } from '#reading/statement.ts'
import { type AllWords, type Language, useLanguage, useWords } from '#web/language.ts'
import { differs, type Line, type ShownPassage } from '#web/parts/gallery-passage.ts'
import { periodPhrase, reasonPhrase } from '#web/parts/review-phrases.ts'
import { showTarget } from '#web/words/amount.ts'
import { galleryWords, mentionWords } from '#web/words/gallery.ts'

export function GalleryLines({ passage }: { passage: ShownPassage }) {
  const words = galleryWords[useLanguage()]
  const { columns } = words
  if (passage.lines.length === 0) return <p className="soft">{words.silent}</p>
  return (
    <table className="gallery-lines">
      <caption className="only-read-aloud">{words.caption(passage.name)}</caption>
      <thead>
        <tr>
          {[columns.words, columns.expected, columns.read, columns.verdict, columns.why].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {passage.lines.map((line) => (
          <LineRow key={line.key} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function LineRow({ line }: { line: Line }) {
  const all = useWords()
  const language = useLanguage()
  const words = galleryWords[language]
  const apart = differs(line)
  const [expected, read] = told(line, all, language)
  return (
    <tr className={apart ? 'is-differing' : undefined}>
      <th scope="row" data-label={words.columns.words}>
        {line.words}
      </th>
      <td data-label={words.columns.expected}>{expected ?? <em className="soft">{words.notMarked}</em>}</td>
      <td data-label={words.columns.read}>{read ?? <em className="soft">{words.notRead}</em>}</td>
      <td className="gallery-verdict" data-label={words.columns.verdict}>
        {apart ? `✗ ${words.different}` : `✓ ${words.same}`}
      </td>
      <td className="soft" data-label={words.columns.why}>
        {basisOf(line, all)}
        {line.is === 'statement' && line.story.length > 0 && (
          <ul lang="en">
            {line.story.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

/** What was marked and what is read; what a mark leaves open is not told of the reading either. */
function told(line: Line, words: AllWords, language: Language): [ReactNode, ReactNode] {
  if (line.is === 'mention') {
    const type = mentionWords[language][line.type]
    const tell = (meaning: string | null) => meaning && `${type} ${meaning}`
    return [tell(line.mark), line.mark === line.found ? tell(line.found) : line.found]
  }
  const { mark, found } = line
  return [mark && phraseOf(markedAs(mark), words, language), found && phraseOf(readAs(found, mark), words, language)]
}

type Told = Pick<Mark, 'kind' | 'value' | 'value2' | 'unit' | 'op' | 'measure' | 'strength' | 'deadline'> & {
  period: { from: string; to: string } | null
  owner: string | null
  indicator: string | null
  names: readonly string[]
  decision: Statement['decision']
}

function markedAs(mark: Mark): Told {
  const [from, to] = mark.period?.split('/') ?? []
  const { owner = null, indicator = null, names = [], decision = null } = mark
  const grade = decision as Told['decision']
  return { ...mark, period: from && to ? { from, to } : null, owner, indicator, names, decision: grade }
}

function readAs(found: Statement, mark: Mark | null): Told {
  const told = { ...found, names: found.members.flatMap(({ names }) => names) }
  if (!mark) return told
  const open = <V,>(named: unknown, value: V, empty: V) => (named === undefined ? empty : value)
  return {
    ...told,
    owner: open(mark.owner, told.owner, null),
    indicator: open(mark.indicator, told.indicator, null),
    names: open(mark.names, told.names, []),
    decision: open(mark.decision, told.decision, null),
  }
}

function phraseOf(told: Told, { nouns, review, shell }: AllWords, language: Language): ReactNode {
  const { kind, measure, strength, period, deadline, owner, indicator, decision } = told
  const pieces = [
    nouns.kinds[kind],
    showTarget(told, language),
    measure && kind !== 'roster' && nouns.measures[measure],
    strength !== 'none' && nouns.strengths[strength],
    period && periodPhrase(period, review.periods),
    deadline && `→ ${deadline}`,
    owner && `@ ${owner}`,
    indicator && `# ${indicator}`,
    decision && nouns.decisionGrades[decision],
    told.names.join(shell.listMark),
  ]
  // A date stays in one piece.
  return pieces.filter(Boolean).map((piece, place) => (
    <Fragment key={String(piece)}>
      {place > 0 && ' · '}
      <span className={String(piece).length < 24 ? 'nowrap' : undefined}>{piece}</span>
    </Fragment>
  ))
}

function basisOf(line: Line, words: AllWords): string {
  const parts = line.is === 'statement' ? line.found?.parts : undefined
  const reason = (parts?.value ?? parts?.verb ?? parts?.members)?.reason
  return reason ? reasonPhrase(reason, words) : ''
}
