// The acts that are open to me on a row, behind one button; the form of the one chosen opens beside the list.

import { Dropdown } from 'antd'
import { useState } from 'react'
import type { CommitmentRow } from '#contract/overview.ts'
import { useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { ActDialog } from '#web/parts/act-dialog.tsx'
import { type ActName, actsFor } from '#web/parts/act-rules.ts'
import { subjectOf } from '#web/parts/act-subject.ts'
import { offersOf } from '#web/parts/commitment-order.ts'

export type Chosen = { act: ActName; row: CommitmentRow }

/** Nothing when there is nothing to do. Whether an extension waits is not known from a row: that act stays on the page. */
export function RowActs({ row, onAct }: { row: CommitmentRow; onAct: (chosen: Chosen) => void }) {
  const { shell, supervise } = useWords()
  const { next, beside, apart } = offersOf(actsFor(row, useMe()).filter((act) => act !== 'decideExtension'))
  const acts = [...next, ...beside, ...apart]
  if (acts.length === 0) return null
  const items = acts.map((act) => ({ key: act, label: shell.acts[act] }))
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => onAct({ act: key as ActName, row }) }} trigger={['click']}>
      <button
        type="button"
        className="word-button"
        aria-haspopup="menu"
        aria-label={supervise.table.actionsOf(row.number)}
      >
        {supervise.table.actions}
      </button>
    </Dropdown>
  )
}

/** The form of the chosen act. The commitment is asked for again beside it, so that a reload after `stale` reaches the form. */
export function useRowAct() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const id = chosen?.row.id ?? ''
  const { data: fresh } = useQuestion('getCommitment', { id }, { enabled: chosen !== null })
  const close = () => setChosen(null)
  const form = chosen && (
    <ActDialog
      act={chosen.act}
      commitment={fresh ? subjectOf(fresh.commitment) : chosen.row}
      onDone={close}
      onClose={close}
    />
  )
  return { choose: setChosen, form }
}
