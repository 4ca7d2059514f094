// Adopting all visible proposals of a kind: only after the list was shown and confirmed, one act after the other.

import { Button, Checkbox, Modal, Progress, Radio } from 'antd'
import { useRef, useState } from 'react'
import type { Proposal } from '#domain/proposal.ts'
import type { StatementKind } from '#reading/statement.ts'
import { useWords } from '#web/language.ts'
import type { Decisions } from '#web/parts/review-acts.ts'
import { missing } from '#web/parts/review-phrases.ts'
import { allKinds } from '#web/parts/review-queue.ts'

type Props = {
  /** The undecided proposals of the list as it is filtered now. */
  items: readonly Proposal[]
  decide: Decisions['decide']
  onDecided: (id: string) => void
  onClose: () => void
}

export function ReviewBatch({ items, decide, onDecided, onClose }: Props) {
  const { review, nouns, shell } = useWords()
  const kinds = allKinds.filter((kind) => items.some(({ wording }) => wording.kind === kind))
  const [kind, setKind] = useState<StatementKind | undefined>(kinds[0])
  const [checked, setChecked] = useState(false)
  const run = useRun(decide, onDecided)
  const chosen = run.items ?? items.filter(({ wording }) => wording.kind === kind)
  const open = chosen.filter((proposal) => missing(proposal).length > 0).length
  const choose = (next: StatementKind) => {
    setKind(next)
    setChecked(false)
  }
  const idle = run.items === null
  return (
    <Modal
      open
      title={review.batch.open}
      width={640}
      footer={null}
      onCancel={run.running ? run.stop : onClose}
      destroyOnHidden
    >
      <p>{review.batch.what}</p>
      {idle && (
        <Radio.Group
          aria-label={review.batch.choose}
          value={kind}
          onChange={({ target }) => choose(target.value)}
          options={kinds.map((one) => ({
            value: one,
            label: review.batch.of(nouns.kinds[one], items.filter(({ wording }) => wording.kind === one).length),
          }))}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ol className="review-batch" aria-label={kind && nouns.kinds[kind]} tabIndex={0}>
        {chosen.map(({ id, wording }) => (
          <li key={id}>{wording.title}</li>
        ))}
      </ol>
      {open > 0 && <p className="review-missing">{review.batch.missing(open)}</p>}
      {idle && (
        <Checkbox checked={checked} onChange={({ target }) => setChecked(target.checked)}>
          {review.batch.confirm(chosen.length)}
        </Checkbox>
      )}
      {!idle && (
        <>
          <Progress percent={Math.round((run.done / chosen.length) * 100)} aria-label={review.batch.open} />
          <p role="status">
            {run.running
              ? review.batch.running(run.done, chosen.length)
              : review.batch.finished(run.done - run.failed, run.failed)}
          </p>
        </>
      )}
      <div className="review-form-end">
        {idle && (
          <Button type="primary" disabled={!checked || chosen.length === 0} onClick={() => void run.start(chosen)}>
            {review.batch.start(chosen.length)}
          </Button>
        )}
        <Button onClick={run.running ? run.stop : onClose}>{run.running ? review.batch.stop : shell.close}</Button>
      </div>
    </Modal>
  )
}

/** Three failures in a row end the run: the connection is gone, or somebody else is deciding on the same items. */
const patience = 3

function useRun(decide: Decisions['decide'], onDecided: (id: string) => void) {
  const [items, setItems] = useState<readonly Proposal[] | null>(null)
  const [count, setCount] = useState({ done: 0, failed: 0, running: false })
  const stopped = useRef(false)
  const start = async (chosen: readonly Proposal[]) => {
    setItems(chosen)
    let failed = 0
    let inRow = 0
    for (const [place, proposal] of chosen.entries()) {
      if (stopped.current || inRow === patience) break
      setCount({ done: place, failed, running: true })
      const well = await decide(proposal, { act: 'adopt' })
      if (well) onDecided(proposal.id)
      else failed++
      inRow = well ? 0 : inRow + 1
      setCount({ done: place + 1, failed, running: true })
    }
    setCount((old) => ({ ...old, running: false }))
  }
  const stop = () => {
    stopped.current = true
  }
  return { items, ...count, start, stop }
}
