// Sentences with their facts, in both languages.

import { expect, test } from 'vitest'
import { refusal } from '#base/refusal.ts'
import { sentence } from '#contract/sentences.ts'
import { trouble } from '#contract/troubles.ts'

test.each([
  [refusal('stale', { noun: 'commitment', id: '' }), '该事项刚刚被他人更新，请刷新后再办理。'],
  [
    refusal('wrong-stage', { stage: 'draft', needs: ['under-way', 'returned'] }),
    '事项当前为“待交办”，须在“办理中”或“退回重办”时办理。',
  ],
  [refusal('forbidden', { act: 'closeCommitment', roles: ['office'] }), '您的岗位无权办理此项（需要：督查室）。'],
  [refusal('too-large', { limitBytes: 50 * 1024 * 1024 }), '内容过大，上限为 50 MB。'],
  [
    refusal('not-text', { fileName: '纪要.pdf', reason: 'scanned-pdf' }),
    '无法读取“纪要.pdf”：这份 PDF 是扫描图片，没有文字，请导入电子版或先做文字识别。',
  ],
  [
    refusal('bad-input', { issues: [{ path: 'dueOn', message: 'Invalid ISO date' }] }),
    '填写有误：dueOn：Invalid ISO date。',
  ],
  [trouble('sign-in-locked', { minutes: 15 }), '密码连续输错，该用户名已锁定，请 15 分钟后再试。'],
])('%j', (said, words) => {
  expect(sentence(said, 'zh')).toBe(words)
})

test('English', () => {
  expect(sentence(refusal('children-open', { numbers: ['2026-3.1', '2026-3.2'] }), 'en')).toBe(
    'Parts of it are still open: 2026-3.1, 2026-3.2.',
  )
  expect(sentence(refusal('upload-broken', { receivedBytes: 1536 }), 'en')).toMatch(/1\.5 KB received/)
})
