// One import: its columns until it is tried, then what would happen, how far it is, and what came of it.

import { Alert, Button, Progress } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { sentence } from '#contract/sentences.ts'
import type { Said } from '#contract/troubles.ts'
import type { LineIs } from '#domain/import-line.ts'
import type { Register } from '#domain/register.ts'
import { downloadUrl } from '#web/client.ts'
import { useAct, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { ImportCounts, linesDone } from '#web/parts/import-counts.tsx'
import { ImportLines } from '#web/parts/import-lines.tsx'
import { ImportMapping } from '#web/parts/import-mapping.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showNumber } from '#web/words/amount.ts'

type Shown = OutputOf<'getImport'>
const underWay: readonly Shown['job']['state'][] = ['trying', 'waiting', 'running']

export function ImportShown({ register, id }: { register: Register; id: string }) {
  const { imports } = useWords()
  const [mapping, setMapping] = useState(false)
  const [open, setOpen] = useState(true)
  const { code } = register.definition
  const { data, error, refetch } = useQuestion(
    'getImport',
    { register: code, id },
    { staleTime: 0, ...(open && { refetchInterval: 400 }) },
  )
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingMark />
  const { job } = data
  const going = underWay.includes(job.state)
  if (going !== open) setOpen(going)
  const onTried = () => {
    setMapping(false)
    setOpen(true)
  }
  const asksColumns = job.state === 'opened' || (mapping && job.run === null && !going)
  return (
    <>
      <p className="import-file">
        <b>{job.fileName}</b> <span className="soft">{`· ${imports.states[job.state]}`}</span>
      </p>
      {asksColumns ? (
        <ImportMapping shown={data} onTried={onTried} />
      ) : (
        <ImportOutcome shown={data} onMapping={() => setMapping(true)} onGoing={() => setOpen(true)} />
      )}
    </>
  )
}

type OutcomeProps = { shown: Shown; onMapping: () => void; onGoing: () => void }

function ImportOutcome({ shown, onMapping, onGoing }: OutcomeProps) {
  const { imports } = useWords()
  const language = useLanguage()
  const [is, setIs] = useState<LineIs | null>(null)
  const { job, before } = shown
  const pass = job.run ?? job.trial
  const going = underWay.includes(job.state)
  const left = (pass?.counts.refused ?? 0) + (pass?.counts.conflict ?? 0)
  return (
    <section className="import-step">
      {going && pass && <Going shown={shown} done={linesDone(pass.counts)} />}
      {before > 0 && <p>{imports.ahead(before)}</p>}
      {job.state === 'cancelled' && <Alert type="warning" title={imports.cancelled} />}
      {job.stopped && <Alert type="error" title={imports.stopped(sentence(job.stopped as Said, language))} />}
      {pass && <ImportCounts counts={pass.counts} chosen={is} onChoose={setIs} />}
      {job.state === 'tried' && <Start shown={shown} onMapping={onMapping} onStarted={onGoing} />}
      {!going && left > 0 && (
        <p>
          <a href={downloadUrl('getRefusedLines', { register: job.code, id: job.id })}>
            {`${imports.refusedFile}（${showNumber(left, language)}）`}
          </a>
        </p>
      )}
      {!going && pass && <ImportLines key={is ?? ''} job={job} is={is} />}
    </section>
  )
}

function Going({ shown: { job }, done }: { shown: Shown; done: number }) {
  const { imports } = useWords()
  const language = useLanguage()
  const cancel = useAct('cancelImport')
  const said = imports.progress(showNumber(done, language), showNumber(job.lines, language))
  return (
    <div role="status">
      <Progress percent={job.lines === 0 ? 100 : Math.floor((100 * done) / job.lines)} aria-label={said} />
      <div className="import-ends">
        <span>{said}</span>
        <span className="soft">{imports.leave}</span>
        <Button onClick={() => cancel.mutate({ register: job.code, id: job.id })} loading={cancel.isPending}>
          {imports.cancel}
        </Button>
      </div>
    </div>
  )
}

function Start({
  shown: { job },
  onMapping,
  onStarted,
}: {
  shown: Shown
  onMapping: () => void
  onStarted: () => void
}) {
  const { imports } = useWords()
  const language = useLanguage()
  const start = useAct('startImport')
  const { added, changed } = job.trial!.counts
  const n = added + changed
  const onStart = () => start.mutate({ register: job.code, id: job.id, version: job.version }, { onSuccess: onStarted })
  return (
    <>
      <div className="import-ends">
        <Button type="primary" disabled={n === 0} loading={start.isPending} onClick={onStart}>
          {imports.start(showNumber(n, language))}
        </Button>
        <Button onClick={onMapping}>{imports.again}</Button>
      </div>
      <p className="soft">{n === 0 ? imports.nothing : imports.startHint}</p>
    </>
  )
}
