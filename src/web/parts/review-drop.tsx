// A place to drop one file, or to choose it; a real file field, so that keyboard and reader know it.

import { type DragEvent, useState } from 'react'
import { useLanguage, useWords } from '#web/language.ts'
import { showBytes } from '#web/words/amount.ts'

export function DropField({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
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
        accept=".txt,.md,.docx,.docm,.pdf,.xlsx,.xlsm,.html,.htm,text/plain"
        onChange={({ target }) => take(target.files)}
      />
      {file ? (
        <>
          <strong>{bringIn.chosen(file.name, showBytes(file.size, language))}</strong>{' '}
          <span className="soft">{bringIn.another}</span>
        </>
      ) : (
        bringIn.drop
      )}
      <br />
      <span className="soft review-hint">{bringIn.dropHint}</span>
    </label>
  )
}
