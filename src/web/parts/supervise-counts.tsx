// The strip of counts above every view: all, by light, by stage. A press narrows the list to that, another widens it.

import type { ReactNode } from 'react'
import type { Filter } from '#contract/overview.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { LightShape } from '#web/parts/light-badge.tsx'
import { at, type Show } from '#web/parts/supervise-address.ts'
import { type Look, lights, narrowed, stages, toggled } from '#web/parts/supervise-look.ts'
import { showNumber } from '#web/words/amount.ts'

/** Each row of counts leaves its own filter out, so that the others can still be chosen. */
export function Counts({ look, onLook }: { look: Look; onLook: Show }) {
  const {
    supervise: { counts },
    nouns,
  } = useWords()
  const language = useLanguage()
  const all = useCounts(look, look.filter)
  const byLight = useCounts(look, narrowed(look.filter, 'light', undefined))?.byLight
  const byStage = useCounts(look, narrowed(look.filter, 'stage', undefined))?.byStage
  const disputed = useCounts(look, { ...look.filter, disputed: true })?.total
  const { light, stage } = look.filter
  return (
    <section className="counts" aria-label={counts.label}>
      <strong className="counts-total">{counts.total(all ? showNumber(all.total, language) : '…')}</strong>
      <CountRow label={counts.byLight}>
        {lights.map((one) => (
          <Count
            key={one}
            word={nouns.lights[one]}
            n={byLight && (byLight[one] ?? 0)}
            on={light?.includes(one) ?? false}
            onPress={() => onLook({ filter: narrowed(look.filter, 'light', toggled(light, one)) })}
          >
            <span className={`light light-${one}`}>
              <LightShape light={one} />
              {nouns.lights[one]}
            </span>
          </Count>
        ))}
      </CountRow>
      <CountRow label={counts.byStage}>
        {stages.map((one) => (
          <Count
            key={one}
            word={nouns.stages[one]}
            n={byStage && (byStage[one] ?? 0)}
            on={stage?.includes(one) ?? false}
            onPress={() => onLook({ filter: narrowed(look.filter, 'stage', toggled(stage, one)) })}
          >
            {nouns.stages[one]}
          </Count>
        ))}
      </CountRow>
      {(disputed || look.filter.disputed) && (
        <CountRow label={counts.byDispute}>
          <Count
            word={counts.disputed}
            n={disputed}
            on={look.filter.disputed ?? false}
            onPress={() =>
              onLook({ filter: narrowed(look.filter, 'disputed', look.filter.disputed ? undefined : true) })
            }
          >
            {counts.disputed}
          </Count>
        </CountRow>
      )}
    </section>
  )
}

function useCounts(look: Look, filter: Filter) {
  return useQuestion('countCommitments', { ...filter, ...at(look) }, { keep: true }).data
}

function CountRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="counts-row">
      <legend className="only-read-aloud">{label}</legend>
      {children}
    </fieldset>
  )
}

type CountProps = { word: string; n: number | undefined; on: boolean; onPress: () => void; children: ReactNode }

function Count({ word, n, on, onPress, children }: CountProps) {
  const { counts } = useWords().supervise
  const language = useLanguage()
  return (
    <button
      type="button"
      className="count"
      aria-pressed={on}
      aria-label={counts.only(word, n ?? 0)}
      disabled={n === 0 && !on}
      onClick={onPress}
    >
      {children} <span className="count-number">{n === undefined ? '…' : showNumber(n, language)}</span>
    </button>
  )
}
