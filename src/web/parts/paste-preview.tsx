// What a pasted block would change, before it is saved: old and new by cell, what cannot be read with its reason and an input
// to mend it in. Lines that are right are saved; the others stay here.

import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Modal, Select } from 'antd'
import { useMemo, useState } from 'react'
import { moneyUnits } from '#domain/cell-number.ts'
import type { Register } from '#domain/register.ts'
import { CallLost } from '#web/client.ts'
import { askedAgain, useMe, useRefusalMessage } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { useNaming } from '#web/parts/naming.ts'
import { useGround, useNames, useTrial } from '#web/parts/paste-ground.ts'
import { type Bed, columnsWanted, layBlock, type PasteLine, type PlannedLine, planLine } from '#web/parts/paste-plan.ts'
import { savePasted, type Told } from '#web/parts/paste-save.ts'
import { PasteTable } from '#web/parts/paste-table.tsx'
import type { RegisterColumn } from '#web/parts/register-columns.ts'
import { unmoved } from '#web/parts/register-editing.ts'
import type { ShownEntry } from '#web/parts/register-rows.ts'
import './paste.css'

export type Pasted = { cells: readonly (readonly string[])[]; bed: Bed }

type Props = { register: Register; pasted: Pasted; onClose: () => void }

export function PastePreview({ register, pasted, onClose }: Props) {
  const { paste } = useWords().registers
  const words = useWords()
  const language = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const refused = useRefusalMessage()
  const { roles } = useMe()
  const { definition } = register
  const block = useMemo(() => layBlock(pasted.cells, pasted.bed), [pasted])
  const [lines, setLines] = useState<readonly PasteLine[]>(block.lines)
  const [told, setTold] = useState<Told>(new Map())
  const [moneyUnit, setMoneyUnit] = useState<string>('万元')
  const [onlyWrong, setOnlyWrong] = useState(false)
  const [saving, setSaving] = useState<number | null>(null)
  // The answer was lost after new lines had been sent: they may be there.
  const [inDoubt, setInDoubt] = useState(false)
  const asked = useMemo(() => new Set([...told.values()].flatMap(({ fields }) => Object.keys(fields))), [told])
  const columns = useMemo(() => columnsWanted(block.columns, definition.fields, asked), [block, definition, asked])
  const names = useNames(lines, columns)
  const ground = useGround(register, block, moneyUnit, names)
  const planned = useMemo(
    () => (ground ? lines.map((line) => planLine(line, columns, ground)) : []),
    [lines, columns, ground],
  )
  const naming = useNaming(definition, useStanding(lines), null, linkedIn(planned, columns))
  const ready = planned.filter((one) => isReady(one, told))
  const fresh = ready.filter(({ line }) => line.entry === null)
  const bad = planned.filter((one) => isBad(one, told)).length
  const mayAdd = mayPass('addEntries', roles)
  useTrial(definition.code, mayAdd ? planned.filter(({ line, wrong }) => line.entry === null && !wrong) : [], setTold)
  const mend = (line: number, key: string, text: string) => {
    setLines((all) => all.map((one) => (one.line === line ? { ...one, texts: { ...one.texts, [key]: text } } : one)))
    setTold((before) => new Map([...before].filter(([at]) => at !== line)))
  }
  const drop = (line: number) => setLines((all) => all.filter((one) => one.line !== line))
  const save = async () => {
    setSaving(0)
    try {
      const saved = await savePasted(
        definition.code,
        mayAdd ? ready : ready.filter(({ line }) => line.entry),
        { words, language },
        setSaving,
      )
      await queries.invalidateQueries(askedAgain(unmoved))
      setTold(saved.told)
      const left = lines.filter(({ line }) => !saved.done.has(line)).map((one) => withFresh(one, saved.told))
      setLines(left)
      void message.success(paste.saved(saved.changed, saved.added))
      const open = (one: PasteLine) =>
        saved.told.has(one.line) || planned.some(({ line, wrong }) => wrong && line.line === one.line)
      if (!left.some(open)) onClose()
    } catch (error) {
      if (error instanceof CallLost && fresh.length > 0) setInDoubt(true)
      refused(error)
    } finally {
      setSaving(null)
    }
  }
  const hasMoney = columns.some((column) => column.is === 'field' && column.field.type === 'money')
  return (
    <Modal
      open
      title={paste.title(lines.length)}
      width="min(96rem, 96vw)"
      onCancel={onClose}
      onOk={() => void save()}
      okText={saving === null ? paste.save(ready.length - fresh.length, fresh.length) : paste.saving(saving)}
      okButtonProps={{
        disabled: ready.length === 0 || (fresh.length === ready.length && !mayAdd),
        loading: saving !== null,
      }}
      mask={{ closable: false }}
      className="paste-preview"
    >
      <div className="bar">
        <span>{paste.tally(ready.length - fresh.length, fresh.length, bad)}</span>
        {hasMoney && (
          <span>
            {paste.moneyUnit}{' '}
            <Select
              size="small"
              aria-label={paste.moneyUnit}
              value={moneyUnit}
              onChange={setMoneyUnit}
              options={moneyUnits.map((one) => ({ value: one, label: words.registers.input.moneyUnits[one] }))}
              popupMatchSelectWidth={false}
            />
          </span>
        )}
        {bad > 0 && (
          <Checkbox checked={onlyWrong} onChange={({ target }) => setOnlyWrong(target.checked)}>
            {paste.onlyWrong}
          </Checkbox>
        )}
        <span className="soft">{paste.hint}</span>
      </div>
      {block.spilt.cells > 0 && (
        <p className="act-trouble" role="alert">
          {block.spilt.heads.length > 0
            ? paste.noField(block.spilt.heads.join(words.shell.listMark))
            : paste.spilt(block.spilt.columns, block.spilt.cells)}
        </p>
      )}
      {inDoubt && (
        <p className="act-trouble" role="alert">
          {paste.inDoubt}
        </p>
      )}
      {!mayAdd && lines.some(({ entry }) => entry === null) && <p className="act-trouble">{paste.mayNotAdd}</p>}
      <PasteTable
        {...{ columns, told, naming, definition }}
        planned={onlyWrong ? planned.filter((one) => isBad(one, told)) : planned}
        onMend={mend}
        onDrop={drop}
      />
    </Modal>
  )
}

/** What the server refused waits to be mended; an entry that somebody else changed only to be looked at again. */
function isBad({ line, wrong }: PlannedLine, told: Told): boolean {
  const says = told.get(line.line)
  return wrong || (says !== undefined && !says.fresh)
}

const isReady = (one: PlannedLine, told: Told): boolean => !isBad(one, told) && Object.keys(one.values).length > 0

function withFresh(line: PasteLine, told: Told): PasteLine {
  const fresh = told.get(line.line)?.fresh
  return fresh ? { ...line, entry: fresh } : line
}

/** The entries that lines fall on; the same list as long as they are the same. */
function useStanding(lines: readonly PasteLine[]): ShownEntry[] {
  return useMemo(() => lines.flatMap(({ entry }) => entry ?? []), [lines])
}

/** What the new values lead to, so that it is called by its name. */
function linkedIn(planned: readonly PlannedLine[], columns: readonly RegisterColumn[]) {
  return columns.flatMap((column) => {
    if (column.is === 'ladder' || column.field.type !== 'entry') return []
    const ids = planned.map(({ values }) => values[column.key]).filter((id) => typeof id === 'string')
    return ids.map((id) => ({ register: column.field.of!, id }))
  })
}
