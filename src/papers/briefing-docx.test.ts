// The words of the Word file, paragraph by paragraph, and what XML and page layout need of it.
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type BriefingHead, writeBriefingDocx } from '#papers/briefing-docx.ts'
import { emptyContents, sampleContents } from '../../test/support/briefing-contents.ts'

const issued: BriefingHead = {
  organ: '云溪高新区',
  number: '云高督〔2026〕3号',
  signer: '秦晓岚',
  issuedOn: '2026-04-03',
}

test('an issued briefing says, in this order', async () => {
  const words = paragraphs(await writeBriefingDocx(sampleContents, issued))
  const said = [
    '云溪高新区文件',
    '云高督〔2026〕3号',
    '关于2026年3月重点工作完成情况的通报',
    '各单位：',
    '现将2026年3月重点工作完成情况通报如下（数据截至2026年4月3日9时05分）。',
    '一、总体情况',
    '2026年3月计划完成重点工作8项，完成3项，推进中3项，未启动2项，完成率38%。未完成事项中，逾期2项。',
    '按亮灯规则，尚未销号的事项中：●红灯2项、▲黄灯1项、◆蓝灯1项、■绿灯2项。',
    '二、分条线完成情况',
    '牵头单位待明确',
    '合计',
    '三、未完成事项清单',
    '2026-004',
    '2月28日',
    '●红',
    '4月20日',
    '四、下月重点工作',
    '五、提请会议协调事项',
    '（一）完成云溪大道北延段征收扫尾。编号2026-004；牵头单位：白沙镇；时限：2月28日；进度60%；亮●红灯；情况说明：剩余3户对安置面积认定有异议，正在逐户复核，需请分管领导牵头会商。',
    '2026年4月3日',
    '签发人：秦晓岚2026年4月3日印发',
  ]
  expect(said.filter((one) => !words.includes(one))).toEqual([])
  expect(said.map((one) => words.indexOf(one))).toEqual(said.map((one) => words.indexOf(one)).toSorted((a, b) => a - b))
})

test('a draft has no red head, no date and says so; empty parts say 无', async () => {
  const words = paragraphs(await writeBriefingDocx(emptyContents, { ...issued, number: null, issuedOn: null }))
  expect(words.slice(0, 2)).toEqual(['关于2026年3月重点工作完成情况的通报', '（草稿，未印发）'])
  expect(words).toContain('2026年3月没有计划完成的重点工作事项。')
  expect(words.filter((one) => one === '无。')).toHaveLength(4)
  expect(words.join('')).not.toMatch(/云溪高新区文件|印发$/)
})

test('pages are A4 with the margins of the standard, lists lie across, heading rows come again', async () => {
  const xml = part(await writeBriefingDocx(sampleContents, issued), 'word/document.xml')
  const pages = [...xml.matchAll(/<w:pgSz [^>]*>/g)].map(([page]) => page)
  expect(pages.map((page) => (page.includes('landscape') ? 'across' : 'upright'))).toEqual([
    'upright',
    'across',
    'upright',
  ])
  expect(xml.match(/<w:pgMar[^>]*>/)![0]).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(xml.match(/<w:docGrid[^>]*>/)![0]).toContain('w:linePitch="579"')
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3)
  expect(
    part(await writeBriefingDocx(sampleContents, issued), 'word/settings.xml').includes('w:evenAndOddHeaders'),
  ).toBe(true)
})

test('words with characters that XML cannot carry, and very long ones, leave the file whole', async () => {
  const [first, ...rest] = sampleContents.unfinished
  const unfinished = [{ ...first!, title: 'a\u0007\ud800<&>b', reason: `长${'长'.repeat(9000)}` }, ...rest]
  const bytes = await writeBriefingDocx({ ...sampleContents, unfinished }, issued)
  expect(paragraphs(bytes)).toContain('a<&>b')
  expect(paragraphs(bytes)).toContain(`${'长'.repeat(120)}……`)
})

/** The text of each paragraph that has any. */
function paragraphs(docx: Uint8Array): string[] {
  const xml = part(docx, 'word/document.xml')
  const texts = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([one]) => {
    return [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => unescaped(text!)).join('')
  })
  return texts.filter((text) => text !== '')
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** One file out of a ZIP, by its central directory. */
function part(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip)
  const entry = bytes.lastIndexOf(Buffer.from(name)) - 46
  const at = bytes.readUInt32LE(entry + 42)
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  return inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))).toString('utf8')
}
