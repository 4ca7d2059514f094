// The input of a field that holds files: those kept with the entry are chosen, others are sent up beside them.

import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { upload } from '#web/client.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { attributes, type EntryPlace, type FieldControlProps } from '#web/parts/field-control.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { limitBytes } from '#web/parts/uploads.ts'

/** `at` null: the entry is not there yet, and files are kept with an entry. */
export function FilesInput({ field, value, onChange, at, ...rest }: FieldControlProps & { at: EntryPlace | null }) {
  const { shell, registers } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const [share, setShare] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [tooLarge, setTooLarge] = useState<string | null>(null)
  const { data, refetch } = useQuestion('getEntry', at ?? { register: '', id: '' }, { enabled: at !== null })
  const now = Array.isArray(value) ? value : []
  const send = async (files: readonly File[]) => {
    const fitting = files.filter(({ size }) => size <= limitBytes)
    setTooLarge(files.find(({ size }) => size > limitBytes)?.name ?? null)
    setTrouble(null)
    const added: string[] = []
    try {
      for (const file of fitting) {
        const said = { ...at!, name: file.name, proves: field.name, ...(file.type && { mediaType: file.type }) }
        added.push((await upload('uploadEntryFile', said, file, setShare)).id)
      }
      await refetch()
    } catch (error) {
      setTrouble(error)
    } finally {
      setShare(null)
      if (added.length > 0) onChange([...now, ...added])
    }
  }
  if (at === null) return <p className="soft">{registers.input.filesLater}</p>
  const options = (data?.files ?? []).map(({ id, file, proves }) => ({ value: id, label: `${file.name} ${proves}` }))
  return (
    <>
      <span className="files-input">
        <Select
          {...attributes(rest)}
          mode="multiple"
          allowClear
          popupMatchSelectWidth={false}
          showSearch={{ optionFilterProp: 'label' }}
          value={now}
          onChange={(ids: string[]) => onChange(ids.length > 0 ? ids : null)}
          options={options}
          placeholder={shell.choose}
        />
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            void send([...(target.files ?? [])])
            target.value = ''
          }}
        />
        <Button onClick={() => picker.current?.click()} loading={share !== null}>
          {share === null ? shell.act.addFile : shell.act.uploading(Math.round(share * 100))}
        </Button>
      </span>
      {tooLarge && <p className="act-trouble">{shell.act.tooLarge(tooLarge)}</p>}
      <RefusalNotice error={trouble} />
    </>
  )
}
