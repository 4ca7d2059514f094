// XML as a tree of elements named without their prefixes: as much of it as the parts of Office files use. Nothing outside
// the text is ever looked up; a document type, which could define things, makes the file a damaged one.

import { limits, Unreadable } from '#papers/unreadable.ts'

export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] }

/** The root element. Throws `Unreadable` when elements do not close or lie too deep. Linear in the length. */
export function parseTree(bytes: Uint8Array): Element {
  const xml = decoded(bytes)
  const top: Element = { name: '', attributes: {}, children: [] }
  const open = [top]
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const end = tag < 0 ? xml.length : tag
    if (end > at && open.length > 1) open.at(-1)!.children.push(unescaped(xml.slice(at, end)))
    if (tag < 0) break
    at = readTag(xml, tag, open)
  }
  const root = top.children.find((child) => typeof child !== 'string')
  if (open.length !== 1 || !root) throw new Unreadable('damaged')
  return root
}

/** The offset behind the tag, comment, instruction or literal text that begins at `tag`. */
function readTag(xml: string, tag: number, open: Element[]): number {
  if (xml.startsWith('<!--', tag)) return behind(xml, '-->', tag)
  if (xml.startsWith('<?', tag)) return behind(xml, '?>', tag)
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = behind(xml, ']]>', tag)
    open.at(-1)!.children.push(xml.slice(tag + 9, end - 3))
    return end
  }
  if (xml[tag + 1] === '!') throw new Unreadable('damaged')
  const end = tagEnd(xml, tag)
  if (xml[tag + 1] === '/') close(localName(xml.slice(tag + 2, end).trim()), open)
  else openElement(xml.slice(tag + 1, end), open)
  return end + 1
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at < 0) throw new Unreadable('damaged')
  return at + mark.length
}

/** The > of a tag; one inside a quoted value does not count. */
function tagEnd(xml: string, tag: number): number {
  let end = xml.indexOf('>', tag)
  while (end >= 0 && isQuoted(xml, tag, end)) end = xml.indexOf('>', end + 1)
  if (end < 0) throw new Unreadable('damaged')
  return end
}

function isQuoted(xml: string, from: number, to: number): boolean {
  let quote = ''
  for (let at = from; at < to; at += 1) {
    const char = xml[at]!
    if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote) quote = ''
  }
  return quote !== ''
}

function close(name: string, open: Element[]): void {
  if (open.length === 1 || open.pop()!.name !== name) throw new Unreadable('damaged')
}

function openElement(tag: string, open: Element[]): void {
  const empty = tag.endsWith('/')
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? ''
  const element: Element = { name: localName(name), attributes: attributesOf(tag.slice(name.length)), children: [] }
  open.at(-1)!.children.push(element)
  if (!empty && open.push(element) > limits.depth) throw new Unreadable('too-much-inside')
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[localName(name!)] = unescaped(double ?? single ?? '')
  }
  return found
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) => {
    if (name) return named[name] ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function decoded(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The child elements, without the text between them. */
export function elementsOf(parent: Element | null): Element[] {
  return parent ? parent.children.filter((child) => typeof child !== 'string') : []
}

/** The first element along a path of names, or null. */
export function childAt(parent: Element | null, ...names: string[]): Element | null {
  let found = parent
  for (const name of names) found = elementsOf(found).find((child) => child.name === name) ?? null
  return found
}

/** The `val` of an element along a path: null when it is absent, '' when it has none. */
export function valueAt(parent: Element | null, ...names: string[]): string | null {
  const found = childAt(parent, ...names)
  return found ? (found.attributes.val ?? '') : null
}

/** A switch of Word: present and not said to be off. */
export function isOn(parent: Element | null, ...names: string[]): boolean {
  const value = valueAt(parent, ...names)
  return value !== null && !/^(0|false|off|none)$/.test(value)
}
