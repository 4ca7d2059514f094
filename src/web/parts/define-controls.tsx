// What the parts of the editor share: a labelled place with its faults below it, the form of the part that is open, a rule with
// the names it may use.

import { Button, Checkbox } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { definitionWord } from '#contract/register-words.ts'
import type { DraftFault } from '#domain/register-draft.ts'
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
