// Before a definition is saved: what changes, in words, and what that means for the entries that are there.

import { Modal } from 'antd'
import { useMemo } from 'react'
import { differenceWords } from '#contract/definition-words.ts'
import type { Definition, Field } from '#domain/register.ts'
import type { Difference } from '#domain/register-difference.ts'
import { strayedBy } from '#domain/register-elsewhere.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { useDesk } from '#web/parts/define-desk.ts'
import { showNumber } from '#web/words/amount.ts'

type Props = { differences: readonly Difference[]; busy: boolean; onClose: () => void; onConfirm: () => void }

export function DefineConfirm({ differences, busy, onClose, onConfirm }: Props) {
  const { define, shell } = useWords()
  const language = useLanguage()
  const say = define.confirm
  const { draft, saved } = useDesk()
  return (
    <Modal
      open
      width={680}
      title={saved ? say.saveTitle : say.createTitle}
      okText={saved ? say.save : say.create}
      cancelText={shell.cancel}
      confirmLoading={busy}
      mask={{ closable: false }}
      onOk={onConfirm}
      onCancel={onClose}
    >
      <p>{saved ? say.saveWords : say.createWords}</p>
      <h3>{say.changes}</h3>
      <ul className="define-told">
        {differences.map((difference) => {
          const words = differenceWords(difference, language)
          return <li key={words}>{words}</li>
        })}
      </ul>
      {saved && <Consequences before={saved.definition} after={draft} />}
    </Modal>
  )
}

/** Fields that entries may lack from now on, and choices that some of them keep. */
function Consequences({ before, after }: { before: Definition; after: Definition }) {
  const { define } = useWords()
  const { data } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const found = useMemo(() => consequencesOf(before, after), [before, after])
  const strayed = useMemo(() => strayedBy(before, after, data?.own ?? []), [before, after, data])
  return (
    <>
      <h3>{define.confirm.consequences}</h3>
      {found.length + strayed.length === 0 && <p>{define.confirm.noConsequences}</p>}
      <ul className="define-told">
        {found.map((told) => (
          <CountedLine key={`${told.name} ${told.word}`} register={before.code} {...told} />
        ))}
        {strayed.map(({ register, field }) => (
          <li key={`${register} ${field}`}>{define.confirm.strayed(register, field)}</li>
        ))}
      </ul>
    </>
  )
}

/** `asks`: which entries it is about, as countEntries takes it. */
type Consequence = { name: string; word: string | null; asks: { filter?: string[]; where?: string } }

function consequencesOf(before: Definition, after: Definition): Consequence[] {
  return after.fields.flatMap((field): Consequence[] => {
    const old = before.fields.find(({ key }) => key === field.key)
    const asked = field.required && !field.retired && !(old?.required && !old.retired)
    const lacking = asked ? [{ name: field.name, word: null, asks: old ? emptyOf(old) : {} }] : []
    const retired = field.choices.filter(
      ({ word, retired }) => retired && old?.choices.some((one) => one.word === word && !one.retired),
    )
    return [
      ...lacking,
      ...retired.map(({ word }) => ({ name: field.name, word, asks: { filter: [`${field.key}=${word}`] } })),
    ]
  })
}

/** Places and files are no filter; a condition can ask whether they are there. */
const emptyOf = ({ key, name, type }: Field) =>
  type === 'place' || type === 'files' ? { where: `${name} = null` } : { filter: [`${key}=`] }

function CountedLine({ register, asks, name, word }: Consequence & { register: string }) {
  const { define } = useWords()
  const language = useLanguage()
  const { saved } = useDesk()
  const { data, error } = useQuestion('countEntries', { register, ...asks })
  if (!data && !error) return <li>…</li>
  // A field out of one's sight is not counted.
  const count = data ? `${showNumber(data.count, language)}${data.more ? '+' : ''}` : '?'
  const entry = saved?.definition.entryName ?? ''
  const say = define.confirm
  return <li>{word === null ? say.lacking(name, count, entry) : say.holding(name, word, count, entry)}</li>
}
