// Notation: a text with its statements in brackets, a[任务b[名单]], against its runs drawn as 任务:a 名单:ab.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockAt, blocks, cutAround, type Run, type Span, segments } from '#web/parts/review-segments.ts'

/** `一a[二b[三]四]五` → the text 一二三四五 and the spans a = 二三四, b = 三. A letter before `[` names the span. */
function marked(notation: string): { text: string; spans: Span[] } {
  let text = ''
  const open: { id: string; start: number }[] = []
  const spans: Span[] = []
  for (const piece of notation.match(/[a-z]\[|\]|[^\]]/gu) ?? []) {
    if (/^[a-z]\[$/.test(piece)) open.push({ id: piece[0]!, start: text.length })
    else if (piece === ']') spans.push({ ...open.pop()!, end: text.length })
    else text += piece
  }
  return { text, spans: spans.sort((a, b) => a.id.localeCompare(b.id)) }
}

function drawn(text: string, runs: readonly Run[]): string {
  return runs
    .map((run) => `${text.slice(run.start, run.end)}${run.covers.length ? `:${run.covers.join('')}` : ''}`)
    .join(' ')
}

const cases: [string, string][] = [
  ['平文', '平文'],
  ['前a[任务]后', '前 任务:a 后'],
  ['a[头]b[尾]', '头:a 尾:b'],
  ['前a[任务b[名单]完]后', '前 任务:a 名单:ab 完:a 后'],
  ['a[b[同]]', '同:ab'],
  ['一a[二b[三c[四]五]六]七', '一 二:a 三:ab 四:abc 五:ab 六:a 七'],
]
test.each(cases)('%s', (notation, expected) => {
  const { text, spans } = marked(notation)
  expect(drawn(text, segments(text, spans))).toBe(expected)
})

test('spans that cross are both shown, the wider one outside', () => {
  const spans = [
    { id: 'a', start: 0, end: 3 },
    { id: 'b', start: 2, end: 4 },
  ]
  expect(drawn('一二三四', segments('一二三四', spans))).toBe('一二:a 三:ab 四:b')
})

test('a span opens once, at its first run', () => {
  const { text, spans } = marked('前a[任务b[名单]完]后')
  expect(segments(text, spans).map((run) => run.opens.join(''))).toEqual(['', 'a', 'b', '', ''])
})

test('spans outside the text are clipped and empty ones dropped', () => {
  const spans = [
    { id: 'a', start: 1, end: 99 },
    { id: 'b', start: 1, end: 1 },
    { id: 'c', start: 50, end: 60 },
  ]
  expect(drawn('一二', segments('一二', spans))).toBe('一 二:a')
})

test('blocks end after a line break and cut the runs that reach over it', () => {
  const { text, spans } = marked('一a[二\n三四\n]五')
  const found = blocks(text, segments(text, spans), 2)
  expect(found.map((block) => text.slice(block.start, block.end))).toEqual(['一二\n', '三四\n', '五'])
  expect(found.map((block) => block.runs.map((run) => run.opens.join('')).join(','))).toEqual([',a', '', ''])
  expect([0, 2, 3, 5, 6].map((offset) => blockAt(found, offset))).toEqual([0, 0, 1, 1, 2])
})

test('a part is cut out of the runs it lies in', () => {
  const { text, spans } = marked('前a[年内完成]后')
  const runs = cutAround(segments(text, spans), { start: 1, end: 3 })
  expect(drawn(text, runs)).toBe('前 年内:a 完成:a 后')
})

test('whatever the spans, runs and blocks give the text back and cover exactly what the spans cover', () => {
  const anyText = fc.array(fc.constantFrom('字', '。', '\n'), { maxLength: 80 }).map((signs) => signs.join(''))
  const anySpan = fc.tuple(fc.nat(90), fc.nat(40)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(anyText, fc.array(anySpan, { maxLength: 12 }), (text, ranges) => {
      const spans = ranges.map((range, i) => ({ ...range, id: String(i) }))
      const runs = segments(text, spans)
      expect(
        blocks(text, runs, 7)
          .flatMap((block) => block.runs)
          .map((run) => text.slice(run.start, run.end))
          .join(''),
      ).toBe(text)
      for (const run of runs) {
        const covering = spans.filter((span) => span.start <= run.start && span.end > run.start).map((span) => span.id)
        expect([...run.covers].sort()).toEqual(covering.sort())
      }
    }),
  )
})

test('5 MB with 50,000 statements is cut in well under a second', () => {
  const text = '落实全年任务，\n'.repeat(220_000)
  const spans = Array.from({ length: 50_000 }, (_, i) => ({ id: String(i), start: i * 35, end: i * 35 + 6 + (i % 30) }))
  const began = performance.now()
  const found = blocks(text, segments(text, spans))
  expect(performance.now() - began).toBeLessThan(1000)
  expect(found.length).toBeGreaterThan(500)
})
