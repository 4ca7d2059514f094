// Why a condition holds, does not, or is not known: a tree of ✓ ✗ ? with what was found, what was asked and what is lacking.

import type { Trace } from '#rules/trace.ts'
import { useWords } from '#web/language.ts'

export const marks = { yes: '✓', no: '✗', unknown: '?' } as const

export function RuleTree({ text, trace }: { text: string; trace: Trace }) {
  return (
    <ul className="rule-tree">
      <Branch text={text} trace={trace} />
    </ul>
  )
}

function Branch({ text, trace }: { text: string; trace: Trace }) {
  const { rules: say } = useWords()
  const group = trace.parts.length > 0 ? say.groups[trace.kind] : undefined
  return (
    <li>
      <span className={`rule-mark is-${trace.verdict}`} title={say.marks[trace.verdict]}>
        {marks[trace.verdict]}
        <span className="only-read-aloud">{say.marks[trace.verdict]}</span>
      </span>{' '}
      {group ?? <code>{text.slice(trace.start, trace.end)}</code>}
      {trace.parts.length === 0 && <Leaf trace={trace} />}
      {trace.parts.length > 0 && (
        <ul>
          {trace.parts.map((part) => (
            <Branch key={`${part.start} ${part.end} ${part.kind}`} text={text} trace={part} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Leaf({ trace: { value, threshold, gap, unit, missing, facts } }: { trace: Trace }) {
  const { rules: say, shell } = useWords()
  const sources = [...new Set(facts.map(({ source }) => source).filter(Boolean))]
  return (
    <span className="rule-leaf">
      {value !== null && threshold !== null && (
        <span>
          {say.found} <b>{`${value}${unit ?? ''}`}</b>，{say.asked} {threshold}
        </span>
      )}
      {gap !== null && <span className="is-gap">{say.gap(`${gap}${unit ?? ''}`)}</span>}
      {missing.length > 0 && <span className="is-missing">{say.missing(missing.join(shell.listMark))}</span>}
      {sources.length > 0 && <span className="soft">{say.source(sources.join(shell.listMark))}</span>}
    </span>
  )
}
