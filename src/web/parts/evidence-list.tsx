// Pieces of evidence as links to their files, each with what it proves.

import type { Evidence } from '#domain/evidence.ts'
import { downloadUrl } from '#web/client.ts'
import { useLanguage } from '#web/language.ts'
import { showBytes } from '#web/words/amount.ts'
import './evidence-list.css'

export function EvidenceList({ pieces }: { pieces: readonly Evidence[] }) {
  const language = useLanguage()
  return (
    <ul className="evidence-list">
      {pieces.map(({ id, proves, file }) => (
        <li key={id}>
          <span className="evidence-kind">{proves}</span>
          <a href={downloadUrl('getEvidenceFile', { id })} download={file.name} className="underlined">
            {file.name}
          </a>{' '}
          <span className="soft nowrap">{showBytes(file.bytes, language)}</span>
        </li>
      ))}
    </ul>
  )
}
