// One passage of the gallery: its text with every mark drawn in it, the table below, and on request its own notation to
// change, which is read again as it is typed.

import { Input } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useLanguage, useWords } from '#web/language.ts'
import { GalleryLines } from '#web/parts/gallery-lines.tsx'
import type { ShownPassage } from '#web/parts/gallery-passage.ts'
import { segments } from '#web/parts/review-segments.ts'
import { galleryWords } from '#web/words/gallery.ts'

type Props = { source: string; show: (source: string) => ShownPassage }

export function GalleryCard({ source, show }: Props) {
  const words = galleryWords[useLanguage()]
  const [changed, setChanged] = useState<string | null>(null)
  const original = useMemo(() => show(source), [show, source])
  const { passage, trouble } = useMemo(() => attempt(changed, show, original), [changed, show, original])
  const id = useId()
  return (
    <article className="gallery-card" aria-labelledby={`${id}name`}>
      <header>
        <h2 id={`${id}name`} lang="en">
          {passage.name}
        </h2>
        <span className="soft">{passage.date ? words.date(passage.date) : words.noDate}</span>
        {passage.differing > 0 && <strong className="gallery-differ">{words.differ(passage.differing)}</strong>}
        <button
          type="button"
          className="word-button"
          aria-expanded={changed !== null}
          onClick={() => setChanged(changed === null ? source.trimEnd() : null)}
        >
          {words.edit}
        </button>
      </header>
      {changed !== null && (
        <div className="gallery-edit">
          <label htmlFor={`${id}edit`} className="soft">
            {words.editHint}
          </label>
          <Input.TextArea
            id={`${id}edit`}
            autoSize={{ minRows: 3, maxRows: 14 }}
            value={changed}
            onChange={({ target }) => setChanged(target.value)}
          />
          <p role="status" className="gallery-trouble">
            {trouble !== null && words.notUnderstood(trouble)}
          </p>
        </div>
      )}
      <PassageText passage={passage} />
      <GalleryLines passage={passage} />
    </article>
  )
}

/** What is typed may be half a mark: then the passage stays as it was and the trouble is told. */
function attempt(changed: string | null, show: Props['show'], original: ShownPassage) {
  if (changed === null) return { passage: original, trouble: null }
  try {
    return { passage: show(changed.startsWith('%% ') ? changed : `%% ?\n${changed}`), trouble: null }
  } catch (error) {
    return { passage: original, trouble: error instanceof Error ? error.message : String(error) }
  }
}

function PassageText({ passage: { text, spans } }: { passage: ShownPassage }) {
  const { review } = useWords()
  const kinds = useMemo(() => new Map(spans.map(({ id, kind }) => [id, kind])), [spans])
  return (
    <p className="gallery-text" lang="zh-CN">
      {segments(text, spans).map(({ start, end, covers, opens }) => {
        const words = text.slice(start, end)
        if (covers.length === 0) return words
        const [outer, inner] = [covers.at(-2), covers.at(-1)!]
        return (
          <mark key={start} className="review-mark" data-kind={kinds.get(inner)} data-outer={outer && kinds.get(outer)}>
            {opens.map((id) => {
              const letter = (review.letters as Record<string, string>)[kinds.get(id)!]
              return letter && <span key={id} className="review-letter" data-kind={kinds.get(id)} data-mark={letter} />
            })}
            {words}
          </mark>
        )
      })}
    </p>
  )
}
