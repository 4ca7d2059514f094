// A definition out as a file and in from one, so that zones can share what they have made.

import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { filePlaceWords } from '#contract/definition-words.ts'
import type { Definition } from '#domain/register.ts'
import { definitionFile, definitionFrom, type FileTrouble } from '#domain/register-file.ts'
import { useDirectory } from '#web/hooks.ts'
import { type AllWords, type Language, useLanguage, useWords } from '#web/language.ts'

export function ExportDefinition({ definition }: { definition: Definition }) {
  const { define } = useWords()
  const directory = useDirectory()
  const save = () => {
    const text = definitionFile(definition, (id) => directory?.unit(id)?.shortName)
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `${definition.name}.json`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Button disabled={!directory} onClick={save}>
      {define.file.export}
    </Button>
  )
}

export function ImportDefinition({ onReady }: { onReady: (draft: Definition) => void }) {
  const { define } = useWords()
  const directory = useDirectory()
  const field = useRef<HTMLInputElement>(null)
  const language = useLanguage()
  const [trouble, setTrouble] = useState<string | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const text = await file.text().catch(() => null)
    if (text === null) return setTrouble(define.file.unread)
    const { definition, trouble: found } = definitionFrom(text, new Set(directory?.units.map(({ id }) => id)))
    setTrouble(found ? troubleWords(found, define, language) : null)
    if (definition) onReady(definition)
  }
  return (
    <>
      {trouble && <Alert className="refusal-notice" type="error" role="alert" title={trouble} />}
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        className="only-read-aloud"
        tabIndex={-1}
        aria-label={define.start.filePick}
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button disabled={!directory} onClick={() => field.current?.click()}>
        {define.start.filePick}
      </Button>
    </>
  )
}

function troubleWords(trouble: FileTrouble, { file }: AllWords['define'], language: Language): string {
  switch (trouble.why) {
    case 'unknown-part':
    case 'missing':
      return file.troubles[trouble.why](filePlaceWords(trouble.at, language))
    case 'unfit':
      return file.troubles.unfit(filePlaceWords(trouble.at, language), trouble.value)
    default:
      return file.troubles[trouble.why]()
  }
}
