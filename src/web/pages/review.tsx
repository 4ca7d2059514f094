// The review of a document: its text with everything read marked in it, the list of proposals beside it, and a person who
// decides on each. Two panes linked both ways, worked by keyboard; on a phone the panes take turns.

import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { downloadUrl } from '#web/client.ts'
import { useDirectory, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { KeysWindow, useKeys } from '#web/parts/keys.tsx'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { type Decisions, useDecisions } from '#web/parts/review-acts.ts'
import { ReviewBatch } from '#web/parts/review-batch.tsx'
import { ReviewCard } from '#web/parts/review-card.tsx'
import { ReviewFilters } from '#web/parts/review-filters.tsx'
import { deskKeys, keyWords } from '#web/parts/review-keys.ts'
import { ReviewList } from '#web/parts/review-list.tsx'
import { allKinds } from '#web/parts/review-queue.ts'
import { KindLetter } from '#web/parts/review-signs.tsx'
import { type Desk, useDesk } from '#web/parts/review-state.ts'
import { ReviewText } from '#web/parts/review-text.tsx'
import '#web/parts/review-look.css'

type Read = OutputOf<'getDocument'>

export function ReviewPage() {
  const { id } = useParams({ from: '/frame/documents/$id' })
  const { data, error, refetch } = useQuestion('getDocument', { id }, { staleTime: 300_000 })
  if (data) return <Review key={id} read={data} />
  return error ? <RefusalNotice error={error} onRetry={() => void refetch()} /> : <LoadingMark />
}

function Review({ read }: { read: Read }) {
  const { proposal: asked } = useSearch({ from: '/frame/documents/$id' })
  const [first] = useState(asked ?? null)
  const decisions = useDecisions(read.document.id, read.proposals)
  const deciding = mayPass('adoptProposal', useMe().roles)
  const desk = useDesk(decisions, first, deciding)
  const list = useRef<HTMLDivElement>(null)
  const [window, setWindow] = useState<'keys' | 'batch' | null>(null)
  const [pane, setPane] = useState<'text' | 'list'>('list')
  const { review } = useWords()
  useKeys(
    deskKeys(desk, decisions, deciding, () => setWindow('keys')),
    window === null,
  )
  useFocusOnList(list, `${desk.id} ${desk.form} ${window}`)
  const undecided = desk.items.filter(({ state }) => state === 'proposed')
  return (
    <div className="review" data-pane={pane}>
      <Head read={read} decisions={decisions} onKeys={() => setWindow('keys')} />
      <PaneSwitch pane={pane} onPane={setPane} />
      <ReviewText
        text={read.document.text}
        proposals={decisions.proposals}
        inList={desk.inList}
        selected={desk.selected}
        part={desk.part}
        onSelect={desk.selectAnywhere}
      />
      <section className="review-side" aria-label={review.list}>
        <ReviewFilters {...desk} onFilter={desk.setFilter} onOrder={desk.setOrder}>
          {deciding && (
            <Button size="small" disabled={undecided.length === 0} onClick={() => setWindow('batch')}>
              {review.batch.open}
            </Button>
          )}
        </ReviewFilters>
        <div className="review-queue">
          <ReviewList
            {...decisions}
            {...desk}
            list={list}
            selected={desk.id}
            onSelect={desk.select}
            onMove={desk.move}
          />
          {desk.items.length === 0 && (
            <p className="empty-mark">{read.proposals.length === 0 ? review.emptyAll : review.empty}</p>
          )}
        </div>
        <Card desk={desk} decisions={decisions} deciding={deciding} />
      </section>
      <p className="only-read-aloud" role="status">
        {decisions.said}
      </p>
      <KeysWindow keys={keyWords(review, deciding)} open={window === 'keys'} onClose={() => setWindow(null)}>
        <p className="review-help">
          {review.galleryHint} <Link to="/gallery">{review.gallery}</Link>
        </p>
      </KeysWindow>
      {window === 'batch' && (
        <ReviewBatch
          items={undecided}
          decide={decisions.decide}
          onDecided={desk.keep}
          onClose={() => setWindow(null)}
        />
      )}
    </div>
  )
}

/** A button that was pressed goes with its card; the focus then rests on the list, where the arrow keys work. */
function useFocusOnList(list: RefObject<HTMLElement | null>, after: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever the card has changed
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      list.current?.focus({ preventScroll: true })
  }, [list, after])
}

function Head({
  read: { document },
  decisions: { proposals },
  onKeys,
}: {
  read: Read
  decisions: Decisions
  onKeys: () => void
}) {
  const { review, nouns, shell } = useWords()
  const { number, title, kind, docNumber, date, openness, importedBy, importedOn, characters, warnings } = document
  const { picturePages = [] } = document
  const decided = proposals.filter(({ state }) => state !== 'proposed').length
  const who = useDirectory()?.person(importedBy)?.name ?? ''
  const facts = [
    `№ ${number}`,
    nouns.documentKinds[kind],
    docNumber,
    date ?? review.noDate,
    nouns.openness[openness],
    review.characters(characters),
    review.importedBy(who, importedOn),
  ]
  return (
    <div className="review-top">
      <PageHeader title={title} beside={review.progress(decided, proposals.length)}>
        <Link to="/documents">{review.back}</Link>
        <a href={downloadUrl('getOriginal', { id: document.id })}>{review.original}</a>
        <Button onClick={() => print()}>{shell.print}</Button>
        <Button onClick={onKeys}>
          {review.keys.title} <kbd>?</kbd>
        </Button>
      </PageHeader>
      <p className="soft review-facts">{facts.filter(Boolean).join(' · ')}</p>
      <p className="review-legend" aria-hidden="true">
        {allKinds.map((one) => (
          <span key={one}>
            <KindLetter kind={one} />{' '}
            <span className="review-mark" data-kind={one}>
              {nouns.kinds[one]}
            </span>
          </span>
        ))}
      </p>
      {picturePages.length > 0 && <Alert type="warning" title={review.picturePages(picturePages)} />}
      {warnings.length > 0 && <Alert type="warning" title={`${review.warned}${warnings.join(shell.listMark)}`} />}
    </div>
  )
}

function PaneSwitch({ pane, onPane }: { pane: 'text' | 'list'; onPane: (pane: 'text' | 'list') => void }) {
  const { review } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons of which one is pressed, no form
    <div className="review-panes" role="group" aria-label={review.panes}>
      {(['list', 'text'] as const).map((one) => (
        <button key={one} type="button" className="review-chip" aria-pressed={pane === one} onClick={() => onPane(one)}>
          {review[one]}
        </button>
      ))}
    </div>
  )
}

function Card({ desk, decisions, deciding }: { desk: Desk; decisions: Decisions; deciding: boolean }) {
  const { review } = useWords()
  const { selected, duty, id } = desk
  const place = desk.items.findIndex((proposal) => proposal.id === id)
  if (!selected || !duty) return <div className="review-desk empty-mark">{review.noneSelected}</div>
  return (
    <div className="review-desk">
      <div className="review-steps">
        <span className="soft">{review.place(place + 1, desk.items.length)}</span>
        <Button size="small" onClick={() => desk.move(-1)}>
          {review.previous} <kbd>K</kbd>
        </Button>
        <Button size="small" onClick={() => desk.move(1)}>
          {review.next} <kbd>J</kbd>
        </Button>
        <Button size="small" onClick={desk.toUndecided}>
          {review.nextUndecided} <kbd>N</kbd>
        </Button>
      </div>
      <ReviewCard
        key={selected.id}
        proposal={selected}
        previous={desk.previous}
        trouble={decisions.troubles.get(selected.id)}
        pending={decisions.pending.has(selected.id)}
        deciding={deciding}
        number={selected.commitment ? decisions.numbers.get(selected.commitment) : undefined}
        form={desk.form}
        duty={duty}
        onForm={desk.setForm}
        onDuty={desk.setDuty}
        onPart={desk.setPart}
        onAdopt={desk.adopt}
        onDecide={desk.decideOn}
      />
    </div>
  )
}
