// The files kept with an entry, each with what it proves: gates look for them by that word.

import { AutoComplete } from 'antd'
import { useId, useState } from 'react'
import type { EntryFile } from '#domain/entry-file.ts'
import type { Definition } from '#domain/register.ts'
import { downloadUrl } from '#web/client.ts'
import { useMe } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { writesEntry } from '#web/parts/entry-rights.ts'
import { UploadButton } from '#web/parts/entry-upload.tsx'
import { PersonName } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { showBytes } from '#web/words/amount.ts'

export function EntryFiles({ register, page, asOf }: EntryPartProps) {
  const { files: say } = useWords().record
  const columns = useColumns()
  const me = useMe()
  const writes = asOf === null && writesEntry(register.definition, page.entry, me)
  return (
    <section className="section" aria-labelledby="files-title">
      <h2 id="files-title">{say.title}</h2>
      {page.files.length === 0 ? (
        <p className="soft">{say.none}</p>
      ) : (
        <PlainTable
          caption={say.title}
          columns={columns}
          rows={page.files.toReversed()}
          rowKey={({ id }) => id}
          empty={say.none}
        />
      )}
      {writes && <AddFile register={register} page={page} />}
    </section>
  )
}

/** Kinds that the gates of the register ask for are offered; any other word may be written. */
function AddFile({ register, page }: Omit<EntryPartProps, 'asOf'>) {
  const { files: say } = useWords().record
  const id = useId()
  const [proves, setProves] = useState('')
  const options = kindsOf(register.definition).map((value) => ({ value }))
  return (
    <div className="file-add not-printed">
      <label htmlFor={id}>{say.prove}</label>
      <AutoComplete
        id={id}
        value={proves}
        onChange={(value: string) => setProves(value ?? '')}
        options={options}
        showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) ?? false }}
      />
      <UploadButton register={register} id={page.entry.id} proves={proves} label={say.add} />
      <span className="soft">{say.limit}</span>
    </div>
  )
}

export function kindsOf({ ladders }: Definition): string[] {
  return [...new Set(ladders.flatMap(({ rungs }) => rungs.flatMap(({ gate }) => gate.proofs.map(({ kind }) => kind))))]
}

function useColumns(): Column<EntryFile>[] {
  const { files: say } = useWords().record
  const language = useLanguage()
  return [
    {
      key: 'file',
      head: say.name,
      cell: ({ id, file }) => (
        <a href={downloadUrl('getEntryFile', { id })} download={file.name} className="underlined">
          {file.name}
        </a>
      ),
    },
    { key: 'proves', head: say.prove, cell: ({ proves }) => proves },
    { key: 'size', head: say.size, look: 'number', cell: ({ file }) => showBytes(file.bytes, language) },
    {
      key: 'by',
      head: say.by,
      look: 'nowrap',
      cell: ({ filedBy, filedOn }) => (
        <>
          <PersonName id={filedBy} /> {filedOn}
        </>
      ),
    },
    {
      key: 'hash',
      head: say.hash,
      look: 'nowrap',
      cell: ({ file }) => <code title={say.hashHint(file.sha256)}>{file.sha256.slice(0, 12)}</code>,
    },
  ]
}
