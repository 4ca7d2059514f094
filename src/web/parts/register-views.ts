// The views of a register as its page offers them: those that are defined, and for each ladder without one a board.

import type { Definition, Field, Ladder, RegisterView } from '#domain/register.ts'
import type { AllWords } from '#web/language.ts'

export function viewsOf(definition: Definition, words: AllWords): RegisterView[] {
  const { views, ladders } = definition
  const boards = ladders
    .filter(({ key }) => !views.some((view) => view.kind === 'board' && view.ladder === key))
    .map((ladder) => boardOf(definition, ladder, words))
    .filter(({ key }) => !views.some((view) => view.key === key))
  return [...views, ...boards]
}

/** The key can be written into an address like those of defined views. */
function boardOf(definition: Definition, { key, name }: Ladder, { record }: AllWords): RegisterView {
  const money = using(definition, 'money')
  const choice = using(definition, 'choice')[0]
  const lead = definition.lead
  const fields = [lead, choice?.key, money[0]?.key].filter((one) => typeof one === 'string')
  const nothing = { where: null, sort: null, descending: false, network: null, place: null, lines: null, columns: null }
  return {
    ...nothing,
    key: `board_${key}`.slice(0, 30),
    name: record.board.name(name),
    kind: 'board',
    fields,
    ladder: key,
    sums: money.slice(0, 2).map((field) => field.key),
    dates: [],
  }
}

function using({ fields }: Definition, type: Field['type']): Field[] {
  return fields.filter((field) => field.type === type && !field.retired && field.seenBy === null)
}
