// What stands on every page and is no part of the text: running headers and footers, page numbers.

import { type Line, textOf } from '#papers/pdf-lines.ts'

type Paged = { number: number; lines: Line[] }

/** How many lines from the top and the bottom of a page can be furniture. */
const deepest = 2
const pageNumber =
  /^[-—–―·•~\s]*(第?\s*[\dⅠ-Ⅻivx]{1,4}\s*页?|第\s*[一二三四五六七八九十百]+\s*页)([,，/／\s]*(共|of)?\s*\d{1,4}\s*页?)?[-—–―·•~\s]*$/i

/** The pages without it, and its words. */
export function withoutFurniture<P extends Paged>(pages: readonly P[]): { pages: P[]; margins: string[] } {
  const seen = new Map<string, Set<number>>()
  for (const { number, lines } of pages) {
    for (const key of edgesOf(lines).flatMap((line) => keysOf(line, number))) {
      seen.set(key, (seen.get(key) ?? new Set()).add(number))
    }
  }
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.4)))
  const repeats = (line: Line, number: number) => keysOf(line, number).some((key) => seen.get(key)!.size >= enough)
  const margins: string[] = []
  const left = pages.map((page) => {
    const edges = edgesOf(page.lines)
    const drop = new Set(edges.filter((line) => isPageNumber(line, page.lines) || repeats(line, page.number)))
    for (const line of drop) margins.push(textOf(line.glyphs))
    return { ...page, lines: page.lines.filter((line) => !drop.has(line)) }
  })
  return { pages: left, margins }
}

function edgesOf(lines: readonly Line[]): Line[] {
  const ordered = lines.toSorted((a, b) => a.y - b.y)
  return [...new Set([...ordered.slice(0, deepest), ...ordered.slice(-deepest)])]
}

/** The same words at the same height; or the same but for a number that counts on with the pages. */
function keysOf(line: Line, page: number): string[] {
  const text = textOf(line.glyphs)
  if (text.length > 60) return []
  const counted = text.replaceAll(/\d{1,5}/g, (digits) => `#${Number(digits) - page}`)
  return [`${Math.round(line.y / 6)} ${text}`, `${Math.round(line.y / 6)} ${counted}`]
}

/** Nothing stands above it, or nothing below. */
function isPageNumber(line: Line, lines: readonly Line[]): boolean {
  const outermost = !lines.some(({ y }) => y > line.y + line.size) || !lines.some(({ y }) => y < line.y - line.size)
  return outermost && pageNumber.test(textOf(line.glyphs))
}
