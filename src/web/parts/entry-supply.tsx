// Supplying a proof that was owed (补齐容缺): a file that is there already, or a new one.

import { Select } from 'antd'
import { useState } from 'react'
import type { Climb } from '#domain/climb.ts'
import { useAct } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'
import { UploadButton } from '#web/parts/entry-upload.tsx'
import { FormWindow } from '#web/parts/form-window.tsx'

type SupplyProps = Pick<EntryPartProps, 'register'> & {
  page: Pick<EntryPartProps['page'], 'entry' | 'files'>
  climb: Pick<Climb, 'id' | 'version'>
  kind: string
  onClose: () => void
}

/** A file that is there already, or a new one: either way the act names it. */
export function SupplyWindow({ register, page, climb, kind, onClose }: SupplyProps) {
  const { steps: say, gate } = useWords().record
  const act = useAct('supplyOwed', { quiet: true })
  const fitting = page.files.filter(({ proves }) => proves === kind)
  const [chosen, setChosen] = useState<string | null>(fitting.at(-1)?.id ?? null)
  const options = fitting.map(({ id, file }) => ({ value: id, label: file.name }))
  const supply = () =>
    chosen && act.mutate({ id: climb.id, version: climb.version, kind, file: chosen }, { onSuccess: onClose })
  return (
    <FormWindow
      title={say.supplyOf(kind)}
      submit={say.supply}
      onSubmit={supply}
      onClose={onClose}
      busy={act.isPending}
      blocked={chosen === null}
      error={act.error}
    >
      <p>{say.supplyHint(kind)}</p>
      <p>
        <UploadButton
          register={register}
          id={page.entry.id}
          proves={kind}
          label={gate.upload(kind)}
          onFiled={({ id }) => setChosen(id)}
        />
      </p>
      {options.length > 0 && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
        <label className="act-field">
          <span className="act-label">{say.supplyThere}</span>
          <Select value={chosen} onChange={setChosen} options={options} popupMatchSelectWidth={false} />
        </label>
      )}
    </FormWindow>
  )
}
