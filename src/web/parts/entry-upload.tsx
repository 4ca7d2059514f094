// A button that takes one or more files, says with what they are sent what they prove, and shows how far they have come.

import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { Register } from '#domain/register.ts'
import { upload } from '#web/client.ts'
import { useRefusalMessage } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { hashOf, limitBytes } from '#web/parts/uploads.ts'

type Props = {
  register: Register
  id: string
  /** Empty: no file can be chosen yet. */
  proves: string
  label: string
  /** Shown on the button where the label would be too long; the label then is read aloud. */
  short?: string
  onFiled?: (file: OutputOf<'uploadEntryFile'>) => void
}

export function UploadButton({ register, id, proves, label, short, onFiled }: Props) {
  const { record, shell } = useWords()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const refused = useRefusalMessage()
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const send = async (file: File) => {
    if (file.size > limitBytes) return void message.error(shell.act.tooLarge(file.name), 6)
    const told = { name: file.name, proves, ...(file.type && { mediaType: file.type }), ...(await hashOf(file)) }
    const input = { register: register.definition.code, id, ...told }
    const filed = await upload('uploadEntryFile', input, file, setShare)
    onFiled?.(filed)
  }
  const sendAll = async (files: File[]) => {
    setShare(0)
    try {
      for (const file of files) await send(file)
    } catch (error) {
      refused(error)
    }
    setShare(null)
    void queries.invalidateQueries()
  }
  const word = share === null ? (short ?? label) : record.gate.uploading(Math.floor(share * 100))
  return (
    <>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ target }) => {
          void sendAll([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <Button
        size="small"
        loading={share !== null}
        disabled={proves.trim() === ''}
        onClick={() => picker.current?.click()}
        {...(short && { 'aria-label': label })}
      >
        {word}
      </Button>
    </>
  )
}
