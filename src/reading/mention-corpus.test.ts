// The marked mentions: every passage of corpus/mentions is read for the types it marks and compared, word for word.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findMentions } from '#reading/find.ts'
import { type MentionType, mentionTypes } from '#reading/mention.ts'
import { type MentionPassage, mentionPassagesOf, toldMention } from '#reading/mention-marks.ts'

const folder = resolve(import.meta.dirname, '../../corpus/mentions')
const files = readdirSync(folder).map((name) => ({ name, passages: passagesIn(name) }))

function passagesIn(name: string): MentionPassage[] {
  return mentionPassagesOf(readFileSync(join(folder, name), 'utf8'))
}

function told({ text, date, types }: MentionPassage): string[] {
  return findMentions(text, { reference: `${date}T09:00:00`, wants: types }).map((found) => toldMention(text, found))
}

for (const { name, passages } of files)
  describe(name, () => {
    for (const passage of passages) test(passage.name, () => expect(told(passage)).toEqual(passage.marks))
  })

const page = readFileSync(resolve(import.meta.dirname, '../../docs/reading.md'), 'utf8')
const rows = page.matchAll(/^\| (\S+) \| (\w+) (.+?) \| .+ \|$/gm)
const ours = [...rows]
  .map(([, words, type, meant]) => ({ words: words!, type: type as MentionType, meant: meant! }))
  .filter(({ type }) => mentionTypes.includes(type))

// The table of docs/reading.md: words, type and first meaning, or `none`.
test.each(ours)('the page tells $words', ({ words, type, meant }) => {
  const found = findMentions(words, { reference: '2026-03-05T09:00:00', wants: [type] })
  const told = found.map((mention) => toldMention(words, mention).split(' ').slice(1).join(' '))
  expect(told).toEqual(meant === 'none' ? [] : [`${type} ${meant}`])
})

test('the page tells at least 25 readings that are ours', () => {
  expect(ours.length).toBeGreaterThanOrEqual(25)
})

test('the corpus holds at least 400 marked mentions', () => {
  const count = files.flatMap(({ passages }) => passages.flatMap(({ marks }) => marks)).length
  expect(count).toBeGreaterThanOrEqual(400)
})
