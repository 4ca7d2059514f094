// What a register's list is narrowed by, in words, and the look without each of them.

import type { Field } from '#domain/register.ts'
import { type Naming, textOfValue } from '#web/parts/field-text.ts'
import { kindOf, type RegisterColumn } from '#web/parts/register-columns.ts'
import { type FilterLine, leftLadder, narrowedColumns, readLine, withoutColumn } from '#web/parts/register-filter.ts'
import type { RegisterLook } from '#web/parts/register-look.ts'

export type Chip = { says: string; without: Partial<RegisterLook> }

export function chipsOf(look: RegisterLook, columns: readonly RegisterColumn[], naming: Naming): Chip[] {
  const { filters } = naming.words.registers
  const said = (label: string, value: string) => `${label}${naming.language === 'zh' ? '：' : ': '}${value}`
  return [
    ...(look.text ? [{ says: said(filters.text, filters.holding(look.text)), without: { text: '' } }] : []),
    ...(look.where ? [{ says: said(filters.where, look.where), without: { where: null } }] : []),
    ...narrowedColumns(look.filter).map((key) => {
      const column = columns.find((one) => one.key === key)
      const lines = look.filter.map(readLine).filter((line) => line !== null && line.key === key) as FilterLine[]
      return {
        says: said(column?.name ?? key, linesIn(lines, column, naming)),
        without: { filter: withoutColumn(look.filter, key) },
      }
    }),
    ...(look.removed ? [{ says: filters.removed, without: { removed: false } }] : []),
  ]
}

function linesIn(lines: readonly FilterLine[], column: RegisterColumn | undefined, naming: Naming): string {
  const { filters } = naming.words.registers
  const words = ({ text }: FilterLine) => (column ? textOf(column, text, naming) : text)
  const among = lines.filter(({ op }) => op === '=').map(words)
  const others = lines.flatMap((line) => {
    if (line.op === '=') return []
    if (line.op === '~') return [filters.holding(line.text)]
    return [(line.op === '>=' ? filters.from : filters.to)(words(line))]
  })
  return [...(among.length > 0 ? [among.join(naming.words.shell.listMark)] : []), ...others].join(' ')
}

function textOf(column: RegisterColumn, text: string, naming: Naming): string {
  const { filters } = naming.words.registers
  if (column.is === 'ladder') {
    if (text === leftLadder) return filters.offLadder
    return text === '' ? filters.notOn : (column.ladder.rungs.find(({ key }) => key === text)?.name ?? text)
  }
  if (text === '') return filters.empty
  const field = { ...column.field, type: kindOf(column.field) }
  return textOfValue(field, givenIn(field, text), naming) || '…'
}

function givenIn({ type }: Field, text: string): string | boolean | string[] {
  if (type === 'yes-no') return text === 'true'
  return type === 'choices' ? [text] : text
}
