// 联动: on which rung what is proposed elsewhere: a step of another entry, a new entry in another register, a date. A person
// decides; nothing happens by itself.

import { Input, InputNumber, Select } from 'antd'
import type { Link } from '#domain/register.ts'
import { fieldOf } from '#domain/register.ts'
import { freshLink } from '#domain/register-draft.ts'
import { useWords } from '#web/language.ts'
import { DefineForm, Place, WhereField } from '#web/parts/define-controls.tsx'
import { useDesk, usePart } from '#web/parts/define-desk.ts'
import { BasisInput } from '#web/parts/define-inputs.tsx'
import { LinkAdd, LinkFill } from '#web/parts/define-link-add.tsx'
import { DefinePair, RemovePart } from '#web/parts/define-pair.tsx'
import { useReachable } from '#web/parts/define-registers.tsx'
import { FieldSelect, RungSelect } from '#web/parts/define-selects.tsx'
import { keysOf } from '#web/parts/keys-of.ts'

export function DefineLinks() {
  const { define } = useWords()
  const { draft } = useDesk()
  return (
    <DefinePair
      list="links"
      say={define.link}
      nameOf={({ words }) => words}
      lacks={draft.ladders.length === 0 && define.link.noLadder}
      fresh={() => freshLink(draft, '')}
      form={(link) => <OneLink key={link.key} link={link} />}
    />
  )
}

function OneLink({ link }: { link: Link }) {
  const { define } = useWords()
  const say = define.link
  const { draft } = useDesk()
  const { at, set, remove } = usePart('links', link.key)
  return (
    <DefineForm at={at}>
      <Place at={`${at}.words`} label={say.words} hint={say.wordsHint} needed>
        <Input.TextArea
          autoSize
          value={link.words}
          maxLength={200}
          onChange={(event) => set({ words: event.target.value })}
        />
      </Place>
      <Place at={`${at}.rung`} label={say.at} needed>
        <RungSelect
          ladders={draft.ladders}
          ladder={link.ladder}
          rung={link.rung}
          onChange={(ladder, rung) => set({ ladder, rung })}
        />
      </Place>
      <WhereField at={`${at}.where`} label={say.where} rule={link.where} onChange={(where) => set({ where })} />
      <ProposedKind link={link} onProposes={(proposes) => set({ proposes })} />
      <BasisInput at={`${at}.basis`} value={link.basis} maxLength={200} onBasis={(basis) => set({ basis })} />
      <RemovePart word={say.remove} onRemove={() => remove()} />
    </DefineForm>
  )
}

type Proposes = Link['proposes']
export type ProposedProps = { link: Link; onProposes: (proposes: Proposes) => void }

function ProposedKind({ link, onProposes }: ProposedProps) {
  const { define } = useWords()
  const say = define.link
  const { draft } = useDesk()
  const kinds = keysOf(say.kinds)
  const begin: Record<Proposes['kind'], () => Proposes> = {
    climb: () => ({ kind: 'climb', via: null, ladder: link.ladder, rung: link.rung }),
    add: () => ({ kind: 'add', register: draft.code, values: {}, link: null }),
    date: () => {
      const date = draft.fields.find(({ type, retired }) => type === 'date' && !retired)
      return { kind: 'date', field: date?.key ?? 'none', months: 12, monthsFrom: null }
    },
    back: () => ({ kind: 'back', ladder: link.ladder, rung: link.rung }),
    fill: () => {
      const via = draft.fields.find(({ type, retired }) => type === 'entry' && !retired)
      return { kind: 'fill', via: via?.key ?? 'none', values: {} }
    },
  }
  return (
    <>
      <Place at={`links.${link.key}.proposes`} label={say.kind} needed>
        <Select
          value={link.proposes.kind}
          onChange={(kind: Proposes['kind']) => onProposes(begin[kind]())}
          options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
        />
      </Place>
      {link.proposes.kind === 'climb' && <LinkClimb link={link} onProposes={onProposes} />}
      {link.proposes.kind === 'add' && <LinkAdd link={link} onProposes={onProposes} />}
      {link.proposes.kind === 'date' && <LinkDate link={link} onProposes={onProposes} />}
      {link.proposes.kind === 'back' && <LinkBack link={link} onProposes={onProposes} />}
      {link.proposes.kind === 'fill' && <LinkFill link={link} onProposes={onProposes} />}
    </>
  )
}

/** The entry that a link field leads to, or this one on another ladder. */
function LinkClimb({ link, onProposes }: ProposedProps) {
  const { define } = useWords()
  const say = define.link
  const { draft } = useDesk()
  const reachable = useReachable()
  if (link.proposes.kind !== 'climb') return null
  const { via, ladder, rung } = link.proposes
  const of = via === null ? draft.code : fieldOf(draft, via)?.of
  const there = reachable.find(({ definition }) => definition.code === of)
  const at = `links.${link.key}`
  const set = (part: Partial<{ via: string | null; ladder: string; rung: string }>) =>
    onProposes({ kind: 'climb', via, ladder, rung, ...part })
  return (
    <div className="define-row">
      <Place at={`${at}.via`} label={say.via}>
        <FieldSelect value={via} types={['entry']} none={say.self} onChange={(key) => set({ via: key })} />
      </Place>
      {there ? (
        <Place at={`${at}.ladder`} label={say.there} hint={!there.there && say.missing} needed>
          <RungSelect
            ladders={there.definition.ladders}
            ladder={ladder}
            rung={rung}
            onChange={(nextLadder, nextRung) => set({ ladder: nextLadder, rung: nextRung })}
          />
        </Place>
      ) : (
        <>
          <Place at={`${at}.thereLadder`} label={say.thereLadder} hint={say.missing} needed>
            <Input value={ladder} onChange={(event) => set({ ladder: event.target.value })} />
          </Place>
          <Place at={`${at}.thereRung`} label={say.thereRung} needed>
            <Input value={rung} onChange={(event) => set({ rung: event.target.value })} />
          </Place>
        </>
      )}
    </div>
  )
}

function LinkDate({ link, onProposes }: ProposedProps) {
  const { define } = useWords()
  const say = define.link
  if (link.proposes.kind !== 'date') return null
  const proposes = link.proposes
  const { field, months, monthsFrom } = proposes
  const at = `links.${link.key}`
  return (
    <>
      <Place at={`${at}.field`} label={say.field} needed>
        <FieldSelect
          value={field === 'none' ? null : field}
          types={['date']}
          onChange={(key) => key && onProposes({ ...proposes, field: key })}
        />
      </Place>
      <div className="define-row">
        <Place at={`${at}.months`} label={say.months}>
          <InputNumber
            value={months}
            min={1}
            max={600}
            precision={0}
            onChange={(next) => onProposes({ ...proposes, months: next ?? null, monthsFrom: next ? null : monthsFrom })}
          />
        </Place>
        <Place at={`${at}.monthsFrom`} label={say.monthsFrom} hint={say.monthsFromHint}>
          <FieldSelect
            value={monthsFrom}
            types={['number']}
            none={define.basic.noField}
            onChange={(key) => onProposes({ ...proposes, monthsFrom: key, months: key === null ? months : null })}
          />
        </Place>
      </div>
    </>
  )
}

function LinkBack({ link, onProposes }: ProposedProps) {
  const { define } = useWords()
  const { draft } = useDesk()
  if (link.proposes.kind !== 'back') return null
  const { ladder, rung } = link.proposes
  return (
    <Place at={`links.${link.key}.back`} label={define.link.backTo} needed>
      <RungSelect
        ladders={draft.ladders}
        ladder={ladder}
        rung={rung}
        onChange={(nextLadder, nextRung) => onProposes({ kind: 'back', ladder: nextLadder, rung: nextRung })}
      />
    </Place>
  )
}
