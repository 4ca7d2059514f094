// Every shipped register opens in the editor without a fault, tells its parts in both languages, goes out as a file and comes
// in again as it was, and is merged with nothing into itself.

import { describe, expect, test } from 'vitest'
import { differenceWords } from '#contract/definition-words.ts'
import { Register } from '#domain/register.ts'
import { differencesOf } from '#domain/register-difference.ts'
import { draftFaults } from '#domain/register-draft.ts'
import { definitionFile, definitionFrom } from '#domain/register-file.ts'
import { mergeDefinitions } from '#domain/register-merge.ts'
import { readPresets } from '#operations/presets.ts'

const { registers } = await readPresets()
const there = registers.map((definition, n) => {
  const id = `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`
  return Register.parse({ id, version: 1, definition })
})

describe.each(registers.map((definition) => [definition.name, definition] as const))('%s', (_, definition) => {
  test('has no fault', () => {
    expect(draftFaults(definition, definition, there)).toEqual([])
  })
  test('goes out as a file and comes in again', () => {
    expect(
      definitionFrom(
        definitionFile(definition, () => undefined),
        new Set(),
      ),
    ).toEqual({ definition })
  })
  test('is as it was when nobody has changed it', () => {
    expect(differencesOf(definition, definition)).toEqual([])
    expect(mergeDefinitions(definition, definition, definition)).toEqual({ definition, both: [] })
  })
  test('tells each of its parts by name', () => {
    const { fields, ladders, networks, views, counts, ratios, links } = definition
    const parts = [...fields, ...ladders, ...networks, ...views, ...counts, ...ratios].map(({ name }) => name)
    const said = differencesOf(null, definition).map((difference) => [
      differenceWords(difference, 'zh'),
      differenceWords(difference, 'en'),
    ])
    expect(said).toHaveLength(1 + parts.length + links.length)
    for (const [n, name] of [definition.name, ...parts].entries())
      for (const words of said[n]!) expect(words).toContain(name)
  })
})
