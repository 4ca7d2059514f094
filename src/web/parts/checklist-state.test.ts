// A gate's list in one line: `skipped; conditions; proofs; checks`, and what is still open on it.

import { expect, test } from 'vitest'
import { type Checklist, emptyDraft, isReady, openItems, owedIn } from '#web/parts/checklist-state.ts'

function list(line: string): Checklist {
  const [skipped = [], conditions = [], proofs = [], checks = []] = line
    .split(';')
    .map((part) => part.trim().split(' ').filter(Boolean))
  return {
    skipped: skipped.map((word) => ({ rung: word, barred: word.endsWith('!') })),
    conditions: conditions.map((verdict) => ({ verdict })),
    proofs: proofs.map((word) => ({ kind: word.split(':')[0], state: word.split(':')[1], files: [] })),
    checks: checks.map((state) => ({ state })),
  } as unknown as Checklist
}

const plain = { certificate: false } as Parameters<typeof isReady>[1]

test.each([
  ['; ; ;', 0],
  ['a b!; ; ;', 1],
  ['; yes no unknown; ;', 2],
  ['; ; a:there b:missing c:tolerable d:optional;', 2],
  ['; ; ; passed asked returned not-asked', 3],
])('%s leaves %i open', (line, open) => {
  expect(openItems(list(line), emptyDraft)).toBe(open)
})

test('what may be owed is no longer open once its day is chosen, and is what the step owes', () => {
  const tolerable = list('; ; a:tolerable b:tolerable;')
  const draft = { ...emptyDraft, owed: { a: '2026-04-30', b: null } }
  expect(openItems(tolerable, draft)).toBe(1)
  expect(owedIn(tolerable, draft)).toEqual([{ kind: 'a', dueOn: '2026-04-30' }])
  expect(owedIn(list('; ; a:there;'), draft)).toEqual([])
})

test('passing over asks for a reason, a certificate for its day', () => {
  expect(isReady(list('a; ; ;'), plain, emptyDraft)).toBe(false)
  expect(isReady(list('a; ; ;'), plain, { ...emptyDraft, reason: '已在区内' })).toBe(true)
  expect(isReady(list('; ; ;'), { ...plain, certificate: true }, emptyDraft)).toBe(false)
  expect(isReady(list('; ; ;'), { ...plain, certificate: true }, { ...emptyDraft, certificateOn: '2026-03-01' })).toBe(
    true,
  )
})
