// Choices in a cell: one word, or several in a row. A choice may itself hold the mark that usually stands between two, and
// so the mark is one that no choice of the field holds, and a row is read by the choices that there are.

import { folded } from '#domain/cell-names.ts'
import { type CellProblem, cannot } from '#domain/cell-problem.ts'
import type { Field } from '#domain/register.ts'

const marks = ['、', '；', '|', '／', '\n']
const anyMark = /[、；;，,|／/\n]/u

type Choices = Pick<Field, 'choices'>

export function choicesText({ choices }: Choices, words: readonly string[]): string {
  return words.join(markOf(choices))
}

function markOf(choices: Choices['choices']): string {
  const free = (mark: string) => !choices.some(({ word }) => word.includes(mark))
  const found = marks.find(free)
  // A choice neither begins nor ends with a new line.
  let dashes = '—'
  while (!found && !free(`\n${dashes}\n`)) dashes += '—'
  return found ?? `\n${dashes}\n`
}

/** The choice as it is written in the definition; exact before alike. */
function choiceOf({ choices }: Choices, text: string): string | null {
  const word = text.trim()
  if (choices.some((choice) => choice.word === word)) return word
  const alike = choices.filter((choice) => folded(choice.word) === folded(word))
  return alike.length === 1 ? alike[0]!.word : null
}

export function readChoice(field: Choices, text: string): { word: string } | CellProblem {
  const word = choiceOf(field, text)
  return word === null ? unknown(field, text) : { word }
}

const choicesTold = 30

function unknown({ choices }: Choices, text: string): CellProblem {
  const offered = choices.filter(({ retired }) => !retired).map(({ word }) => word)
  return cannot('unknown-choice', { word: text.trim(), choices: offered.slice(0, choicesTold) })
}

export function readChoicesText(field: Choices, text: string): { words: string[] } | CellProblem {
  const parts = text.split(markOf(field.choices)).filter((part) => part.trim() !== '')
  const plain = parts.map((part) => choiceOf(field, part))
  if (plain.every((word) => word !== null)) return { words: plain }
  return readRow(field, text)
}

/** The longest choice that fits comes first; what is left over is told. */
function readRow(field: Choices, text: string): { words: string[] } | CellProblem {
  const words: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const ends = endsOf(rest)
    const end = ends.findLast((place) => choiceOf(field, rest.slice(0, place)) !== null)
    if (end === undefined) return unknown(field, rest.slice(0, ends[0]))
    words.push(choiceOf(field, rest.slice(0, end))!)
    rest = rest.slice(end).replace(/^[\s、；;，,|／/]+/u, '')
  }
  return { words }
}

/** No choice is longer than 60 characters. */
function endsOf(text: string): number[] {
  const ends: number[] = []
  for (let place = 1; place < text.length && place < 200; place += 1) if (anyMark.test(text[place]!)) ends.push(place)
  return text.length <= 200 ? [...ends, text.length] : ends
}
