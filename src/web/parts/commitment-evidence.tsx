// The evidence on file, with what each piece proves and the hash it is kept by; above it, which declared proof is there.

import type { OutputOf } from '#contract/contract.ts'
import type { Evidence } from '#domain/evidence.ts'
import { downloadUrl } from '#web/client.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { type ProofState, proofStates } from '#web/parts/commitment-proof.ts'
import { PersonName } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { showBytes } from '#web/words/amount.ts'

type Page = OutputOf<'getCommitment'>

export function EvidenceOnFile({ page }: { page: Page }) {
  const { evidence: say } = useWords().supervise
  const columns = useColumns()
  return (
    <section className="section" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{say.title}</h2>
      <DeclaredProof page={page} />
      {page.evidence.length === 0 ? (
        <p className="soft">{say.none}</p>
      ) : (
        <PlainTable
          caption={say.title}
          columns={columns}
          rows={page.evidence}
          rowKey={({ id }) => id}
          empty={say.none}
        />
      )}
    </section>
  )
}

const marks: Record<ProofState, string> = { accepted: '✓', filed: '○', missing: '×' }

function DeclaredProof({ page }: { page: Page }) {
  const { evidence: say } = useWords().supervise
  const words: Record<ProofState, string> = { accepted: say.shown, filed: say.filedNotAccepted, missing: say.missing }
  return (
    <p className="proof">
      <span className="soft">{say.required}</span>
      {proofStates(page.commitment, page.evidence).map(({ kind, state }) => (
        <span key={kind} className={`proof-kind proof-${state}`}>
          <span aria-hidden="true">{marks[state]}</span> {kind} <span className="soft">{words[state]}</span>
        </span>
      ))}
    </p>
  )
}

function useColumns(): Column<Evidence>[] {
  const { evidence: say } = useWords().supervise
  const language = useLanguage()
  return [
    {
      key: 'file',
      head: say.file,
      cell: ({ id, file }) => (
        <a href={downloadUrl('getEvidenceFile', { id })} download={file.name} title={say.download(file.name)}>
          {file.name}
        </a>
      ),
    },
    { key: 'proves', head: say.proves, cell: ({ proves }) => proves },
    { key: 'size', head: say.size, look: 'number', cell: ({ file }) => showBytes(file.bytes, language) },
    {
      key: 'filed',
      head: say.filed,
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
