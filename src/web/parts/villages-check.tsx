// One check of a village: its result is recorded or changed where it is seen; photos, mending and closing are on its page.

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { InputOf, OutputOf } from '#contract/contract.ts'
import { useAct, useMe, useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import type { GivenValue } from '#web/parts/field-control.ts'
import { fieldProblems } from '#web/parts/field-problems.ts'
import { fills } from '#web/parts/field-rights.ts'
import { FieldRow } from '#web/parts/field-row.tsx'
import { FormWindow } from '#web/parts/form-window.tsx'
import { type EntryRow, textIn, type VillageRegisters } from '#web/parts/villages-rows.ts'

type Line = InputOf<'addEntries'>['lines'][number]
/** A cell of the matrix; `cell` null: nothing was checked there yet. */
export type Pressed = { village: EntryRow; item: EntryRow; cell: OutputOf<'listPairs'>['cells'][number] | null }

/** What a check takes over from its village and its item. */
function checkOf(village: EntryRow, item: EntryRow, standard: string): Line {
  const own = ['lead', 'support', 'owner'].flatMap((key) => (textIn(village, key) ? [[key, textIn(village, key)]] : []))
  const name = item.values.known === true ? textIn(item, 'name') : `${textIn(item, 'seq')}. ${textIn(item, 'name')}`
  return {
    name: `${textIn(village, 'name')}：${name}`,
    ...{ village: village.id, item: item.id, standard },
    counted: item.values.known === true,
    ...Object.fromEntries(own),
  }
}

export function sheetLines(village: EntryRow, items: readonly EntryRow[], standard: string, level: string): Line[] {
  return items.map((item) => ({ ...checkOf(village, item, standard), level, result: '未查' }))
}

type Props = {
  registers: VillageRegisters
  standard: string
  level: string | null
  pressed: Pressed
  onClose: () => void
}

const asked = ['level', 'result', 'checked_on', 'issue', 'due_on', 'mended', 'rechecked_on']

export function CheckWindow({ registers, standard, level, pressed, onClose }: Props) {
  const { village, item, cell } = pressed
  const [fresh, setFresh] = useState(cell === null)
  const { data } = useQuestion(
    'getEntry',
    { register: 'village_check', id: cell?.entry ?? '' },
    { enabled: cell !== null },
  )
  if (!fresh && !data) return null
  const before = fresh ? null : data!.entry
  return (
    <CheckForm
      key={before?.id ?? 'new'}
      {...{ registers, standard, level, village, item, before, onClose }}
      onFresh={() => setFresh(true)}
    />
  )
}

type FormProps = Omit<Props, 'pressed'> & {
  village: EntryRow
  item: EntryRow
  /** Null: a check that is not there yet. */
  before: Pick<EntryRow, 'id' | 'version' | 'values'> | null
  onFresh: () => void
}

function CheckForm({ registers, standard, level, village, item, before, onClose, onFresh }: FormProps) {
  const words = useWords()
  const { criteria } = words.villages
  const language = useLanguage()
  const { roles, today } = useMe()
  const add = useAct('addEntry', { quiet: true })
  const revise = useAct('reviseEntry', { quiet: true })
  const [draft, setDraft] = useState<Record<string, GivenValue>>(
    before ? {} : { ...(level && { level }), result: '达标', checked_on: today },
  )
  const { definition } = registers.village_check
  const fields = asked.flatMap(
    (key) => definition.fields.find((field) => field.key === key && fills(field, roles)) ?? [],
  )
  const act = before ? revise : add
  const problems = fieldProblems(act.error, words, language)
  const submit = () => {
    const values = Object.fromEntries(Object.entries(draft).filter(([, value]) => before !== null || value !== null))
    const done = { onSuccess: onClose }
    if (before) revise.mutate({ register: 'village_check', id: before.id, version: before.version, values }, done)
    else add.mutate({ register: 'village_check', values: { ...checkOf(village, item, standard), ...values } }, done)
  }
  return (
    <FormWindow
      title={criteria.recordTitle(textIn(village, 'name'), textIn(item, 'name'))}
      submit={before ? words.shell.save : criteria.record}
      onSubmit={submit}
      onClose={onClose}
      busy={act.isPending}
      blocked={fields.length === 0 || (before !== null && Object.keys(draft).length === 0)}
      error={Object.keys(problems).length === 0 ? act.error : null}
      second={
        before && (
          <Button htmlType="button" onClick={onFresh}>
            {criteria.again}
          </Button>
        )
      }
    >
      {before && (
        <p>
          <Link to="/registers/$code/$id" params={{ code: 'village_check', id: before.id }} className="underlined">
            {criteria.openCheck}
          </Link>
        </p>
      )}
      {textIn(item, 'sub_items') && <p className="soft">{textIn(item, 'sub_items')}</p>}
      {fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          value={field.key in draft ? draft[field.key] : (before?.values[field.key] ?? undefined)}
          onChange={(value) => setDraft((now) => ({ ...now, [field.key]: value }))}
          problem={problems[field.key]}
        />
      ))}
    </FormWindow>
  )
}
