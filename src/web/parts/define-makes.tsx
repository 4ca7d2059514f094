// How an entry becomes a commitment (列为事项): which of its fields say what is to be done, by whom, until when, and what
// proves it.

import { Select } from 'antd'
import type { Field, Makes } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { Group, Place, Tick } from '#web/parts/define-controls.tsx'
import { useDesk, useField } from '#web/parts/define-desk.ts'
import { FieldSelect, FieldsSelect } from '#web/parts/define-selects.tsx'

export function DefineMakes({ field }: { field: Field }) {
  const { define } = useWords()
  const say = define.makes
  const { draft } = useDesk()
  const set = useField(field.key)
  const begin = (): Makes => ({
    ...{ title: draft.title, lead: draft.lead, supporting: [], leader: null, dueOn: null, proof: [] },
  })
  return (
    <Group label={say.label} hint={say.hint}>
      <Tick label={say.on} checked={field.makes !== null} onChange={(on) => set({ makes: on ? begin() : null })} />
      {field.makes && (
        <MakesParts at={`fields.${field.key}.makes`} makes={field.makes} onMakes={(makes) => set({ makes })} />
      )}
    </Group>
  )
}

function MakesParts({ at, makes, onMakes }: { at: string; makes: Makes; onMakes: (makes: Makes) => void }) {
  const { define } = useWords()
  const say = define.makes
  const none = define.basic.noField
  const set = (part: Partial<Makes>) => onMakes({ ...makes, ...part })
  return (
    <>
      <Place at={`${at}.title`} label={say.title} needed>
        <FieldSelect value={makes.title} types={['text', 'long-text']} onChange={(key) => key && set({ title: key })} />
      </Place>
      <div className="define-row">
        <Place at={`${at}.lead`} label={say.lead}>
          <FieldSelect value={makes.lead} types={['unit']} none={none} onChange={(lead) => set({ lead })} />
        </Place>
        <Place at={`${at}.supporting`} label={say.supporting}>
          <FieldsSelect value={makes.supporting} types={['unit']} onChange={(supporting) => set({ supporting })} />
        </Place>
      </div>
      <div className="define-row">
        <Place at={`${at}.leader`} label={say.leader}>
          <FieldSelect value={makes.leader} types={['post']} none={none} onChange={(leader) => set({ leader })} />
        </Place>
        <Place at={`${at}.dueOn`} label={say.dueOn}>
          <FieldSelect value={makes.dueOn} types={['date']} none={none} onChange={(dueOn) => set({ dueOn })} />
        </Place>
      </div>
      <Place at={`${at}.proof`} label={say.proof} hint={say.proofHint}>
        <Select mode="tags" open={false} value={makes.proof} onChange={(proof: string[]) => set({ proof })} />
      </Place>
    </>
  )
}
