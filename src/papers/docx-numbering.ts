// The numbers Word puts before paragraphs (一、（一）1.): not in the text of the file, but what everybody reads.

import { chineseOrdinal } from '#papers/office-words.ts'
import { childAt, type Element, elementsOf, valueAt } from '#papers/xml.ts'

type Level = { format: string; text: string; start: number; space: string }
type Lists = { levels: Map<string, Map<number, Level>>; list: Map<string, string>; styles: Map<string, Asked> }
type Asked = { list: string | null; level: number | null; basedOn: string | null }

/** The label of a paragraph, with what follows it; '' when it has none. Counts on with each call. */
export type Numbering = (paragraph: Element) => string

export function readNumbering(numbering: Element | null, styles: Element | null): Lists {
  const abstracts = new Map<string, Map<number, Level>>()
  const levels = new Map<string, Map<number, Level>>()
  const list = new Map<string, string>()
  for (const each of elementsOf(numbering)) {
    if (each.name === 'abstractNum') abstracts.set(each.attributes.abstractNumId ?? '', levelsOf(each))
    if (each.name !== 'num') continue
    const id = each.attributes.numId ?? ''
    const from = valueAt(each, 'abstractNumId') ?? ''
    const own = elementsOf(each).filter(({ name }) => name === 'lvlOverride')
    levels.set(id, new Map([...(abstracts.get(from) ?? []), ...own.flatMap((one) => [...levelsOf(one)])]))
    list.set(id, own.length > 0 ? `${from}/${id}` : from)
  }
  const asked = elementsOf(styles).map((style) => [style.attributes.styleId ?? '', askedBy(style)] as const)
  return { levels, list, styles: new Map(asked) }
}

function levelsOf(parent: Element): Map<number, Level> {
  const found = elementsOf(parent).filter(({ name }) => name === 'lvl')
  return new Map(found.map((level) => [Number(level.attributes.ilvl), levelOf(level)]))
}

function levelOf(level: Element): Level {
  return {
    format: valueAt(level, 'numFmt') ?? 'decimal',
    text: valueAt(level, 'lvlText') ?? '',
    start: Number(valueAt(level, 'start') ?? 1),
    space: valueAt(level, 'suff') === 'nothing' ? '' : ' ',
  }
}

function askedBy(element: Element): Asked {
  const properties = childAt(element, 'pPr', 'numPr')
  const level = valueAt(properties, 'ilvl')
  return {
    list: valueAt(properties, 'numId'),
    level: level === null ? null : Number(level),
    basedOn: valueAt(element, 'basedOn') ?? valueAt(element, 'pPr', 'pStyle'),
  }
}

/** Numbers of one list go on through the document; a level starts again when one above it has moved. */
export function numberer(lists: Lists): Numbering {
  const counted = new Map<string, number[]>()
  return (paragraph) => {
    const { list, level } = resolved(askedBy(paragraph), lists)
    const levels = list === null ? undefined : lists.levels.get(list)
    const own = levels?.get(level)
    if (!levels || !own || list === null || list === '0') return ''
    const key = lists.list.get(list) ?? list
    const counts = counted.get(key) ?? []
    counts.length = Math.min(counts.length, level + 1)
    for (let above = 0; above < level; above += 1) counts[above] ??= levels.get(above)?.start ?? 1
    counts[level] = (counts[level] ?? own.start - 1) + 1
    counted.set(key, counts)
    return labelOf(own, levels, counts)
  }
}

/** What the paragraph says itself goes before its style, and that before the style it is based on. */
function resolved(asked: Asked, { styles }: Lists): { list: string | null; level: number } {
  let { list, level, basedOn } = asked
  for (let steps = 0; basedOn !== null && steps < 20 && (list === null || level === null); steps += 1) {
    const style = styles.get(basedOn)
    if (list === null && style?.list != null) list = style.list
    if (level === null && style?.level != null) level = style.level
    basedOn = style?.basedOn ?? null
  }
  return { list, level: level ?? 0 }
}

function labelOf({ format, text, space }: Level, levels: Map<number, Level>, counts: number[]): string {
  if (format === 'none' || text === '') return ''
  if (format === 'bullet') return '•'
  const label = text.replaceAll(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return numeralOf(levels.get(at)?.format ?? 'decimal', counts[at] ?? 1)
  })
  return /[、）)．。：\s]$/.test(label) ? label : label + space
}

const formal = '零壹贰叁肆伍陆柒捌玖'

function numeralOf(format: string, value: number): string {
  if (/^(chineseCounting|japaneseCounting|taiwaneseCounting|ideographDigital)/.test(format))
    return chineseOrdinal(value)
  if (/^(chineseLegalSimplified|ideographLegalTraditional)$/.test(format) && value < 10) return formal[value]!
  if (format.startsWith('decimalEnclosedCircle') && value <= 20) return String.fromCodePoint(0x2460 + value - 1)
  if (format === 'decimalEnclosedParen' && value <= 20) return String.fromCodePoint(0x2474 + value - 1)
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'upperLetter') return letters(value)
  if (format === 'lowerLetter') return letters(value).toLowerCase()
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  return String(value)
}

function letters(value: number): string {
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(9, Math.ceil(value / 26)))
}

function roman(value: number): string {
  const signs = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let left = Math.min(value, 99)
  let text = ''
  for (const [worth, sign] of signs) {
    text += sign.repeat(Math.floor(left / worth))
    left %= worth
  }
  return text
}
