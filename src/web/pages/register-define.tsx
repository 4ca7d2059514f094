// 设置台账 for those who may change it; 字段说明, the same to read, for everybody else.

import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { DefineEditor } from '#web/parts/define-editor.tsx'
import { ExportDefinition } from '#web/parts/define-file.tsx'
import { DefineSheet } from '#web/parts/define-sheet.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark, NoSuchPage } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

export function RegisterDefinePage() {
  const { define } = useWords()
  const me = useMe()
  const { code } = useParams({ from: '/frame/registers/$code/define' })
  const { data, error, refetch } = useQuestion('listRegisters', {})
  const [reading, setReading] = useState(false)
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingMark />
  const register = data.own.find(({ definition }) => definition.code === code)
  if (!register) return <NoSuchPage />
  const { definition } = register
  const writes = mayPass('alterRegister', me.roles)
  return (
    <>
      <PageHeader
        title={writes && !reading ? define.alterTitle(definition.name) : define.sheetTitle(definition.name)}
        beside={writes ? undefined : define.sheet.intro}
      >
        {writes && (
          <button type="button" className="word-button" onClick={() => setReading(!reading)}>
            {reading ? define.alterLink : define.sheetLink}
          </button>
        )}
        <ExportDefinition definition={definition} />
        <Link to="/registers/$code" params={{ code }}>
          {define.back}
        </Link>
      </PageHeader>
      {writes && !reading ? (
        // Not made anew by another version: what is written stays, and saving puts the two together.
        <DefineEditor key={code} first={definition} register={register} onSaved={() => {}} />
      ) : (
        <DefineSheet definition={definition} />
      )}
    </>
  )
}
