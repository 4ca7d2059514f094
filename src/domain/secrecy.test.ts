// Both sides of the secrecy stop: what is a marking, and what only speaks of secrets. ⏎ stands for a line end.
import { expect, test } from 'vitest'
import { findSecrecyMark, secrecyWarnings } from '#domain/secrecy.ts'

const lines = (text: string) => text.replaceAll('⏎', '\n')

test.each([
  ['机密★5年⏎云溪高新区文件', '机密★5年'],
  ['秘密★⏎会议纪要', '秘密★'],
  ['绝密★长期', '绝密★长期'],
  ['绝密★启用前', '绝密★启用前'],
  ['机 密 ★ 5 年', '机 密 ★ 5 年'],
  ['机　密★１０年', '机　密★１０年'],
  ['秘密☆6个月', '秘密☆6个月'],
  ['机密*3年', '机密*3年'],
  ['機密★', '機密★'],
  ['机密级★20年', '机密级★20年'],
  ['000001⏎机密★1年⏎特急', '机密★1年'],
  ['000001 机密★1年 特急 中共云溪区委文件', '机密★1年'],
  ['机密⏎关于有关工作的报告', '机密'],
  ['机 密', '机 密'],
  ['【秘密】', '秘密'],
  ['（机密）', '机密'],
  ['「机密★5年」', '机密★5年'],
  ['000012 秘密 特急⏎通知', '秘密'],
  ['份号：000012　密级：机密', '机密'],
  ['№000123　绝密', '绝密'],
  ['密级：秘密⏎', '秘密'],
  ['密　级：机密级', '机密'],
  ['项目登记表⏎名称：甲⏎密级： 秘密 ；期限：十年', '秘密'],
  ['云溪高新区办公室文件      机密⏎云高办〔2026〕1号', '机密'],
  [`${'正文一行。⏎'.repeat(40)}附件⏎秘密★3年`, '秘密★3年'],
  [`${'正文一行。⏎'.repeat(40)}\f机密⏎第二份文件`, '机密'],
  ['标题⏎⏎2026年3月5日⏎⏎机密 10年', '机密'],
])('%s bears a mark', (text, mark) => {
  const found = findSecrecyMark(lines(text))
  expect(found?.mark).toBe(mark)
  expect(lines(text).slice(found!.at, found!.at + mark.length)).toBe(mark)
})

test.each([
  '加强商业秘密保护，支持企业申报商业秘密保护示范点。',
  '各单位要严格保守国家秘密，做好涉密人员管理。',
  '确保数据的机密性、完整性和可用性。',
  '涉及绝密级、机密级、秘密级文件的，按规定办理。',
  '国家秘密的密级分为绝密、机密、秘密三级。',
  '国家秘密载体应当标注“机密★5年”字样。',
  '核心商业秘密★10年',
  '工作秘密★2年',
  '工作秘密',
  '商业秘密',
  '要求全体干部不得泄露国家⏎秘密⏎，不得传播内部信息。',
  '密级：绝密□ 机密□ 秘密□',
  '**机密**性是首要目标',
  '机密计算平台建设项目',
  '秘密⏎性资料的处理',
  `${'正文一行。⏎'.repeat(40)}秘密`,
  '保密宣传教育月：学习保密法，守住秘密',
  '',
])('%s bears none', (text) => {
  expect(findSecrecyMark(lines(text))).toBeNull()
})

test.each<[string, string[]]>([
  ['内部资料　注意保存⏎工作简报', ['内部资料', '注意保存']],
  ['属于工作秘密，不得外传，是工作秘密。', ['工作秘密', '不得外传']],
  ['仅供内部使用', ['仅供内部']],
  ['核心商密★5年', ['核心商密★']],
  ['加强内部管理，保存好资料。', []],
])('%s warns of %j', (text, words) => {
  expect(secrecyWarnings(lines(text))).toEqual(words)
})

test.each([
  ['a long text that speaks of secrets', '确保国家秘密和商业秘密安全，新增高企100家。\n'.repeat(800_000)],
  ['one endless line', '“机密★5年”字样、保守秘密，'.repeat(800_000)],
  ['blanks without end', `机${' '.repeat(5_000_000)}密级${' '.repeat(5_000_000)}秘密`],
  ['digits and letters without end', `${'N'.repeat(5_000_000)}密${'1'.repeat(5_000_000)}机密是`],
  ['page ends without end', '\f密'.repeat(3_000_000)],
])('%s is looked through in under ten seconds', { timeout: 60_000 }, (_, text) => {
  const started = performance.now()
  expect(findSecrecyMark(text)).toBeNull()
  expect(performance.now() - started).toBeLessThan(10_000)
})
