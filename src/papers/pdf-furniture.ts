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
    for (const line of edgesOf(lines)) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? new Set()).add(number))
  }
  const enough = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.4)))
  const margins: string[] = []
  const left = pages.map((page) => {
    const drop = new Set(edgesOf(page.lines).filter((line) => isFurniture(line, page.lines, seen, enough)))
    for (const line of drop) margins.push(textOf(line.glyphs))
    return { ...page, lines: page.lines.filter((line) => !drop.has(line)) }
  })
  return { pages: left, margins }
}

function edgesOf(lines: readonly Line[]): Line[] {
  const ordered = lines.toSorted((a, b) => a.y - b.y)
  return [...new Set([...ordered.slice(0, deepest), ...ordered.slice(-deepest)])]
}

/** The same words, numbers aside, at the same height. */
function keyOf(line: Line): string {
  return `${Math.round(line.y / 6)} ${textOf(line.glyphs).replaceAll(/\d+/g, '#')}`
}

function isFurniture(line: Line, lines: readonly Line[], seen: Map<string, Set<number>>, enough: number): boolean {
  const text = textOf(line.glyphs)
  const isOutermost = !lines.some(({ y }) => y > line.y + line.size) || !lines.some(({ y }) => y < line.y - line.size)
  if (isOutermost && pageNumber.test(text)) return true
  return (seen.get(keyOf(line))?.size ?? 0) >= enough && text.length <= 60
}
