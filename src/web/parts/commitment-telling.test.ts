// Events of a commitment in words, as its history shows them: `event fields → sentence`.

import { expect, test } from 'vitest'
import type { JournalLine } from '#domain/journal.ts'
import { detailOf, eventName, type Telling } from '#web/parts/commitment-telling.ts'
import { en } from '#web/words/en.ts'
import { zh } from '#web/words/zh.ts'

const names = { unit: (id: string | null) => (id ? `${id}局` : ''), post: (id: string | null) => id ?? '' }
const telling: Telling = { words: zh, language: 'zh', names, extensions: [{ id: 'x', to: '2024-09-30' }] }
const line = (data: object) => ({ act: 'someAct', data }) as unknown as JournalLine
const seal = { sha256: 'abcdef0123456789', by: 'p', on: '2024-05-01' }

test.each([
  [{ kind: 'adopted', number: '12-07' }, '立项', '编号 12-07'],
  [{ kind: 'dispatched' }, '交办', ''],
  [{ kind: 'broken-down', children: ['a', 'b'] }, '分解', '分解为 2 项'],
  [
    {
      kind: 'assigned',
      duty: { lead: '科创', supporting: [], dueOn: null },
      wording: { value: 120, unit: '家', op: 'ge' },
    },
    '调整责任',
    '牵头单位：科创局；配合单位：无；完成时限：未定；目标值：120家以上',
  ],
  [
    { kind: 'reported', report: { percent: 60, text: '已签约 18 个。', evidence: ['e'] } },
    '填报',
    '进度 60%。已签约 18 个。附佐证 1 件。',
  ],
  [{ kind: 'report-accepted', report: 'r', remark: null, seal }, '审核通过', '签核指纹 abcdef01'],
  [{ kind: 'extension-granted', extension: 'x', remark: '同意' }, '同意延期', '→ 2024-09-30 · 同意'],
  [{ kind: 'extension-refused', extension: 'x', remark: null }, '不同意延期', ''],
  [{ kind: 'urged', words: '请抓紧' }, '催办', '请抓紧'],
])('%o', (data, name, detail) => {
  expect([eventName(line(data), zh), detailOf(line(data), telling)]).toEqual([name, detail])
})

test('in English too', () => {
  const data = { kind: 'split-off', duty: { lead: 'Science ', dueOn: '2024-12-31' } }
  expect(detailOf(line(data), { ...telling, words: en, language: 'en' })).toBe(
    'a part of the whole, led by Science 局, due 2024-12-31',
  )
})
