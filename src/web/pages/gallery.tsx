// The gallery: the marked corpus, each passage with its marks and, beside them, what the engine reads in this very browser.
// It is the test of the reading made visible. A chunk of its own: the engine and the corpus load only here.

import { corpus } from 'virtual:corpus'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useLanguage } from '#web/language.ts'
import { GalleryCard } from '#web/parts/gallery-card.tsx'
import { type ShownPassage, shownMentions, shownStatements, sourcesOf } from '#web/parts/gallery-passage.ts'
import { PageHeader } from '#web/parts/page-header.tsx'
import { galleryWords } from '#web/words/gallery.ts'
import '#web/parts/review-look.css'
import '#web/parts/gallery.css'

type Theme = { key: string; sources: readonly string[]; show: (source: string) => ShownPassage }

const statements = corpus.statements.map(({ theme, file }): Theme => {
  return { key: theme, sources: sourcesOf(file), show: shownStatements }
})
const mentions = corpus.mentions.map(({ theme, file }): Theme => {
  return { key: `mentions/${theme}`, sources: sourcesOf(file), show: shownMentions }
})
const themes = [...statements, ...mentions]

export function GalleryPage() {
  const words = galleryWords[useLanguage()]
  const { theme: asked } = useSearch({ from: '/frame/gallery' })
  const theme = themes.find(({ key }) => key === asked) ?? statements.find(({ key }) => key === 'kinds') ?? themes[0]!
  return (
    <div className="gallery">
      <PageHeader title={words.title} />
      <p className="soft gallery-intro">{words.intro}</p>
      <div className="gallery-columns">
        <nav aria-label={words.themes}>
          <ThemeList title={words.statements} themes={statements} chosen={theme} />
          <ThemeList title={words.mentions} themes={mentions} chosen={theme} />
        </nav>
        <Passages key={theme.key} theme={theme} />
      </div>
    </div>
  )
}

function ThemeList({ title, themes: all, chosen }: { title: string; themes: readonly Theme[]; chosen: Theme }) {
  const words = galleryWords[useLanguage()]
  const navigate = useNavigate()
  return (
    <fieldset>
      <legend>{title}</legend>
      {all.map((theme) => (
        <button
          key={theme.key}
          type="button"
          className="review-chip"
          aria-pressed={theme === chosen}
          onClick={() => void navigate({ to: '/gallery', search: { theme: theme.key } })}
        >
          {words.theme(theme.key)} <span className="review-chip-count">{theme.sources.length}</span>
        </button>
      ))}
    </fieldset>
  )
}

function Passages({ theme: { key, sources, show } }: { theme: Theme }) {
  const words = galleryWords[useLanguage()]
  const [only, setOnly] = useState(false)
  const shown = useMemo(() => sources.map((source) => ({ source, passage: show(source) })), [sources, show])
  const marks = shown.reduce((sum, { passage }) => sum + passage.spans.length, 0)
  const differing = shown.reduce((sum, { passage }) => sum + passage.differing, 0)
  const listed = only ? shown.filter(({ passage }) => passage.differing > 0) : shown
  return (
    <section aria-label={words.theme(key)}>
      <p className="gallery-sum">
        <strong>{words.theme(key)}</strong> {words.count(shown.length, marks)} ·{' '}
        <span className={differing > 0 ? 'gallery-differ' : 'gallery-agree'}>
          {differing > 0 ? words.differ(differing) : words.agree}
        </span>
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {words.onlyDiffering}
        </Checkbox>
      </p>
      {listed.length === 0 && <p className="empty-mark">{words.none}</p>}
      {listed.map(({ source }) => (
        <GalleryCard key={source} source={source} show={show} />
      ))}
    </section>
  )
}
