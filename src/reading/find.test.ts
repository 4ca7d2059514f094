// Mentions against the marked passages of corpus/mentions, and the cost of heaps: digits, numerals, brackets, blanks.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findMentions } from '#reading/find.ts'
import { type Mention, type MentionType, mentionTypes } from '#reading/mention.ts'

const folder = resolve(import.meta.dirname, '../../corpus/mentions')

interface Passage {
  name: string
  date: string
  text: string
  marks: string[]
  types: MentionType[]
}

// 〔620亿元｜currency CNY 62000000000〕: the words, then how they are told.
function passagesOf(file: string): Passage[] {
  const parts = file.split(/^%% /m).slice(1)
  return parts.map((part) => {
    const [head = '', ...lines] = part.trimEnd().split('\n')
    const [name = '', date = ''] = head.split(' · ')
    const marked = lines.join('\n')
    const marks = [...marked.matchAll(/〔([^｜]*)｜([^〕]*)〕/g)].map(([, words, told]) => `${words} ${told}`)
    const types = [...marked.matchAll(/｜(\w+)/g)].map(([, type]) => type as MentionType)
    return { name, date, text: marked.replaceAll(/〔([^｜]*)｜[^〕]*〕/g, '$1'), marks, types }
  })
}

function told(text: string, { start, end, type, norm }: Mention): string {
  return `${text.slice(start, end)} ${type} ${meaning(norm)}`
}

function meaning(norm: Mention['norm']): string {
  if (norm.k === 'money') return `${norm.c} ${norm.v}`
  if (norm.k === 'qty') return `${norm.u} ${norm.v}`
  if (norm.k === 'dur')
    return Object.entries(norm.parts ?? {})
      .flat()
      .join(' ')
  if (norm.k === 'set') return norm.timex
  if (norm.k === 'time') return times(norm.any[0]!)
  return 'v' in norm ? norm.v! : norm.k
}

function times({ from, to }: { from: string | null; to: string | null }): string {
  const short = (at: string | null) => at?.replace('T00:00:00', '') ?? '*'
  const dayAfter = from && new Date(Date.parse(`${from}Z`) + 86400000).toISOString().slice(0, 19)
  return dayAfter === to && short(from).length === 10 ? short(from) : `${short(from)}/${short(to)}`
}

for (const file of readdirSync(folder)) {
  describe(file, () => {
    for (const { name, date, text, marks, types } of passagesOf(readFileSync(join(folder, file), 'utf8')))
      test(name, () => {
        const wants = mentionTypes.filter((type) => types.includes(type))
        expect(findMentions(text, { reference: `${date}T09:00:00`, wants }).map((found) => told(text, found))).toEqual(
          marks,
        )
      })
  })
}

test('offsets count a byte-order mark', () => {
  expect(findMentions('\ufeff3月1日', { reference: '2026-03-05' })[0]).toMatchObject({ start: 1, end: 5 })
})

const heaps = ['1', '万', '一', '（', ' ', '年', '3月', '到', '第', '百分之', '1,', '每', '-1', '从']

test.each(heaps)('a heap of %s costs no more per character when it is longer', (piece) => {
  const cost = (length: number) => {
    const text = piece.repeat(length)
    const began = performance.now()
    findMentions(text, { reference: '2026-03-05' })
    return performance.now() - began
  }
  cost(2000)
  expect(cost(32000)).toBeLessThan(8 * 4 * Math.max(cost(4000), 5))
})
