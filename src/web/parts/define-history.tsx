// The versions of a definition, newest first: who, when, what changed.

import type { OutputOf } from '#contract/contract.ts'
import { differenceWords } from '#contract/definition-words.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { Absent } from '#web/parts/names.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

type Version = OutputOf<'getRegisterHistory'>['versions'][number]
const shownAtMost = 40

export function DefineHistory({ code }: { code: string }) {
  const { define } = useWords()
  const language = useLanguage()
  const say = define.history
  const { data, error, refetch } = useQuestion('getRegisterHistory', { register: code })
  const moment = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const columns: Column<Version>[] = [
    { key: 'version', head: say.version, cell: ({ version }) => define.version(version), look: 'nowrap' },
    { key: 'at', head: say.at, cell: ({ at }) => moment.format(new Date(at)), look: 'nowrap' },
    { key: 'by', head: say.by, cell: ({ actorName }) => actorName ?? <Absent />, look: 'nowrap' },
    { key: 'what', head: say.what, cell: (version) => <Changes version={version} /> },
  ]
  return (
    <>
      <p className="soft">{say.intro}</p>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <LoadingMark />}
      {data && (
        <PlainTable
          caption={define.tabs.history}
          columns={columns}
          rows={data.versions}
          rowKey={({ version }) => String(version)}
          empty={say.none}
        />
      )}
    </>
  )
}

function Changes({ version: { differences } }: { version: Version }) {
  const { define } = useWords()
  const language = useLanguage()
  if (differences.length === 0) return <span className="soft">{define.history.none}</span>
  const words = differences.map((difference) => differenceWords(difference, language))
  return (
    <ul className="define-told">
      {[...new Set(words)].slice(0, shownAtMost).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {words.length > shownAtMost && <li className="soft">{define.history.more(words.length)}</li>}
    </ul>
  )
}
