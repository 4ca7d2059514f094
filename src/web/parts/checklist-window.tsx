// The checklist of a gate: what a step asks for and what is lacking, mended there and then; only when nothing is open can the
// step be taken. Opened by 推进 on an entry's page and by moving a card on the board.

import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Ladder, Register, Rung } from '#domain/register.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { ChecklistChecks } from '#web/parts/checklist-checks.tsx'
import { ChecklistConditions } from '#web/parts/checklist-conditions.tsx'
import { ChecklistProofs } from '#web/parts/checklist-proofs.tsx'
import { type Checklist, emptyDraft, isReady, openItems, owedIn, type StepDraft } from '#web/parts/checklist-state.ts'
import { StepFields } from '#web/parts/checklist-step.tsx'
import type { EntryPage } from '#web/parts/entry-page.ts'
import { decidesGate, keepsEntry } from '#web/parts/entry-rights.ts'
import { FormWindow } from '#web/parts/form-window.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import './rules.css'
import './checklist.css'

export type StepWindowProps = {
  register: Register
  id: string
  ladder: Ladder
  to: Rung
  onDone: () => void
  onClose: () => void
}

export function ChecklistWindow({ register, id, ladder, to, onDone, onClose }: StepWindowProps) {
  const { gate: say } = useWords().record
  const { message } = App.useApp()
  const { code } = register.definition
  const { data: page } = useQuestion('getEntry', { register: code, id })
  const {
    data: list,
    error,
    refetch,
  } = useQuestion('getChecklist', { register: code, id, ladder: ladder.key, to: to.key })
  const act = useAct('climbEntry', { quiet: true })
  const [draft, setDraft] = useState(emptyDraft)
  // Forms within a form would send the outer one: the windows of checks stand beside it.
  const [beside, setBeside] = useState<ReactNode>(null)
  const may = useMay(register, page, list, to)
  const take = () => {
    if (!page || !list) return
    const { reason, certificateOn, on } = draft
    const step = { register: code, id, version: page.entry.version, ladder: ladder.key, to: to.key }
    const said = { reason: reason.trim() || null, certificateOn, owed: owedIn(list, draft), ...(on && { on }) }
    const done = () => {
      void message.success(say.done(to.name))
      onDone()
    }
    act.mutate({ ...step, ...said }, { onSuccess: done })
  }
  return (
    <>
      <FormWindow
        title={say.title(to.name)}
        submit={say.submit}
        onSubmit={take}
        onClose={onClose}
        busy={act.isPending}
        blocked={!list || !page || may !== null || !isReady(list, to.gate, draft)}
        error={act.error}
      >
        <RefusalNotice error={error} onRetry={() => void refetch()} />
        {page && list ? (
          <>
            <StepHead register={register} page={page} ladder={ladder} to={to} />
            <Outcome list={list} draft={draft} may={may} />
            <Skipped list={list} ladder={ladder} />
            <ChecklistConditions register={register} page={page} list={list} />
            <ChecklistProofs register={register} page={page} list={list} to={to} draft={draft} onDraft={setDraft} />
            <ChecklistChecks
              register={register}
              page={page}
              list={list}
              gate={to.gate}
              onBeside={setBeside}
              onClosed={() => setBeside(null)}
            />
            <StepFields
              list={list}
              to={to}
              draft={draft}
              onDraft={setDraft}
              since={page.entry.rungs[ladder.key]?.since}
            />
          </>
        ) : (
          !error && <LoadingMark />
        )}
      </FormWindow>
      {beside}
    </>
  )
}

/** Why this person cannot take the step whatever the list says; null when nothing but the list stands in the way. */
function useMay(register: Register, page: EntryPage | undefined, list: Checklist | undefined, to: Rung): string | null {
  const {
    record: { gate: say },
    nouns,
    shell,
  } = useWords()
  const me = useMe()
  if (!page) return null
  if (!keepsEntry(register.definition, page.entry, me)) return say.notKeeper
  const deciders = to.gate.decides.map((role) => nouns.roles[role]).join(shell.listMark)
  if (!decidesGate(to.gate, me.roles)) return say.notYours(deciders)
  return list?.decider && list.decider !== 'other' ? say.otherParty[list.decider] : null
}

function StepHead({
  register,
  page,
  ladder,
  to,
}: Pick<StepWindowProps, 'register' | 'ladder' | 'to'> & { page: EntryPage }) {
  const { record } = useWords()
  const at = page.entry.rungs[ladder.key]
  const from = ladder.rungs.find(({ key }) => key === at?.rung)?.name ?? record.gate.below
  const title = page.entry.values[register.definition.title] as string | undefined
  return (
    <div className="act-subject">
      <strong>{title ?? record.linked.untitled}</strong>
      <div className="soft">
        {ladder.name} · {record.gate.fromTo(from, to.name)}
      </div>
    </div>
  )
}

function Outcome({ list, draft, may }: { list: Checklist; draft: StepDraft; may: string | null }) {
  const { gate: say } = useWords().record
  const open = openItems(list, draft)
  const asksNothing = list.conditions.length + list.proofs.length + list.checks.length === 0
  const words = open > 0 ? say.closed(open) : asksNothing ? say.nothing : say.open
  return (
    <div className={open > 0 ? 'gate-outcome is-closed' : 'gate-outcome is-open'} role="status">
      <span aria-hidden="true">{open > 0 ? '✗' : '✓'}</span> {words}
      {may && <div>{may}</div>}
    </div>
  )
}

function Skipped({ list, ladder }: { list: Checklist; ladder: Ladder }) {
  const {
    record: { gate: say },
    shell,
  } = useWords()
  const named = (barred: boolean) =>
    list.skipped
      .filter((one) => one.barred === barred)
      .map(({ rung }) => ladder.rungs.find(({ key }) => key === rung)?.name ?? rung)
      .join(shell.listMark)
  const [barred, passed] = [named(true), named(false)]
  return (
    <>
      {barred && (
        <p className="gate-line is-no">
          <span aria-hidden="true">✗</span> {say.barred(barred)}
        </p>
      )}
      {passed && <p className="gate-line">{say.skipped(passed)}</p>}
    </>
  )
}
