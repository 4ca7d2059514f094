// The first step of an import: the file, an empty table to fill in, and one's own imports of before.

import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import type { ImportJob } from '#domain/import-job.ts'
import type { Register } from '#domain/register.ts'
import { downloadUrl, upload } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { CountsShort } from '#web/parts/import-counts.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { DropField } from '#web/parts/review-drop.tsx'

const accept = '.xlsx,.xlsm,.csv,.txt,text/csv'

export function ImportFile({ register }: { register: Register }) {
  const { imports } = useWords()
  const [file, setFile] = useState<File | null>(null)
  const { share, error, send } = useSending(register.definition.code)
  const percent = Math.floor((share ?? 0) * 100)
  return (
    <>
      <section className="import-step">
        <p>{imports.intro}</p>
        <DropField file={file} onFile={setFile} only={{ accept, drop: imports.drop, hint: imports.dropHint }} />
        <div className="import-ends">
          <Button type="primary" disabled={file === null || share !== null} onClick={() => file && void send(file)}>
            {imports.send}
          </Button>
          <a href={downloadUrl('exportEntries', { register: register.definition.code, empty: true })}>
            {imports.template}
          </a>
        </div>
        {share !== null && (
          <div role="status">
            <Progress percent={percent} showInfo={false} aria-label={imports.sending(percent)} />
            {percent < 100 ? imports.sending(percent) : imports.reading}
          </div>
        )}
        <RefusalNotice error={error} />
      </section>
      <MyImports code={register.definition.code} />
    </>
  )
}

function useSending(register: string) {
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const navigate = useNavigate()
  const send = async (file: File) => {
    setError(null)
    setShare(0)
    try {
      const { job } = await upload('uploadImport', { register, fileName: file.name }, file, setShare)
      await navigate({ to: '/registers/$code/import', params: { code: register }, search: { job: job.id } })
    } catch (problem) {
      setError(problem)
    } finally {
      setShare(null)
    }
  }
  return { share, error, send }
}

function MyImports({ code }: { code: string }) {
  const { imports } = useWords()
  const { data, error } = useQuestion('listImports', { register: code })
  const columns: Column<ImportJob>[] = [
    {
      key: 'file',
      head: imports.file,
      cell: ({ id, fileName }) => (
        <Link to="/registers/$code/import" params={{ code }} search={{ job: id }} className="underlined">
          {fileName}
        </Link>
      ),
    },
    { key: 'on', head: imports.on, cell: ({ madeOn }) => madeOn, look: 'nowrap' },
    { key: 'state', head: imports.state, cell: ({ state }) => imports.states[state], look: 'nowrap' },
    { key: 'counts', head: imports.details, cell: (job) => <CountsShort pass={job.run ?? job.trial} /> },
  ]
  return (
    <section className="import-step">
      <h2>{imports.mine}</h2>
      <RefusalNotice error={error} />
      {data && (
        <PlainTable caption={imports.mine} columns={columns} rows={data} rowKey={({ id }) => id} empty={imports.none} />
      )}
    </section>
  )
}
