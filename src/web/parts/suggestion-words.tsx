// What a step has proposed, in the words of the register that it would be done in.

import type { OutputOf } from '#contract/contract.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'

export type Suggested = OutputOf<'listSuggestions'>[number]

export function SuggestionWords({ suggested: { suggestion } }: { suggested: Suggested }) {
  const { suggestions: say } = useWords().record
  const proposal = useProposal()(suggestion)
  return (
    <>
      <p>
        <strong>{suggestion.words}</strong> <span className="soft nowrap">{suggestion.madeOn}</span>
      </p>
      <p>{proposal}</p>
      <p className="soft">{say.basis(suggestion.basis)}</p>
    </>
  )
}

/** What would be done, in the words of the register that it is done in. */
export function useProposal(): (suggestion: Suggested['suggestion']) => string {
  const { record, shell } = useWords()
  const { suggestions: say } = record
  const { data: all } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  return ({ proposes }) => {
    const definition = all?.own.find(({ id }) => id === proposes.register)?.definition
    if (!definition) return ''
    if (proposes.kind === 'add') return say.add(definition.name)
    const fieldName = (key: string) => definition.fields.find((field) => field.key === key)?.name ?? key
    if (proposes.kind === 'date') return say.date(fieldName(proposes.field), proposes.value)
    if (proposes.kind === 'fill') {
      const filled = Object.entries(proposes.values).map(([key, value]) => `${fieldName(key)} ${String(value)}`)
      return say.fill(definition.name, filled.join(shell.listMark))
    }
    const ladder = definition.ladders.find(({ key }) => key === proposes.ladder)
    const rung = ladder?.rungs.find(({ key }) => key === proposes.rung)
    return say[proposes.kind](ladder?.name ?? proposes.ladder, rung?.name ?? proposes.rung)
  }
}
