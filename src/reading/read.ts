// The door of the reading floor: a text in, its statements out, in text order. Pure.
// text → blocks (page) → mentions → sentences of clauses → statements, with section, paragraph and sentence handing on.
import { type Day, parsePartialDay } from '#base/period.ts'
import { hasCue, type Sentence, sentencesOf } from '#reading/clauses.ts'
import type { Block } from '#reading/clean.ts'
import { type Draft, settle } from '#reading/draft.ts'
import { fillDuties } from '#reading/duties.ts'
import { mattersOf } from '#reading/grades.ts'
import { cueBits } from '#reading/lexicons/cues.ts'
import { documentMode, type Heading, headingOf, isTaskTable, statedDate, toldYear } from '#reading/outline.ts'
import { blocksOf } from '#reading/page.ts'
import { readRow } from '#reading/rows.ts'
import { openParagraph, rulingYear, type Section, sectionAt, startSection } from '#reading/sections.ts'
import { readSentence } from '#reading/sentence.ts'
import type { Statement } from '#reading/statement.ts'
import { fillColumns } from '#reading/task-columns.ts'

export interface ReadOptions {
  /** The document's own date that relative dates are counted from: YYYY-MM-DD, or YYYY-MM or YYYY where no more is known
   * (年内 then has its year, 本月 its month only when that is known). Null leaves them absent unless the text states a day
   * unambiguously. */
  date: string | null
  /** Hears how much of the text is read, 0 to 1, rising, some fifty times in a long text. */
  onProgress?: (fraction: number) => void
}

/** Reads every statement of a text. Offsets in the result are UTF-16 units of `text`. Linear in its length. */
export function readStatements(text: string, options: ReadOptions): Statement[] {
  const blocks = blocksOf(text)
  const today = dayOf(options.date, blocks)
  const told = today ? null : toldYear(blocks)
  const isTable = isTaskTable(blocks)
  let section = startSection(documentMode(blocks, isTable), isTable)
  const statements: Statement[] = []
  const tell = teller(text.length, options.onProgress)
  for (const block of blocks) {
    const heading = headingOf(block)
    const read = readBlock(block, heading, sectionAt(section, block, heading, today), today, told)
    section = read.section
    for (const draft of inOrder(read.drafts)) statements.push(settle(text, block, draft))
    tell(block.end)
  }
  return section.table ? fillColumns(text, blocks, statements, today) : statements
}

// By their place; most are so already.
function inOrder(drafts: Draft[]): Draft[] {
  const byPlace = (a: Draft, b: Draft) => a.start - b.start || a.end - b.end
  const isOrdered = drafts.every((draft, index) => index === 0 || byPlace(drafts[index - 1]!, draft) <= 0)
  return isOrdered ? drafts : drafts.sort(byPlace)
}

// A day that the text states fills in what is not known of the given one, when it lies within it.
function dayOf(date: string | null, blocks: Block[]): Day | null {
  const given = date === null ? null : parsePartialDay(date)
  if (given && !given.known) return given
  const told = statedDate(blocks)
  if (!given || !told) return given ?? told
  return told.year === given.year && (given.known === 'year' || told.month === given.month) ? told : given
}

// Tells no more than fifty times of a long text: a fraction costs more to hand to another thread than to read.
function teller(length: number, onProgress: ReadOptions['onProgress']): (end: number) => void {
  const step = Math.max(length / 50, 10_000)
  let next = step
  return (end) => {
    if (!onProgress || end < next) return
    next = end + step
    onProgress(Math.min(1, end / length))
  }
}

function readBlock(
  block: Block,
  heading: Heading | null,
  above: Section,
  today: Day | null,
  told: number | null,
): { drafts: Draft[]; section: Section } {
  const ruling = openingYear(block.text, today) ?? rulingYear(above)
  const known = today ?? (told === null ? null : { year: told, month: 12, day: 31 })
  const reference = known && (ruling === undefined ? known : { ...known, ruling })
  const sentences = sentencesOf(block.text, reference)
  const first = sentences.next().value
  const second = sentences.next().value
  const row = first && !second ? readRow(block, first, above, heading, today) : null
  if (row) return { drafts: row, section: above }
  const headingEnd = heading?.length ?? 0
  const opened = openParagraph(above, block, first, today)
  const drafts: Draft[] = []
  let carried = opened.carried
  for (let sentence = first; sentence; sentence = sentence === first ? second : sentences.next().value) {
    const isTitle = sentence.end <= headingEnd || (sentence === first && second !== undefined && isRunIn(sentence))
    const matters = mattersOf(block.text, sentence, carried.grade)
    const around = { section: opened.section, carried, matters, today, isTitle }
    carried = readSentence(block.text, sentence, around, drafts)
  }
  return { drafts: fillDuties(block.text, drafts, reference), section: opened.section }
}

// 聚焦主导产业强链。高新区围绕… : a first sentence of a few words is the heading of its paragraph.
function isRunIn({ start, end, clauses }: Sentence): boolean {
  return clauses.length === 1 && end - start <= 14 && !hasCue(clauses[0]!, cueBits.need | cueBits.must | cueBits.strive)
}

// 过去一年，…全年…: in such a paragraph the bare words mean the year before.
function openingYear(text: string, today: Day | null): number | undefined {
  const head = text.slice(0, 24)
  return today && head.includes('过去') && /过去(的)?一年/.test(head) ? today.year - 1 : undefined
}
