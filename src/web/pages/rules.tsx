// 规则: rule sets on the left, one of them on the right; a clean sheet to write a single rule on.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { RuleBook } from '#domain/rule-book.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import type { RuleSet } from '#rules/rule-set.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { RuleEditor } from '#web/parts/rule-editor.tsx'
import { RuleSetView } from '#web/parts/rule-set-view.tsx'
import '../parts/rules.css'

type Shown = { key: string; set: RuleSet; book: RuleBook | null }

const keyOf = (set: RuleSet): string => `${set.code}@${set.validFrom}`

export function RulesPage() {
  const { rules: say } = useWords()
  const { set: wanted } = useSearch({ from: '/frame/rules' })
  const navigate = useNavigate()
  const { data, error, refetch } = useQuestion('listRuleSets', {})
  const open = (key: string) => void navigate({ to: '/rules', search: { set: key } })
  if (!data)
    return (
      <>
        <PageHeader title={say.title} beside={say.intro} />
        <RefusalNotice error={error} onRetry={() => void refetch()} />
        {!error && <LoadingMark />}
      </>
    )
  const shipped = data.shipped.map((set): Shown => ({ key: keyOf(set), set, book: null }))
  const own = data.own.map((book): Shown => ({ key: book.id, set: book.set, book }))
  const shown = [...shipped, ...own].find(({ key }) => key === wanted)
  const dictionary = dictionaryFor(shown?.set, data.dictionaries)
  return (
    <>
      <PageHeader title={say.title} beside={say.intro} />
      <div className="rules">
        <nav className="rules-list not-printed" aria-label={say.title}>
          <button
            type="button"
            aria-current={shown ? undefined : 'true'}
            onClick={() => void navigate({ to: '/rules', search: {} })}
          >
            {say.cleanSheet}
          </button>
          <h2>{say.own}</h2>
          {own.length === 0 && <p className="soft">{say.noOwn}</p>}
          <SetList sets={own} current={shown?.key} onOpen={open} />
          <h2>{say.shipped}</h2>
          <SetList sets={shipped} current={shown?.key} onOpen={open} />
        </nav>
        {shown ? (
          <RuleSetView
            key={`${shown.key} ${shown.book?.version ?? 0}`}
            set={shown.set}
            book={shown.book}
            dictionary={dictionary}
            onOpen={(book) => open(book.id)}
          />
        ) : (
          <CleanSheet dictionary={dictionary} />
        )}
      </div>
    </>
  )
}

const empty: Dictionary = { name: 'empty', version: 1, entries: [] }

function dictionaryFor(set: RuleSet | undefined, all: readonly Dictionary[]): Dictionary {
  const found = all.find(({ name, version }) => (set ? `${name}@${version}` === set.dictionary : name === 'enterprise'))
  return found ?? empty
}

/** 2016, 2022–2026, 2024. */
function yearsOf({ validFrom, validTo }: RuleSet): string {
  const from = validFrom.slice(0, 4)
  const to = validTo?.slice(0, 4)
  return to && to !== from ? `${from}–${to}` : from
}

function SetList({
  sets,
  current,
  onOpen,
}: {
  sets: readonly Shown[]
  current: string | undefined
  onOpen: (key: string) => void
}) {
  const { rules: say } = useWords()
  return (
    <ul>
      {sets.map(({ key, set, book }) => (
        <li key={key}>
          <button type="button" aria-current={key === current ? 'true' : undefined} onClick={() => onOpen(key)}>
            {set.title}
            <span className="soft">{book ? say.states[book.state] : yearsOf(set)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function CleanSheet({ dictionary }: { dictionary: Dictionary }) {
  const { rules: say } = useWords()
  const [text, setText] = useState('上年营业收入 >= 2000万元 and 上年研发费用 / 上年营业收入 >= 3%')
  return (
    <div className="rule-set">
      <h2>{say.cleanSheet}</h2>
      <p className="soft">{say.cleanSheetHint}</p>
      <RuleEditor label={say.cleanSheet} text={text} dictionary={dictionary} onChange={setText} />
      <h2>{say.dictionary}</h2>
      <ul className="rule-names">
        {dictionary.entries.map(({ name, unit, source }) => (
          <li key={name} title={source}>
            {name}
            {unit && <span className="soft">（{unit}）</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
