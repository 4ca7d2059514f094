// A cell of a sheet and the value of a field, both ways: what is exported, typed, pasted and imported is understood here.
// What a cell is taken for is what it says; anything else is a problem with its facts (domain/cell-problem.ts).

import { choicesText, readChoice, readChoicesText } from '#domain/cell-choices.ts'
import { readDayText, readMonthText } from '#domain/cell-day.ts'
import { type NameBook, type Names, readName } from '#domain/cell-names.ts'
import { ownUnit, plainNumber, powerOver, readAmount, shifted } from '#domain/cell-number.ts'
import { placeText, readPlaceText } from '#domain/cell-place.ts'
import { type CellProblem, cannot } from '#domain/cell-problem.ts'
import { type Given, readValue, type Value } from '#domain/field-value.ts'
import { type Field, type FieldType, isDerived } from '#domain/register.ts'
import { scaleOf } from '#domain/register-dictionary.ts'

/** A column of a sheet: `unit` is what a bare number in it counts in (万元), as its head says; null when it is silent. */
export type CellForm = { field: Field; unit: string | null }
export type ReadCell = { value: Value | null } | CellProblem

/** Written into a cell to empty the field; an empty cell of an import leaves it as it is. */
export const emptyMark = '【清空】'

/** The head of a column, with what its numbers count in: 总投资（万元）. */
export function headOf({ field, unit }: CellForm): string {
  const said = unit ?? (numeric(field) ? ownUnit(field) : '')
  return said === '' ? field.name : `${field.name}（${said}）`
}

/** A head taken apart; `unit` is what stands in brackets at its end. */
export function readHead(head: string): { name: string; unit: string | null } {
  const plain = head.replaceAll(/\s/gu, '').replace(/[*＊:：]+$/u, '')
  const [, name, unit] = /^(.+?)[（(【[](?:单位[:：])?([^（()）【】[\]]{1,20})[）)】\]]$/u.exec(plain) ?? []
  return name === undefined
    ? { name: plain, unit: null }
    : { name, unit: unit!.replaceAll('㎡', '平方米').normalize('NFKC') }
}

const numeric = ({ type }: Pick<Field, 'type'>): boolean => ['number', 'money', 'percent'].includes(type)

/** `cell`: a text as typed, or the number of a numeric cell. `before`: what stands there now. Empty text is no value. */
export function readCell({ field, unit }: CellForm, cell: string | number, names: Names, before?: Value): ReadCell {
  if (isDerived(field)) return cannot('computed', {})
  if (field.type === 'files' || (field.type === 'commitment' && !names.commitments)) return cannot('not-by-cell', {})
  const text = typeof cell === 'number' ? plainNumber(cell) : cell.trim()
  if (text === '' || text === emptyMark) return { value: null }
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return cannot('digits-lost', { text })
  const given = givenBy({ field, unit }, text, names)
  return 'problem' in given ? given : kept(field, given.given, text, before)
}

type GivenValue = { given: Given[string] }

function givenBy({ field, unit }: CellForm, text: string, names: Names): GivenValue | CellProblem {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent': {
      const read = readAmount(field, text, unit)
      return 'problem' in read ? read : { given: read.decimal }
    }
    case 'date':
      return orElse(readDayText(text), cannot('not-a-day', { text }))
    case 'month':
      return orElse(readMonthText(text), cannot('not-a-month', { text }))
    case 'yes-no':
      return orElse(yesNo(text), cannot('not-yes-no', { text }))
    case 'choice': {
      const read = readChoice(field, text)
      return 'problem' in read ? read : { given: read.word }
    }
    case 'choices': {
      const read = readChoicesText(field, text)
      return 'problem' in read ? read : { given: read.words }
    }
    case 'unit':
    case 'post':
    case 'person':
    case 'entry':
    case 'commitment': {
      const book = bookOf(field, names)
      const read = book ? readName(book, text) : cannot('unknown-name', { word: text })
      return 'problem' in read ? read : { given: read.id }
    }
    case 'place':
      return orElse(readPlaceText(text), cannot('not-a-place', { text }))
    default:
      return { given: text }
  }
}

const orElse = (given: Given[string], problem: CellProblem): GivenValue | CellProblem =>
  given === null ? problem : { given }

const yes = ['是', '√', '✓', '✔', 'yes', 'y', 'true', '1']
const not = ['否', '×', '✗', '✘', 'no', 'n', 'false', '0']

function yesNo(text: string): boolean | null {
  const word = text.normalize('NFKC').toLowerCase()
  return yes.includes(word) ? true : not.includes(word) ? false : null
}

function bookOf({ type, of }: Field, names: Names): NameBook | undefined {
  if (type === 'commitment') return names.commitments
  if (type === 'unit') return names.units
  if (type === 'post') return names.posts
  return type === 'person' ? names.people : names.entries[of ?? '']
}

/** The value as the field keeps it; its own limits speak last. */
function kept(field: Field, given: Given[string], text: string, before: Value | undefined): ReadCell {
  const read = readValue(field, given, before)
  if (!('problem' in read)) return read
  switch (read.problem) {
    case 'too-precise':
      return cannot('too-precise', { scale: scaleOf(field) })
    case 'too-large':
      return cannot('too-large', { text })
    case 'too-long':
      return cannot('too-long', { most: field.type === 'long-text' ? 10_000 : field.type === 'text' ? 500 : 60 })
    case 'unknown-choice':
      return cannot('unknown-choice', {
        word: text,
        choices: field.choices.filter(({ retired }) => !retired).map(({ word }) => word),
      })
    case 'wrong-type':
      return unfitting[field.type](text)
    default:
      throw new Error(`a cell of ${field.key} (${field.type}) cannot be ${read.problem}: ${JSON.stringify(text)}`)
  }
}

const number = (text: string) => cannot('too-large', { text })
const name = (word: string) => cannot('unknown-name', { word })
const words = () => cannot('too-long', { most: 500 })

/** What the field's own reader calls wrong although the text had the right form: numbers of too many digits, places off the map. */
const unfitting: Record<FieldType, (text: string) => CellProblem> = {
  text: words,
  'long-text': words,
  number,
  money: number,
  percent: number,
  date: (text) => cannot('not-a-day', { text }),
  month: (text) => cannot('not-a-month', { text }),
  'yes-no': (text) => cannot('not-yes-no', { text }),
  choice: (word) => cannot('unknown-choice', { word, choices: [] }),
  choices: (word) => cannot('unknown-choice', { word, choices: [] }),
  unit: name,
  post: name,
  person: name,
  entry: name,
  commitment: name,
  place: (text) => cannot('not-a-place', { text }),
  files: () => cannot('not-by-cell', {}),
  'credit-code': words,
  industry: words,
  computed: () => cannot('computed', {}),
  rollup: () => cannot('computed', {}),
}

/** The text of a value: what `readCell` takes for the same value again. What a book does not name stays an id. */
export function cellText({ field, unit }: CellForm, value: Value | undefined, names: Names): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return field.type === 'choices' ? choicesText(field, value) : value.join('、')
  if (typeof value === 'object') return placeText(value)
  if (numeric(field)) return shifted(value, -((unit === null ? 0 : powerOver(field, unit)) ?? 0))
  const book = ['unit', 'post', 'person', 'entry', 'commitment'].includes(field.type) ? bookOf(field, names) : undefined
  return book?.textOf(value) ?? value
}
