// Text in GB18030, which Node reads and does not write: the writing is the reading turned round, for characters of two bytes.

const codes = new Map<string, [number, number]>()

export function gb18030(text: string): Uint8Array {
  if (codes.size === 0) learn()
  return Uint8Array.from([...text].flatMap((one) => (one < '\x80' ? [one.charCodeAt(0)] : codeOf(one))))
}

function learn(): void {
  const decoder = new TextDecoder('gb18030')
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second !== 0x7f) codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
  }
}

function codeOf(character: string): [number, number] {
  const code = codes.get(character)
  if (!code) throw new Error(`${character} has no code of two bytes in GB18030`)
  return code
}
