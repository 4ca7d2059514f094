// One spelling for every character before mentions are looked for: full-width forms, traditional characters, odd blanks.
// Each character becomes exactly one character, so offsets stay those of the text as given.

const traditional =
  '後后個个點点時时號号兩两萬万億亿負负貳贰參叁陸陆圓圆塊块錢钱過过開开從从間间內内農农曆历節节國国聖圣誕诞陽阳來来這这禮礼幾几餘余幣币' +
  '臺台歐欧鎊镑韓韩盧卢攝摄華华週周鐘钟鍾钟裏里裡里無无氣气溫温黃黄線线學学僅仅壓压減减當当歲岁間间約约達达於于與与長长據据區区縣县萬万' +
  '勞劳動动軍军婦妇親亲兒儿師师護护愛爱燈灯訂订'
const table = new Uint16Array(65536)
for (let at = 0; at < traditional.length; at += 2) table[traditional.charCodeAt(at)] = traditional.charCodeAt(at + 1)
for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0
for (const blank of '\u3000\u00a0\u2002\u2003\u2009') table[blank.charCodeAt(0)] = 32
table['－'.charCodeAt(0)] = table['−'.charCodeAt(0)] = 45

/** The text in one spelling, of the same length; the very same string where nothing is to be folded. Linear. */
export function folded(text: string): string {
  let at = 0
  while (at < text.length && table[text.charCodeAt(at)] === 0) at++
  if (at === text.length) return text
  const codes = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    codes[index] = table[code] || code
  }
  return decoder.decode(codes)
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

/** The offset of the next character that is no blank, at most three blanks on. */
export function past(text: string, at: number): number {
  let end = at
  while (end - at < 3 && text.charCodeAt(end) === 32) end++
  return end
}
