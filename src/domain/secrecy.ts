// Secrecy marks (密级标志): a file that carries 绝密, 机密 or 秘密 as a marking is stopped at the door and never stored.
// Basis: 保守国家秘密法 (in force 2024-05-01) bars state secrets from systems that are not classified; the shape of the
// mark, 密级★保密期限 at the head of the first page, is GB/T 9704-2012 §7.2. Running words (商业秘密, 机密性) are no mark.

/** Bounded, so that no hostile row of blanks is read over and over. */
const gap = '[ \\t\\u3000\\u00a0]{0,8}'
const level = `(?:[绝絕]${gap}密|[机機]${gap}密|秘${gap}密)`
const duration = `(?:[0-9０-９〇零一二三四五六七八九十百]+${gap}(?:年|个月|天|日)|长期|長期|半年|启用前)`
/** What makes 秘密 another word: trade secrets and work secrets have stars of their own. */
const otherSecret = new RegExp(`(?:商${gap}业|工${gap}作)${gap}$`)
/** A star marks by itself; the asterisk of a typewriter only together with a duration. */
const starred = new RegExp(`${level}级?${gap}(?:[★☆⭐]${gap}${duration}?|[*＊]${gap}${duration})`, 'g')
const labelled = new RegExp(
  `(?:密${gap}级|秘密等级|保密等级)${gap}[:：]${gap}[☑√■]?${gap}(${level})级?(?=[\\s★☆；;，,。)）\\]】]|$)`,
)
const inHead = new RegExp(level)
const setApart = new RegExp(`^${level}(?:\\t|[ \\u3000\\u00a0]{2})|(?:\\t|[ \\u3000\\u00a0]{2})${level}$`)

/** Everything that may stand in a head line beside the level: copy number, urgency, duration, brackets, stars. */
const besideLevel = new RegExp(
  `${duration}|份号|编号|密${gap}级|[№NnOo.]*[0-9０-９]{1,7}号?|特${gap}急|加${gap}急|急件|特提|平急|级|[\\s:：;；,，★☆*＊()（）[\\]【】〔〕「」《》<>—·-]`,
  'g',
)
const headLines = 20
/** A mark stands in a short line; longer ones are running words. */
const longestMarkLine = 120

type Line = { words: string; at: number; before: string; after: string }

/** The first marking in a text with its UTF-16 offset, as it is written there; null when the file bears none. */
export function findSecrecyMark(text: string): { mark: string; at: number } | null {
  let seen = 0
  let headEnd = endOfHead(text, 0)
  for (let hit = text.indexOf('密'); hit !== -1; ) {
    const line = lineAround(text, hit)
    const turned = text.slice(seen, line.at).lastIndexOf('\f')
    if (turned !== -1) headEnd = endOfHead(text, seen + turned + 1)
    seen = line.at
    const found = starIn(line) ?? labelIn(line) ?? (line.at < headEnd ? aloneIn(line) : null)
    if (found) return found
    hit = text.indexOf('密', line.at + line.words.length)
  }
  return null
}

const cautions =
  /内部(?:资料|文件|材料|使用|参考|刊物|情况|传阅)|仅供内部|工作秘密|(?:核心|普通)?商密[★☆]|商业秘密[★☆]|注意保存|注意保密|妥善保管|(?:不得|请勿|严禁|切勿)外传/g

/** Words that call for care but stop nothing (内部资料, 工作秘密, 注意保存 …), each once, in the order of the text. */
export function secrecyWarnings(text: string): string[] {
  return [...new Set(text.match(cautions) ?? [])]
}

function starIn({ words, at }: Line): { mark: string; at: number } | null {
  for (const match of words.matchAll(starred)) {
    const { index } = match
    const around = {
      before: words.slice(Math.max(0, index - 40), index),
      after: words.slice(index + match[0].length).slice(0, 40),
    }
    if (!otherSecret.test(around.before) && !quotedAsRule(around)) return { mark: match[0].trim(), at: at + index }
  }
  return null
}

/** 「应标注“机密★5年”字样」 speaks about the mark and does not bear it. */
function quotedAsRule({ before, after }: { before: string; after: string }): boolean {
  const quoted = /[“"「『‘']$/.test(before) && /^[”"」』’']/.test(after.trimStart())
  return quoted && /标注|标明|标志|标识|字样|样式|格式|规定/.test(before + after)
}

function labelIn({ words, at }: Line): { mark: string; at: number } | null {
  const match = labelled.exec(words)
  return match && { mark: match[1]!, at: at + match.index + match[0].lastIndexOf(match[1]!) }
}

/** A level alone on its line near the head (机 密, 000001 机密 特急), or set apart by a row of blanks. */
function aloneIn({ words, at, before, after }: Line): { mark: string; at: number } | null {
  const match = words.length <= longestMarkLine ? inHead.exec(words) : null
  if (!match || broken(before, after)) return null
  const rest = (words.slice(0, match.index) + words.slice(match.index + match[0].length)).replace(besideLevel, '')
  return rest === '' || setApart.test(words.trim()) ? { mark: match[0], at: at + match.index } : null
}

/** Is a lone level the torn part of a sentence: 保守国家⏎秘密⏎，…? */
function broken(before: string, after: string): boolean {
  return (
    /(?:国家|商业|工作|保守|军事|泄露|涉及|[的、，“])$/.test(before.trimEnd()) ||
    /^\s*[级性的、，。；”事信]/.test(after)
  )
}

/** The line that an offset lies in, with its neighbours; lines end at CR, LF or a page end. */
function lineAround(text: string, offset: number): Line {
  const at = startOfLine(text, offset)
  const end = endOfLine(text, offset)
  const before = at > 0 ? lineBefore(text, at) : ''
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1)
  const after = text.slice(next, endOfLine(text, next))
  return { words: text.slice(at, end), at, before, after }
}

function lineBefore(text: string, at: number): string {
  const end = at - (text.startsWith('\r\n', at - 2) ? 2 : 1)
  return text.slice(startOfLine(text, end), end)
}

function startOfLine(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isLineEnd(text, at - 1)) at -= 1
  return at
}

function endOfLine(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isLineEnd(text, at)) at += 1
  return at
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x0a || code === 0x0d || code === 0x0c
}

/** Where the head of a page ends: its first twenty lines that are not blank, or the page itself. */
function endOfHead(text: string, start: number): number {
  let at = start
  for (let lines = 0; at < text.length && lines < headLines; ) {
    const end = endOfLine(text, at)
    if (text.slice(at, end).trim() !== '') lines += 1
    if (text[end] === '\f') return end
    at = end + 1
  }
  return at
}
