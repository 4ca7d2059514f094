// The door of the reading floor: a text in, its statements out, in text order. Pure.
// text → blocks (page) → mentions → sentences of clauses → statements, with section, paragraph and sentence handing on.
import { type Day, parseDay } from '#base/period.ts'
import { type Sentence, sentencesOf } from '#reading/clauses.ts'
import { type Block, rawSpan } from '#reading/clean.ts'
import type { Draft } from '#reading/draft.ts'
import { fillDuties } from '#reading/duties.ts'
import { gradeOf } from '#reading/grades.ts'
import { mentionsOf } from '#reading/mentions.ts'
import { documentMode, headingOf, isTaskTable, statedDate, toldYear } from '#reading/outline.ts'
import { blocksOf } from '#reading/page.ts'
import { readRow } from '#reading/rows.ts'
import { openParagraph, rulingYear, type Section, sectionAt, startSection } from '#reading/sections.ts'
import { readSentence } from '#reading/sentence.ts'
import type { Part, PartName, Statement } from '#reading/statement.ts'
import { fillColumns } from '#reading/task-columns.ts'

export interface ReadOptions {
  /** The document's own date (YYYY-MM-DD) that relative dates are counted from; null leaves them absent unless the text
   * states one unambiguously. */
  date: string | null
  /** Hears how much of the text is read, 0 to 1, rising, some fifty times in a long text. */
  onProgress?: (fraction: number) => void
}

/** Reads every statement of a text. Offsets in the result are UTF-16 units of `text`. Linear in its length. */
export function readStatements(text: string, options: ReadOptions): Statement[] {
  const blocks = blocksOf(text)
  const today = (options.date === null ? null : parseDay(options.date)) ?? statedDate(blocks)
  const told = today ? null : toldYear(blocks)
  let section = startSection(documentMode(blocks), isTaskTable(blocks))
  const statements: Statement[] = []
  const tell = teller(text.length, options.onProgress)
  for (const block of blocks) {
    const read = readBlock(block, sectionAt(section, block, today), today, told)
    section = read.section
    for (const draft of read.drafts) statements.push(finish(text, block, draft))
    tell(block.end)
  }
  const sorted = statements.sort((a, b) => a.start - b.start || a.end - b.end)
  return section.table ? fillColumns(text, blocks, sorted, today) : sorted
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
  above: Section,
  today: Day | null,
  told: number | null,
): { drafts: Draft[]; section: Section } {
  const ruling = openingYear(block.text, today) ?? rulingYear(above)
  const known = today ?? (told === null ? null : { year: told, month: 12, day: 31 })
  const reference = known && (ruling === undefined ? known : { ...known, ruling })
  const sentences = sentencesOf(block.text, mentionsOf(block.text, reference))
  const row = readRow(block, sentences, above, today)
  if (row) return { drafts: row, section: above }
  const headingEnd = headingOf(block)?.length ?? 0
  const opened = openParagraph(above, block, sentences, today)
  const drafts: Draft[] = []
  let carried = opened.carried
  for (const sentence of sentences) {
    const isTitle =
      sentence.end <= headingEnd || (sentence === sentences[0] && sentences.length > 1 && isRunIn(sentence))
    const grade = gradeOf(block.text, sentence, carried.grade)
    const read = readSentence(block.text, sentence, {
      section: opened.section,
      carried: { ...carried, grade },
      today,
      isTitle,
    })
    drafts.push(...read.drafts)
    carried = read.carried
  }
  return { drafts: fillDuties(block.text, drafts, reference), section: opened.section }
}

// 聚焦主导产业强链。高新区围绕… : a first sentence of a few words is the heading of its paragraph.
function isRunIn({ start, end, clauses }: Sentence): boolean {
  return (
    clauses.length === 1 &&
    end - start <= 14 &&
    !clauses[0]!.cues.some(({ tag }) => tag === 'need' || tag === 'must' || tag === 'strive')
  )
}

// 过去一年，…全年…: in such a paragraph the bare words mean the year before.
function openingYear(text: string, today: Day | null): number | undefined {
  return today && /过去(的)?一年/.test(text.slice(0, 24)) ? today.year - 1 : undefined
}

// Block offsets become raw offsets, the words of the span become the title.
function finish(text: string, block: Block, { parts, start, end, ...draft }: Draft): Statement {
  const raw = rawSpan(text, block, start, end)
  const rawParts: Partial<Record<PartName, Part>> = {}
  for (const [name, part] of Object.entries(parts) as [PartName, Part][]) {
    rawParts[name] = {
      ...part,
      span: part.span && part.span.end > part.span.start ? rawSpan(text, block, part.span.start, part.span.end) : null,
    }
  }
  const owners = draft.owners.map((owner) => ({ ...owner, ...rawSpan(text, block, owner.start, owner.end) }))
  return { ...draft, ...raw, owners, title: block.text.slice(start, end), parts: rawParts }
}
