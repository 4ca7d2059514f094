// The small controls that the parts of the editor share: a labelled place with its faults below it, choices of fields, rungs
// and roles, and a rule with the names it may use.

import { Button, Checkbox, Input, type InputRef, Select } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { definitionWord } from '#contract/register-words.ts'
import type { FieldType, Ladder } from '#domain/register.ts'
import { type DraftFault, noBasis } from '#domain/register-draft.ts'
import type { Role } from '#domain/role.ts'
import { sayIssue } from '#rules/issue-words.ts'
import type { Type } from '#rules/value.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { faultsBelow, useDesk } from '#web/parts/define-desk.ts'
import { RuleEditor } from '#web/parts/rule-editor.tsx'

type PlaceProps = { at: string; label: string; hint?: ReactNode; needed?: boolean; children: ReactNode }

/** A labelled control; what is wrong at its place is told right below. */
export function Place({ at, label, hint, needed = false, children }: PlaceProps) {
  const { shell } = useWords()
  return (
    <div className="act-field">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
      <label>
        <span className="act-label">
          {label}
          {!needed && <span className="soft"> {shell.optional}</span>}
        </span>
        {children}
      </label>
      {hint && <div className="soft act-hint">{hint}</div>}
      <Faults at={at} />
    </div>
  )
}

/** A group of controls under one heading, with the faults of the whole. */
export function Group({
  at,
  label,
  hint,
  children,
}: {
  at?: string
  label: string
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <fieldset className="act-field define-group">
      <legend className="act-label">{label}</legend>
      {hint && <div className="soft act-hint">{hint}</div>}
      {children}
      {at && <Faults at={at} exact />}
    </fieldset>
  )
}

/** `exact`: not those of the parts below, which tell their own. What is wrong with a rule, its editor tells. */
export function Faults({ at, exact = false }: { at: string; exact?: boolean }) {
  const { faults, told } = useDesk()
  const language = useLanguage()
  const there = exact ? faults.filter((fault) => fault.at === at) : faultsBelow(faults, at)
  const found = there.filter(({ why }) => why !== 'rule')
  const here = told?.at === at ? [told.words] : []
  const empty = new Set(found.filter(({ why }) => why === 'empty').map((fault) => faultWords(fault, language)))
  const words = [...new Set([...found.map((fault) => faultWords(fault, language)), ...here])]
  if (words.length === 0) return null
  return (
    <ul className="define-faults">
      {words.map((line) => (
        <li key={line} className={empty.has(line) ? 'is-empty' : undefined}>
          {line}
        </li>
      ))}
    </ul>
  )
}

export function faultWords(fault: DraftFault, language: 'zh' | 'en'): string {
  if (fault.why === 'rule') return sayIssue(fault.issue, language)
  const word = definitionWord(fault.why, language).replace(/^的/, '')
  return language === 'zh' ? `${word}。` : `${word.charAt(0).toUpperCase()}${word.slice(1)}.`
}

type TickProps = {
  at?: string
  label: string
  hint?: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

export function Tick({ at, label, hint, checked, disabled = false, onChange }: TickProps) {
  return (
    <div className="define-tick">
      <Checkbox checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)}>
        {label}
      </Checkbox>
      {hint && <span className="soft">{hint}</span>}
      {at && <Faults at={at} />}
    </div>
  )
}

type NameProps = {
  value: string
  label?: string
  placeholder?: string
  maxLength?: number
  onType: (name: string) => void
  /** When the field is left with another name than it was entered with: what goes by the old name can follow. */
  onName?: (old: string) => void
}

/** The name of a part; a part that has none yet takes the cursor. */
export function NameInput({ value, label, onType, onName, maxLength = 60, ...rest }: NameProps) {
  const field = useRef<InputRef>(null)
  const entered = useRef(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only of a part that has just been opened
  useEffect(() => {
    if (value === '') field.current?.focus()
  }, [])
  return (
    <Input
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      ref={field}
      value={value}
      maxLength={maxLength}
      onFocus={() => {
        entered.current = value
      }}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => entered.current !== value && onName?.(entered.current)}
    />
  )
}

type TakenProps = {
  value: string
  label?: string
  placeholder?: string
  maxLength?: number
  onTake: (text: string) => void
}

/** A text that is taken when the field is left or Enter pressed, not at every letter. */
export function TakenInput({ value, label, onTake, maxLength = 60, ...rest }: TakenProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const take = () => typed.trim() !== value && onTake(typed.trim())
  return (
    <Input
      {...rest}
      {...(label ? { 'aria-label': label } : {})}
      value={typed}
      maxLength={maxLength}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  )
}

/** Where the basis is not known it stays empty here, and says so elsewhere. */
export function BasisInput({ at, value, hint, maxLength, onBasis }: BasisProps) {
  const { define } = useWords()
  const shown = value === noBasis ? '' : value
  return (
    <Place at={at} label={define.basic.basis} hint={hint}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={shown}
        maxLength={maxLength}
        onChange={(event) => onBasis(event.target.value.trim() === '' ? noBasis : event.target.value)}
      />
    </Place>
  )
}

type BasisProps = { at: string; value: string; hint?: string; maxLength: number; onBasis: (basis: string) => void }

/** The form of the part that is open comes into sight: on a phone it stands below its list. */
export function DefineForm({ at, children }: { at: string; children: ReactNode }) {
  const desk = useDesk()
  const place = useRef<HTMLDivElement>(null)
  const chosen = desk.at === at || desk.at.startsWith(`${at}.`)
  useEffect(() => {
    const { top = 0 } = place.current?.getBoundingClientRect() ?? {}
    const below = window.matchMedia('(max-width: 760px)').matches
    if (chosen && (below || top < 0)) place.current?.scrollIntoView()
  }, [chosen])
  return (
    <div ref={place} className="define-form">
      {children}
    </div>
  )
}

type FieldSelectProps = {
  value: string | null
  types?: readonly FieldType[]
  /** What stands for no field; without it there is always one. */
  none?: string
  label?: string
  onChange: (key: string | null) => void
}

/** One field that is in use, of these types; what is chosen and no longer fits stays visible. */
export function FieldSelect({ value, types, none, label, onChange }: FieldSelectProps) {
  const { shell } = useWords()
  return (
    <Select
      {...(label ? { 'aria-label': label } : {})}
      value={value ?? undefined}
      allowClear={none !== undefined}
      placeholder={none ?? shell.choose}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={useFieldOptions(types, value === null ? [] : [value])}
      onChange={(key?: string) => onChange(key ?? null)}
    />
  )
}

type FieldsSelectProps = { value: readonly string[]; types?: readonly FieldType[]; onChange: (keys: string[]) => void }

/** Several fields, in the order in which they were chosen. */
export function FieldsSelect({ value, types, onChange }: FieldsSelectProps) {
  const { shell } = useWords()
  return (
    <Select
      mode="multiple"
      value={[...value]}
      placeholder={shell.choose}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={useFieldOptions(types, value)}
      onChange={onChange}
    />
  )
}

function useFieldOptions(types: readonly FieldType[] | undefined, chosen: readonly string[]) {
  const { draft } = useDesk()
  const { define } = useWords()
  const fitting = draft.fields.filter(
    ({ key, type, retired }) => chosen.includes(key) || (!retired && (!types || types.includes(type))),
  )
  return fitting.map(({ key, name, retired }) => ({
    value: key,
    label: `${name || define.list.untitled}${retired ? `（${define.list.retired}）` : ''}`,
  }))
}

type RungSelectProps = {
  ladders: readonly Ladder[]
  ladder: string
  rung: string
  onChange: (ladder: string, rung: string) => void
}

/** A rung, under the name of its ladder. */
export function RungSelect({ ladders, ladder, rung, onChange }: RungSelectProps) {
  const { shell } = useWords()
  const options = ladders.map(({ key, name, rungs }) => ({
    label: name,
    options: rungs.map((one) => ({ value: `${key} ${one.key}`, label: one.name })),
  }))
  const known = ladders.find(({ key }) => key === ladder)?.rungs.some(({ key }) => key === rung)
  return (
    <Select
      value={known ? `${ladder} ${rung}` : undefined}
      placeholder={shell.choose}
      options={options}
      popupMatchSelectWidth={false}
      onChange={(both?: string) => both && onChange(...(both.split(' ') as [string, string]))}
    />
  )
}

type RolesProps = { roles: readonly Role[]; value: readonly Role[]; onChange: (roles: Role[]) => void }

export function RolesBoxes({ roles, value, onChange }: RolesProps) {
  const { nouns } = useWords()
  return (
    <Checkbox.Group
      className="stacked"
      value={[...value]}
      options={roles.map((role) => ({ value: role, label: nouns.roles[role] }))}
      onChange={(next) => onChange(roles.filter((role) => next.includes(role)))}
    />
  )
}

type RuleProps = { label: string; rule: string; gives?: Type; onChange: (rule: string) => void }

export function RuleField({ label, rule, gives = 'boolean', onChange }: RuleProps) {
  const { dictionary } = useDesk()
  return <RuleEditor label={label} text={rule} dictionary={dictionary} gives={gives} offersNames onChange={onChange} />
}

type WhereProps = { at: string; label: string; rule: string | null; onChange: (rule: string | null) => void }

/** A condition that may be left out altogether. */
export function WhereField({ at, label, rule, onChange }: WhereProps) {
  const { define } = useWords()
  return (
    <Group at={at} label={label}>
      {rule === null ? (
        <p className="define-empty">
          <span className="soft">{define.rule.empty}</span>{' '}
          <Button size="small" aria-label={`${define.rule.add} ${label}`} onClick={() => onChange('')}>
            {define.rule.add}
          </Button>
        </p>
      ) : (
        <>
          <RuleField label={label} rule={rule} onChange={onChange} />
          <Button size="small" aria-label={`${define.list.remove} ${label}`} onClick={() => onChange(null)}>
            {define.list.remove}
          </Button>
        </>
      )}
    </Group>
  )
}
