// What steps have proposed about this entry and nobody has decided: accepted, it is done by the usual rules; declined, with a
// reason.

import { Button } from 'antd'
import { useState } from 'react'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { SuggestionWindow } from '#web/parts/suggestion-window.tsx'
import { type Suggested, SuggestionWords } from '#web/parts/suggestion-words.tsx'

export function EntrySuggestions({ register, page, asOf }: EntryPartProps) {
  const { suggestions: say } = useWords().record
  const { data } = useQuestion('listSuggestions', asOf === null ? {} : { asOf })
  const own = data?.filter(
    ({ suggestion, register: code }) => code === register.definition.code && isAbout(suggestion, page.entry.id),
  )
  if (!own || own.length === 0) return null
  return (
    <section className="section" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{say.title}</h2>
      {own.map((one) => (
        <article key={one.suggestion.id} className="suggestion">
          <SuggestionWords suggested={one} />
          {asOf === null && <SuggestionActs suggested={one} />}
        </article>
      ))}
    </section>
  )
}

/** A new entry elsewhere is shown with the one that it comes from. */
function isAbout({ proposes, from }: Suggested['suggestion'], entry: string): boolean {
  return (proposes.kind === 'add' ? from.entry : proposes.entry) === entry
}

export function SuggestionActs({ suggested }: { suggested: Suggested }) {
  const { suggestions: say } = useWords().record
  const { roles } = useMe()
  const [open, setOpen] = useState<'accept' | 'decline' | null>(null)
  if (!mayPass('acceptSuggestion', roles)) return null
  const { words } = suggested.suggestion
  const close = () => setOpen(null)
  return (
    <div className="suggestion-acts not-printed">
      <Button size="small" type="primary" aria-label={say.acceptOf(words)} onClick={() => setOpen('accept')}>
        {say.accept}
      </Button>
      <Button size="small" aria-label={say.declineOf(words)} onClick={() => setOpen('decline')}>
        {say.decline}
      </Button>
      {open && <SuggestionWindow act={open} suggested={suggested} onClose={close} />}
    </div>
  )
}
