// Choosing evidence files: what they prove first, then the files, by button or by dropping them; each with its progress.

import { AutoComplete, Button, Progress } from 'antd'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useLanguage, useWords } from '#web/language.ts'
import { spoken } from '#web/parts/spoken.ts'
import type { Sending, useUploads } from '#web/parts/uploads.ts'
import { showBytes } from '#web/words/amount.ts'
import './evidence-list.css'

type Props = { uploads: ReturnType<typeof useUploads>; proof: readonly string[] }

export function EvidenceField({ uploads, proof }: Props) {
  const { shell } = useWords()
  const [chosen, setChosen] = useState<string | null>(null)
  const next = proof.find((kind) => !uploads.files.some(({ proves }) => proves === kind)) ?? proof[0] ?? ''
  const proves = (chosen ?? next).trim()
  const add = (files: Iterable<File>) => {
    if (proves) uploads.add(files, proves)
    setChosen(null)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    add(event.dataTransfer.files)
  }
  return (
    <fieldset className="act-field" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <legend className="act-label">
        {shell.act.evidence} <span className="soft">{shell.optional}</span>
      </legend>
      <FileChoice proves={chosen ?? next} onProves={setChosen} proof={proof} onFiles={add} />
      <div className="soft act-hint">{shell.act.fileLimit}</div>
      {uploads.tooLarge.map((name) => (
        <p key={name} role="alert" className="act-trouble">
          {shell.act.tooLarge(name)}
        </p>
      ))}
      <ul className="evidence-list">
        {uploads.files.map((file) => (
          <SendingFile
            key={file.key}
            sending={file}
            onRetry={() => void uploads.retry(file)}
            onRemove={() => uploads.remove(file.key)}
          />
        ))}
      </ul>
    </fieldset>
  )
}

type FileChoiceProps = {
  proves: string
  onProves: (kind: string) => void
  proof: readonly string[]
  onFiles: (files: File[]) => void
}

/** What the next files prove: one of the declared kinds or a free word; without it no file can be chosen. */
function FileChoice({ proves, onProves, proof, onFiles }: FileChoiceProps) {
  const { shell } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <div className="evidence-choice">
      <label htmlFor={id}>{shell.act.proves}</label>
      <AutoComplete id={id} value={proves} onChange={onProves} options={proof.map((kind) => ({ value: kind }))} />
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button onClick={() => picker.current?.click()} disabled={proves.trim() === ''}>
        {shell.act.addFile}
      </Button>
    </div>
  )
}

type SendingFileProps = { sending: Sending; onRetry: () => void; onRemove: () => void }

function SendingFile({ sending, onRetry, onRemove }: SendingFileProps) {
  const words = useWords()
  const language = useLanguage()
  const { act, retry } = words.shell
  const { file, proves, state, share, error } = sending
  const percent = Math.floor(share * 100)
  const said = { sending: act.uploading(percent), sent: act.uploaded, failed: act.failed }[state]
  return (
    <li>
      <span className="evidence-kind">{proves}</span>
      {file.name} <span className="soft nowrap">{showBytes(file.size, language)}</span>{' '}
      <span role="status" className={state === 'failed' ? 'act-trouble' : 'soft'}>
        {said}
        {state === 'failed' && ` ${spoken(error, words, language)}`}
      </span>{' '}
      {state === 'failed' && (
        <>
          <button type="button" className="word-button" aria-label={`${retry} ${file.name}`} onClick={onRetry}>
            {retry}
          </button>{' '}
        </>
      )}
      <button type="button" className="word-button" aria-label={act.removeFile(file.name)} onClick={onRemove}>
        {act.remove}
      </button>
      {state === 'sending' && (
        <Progress percent={percent} size="small" showInfo={false} aria-label={act.uploading(percent)} />
      )}
    </li>
  )
}
