// What is refused, with its reason; and that no file, however made, does more than end in one.
import { expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import { openPaper } from '#papers/paper.ts'
import { wordFile, zip } from '../../test/support/zip.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const hex = (text: string) => Buffer.from(text, 'hex')
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A PDF whose user password is not empty, as small as can be. */
const lockedPdf = `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Count 0/Kids[]>>
endobj
3 0 obj
<</Filter/Standard/V 1/R 2/Length 40/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>>
endobj
trailer
<</Root 1 0 R/Encrypt 3 0 R/ID[(abcd)(abcd)]/Size 4>>
%%EOF
`

test('a text is the file as it is', async () => {
  const text = '\ufeff一是确保年内新增高企100家；\r\n'
  const paper = await openPaper(Buffer.from(text), 'a.txt')
  expect(paper).toEqual({ kind: 'text', text, encoding: 'utf-8', places: [], tables: [], margins: [] })
})

test.each<[string, Uint8Array, string]>([
  ['a pptx', latin('PK\x03\x04....ppt/presentation.xml'), 'presentation'],
  ['an OFD', latin('PK\x03\x04....OFD.xml'), 'ofd'],
  ['any other zip', latin('PK\x03\x04....notes.txt'), 'archive'],
  ['a doc, xls or wps', hex('d0cf11e0a1b11ae1'), 'old-office'],
  [
    'a docx under a password',
    Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  ['an rtf', latin('{\\rtf1\\ansi'), 'rtf'],
  ['XML', latin('<?xml version="1.0"?><report/>'), 'xml'],
  ['a PNG', hex('89504e470d0a1a0a'), 'image'],
  ['a JPEG', hex('ffd8ffe000104a46'), 'image'],
  ['a gzip', hex('1f8b0800'), 'archive'],
  ['a docx cut off', wordFile(paragraph('确保')).subarray(0, 300), 'damaged'],
  ['a docx whose XML is broken', wordFile('<w:p><w:r>'), 'damaged'],
  [
    'a docx with definitions in it',
    zip({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    'damaged',
  ],
  ['a docx nested very deep', wordFile('<w:sdt>'.repeat(100_000)), 'too-much-inside'],
  ['an xlsx that is none', zip({ 'xl/workbook.xml': 'nothing' }), 'damaged'],
  [
    'a sheet with a cell in the last corner',
    sheetWith('<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>'),
    'too-much-inside',
  ],
  ['a PDF cut off', latin('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n<<'), 'damaged'],
  ['a PDF under a password', latin(lockedPdf), 'encrypted'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await refusalOf(openPaper(bytes, 'a'))).toEqual({ code: 'not-text', facts: { fileName: 'a', reason } })
})

test('a docx that unpacks to far more than any document is refused', async () => {
  const bomb = wordFile(paragraph(' '.repeat(300 * 1024 * 1024)))
  expect(bomb.byteLength).toBeLessThan(1024 * 1024)
  expect(await refusalOf(openPaper(bomb, 'a'))).toMatchObject({ facts: { reason: 'too-much-inside' } })
})

test('a file that needs too much time or memory is given up, and the next one is read', async () => {
  const long = wordFile(paragraph('确保完成').repeat(200_000))
  const slow = openPaper(long, 'a', { milliseconds: 100, megabytes: 512 })
  expect(await refusalOf(slow)).toMatchObject({ facts: { reason: 'takes-too-long' } })
  const tight = openPaper(long, 'a', { milliseconds: 60_000, megabytes: 24 })
  expect(await refusalOf(tight)).toMatchObject({ facts: { reason: 'too-much-inside' } })
  expect((await openPaper(wordFile(paragraph('确保')), 'a')).text).toBe('确保\n')
})

test('files without words are empty', async () => {
  expect(await refusalOf(openPaper(wordFile('<w:p/>'), 'a.docx'))).toMatchObject({ code: 'empty-text' })
  expect(await refusalOf(openPaper(Buffer.from('<html><body><img src="a"></body></html>'), 'a'))).toMatchObject({
    code: 'empty-text',
  })
})

async function refusalOf(opening: Promise<unknown>) {
  try {
    await opening
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('the file was read')
}

function sheetWith(rows: string): Uint8Array {
  return zip({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
}
