// A place to drop one file, or to choose it; a real file field, so that keyboard and reader know it.

import { type DragEvent, useState } from 'react'
import { useLanguage, useWords } from '#web/language.ts'
import { showBytes } from '#web/words/amount.ts'
import '#web/parts/drop.css'

const documents = '.txt,.md,.docx,.docm,.pdf,.xlsx,.xlsm,.html,.htm,text/plain'

type Props = {
  file: File | null
  onFile: (file: File) => void
  /** Other files than documents, with what is said of them. */
  only?: { accept: string; drop: string; hint: string }
}

export function DropField({ file, onFile, only }: Props) {
  const { bringIn } = useWords().review
  const language = useLanguage()
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (first) onFile(first)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <label
      className={over ? 'bring-in-drop is-over' : 'bring-in-drop'}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
    >
      <input
        type="file"
        className="only-read-aloud"
        accept={only?.accept ?? documents}
        onChange={({ target }) => take(target.files)}
      />
      {file ? (
        <>
          <strong>{bringIn.chosen(file.name, showBytes(file.size, language))}</strong>{' '}
          <span className="soft">{bringIn.another}</span>
        </>
      ) : (
        (only?.drop ?? bringIn.drop)
      )}
      <br />
      <span className="soft review-hint">{only?.hint ?? bringIn.dropHint}</span>
    </label>
  )
}
