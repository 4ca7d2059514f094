// 新建台账: where to begin (nothing, a shipped or own register, the heads of a sheet, a file), then the editor.

import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Definition } from '#domain/register.ts'
import { emptyDefinition, freshKey } from '#domain/register-draft.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { DefineEditor } from '#web/parts/define-editor.tsx'
import { ImportDefinition } from '#web/parts/define-file.tsx'
import { DefineHeads } from '#web/parts/define-heads.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import '../parts/settings.css'

export function RegisterNewPage() {
  const { define, shell } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const { data, error, refetch } = useQuestion('listRegisters', {})
  const [draft, setDraft] = useState<Definition | null>(null)
  const header = (
    <PageHeader title={define.newTitle}>
      {draft && <Button onClick={() => setDraft(null)}>{define.start.again}</Button>}
      <Link to="/registers">{define.allRegisters}</Link>
    </PageHeader>
  )
  if (!mayPass('defineRegister', me.roles))
    return (
      <>
        {header}
        <p>{shell.notForYou}</p>
      </>
    )
  return (
    <>
      {header}
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {!data && !error && <LoadingMark />}
      {draft && (
        <DefineEditor
          first={draft}
          register={null}
          onSaved={({ definition: { code } }) => void navigate({ to: '/registers/$code', params: { code } })}
        />
      )}
      {data && !draft && <Starts registers={data} onReady={setDraft} />}
    </>
  )
}

type StartProps = { registers: OutputOf<'listRegisters'>; onReady: (draft: Definition) => void }

function Starts({ registers, onReady }: StartProps) {
  const { define } = useWords()
  const say = define.start
  const codes = registers.own.map(({ definition }) => definition.code)
  const [pasting, setPasting] = useState(false)
  const [trouble, setTrouble] = useState(0)
  if (pasting)
    return (
      <section className="section define-pasted">
        <Button onClick={() => setPasting(false)}>{say.again}</Button>
        <h2>{say.fromHeads}</h2>
        <DefineHeads codes={codes} onReady={onReady} />
      </section>
    )
  return (
    <>
      <p className="soft">{say.intro}</p>
      <div className="choices define-starts">
        <section className="choice">
          <h2>{say.blank}</h2>
          <p>{say.blankWords}</p>
          <Button onClick={() => onReady(emptyDefinition(codes, say.titleField))}>{say.begin}</Button>
        </section>
        <ShippedStart registers={registers} onReady={onReady} />
        <section className="choice">
          <h2>{say.heads}</h2>
          <p>{say.headsWords}</p>
          <Button onClick={() => setPasting(true)}>{define.heads.paste}</Button>
        </section>
        <section className="choice" key={trouble}>
          <h2>{say.file}</h2>
          <p>{say.fileWords}</p>
          <ImportDefinition
            onReady={(given) => {
              setTrouble(trouble + 1)
              onReady(unlike(given, registers, given.name))
            }}
          />
        </section>
      </div>
    </>
  )
}

/** Under a code of its own where the zone has one of this code already. */
function unlike(definition: Definition, { own }: OutputOf<'listRegisters'>, name: string): Definition {
  const codes = own.map((register) => register.definition.code)
  return codes.includes(definition.code) ? { ...definition, code: freshKey(codes, 'register_'), name } : definition
}

function ShippedStart({ registers, onReady }: StartProps) {
  const { define } = useWords()
  const say = define.start
  const [picked, setPicked] = useState<string | null>(null)
  const own = registers.own.map(({ definition }) => definition)
  const waiting = registers.shipped.filter(({ code }) => !own.some((one) => one.code === code))
  const all = [...waiting, ...own]
  const chosen = all.find(({ code }) => code === picked)
  return (
    <section className="choice">
      <h2>{say.shipped}</h2>
      <p>{say.shippedWords}</p>
      <div className="bar">
        <Select
          className="define-title"
          aria-label={say.shippedPick}
          placeholder={say.shippedPick}
          value={picked ?? undefined}
          options={all.map(({ code, name }) => ({ value: code, label: name }))}
          popupMatchSelectWidth={false}
          onChange={(code?: string) => setPicked(code ?? null)}
        />
        <Button
          disabled={!chosen}
          onClick={() => chosen && onReady(unlike(chosen, registers, say.copyOf(chosen.name).slice(0, 60)))}
        >
          {say.begin}
        </Button>
      </div>
    </section>
  )
}
