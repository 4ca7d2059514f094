// What the signed-in person may do with this commitment now: the next step as the main button, what ends it further away.

import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import { useMe } from '../hooks.ts'
import { useWords } from '../language.ts'
import { ActDialog } from './act-dialog.tsx'
import { type ActName, actsFor } from './act-rules.ts'
import { subjectOf } from './act-subject.ts'
import { DutyForm } from './commitment-duty.tsx'

/** Ends or undoes: never beside the next step. */
const apart: readonly ActName[] = ['cancel', 'reopen']
/** May be done beside the next step, and is never it. */
const later: readonly ActName[] = ['assign', 'extension', 'urge']

export function PageActs({ page }: { page: OutputOf<'getCommitment'> }) {
  const { shell, supervise } = useWords()
  const [act, setAct] = useState<ActName | null>(null)
  const { commitment } = page
  const acts = useActs(page)
  const near = acts.filter((name) => !apart.includes(name))
  const far = acts.filter((name) => apart.includes(name)).map((name) => ({ key: name, label: shell.acts[name] }))
  const close = () => setAct(null)
  return (
    <>
      {near.map((name, i) => (
        <Button key={name} type={i === 0 && !later.includes(name) ? 'primary' : 'default'} onClick={() => setAct(name)}>
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

/** The next step first: what waits for a decision comes before what may also be done. */
function useActs({ commitment }: OutputOf<'getCommitment'>): ActName[] {
  const asked = commitment.extensions.some(({ state }) => state === 'asked')
  const acts = actsFor(subjectOf(commitment), useMe()).filter((name) => name !== 'decideExtension' || asked)
  return [...acts.filter((name) => !later.includes(name)), ...acts.filter((name) => later.includes(name))]
}
