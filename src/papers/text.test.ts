// Files as they come: each line is the bytes of a file and what is made of it.
import { expect, test } from 'vitest'
import { Refused } from '#base/refusal.ts'
import { decodeText } from '#papers/text.ts'

const sentence = '一是确保年内新增高企100家；\r\n二是力争达到74%。\r\n'
const gbBytes = 'c8b7b1a3cdeab3c931303021' // 确保完成100!

function wide(text: string, order: 'le' | 'be', mark = ''): Uint8Array {
  const bytes = Buffer.from(mark + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const latin = (text: string) => Buffer.from(text, 'latin1')
const hex = (text: string) => Buffer.from(text, 'hex')

test.each<[string, Uint8Array, string, string]>([
  ['UTF-8', Buffer.from(sentence), 'utf-8', sentence],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`), 'utf-8', `\ufeff${sentence}`],
  ['UTF-8 with rare characters', Buffer.from('𠮷㙓①'), 'utf-8', '𠮷㙓①'],
  ['plain ASCII', Buffer.from('100 days'), 'utf-8', '100 days'],
  ['UTF-16LE with a mark', wide(sentence, 'le', '\ufeff'), 'utf-16le', `\ufeff${sentence}`],
  ['UTF-16BE with a mark', wide(sentence, 'be', '\ufeff'), 'utf-16be', `\ufeff${sentence}`],
  ['UTF-16LE, no mark', wide(sentence, 'le'), 'utf-16le', sentence],
  ['UTF-16BE, no mark', wide(sentence, 'be'), 'utf-16be', sentence],
  [
    'UTF-16LE with many 一 and one line end',
    wide('一一一事一议一步一个脚印\n', 'le'),
    'utf-16le',
    '一一一事一议一步一个脚印\n',
  ],
  ['GB18030', hex(gbBytes), 'gb18030', '确保完成100!'],
  ['GB18030, four bytes', hex('8139ee39c8b7'), 'gb18030', '㐀确'],
  ['one stray control in a page', Buffer.from(`${sentence.repeat(60)}\x07`), 'utf-8', `${sentence.repeat(60)}\x07`],
  ['a DOS end mark', Buffer.from('完成\x1a'), 'utf-8', '完成\x1a'],
  ['a page end', Buffer.from('一\f二'), 'utf-8', '一\f二'],
])('%s is read', (_, bytes, encoding, text) => {
  expect(decodeText(bytes, 'a.txt')).toEqual({ text, encoding })
})

test.each<[string, Uint8Array, string]>([
  ['zero bytes in a text', latin('abc\0\0\0def'), 'nul-characters'],
  ['UTF-32', hex('fffe0000864e0000'), 'nul-characters'],
  ['many controls', latin('ab\x01\x02cd'), 'control-characters'],
  ['bytes of no encoding', hex('c8b7ffff80ff'), 'unknown-encoding'],
  ['half a UTF-16 pair', hex('fffe41'), 'unknown-encoding'],
])('%s is refused', (_, bytes, reason) => {
  expect(refusalOf(bytes)).toEqual({ code: 'not-text', facts: { fileName: 'a.txt', reason } })
})

test.each<[string, Uint8Array]>([
  ['no bytes', new Uint8Array()],
  ['only a mark', hex('efbbbf')],
  ['only blanks', Buffer.from(' \r\n\t\u3000\u00a0\u200b')],
])('%s is an empty text', (_, bytes) => {
  expect(refusalOf(bytes)).toEqual({ code: 'empty-text', facts: { fileName: 'a.txt' } })
})

test('20 MB are decoded in under ten seconds in each encoding', { timeout: 60_000 }, () => {
  const long = sentence.repeat(400_000)
  for (const bytes of [Buffer.from(long), wide(long, 'be'), Buffer.concat(Array(1_700_000).fill(hex(gbBytes)))]) {
    const started = performance.now()
    decodeText(bytes, 'a.txt')
    expect(performance.now() - started).toBeLessThan(10_000)
  }
})

function refusalOf(bytes: Uint8Array): unknown {
  try {
    return decodeText(bytes, 'a.txt')
  } catch (error) {
    return error instanceof Refused ? error.refusal : error
  }
}
