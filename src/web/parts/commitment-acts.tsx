// What the signed-in person may do with this commitment now: the next step as the main button, what ends it further away.

import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { ActDialog } from '#web/parts/act-dialog.tsx'
import { type ActName, actsFor } from '#web/parts/act-rules.ts'
import { subjectOf } from '#web/parts/act-subject.ts'
import { DutyForm } from '#web/parts/commitment-duty.tsx'
import { offersOf } from '#web/parts/commitment-order.ts'

export function PageActs({ page }: { page: OutputOf<'getCommitment'> }) {
  const { shell, supervise } = useWords()
  const [act, setAct] = useState<ActName | null>(null)
  const { commitment } = page
  const { next, beside, apart } = useOffers(page)
  const far = apart.map((name) => ({ key: name, label: shell.acts[name] }))
  const close = () => setAct(null)
  return (
    <>
      {[...next, ...beside].map((name) => (
        <Button key={name} type={name === next[0] ? 'primary' : 'default'} onClick={() => setAct(name)}>
          {shell.acts[name]}
        </Button>
      ))}
      {far.length > 0 && (
        <Dropdown menu={{ items: far, onClick: ({ key }) => setAct(key as ActName) }} trigger={['click']}>
          <Button aria-haspopup="menu">{supervise.sheet.moreActs}</Button>
        </Dropdown>
      )}
      {act === 'assign' && <DutyForm page={page} onDone={close} onClose={close} />}
      {act && act !== 'assign' && (
        <ActDialog act={act} commitment={subjectOf(commitment)} onDone={close} onClose={close} />
      )}
    </>
  )
}

/** An extension can be decided on only while one is asked for. */
function useOffers({ commitment }: OutputOf<'getCommitment'>) {
  const asked = commitment.extensions.some(({ state }) => state === 'asked')
  return offersOf(actsFor(subjectOf(commitment), useMe()).filter((name) => name !== 'decideExtension' || asked))
}
