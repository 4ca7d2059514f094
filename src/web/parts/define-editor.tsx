// The editor of a definition: its sections as tabs, what is still wrong with a way to each place, and saving, which shows
// first what will change. Whoever was faster is told with their changes, and both changes are put together.

import { useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { placeWords } from '#contract/definition-words.ts'
import { sentence } from '#contract/sentences.ts'
import type { Definition, Register } from '#domain/register.ts'
import { differencesOf } from '#domain/register-difference.ts'
import { mergeDefinitions } from '#domain/register-merge.ts'
import { CallRefused, call } from '#web/client.ts'
import { useAct } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { DefineBasic } from '#web/parts/define-basic.tsx'
import { DefineConfirm } from '#web/parts/define-confirm.tsx'
import { faultWords } from '#web/parts/define-controls.tsx'
import { DefineCounts } from '#web/parts/define-counts.tsx'
import { DeskProvider, type DeskState, useDeskState } from '#web/parts/define-desk.ts'
import { DefineFields } from '#web/parts/define-fields.tsx'
import { DefineHistory } from '#web/parts/define-history.tsx'
import { DefineLadders } from '#web/parts/define-ladders.tsx'
import { DefineLinks } from '#web/parts/define-links.tsx'
import { type Meanwhile, MergeNotice } from '#web/parts/define-merged.tsx'
import { DefineNetworks } from '#web/parts/define-networks.tsx'
import { DefineRatios } from '#web/parts/define-ratios.tsx'
import { DefineViews } from '#web/parts/define-views.tsx'
import './rules.css'
import './form-window.css'
import './define.css'

const sections = {
  basic: DefineBasic,
  fields: DefineFields,
  ladders: DefineLadders,
  networks: DefineNetworks,
  views: DefineViews,
  counts: DefineCounts,
  ratios: DefineRatios,
  links: DefineLinks,
}
type Section = keyof typeof sections
const names = Object.keys(sections) as Section[]

/** What does not stand below a list belongs to the first section. */
function sectionOf(at: string): Section | 'history' {
  const first = at.split('.')[0] as Section | 'history'
  return first === 'history' || names.includes(first) ? first : 'basic'
}

type Props = { first: Definition; register: Register | null; onSaved: (register: Register) => void }

export function DefineEditor({ first, register, onSaved }: Props) {
  const { define } = useWords()
  const desk = useDeskState(first, register)
  const { draft, saved, at, goTo } = desk
  const [confirming, setConfirming] = useState(false)
  // Of the moment, not of the last drawing: a new register is left right after it is saved.
  const done = useRef(false)
  const differences = useMemo(() => differencesOf(saved?.definition ?? null, draft), [saved, draft])
  const changed = saved ? differences.length > 0 : draft !== first
  const { save, busy, meanwhile, seen } = useSaving(desk, (kept) => {
    done.current = register === null
    onSaved(kept)
  })
  useBlocker({
    shouldBlockFn: () => changed && !done.current && !window.confirm(define.bar.leave),
    enableBeforeUnload: () => changed && !done.current,
  })
  const open = sectionOf(at)
  const Shown = open === 'history' ? null : sections[open]
  return (
    <DeskProvider value={desk}>
      <SaveBar desk={desk} changes={differences.length} onSave={() => setConfirming(true)} />
      {meanwhile && <MergeNotice meanwhile={meanwhile} onSeen={seen} />}
      <nav className="group-buttons not-printed" aria-label={define.sections}>
        {[...names, ...(saved ? (['history'] as const) : [])].map((name) => (
          <SectionButton key={name} name={name} open={name === open} desk={desk} onOpen={() => goTo(name)} />
        ))}
      </nav>
      {Shown ? <Shown /> : <DefineHistory code={draft.code} />}
      {confirming && (
        <DefineConfirm
          differences={differences}
          busy={busy}
          onClose={() => setConfirming(false)}
          onConfirm={() => save(() => setConfirming(false))}
        />
      )}
    </DeskProvider>
  )
}

type SectionProps = { name: Section | 'history'; open: boolean; desk: DeskState; onOpen: () => void }

function SectionButton({ name, open, desk, onOpen }: SectionProps) {
  const { define } = useWords()
  const { draft, faults, told } = desk
  const wrong = faults.some((fault) => sectionOf(fault.at) === name) || (told && sectionOf(told.at) === name)
  const count = name === 'basic' || name === 'history' ? null : draft[name].length
  return (
    <button type="button" className="group-button" aria-pressed={open} onClick={onOpen}>
      {define.tabs[name]} {count !== null && <span className="group-count">{count}</span>}
      {wrong && <span className="define-mark">{define.list.faulty}</span>}
    </button>
  )
}

/** Refusals go to the place that they name; a stale one puts both changes together. */
function useSaving(desk: DeskState, onSaved: (register: Register) => void) {
  const { define } = useWords()
  const language = useLanguage()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { draft, saved } = desk
  const make = useAct('defineRegister', { quiet: true })
  const alter = useAct('alterRegister', { quiet: true })
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const kept = (register: Register) => {
    setMeanwhile(null)
    desk.reset(register.definition, register)
    void message.success(saved ? define.confirm.saved : define.confirm.created(register.definition.name))
    onSaved(register)
  }
  const refused = async (error: unknown) => {
    if (!(error instanceof CallRefused)) throw error
    const { refusal } = error
    if (refusal.code === 'stale' && saved) return await merge(saved)
    const at = placeOfRefusal(refusal, draft)
    if (at === null) return false
    desk.tell({ at, words: sentence(refusal, language) })
    desk.goTo(at)
    return true
  }
  const merge = async (base: Register) => {
    await queries.invalidateQueries()
    const theirs = (await call('listRegisters', {})).own.find(({ id }) => id === base.id)
    if (!theirs) return false
    const { versions } = await call('getRegisterHistory', { register: base.definition.code })
    const { definition, both } = mergeDefinitions(base.definition, draft, theirs.definition)
    const who = versions[0]?.actorName ?? null
    const differences = differencesOf(base.definition, theirs.definition)
    setMeanwhile({ who, version: theirs.version, differences, both, definition })
    desk.reset(definition, theirs)
    return true
  }
  const save = (close: () => void) => {
    const onError = (error: unknown) =>
      void refused(error).then(
        (told) => {
          close()
          if (!told)
            void message.error(error instanceof CallRefused ? sentence(error.refusal, language) : String(error), 8)
        },
        () => void message.error(error instanceof Error ? error.message : String(error), 8),
      )
    const onSuccess = (register: Register) => {
      close()
      kept(register)
    }
    if (saved) {
      const { version, definition } = saved
      alter.mutate({ register: definition.code, version, definition: draft }, { onSuccess, onError })
    } else make.mutate({ definition: draft }, { onSuccess, onError })
  }
  return { save, busy: make.isPending || alter.isPending, meanwhile, seen: () => setMeanwhile(null) }
}

/** The part that a refusal speaks of; null when it speaks of none. */
function placeOfRefusal(refusal: CallRefused['refusal'], { fields }: Definition): string | null {
  if (refusal.code === 'register-there') return 'code'
  if (refusal.code === 'definition-broken') return refusal.facts.at
  if (refusal.code === 'rule-broken') return refusal.facts.at ?? null
  if (refusal.code !== 'values-not-unique') return null
  const { field } = refusal.facts
  return fields.some(({ key }) => key === field) ? `fields.${field}.unique` : null
}

type BarProps = { desk: DeskState; changes: number; onSave: () => void }

function SaveBar({ desk, changes, onSave }: BarProps) {
  const { define } = useWords()
  const { modal } = App.useApp()
  const { saved, faults, reset } = desk
  const [listed, setListed] = useState(false)
  const ask = () =>
    void modal.confirm({
      title: define.bar.discardAsk,
      okText: define.bar.discard,
      cancelText: define.bar.keep,
      onOk: () => saved && reset(saved.definition, saved),
    })
  return (
    <div className="define-bar not-printed">
      <span className="soft">
        {saved ? define.version(saved.version) : define.bar.fresh}
        {saved && ' · '}
        {saved && (changes > 0 ? define.bar.changes(changes) : define.bar.unchanged)}
      </span>
      {faults.length > 0 && (
        <button type="button" className="define-wrong" aria-expanded={listed} onClick={() => setListed(!listed)}>
          {define.bar.faults(faults.length)}
        </button>
      )}
      <span className="define-bar-end">
        {saved && changes > 0 && <Button onClick={ask}>{define.bar.discard}</Button>}
        <Button type="primary" disabled={faults.length > 0 || changes === 0} onClick={onSave}>
          {saved ? define.bar.save : define.bar.create}
        </Button>
      </span>
      {listed && faults.length > 0 && <FaultList desk={desk} />}
    </div>
  )
}

function FaultList({ desk: { draft, faults, goTo } }: { desk: DeskState }) {
  const { define } = useWords()
  const language = useLanguage()
  return (
    <ul className="define-fault-list" aria-label={define.bar.faultsOf}>
      {faults.slice(0, 30).map((fault) => (
        <li key={`${fault.at} ${fault.why}`}>
          <button type="button" className="word-button" onClick={() => goTo(fault.at)}>
            {placeWords(draft, fault.at, language)}
          </button>{' '}
          {faultWords(fault, language)}
        </li>
      ))}
    </ul>
  )
}
