// The marked corpus: every passage of corpus/*.txt is read and compared with its marks, word for word.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Passage, passagesOf, storyOf } from '#reading/marks.ts'
import { readStatements } from '#reading/read.ts'

const folder = resolve(import.meta.dirname, '../../corpus')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

function story(passage: Passage): string {
  return storyOf(passage, readStatements(passage.text, { date: passage.date })).join('\n')
}

for (const file of files) {
  describe(file, () => {
    for (const passage of passagesOf(readFileSync(join(folder, file), 'utf8'))) {
      test(passage.name, () => {
        expect(story(passage)).toBe('')
      })
    }
  })
}

test('the corpus holds at least 60 marked statements', () => {
  const marks = files.flatMap((file) =>
    passagesOf(readFileSync(join(folder, file), 'utf8')).flatMap((passage) => passage.marks),
  )
  expect(marks.length).toBeGreaterThanOrEqual(60)
})

test('a failing reading tells which span, what was marked and what was read', () => {
  const [passage] = passagesOf('%% story · 2024-04-13\n〔力争新增高企100家｜target 120家 increase strive〕。')
  expect(story(passage!)).toBe('value of 〔力争新增高企100家〕: marked 120, read 100 (target: 力争)')
})
