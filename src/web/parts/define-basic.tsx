// 基本: what the register and one of its entries are called, its basis, and the fields that stand for the entry, keep it and
// own it.

import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Definition } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { Place } from '#web/parts/define-controls.tsx'
import { useDesk } from '#web/parts/define-desk.ts'
import { BasisInput } from '#web/parts/define-inputs.tsx'
import { FieldSelect } from '#web/parts/define-selects.tsx'

export function DefineBasic() {
  const { define } = useWords()
  const say = define.basic
  const { draft, change } = useDesk()
  const set = (part: Partial<Definition>) => change((now) => ({ ...now, ...part }))
  return (
    <div className="define-form define-narrow">
      <Place at="name" label={say.name} hint={say.nameHint} needed>
        <Input value={draft.name} maxLength={60} onChange={(event) => set({ name: event.target.value })} />
      </Place>
      <Place at="entryName" label={say.entryName} hint={say.entryNameHint} needed>
        <Input value={draft.entryName} maxLength={20} onChange={(event) => set({ entryName: event.target.value })} />
      </Place>
      <Place at="area" label={say.area} hint={say.areaHint}>
        <Input value={draft.area} maxLength={20} onChange={(event) => set({ area: event.target.value })} />
      </Place>
      <BasisInput
        at="basis"
        value={draft.basis}
        hint={say.basisHint}
        maxLength={500}
        onBasis={(basis) => set({ basis })}
      />
      <Place at="title" label={say.title} hint={say.titleHint} needed>
        <FieldSelect value={draft.title} types={['text']} onChange={(key) => key && set({ title: key })} />
      </Place>
      <Place at="lead" label={say.lead} hint={say.leadHint}>
        <FieldSelect value={draft.lead} types={['unit']} none={say.noField} onChange={(lead) => set({ lead })} />
      </Place>
      <Place at="owner" label={say.owner} hint={say.ownerHint}>
        <FieldSelect value={draft.owner} types={['unit']} none={say.noField} onChange={(owner) => set({ owner })} />
      </Place>
      <RegisterCode onCode={(code) => set({ code })} />
    </div>
  )
}

/** Made by itself; who wants another one opens it, as long as nothing is saved. */
function RegisterCode({ onCode }: { onCode: (code: string) => void }) {
  const { define } = useWords()
  const say = define.basic
  const { draft, saved, faults, told } = useDesk()
  const [open, setOpen] = useState(false)
  const wrong = faults.some(({ at }) => at === 'code') || told?.at === 'code'
  if (saved || (!open && !wrong))
    return (
      <p className="soft">
        {say.code} <code>{draft.code}</code>{' '}
        {!saved && (
          <Button size="small" type="text" onClick={() => setOpen(true)}>
            {say.codeOpen}
          </Button>
        )}
      </p>
    )
  return (
    <Place at="code" label={say.code} hint={say.codeHint} needed>
      <Input value={draft.code} maxLength={30} onChange={(event) => onCode(event.target.value.trim())} />
    </Place>
  )
}
