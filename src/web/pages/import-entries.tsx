// Bringing a table into a register: the file, what its columns stand for, the trial, and how far it has come. Which import is
// looked at stands in the address, so that one can leave and come back.

import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Register } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { ImportFile } from '#web/parts/import-file.tsx'
import { ImportShown } from '#web/parts/import-shown.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark, NoSuchPage } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import '#web/parts/import.css'

export function ImportEntriesPage() {
  const { code } = useParams({ from: '/frame/registers/$code/import' })
  const asked = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  if (asked.error) return <RefusalNotice error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <LoadingMark />
  const register = asked.data.own.find(({ definition }) => definition.code === code)
  return register ? <Importing register={register} /> : <NoSuchPage />
}

function Importing({ register }: { register: Register }) {
  const { imports } = useWords()
  const { job } = useSearch({ from: '/frame/registers/$code/import' })
  const { code, name } = register.definition
  return (
    <div className="import">
      <PageHeader title={imports.title(name)}>
        {job !== undefined && (
          <Link to="/registers/$code/import" params={{ code }}>
            {imports.other}
          </Link>
        )}
        <Link to="/registers/$code" params={{ code }}>
          {imports.back(name)}
        </Link>
      </PageHeader>
      {job === undefined ? <ImportFile register={register} /> : <ImportShown key={job} register={register} id={job} />}
    </div>
  )
}
