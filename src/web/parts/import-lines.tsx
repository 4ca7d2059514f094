// Lines of an import: what changes from what to what, and what is wrong in which cell.

import { Button } from 'antd'
import { useState } from 'react'
import { cellSentence } from '#contract/cell-words.ts'
import type { CellProblem } from '#domain/cell-problem.ts'
import type { ImportJob } from '#domain/import-job.ts'
import type { ImportLine, LineIs } from '#domain/import-line.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

type Props = { job: ImportJob; is: LineIs | null }

const pageLines = 50

export function ImportLines({ job, is }: Props) {
  const { imports } = useWords()
  const [limit, setLimit] = useState(pageLines)
  const input = { register: job.code, id: job.id, limit: Math.min(limit, 500), ...(is && { is: [is] }) }
  const { data, error } = useQuestion('listImportLines', input, { keep: true })
  const columns: Column<ImportLine>[] = [
    { key: 'row', head: imports.row, cell: ({ row }) => row, look: 'number', width: '4rem' },
    { key: 'name', head: imports.name, cell: ({ title }) => title },
    { key: 'is', head: imports.outcome, cell: (line) => <Outcome line={line} />, look: 'nowrap' },
    { key: 'what', head: imports.what, cell: (line) => <What line={line} /> },
  ]
  return (
    <section aria-label={imports.details}>
      <RefusalNotice error={error} />
      {data && (
        <PlainTable
          caption={imports.details}
          columns={columns}
          rows={data.lines}
          rowKey={({ row }) => String(row)}
          empty={imports.noLines}
        />
      )}
      {data?.next && limit < 500 && <Button onClick={() => setLimit(limit * 3)}>{imports.more}</Button>}
    </section>
  )
}

function Outcome({ line }: { line: ImportLine }) {
  const { imports } = useWords()
  return <span className={`import-is is-${line.is}`}>{imports.lines[line.is]}</span>
}

function What({ line: { changes, problems, is } }: { line: ImportLine }) {
  const { imports } = useWords()
  const language = useLanguage()
  const shown = is === 'conflict' ? [] : changes
  return (
    <ul className="import-what">
      {problems.map(({ cell, head, problem, facts }) => (
        <li key={`${cell} ${head} ${problem}`}>
          {(cell ?? head) && <b>{imports.at(cell ?? '', head ?? '')}</b>}
          {cellSentence({ problem, facts } as CellProblem, language)}
        </li>
      ))}
      {shown.map((change) => (
        <li key={change.head}>{imports.change(change.head, change.old, change.new)}</li>
      ))}
    </ul>
  )
}
