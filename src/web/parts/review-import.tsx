// Bringing a document in: a file or pasted text, with what the office says about it. A refusal stays beside the form; a
// file that is here already leads to the first one.

import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input, Modal, Progress, Radio, Select } from 'antd'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Document } from '#domain/document.ts'
import type { ImportProgress } from '#domain/progress.ts'
import { wholeFraction } from '#domain/progress-share.ts'
import { CallRefused, upload } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { DayField } from '#web/parts/fields.tsx'
import { keysOf } from '#web/parts/keys-of.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { DropField } from '#web/parts/review-drop.tsx'
import { keepEnter } from '#web/parts/review-edit.tsx'

type Source = { way: 'file' | 'paste'; file: File | null; text: string }
type Told = Pick<Document, 'kind' | 'openness' | 'date'> & { title: string; docNumber: string }

export function ImportWindow({ onClose }: { onClose: () => void }) {
  const { review } = useWords()
  const [source, setSource] = useState<Source>({ way: 'file', file: null, text: '' })
  const [told, setTold] = useState<Told>({ kind: 'minutes', openness: 'closed', date: null, title: '', docNumber: '' })
  const [lacking, setLacking] = useState(false)
  const sending = useSending()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const ready = source.way === 'file' ? source.file !== null : source.text.trim() !== ''
    setLacking(!ready)
    sending.forget()
    if (ready) void sending.send(source, told, review.bringIn.pastedName(told.title.trim()))
  }
  const close = () => {
    sending.stop()
    onClose()
  }
  return (
    <Modal
      open
      title={review.bringIn.open}
      width={720}
      footer={null}
      onCancel={close}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {sending.done ? (
        <Done outcome={sending.done} onClose={onClose} />
      ) : (
        <form className="bring-in" onSubmit={onSubmit} onKeyDown={keepEnter}>
          <SourceField source={source} onSource={setSource} />
          {lacking && (
            <Alert
              type="error"
              role="alert"
              title={source.way === 'file' ? review.bringIn.needFile : review.bringIn.needText}
            />
          )}
          <ToldFields told={told} onTold={setTold} />
          <Trouble error={sending.error} />
          <Sending sending={sending} />
        </form>
      )}
    </Modal>
  )
}

function SourceField({ source, onSource }: { source: Source; onSource: (source: Source) => void }) {
  const { bringIn } = useWords().review
  const { way, file, text } = source
  const id = useId()
  return (
    <>
      <Radio.Group
        aria-label={bringIn.way}
        optionType="button"
        value={way}
        onChange={({ target }) => onSource({ ...source, way: target.value })}
        options={[
          { value: 'file', label: bringIn.file },
          { value: 'paste', label: bringIn.paste },
        ]}
      />
      {way === 'file' ? (
        <DropField file={file} onFile={(next) => onSource({ ...source, file: next })} />
      ) : (
        <div className="review-field">
          <label htmlFor={id}>
            {bringIn.text} <span className="soft">{text && bringIn.characters(text.length)}</span>
          </label>
          <Input.TextArea
            id={id}
            rows={9}
            value={text}
            onChange={({ target }) => onSource({ ...source, text: target.value })}
            placeholder={bringIn.textHint}
          />
        </div>
      )}
    </>
  )
}

function ToldFields({ told, onTold }: { told: Told; onTold: (told: Told) => void }) {
  const { review, nouns } = useWords()
  const { bringIn } = review
  const id = useId()
  const set = (fields: Partial<Told>) => onTold({ ...told, ...fields })
  return (
    <div className="bring-in-fields">
      <div className="review-field wide">
        <label htmlFor={`${id}title`}>{bringIn.title}</label>
        <Input
          id={`${id}title`}
          value={told.title}
          maxLength={500}
          placeholder={bringIn.titleHint}
          onChange={({ target }) => set({ title: target.value })}
        />
      </div>
      <div className="review-field">
        <label htmlFor={`${id}kind`}>{bringIn.kind}</label>
        <Select
          id={`${id}kind`}
          value={told.kind}
          onChange={(kind) => set({ kind })}
          options={keysOf(nouns.documentKinds).map((value) => ({ value, label: nouns.documentKinds[value] }))}
        />
      </div>
      <div className="review-field">
        <label htmlFor={`${id}number`}>{bringIn.docNumber}</label>
        <Input
          id={`${id}number`}
          value={told.docNumber}
          maxLength={100}
          placeholder={bringIn.docNumberHint}
          onChange={({ target }) => set({ docNumber: target.value })}
        />
      </div>
      <div className="review-field wide">
        <label htmlFor={`${id}date`}>{bringIn.date}</label>
        <DayField id={`${id}date`} value={told.date} onChange={(date) => set({ date })} />
        <span className="soft review-hint">{bringIn.dateHint}</span>
      </div>
      <div className="review-field wide">
        <span id={`${id}open`}>{bringIn.openness}</span>
        <Radio.Group
          aria-labelledby={`${id}open`}
          value={told.openness}
          onChange={({ target }) => set({ openness: target.value })}
          options={keysOf(nouns.openness).map((value) => ({ value, label: nouns.openness[value] }))}
        />
      </div>
    </div>
  )
}

function Trouble({ error }: { error: unknown }) {
  const { review } = useWords()
  const same = error instanceof CallRefused && error.refusal.code === 'same-file' ? error.refusal.facts.document : null
  return (
    <div aria-live="polite">
      <RefusalNotice error={error} />
      {same !== null && (
        <Link to="/documents/$id" params={{ id: same }}>
          {review.bringIn.seeFirst}
        </Link>
      )}
    </div>
  )
}

function Sending({ sending: { share, ticket, stop } }: { sending: ReturnType<typeof useSending> }) {
  const { bringIn } = useWords().review
  const arrived = share !== null && share >= 1
  const progress = useImportProgress(ticket, arrived)
  const percent = share === null ? 0 : Math.floor((arrived ? wholeFraction(progress) : share) * 100)
  const told = arrived ? bringIn.stages[progress.stage](percent) : bringIn.sending(percent)
  if (share === null) {
    return (
      <div className="review-form-end">
        <Button type="primary" htmlType="submit">
          {bringIn.submit}
        </Button>
      </div>
    )
  }
  return (
    <>
      <Progress percent={percent} showInfo={false} aria-label={told} />
      <div className="review-form-end" role="status">
        <span>{told}</span>
        {!arrived && <Button onClick={stop}>{bringIn.stop}</Button>}
      </div>
    </>
  )
}

/** Asked four times a second once the file has arrived; the server forgets it when the import ends. */
function useImportProgress(ticket: string, arrived: boolean): ImportProgress {
  const { data } = useQuestion(
    'getImportProgress',
    { ticket },
    { enabled: arrived, refetchInterval: 250, staleTime: 0 },
  )
  return data ?? { stage: 'received', fraction: 1 }
}

function Done({ outcome, onClose }: { outcome: OutputOf<'importDocument'>; onClose: () => void }) {
  const { review, shell } = useWords()
  const { document, proposals } = outcome
  return (
    <div className="bring-in">
      <Alert type="success" title={review.bringIn.done(proposals)} />
      {document.picturePages && <Alert type="warning" title={review.picturePages(document.picturePages)} />}
      {document.warnings.length > 0 && (
        <Alert type="warning" title={`${review.bringIn.warned}${document.warnings.join(shell.listMark)}`} />
      )}
      <div className="review-form-end">
        <Link className="plain-button primary" to="/documents/$id" params={{ id: document.id }}>
          {review.bringIn.review}
        </Link>
        <Button onClick={onClose}>{shell.close}</Button>
      </div>
    </div>
  )
}

/** Sends the source; a document without a warning opens at once, one with a warning is shown with it first. */
function useSending() {
  const [share, setShare] = useState<number | null>(null)
  const [ticket, setTicket] = useState(drawTicket)
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState<OutputOf<'importDocument'> | null>(null)
  const running = useRef<AbortController>(null)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const send = async ({ way, file, text }: Source, told: Told, pastedName: string) => {
    const body = way === 'file' && file ? file : new Blob([text], { type: 'text/plain' })
    const fileName = way === 'file' && file ? file.name : pastedName
    running.current = new AbortController()
    const ticket = drawTicket()
    setTicket(ticket)
    setError(null)
    setShare(0)
    try {
      const outcome = await upload(
        'importDocument',
        { fileName, ticket, ...saidOf(told) },
        body,
        setShare,
        running.current,
      )
      void queries.invalidateQueries()
      if (outcome.document.warnings.length > 0 || outcome.document.picturePages) setDone(outcome)
      else await navigate({ to: '/documents/$id', params: { id: outcome.document.id } })
    } catch (problem) {
      if (!(problem instanceof DOMException && problem.name === 'AbortError')) setError(problem)
    } finally {
      setShare(null)
    }
  }
  return { share, ticket, error, done, send, stop: () => running.current?.abort(), forget: () => setError(null) }
}

/** A UUID of version 4; `randomUUID` itself is only there on pages opened by https or on this machine. */
function drawTicket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** What is left empty is not sent. */
function saidOf({ title, docNumber, date, kind, openness }: Told) {
  return {
    ...{ kind, openness },
    ...(title.trim() && { title: title.trim() }),
    ...(docNumber.trim() && { docNumber: docNumber.trim() }),
    ...(date && { date }),
  }
}
