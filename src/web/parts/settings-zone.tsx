// The zone: its name, and the rules it works by.

import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Lookup, useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { FormField, FormWindow } from '#web/parts/form-window.tsx'
import { useLightRule } from '#web/parts/light-badge.tsx'

export function SettingsZone({ directory: { zone } }: { directory: Lookup }) {
  const { shell } = useWords()
  const say = shell.settings
  const { roles } = useMe()
  const [renaming, setRenaming] = useState(false)
  const rule = useLightRule()
  return (
    <>
      <dl className="facts">
        <dt>{say.zoneName}</dt>
        <dd>
          {zone.name} {zone.sample && <span className="soft">{say.sampleZone}</span>}{' '}
          {mayPass('renameZone', roles) && (
            <Button size="small" onClick={() => setRenaming(true)}>
              {say.rename}
            </Button>
          )}
        </dd>
        <dt>{say.lightRule}</dt>
        <dd>
          {rule?.name ?? zone.lightRule}
          {rule && (
            <ul>
              {rule.rows.map((row) => (
                <li key={row.id}>{row.basis}</li>
              ))}
            </ul>
          )}
        </dd>
        <dt>{say.defaultProof}</dt>
        <dd>{zone.defaultProof.join(shell.listMark)}</dd>
      </dl>
      {renaming && <RenameForm zone={zone} onClose={() => setRenaming(false)} />}
    </>
  )
}

function RenameForm({ zone, onClose }: { zone: Lookup['zone']; onClose: () => void }) {
  const { shell } = useWords()
  const act = useAct('renameZone', { quiet: true })
  const [name, setName] = useState(zone.name)
  return (
    <FormWindow
      title={shell.settings.rename}
      submit={shell.save}
      onSubmit={() => act.mutate({ name, version: zone.version }, { onSuccess: onClose })}
      onClose={onClose}
      busy={act.isPending}
      blocked={name.trim() === ''}
      error={act.error}
    >
      <FormField label={shell.settings.zoneName} needed>
        <Input value={name} maxLength={500} onChange={(event) => setName(event.target.value)} />
      </FormField>
    </FormWindow>
  )
}
