// Breaking a commitment down: a row per part with its words, unit, post, due date and proof. A part that would be due
// later than the whole is marked as it is typed; the server refuses it as well.

import { App, Button, Input, Modal, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Commitment } from '#domain/commitment.ts'
import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type PlanRow, type Problem, partOf, problemsOf, withUnits } from '#web/parts/commitment-plan.ts'
import { DayField, PostSelect, UnitSelect, UnitsSelect } from '#web/parts/fields.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

type Props = { whole: Commitment; onDone: () => void; onClose: () => void }

export function BreakDownForm({ whole, onDone, onClose }: Props) {
  const { shell, supervise } = useWords()
  const say = supervise.parts
  const { message } = App.useApp()
  const act = useAct('breakDown', { quiet: true })
  const [tried, setTried] = useState(false)
  const { dueOn } = whole.duty
  const blank = { title: whole.wording.title, post: null, dueOn, proof: [] }
  const [rows, setRows] = useState<PlanRow[]>([{ ...blank, key: 1, lead: null }])
  const wrong = rows.some((row) => problemsOf(row, dueOn).length > 0)
  const submit = () => {
    setTried(true)
    if (wrong) return
    const { id, version } = whole
    const after = () => {
      void message.success(shell.didAct(say.title, whole.number))
      onDone()
    }
    act.mutate({ id, version, parts: rows.map(partOf) }, { onSuccess: after })
  }
  const change = (row: PlanRow) => setRows(rows.map((one) => (one.key === row.key ? row : one)))
  const add = () => setRows([...rows, { ...blank, key: Math.max(0, ...rows.map(({ key }) => key)) + 1, lead: null }])
  return (
    <Modal
      open
      title={`${say.form}：${whole.number}`}
      width="min(72rem, 96vw)"
      mask={{ closable: false }}
      onCancel={onClose}
      onOk={submit}
      okText={say.submit(rows.length)}
      okButtonProps={{ disabled: rows.length === 0 }}
      confirmLoading={act.isPending}
    >
      <p>
        <strong>{whole.wording.title}</strong> <span className="soft">{say.intro(dueOn)}</span>
      </p>
      <div className="plan">
        {rows.map((row, i) => (
          <Row
            key={row.key}
            row={row}
            place={i + 1}
            problems={problemsOf(row, dueOn).filter((problem) => tried || problem === 'late')}
            parentDueOn={dueOn}
            usualProof={whole.duty.proof}
            onChange={change}
            onDrop={rows.length > 1 ? () => setRows(rows.filter(({ key }) => key !== row.key)) : null}
          />
        ))}
      </div>
      <div className="bar">
        <Button onClick={add}>{say.add}</Button>
        <AddForUnits onUnits={(units) => setRows(withUnits(rows, units, blank))} />
      </div>
      {tried && wrong && (
        <p className="field-trouble" role="alert">
          {say.fix}
        </p>
      )}
      <RefusalNotice error={act.error} />
    </Modal>
  )
}

type RowProps = {
  row: PlanRow
  place: number
  problems: readonly Problem[]
  parentDueOn: string | null
  usualProof: readonly string[]
  onChange: (row: PlanRow) => void
  onDrop: (() => void) | null
}

function Row({ row, place, problems, parentDueOn, usualProof, onChange, onDrop }: RowProps) {
  const say = useWords().supervise.parts
  const { shell } = useWords()
  const set = (change: Partial<PlanRow>) => onChange({ ...row, ...change })
  const due = problems.includes('late') ? say.late(parentDueOn ?? '') : problems.includes('due') ? say.dueNeeded : null
  return (
    <fieldset className="plan-row">
      <legend>
        {say.row(place)}
        {onDrop && (
          <button type="button" className="word-button" aria-label={say.drop(place)} onClick={onDrop}>
            {say.dropShort}
          </button>
        )}
      </legend>
      <PlanField label={say.rowTitle} trouble={problems.includes('title') ? say.titleNeeded : null}>
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={500}
          value={row.title}
          onChange={(e) => set({ title: e.target.value })}
        />
      </PlanField>
      <PlanField label={say.lead} trouble={problems.includes('lead') ? say.leadNeeded : null}>
        <UnitSelect value={row.lead} onChange={(lead) => set({ lead, post: null })} />
      </PlanField>
      <PlanField label={say.post} trouble={null}>
        <PostSelect value={row.post} unit={row.lead} disabled={!row.lead} onChange={(post) => set({ post })} />
      </PlanField>
      <PlanField label={say.dueOn} trouble={due}>
        <DayField value={row.dueOn} onChange={(dueOn) => set({ dueOn })} />
      </PlanField>
      <PlanField label={say.proof} trouble={null}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          value={row.proof}
          placeholder={`${say.proofHint}：${usualProof.join(shell.listMark)}`}
          onChange={(proof) => set({ proof })}
        />
      </PlanField>
    </fieldset>
  )
}

function PlanField({ label, trouble, children }: { label: string; trouble: string | null; children: ReactNode }) {
  return (
    <div className={trouble ? 'plan-field is-wrong' : 'plan-field'}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span className="plan-label">{label}</span>
        {children}
      </label>
      {trouble && <strong className="field-trouble">{trouble}</strong>}
    </div>
  )
}

/** Targets are often shared out evenly: choose the units once, then write what differs. */
function AddForUnits({ onUnits }: { onUnits: (units: string[]) => void }) {
  const say = useWords().supervise.parts
  const [units, setUnits] = useState<string[]>([])
  const add = () => {
    onUnits(units)
    setUnits([])
  }
  return (
    <span className="plan-units">
      <UnitsSelect value={units} onChange={setUnits} aria-label={say.unitsToAdd} />
      <Button disabled={units.length === 0} onClick={add}>
        {say.addForUnits}
      </Button>
    </span>
  )
}
