// The papers on a round of inspection, on its page: lists, report, and what is made public.

import type { RectificationPaper } from '#domain/rectification.ts'
import { downloadUrl } from '#web/client.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'

const lists: readonly RectificationPaper[] = ['ledger', 'problems', 'tasks', 'duties', 'effects']

export function EntryPapers({ register, page, asOf }: EntryPartProps) {
  const { papers: say } = useWords().findings
  const { roles } = useMe()
  if (register.definition.code !== 'inspection_round' || !mayPass('getRectificationPaper', roles)) return null
  const of = { round: page.entry.id, ...(asOf !== null && { asOf }) }
  const link = (paper: RectificationPaper, format: 'docx' | 'xlsx', words: string, audience?: 'party' | 'society') => (
    <a
      className="underlined"
      href={downloadUrl('getRectificationPaper', { ...of, paper, format, ...(audience && { audience }) })}
      download
    >
      {words}
    </a>
  )
  return (
    <section className="section not-printed" aria-labelledby="papers-title">
      <h2 id="papers-title">{say.title}</h2>
      <ul>
        {lists.map((paper) => (
          <li key={paper}>
            {say.names[paper]} {link(paper, 'docx', say.word)} {link(paper, 'xlsx', say.excel)}
          </li>
        ))}
        <li>
          {say.names.report} {link('report', 'docx', say.word)}
        </li>
        <li>
          {say.names.publication} {link('publication', 'docx', say.party, 'party')}{' '}
          {link('publication', 'docx', say.society, 'society')}
        </li>
      </ul>
      <p className="soft">{say.note}</p>
    </section>
  )
}
