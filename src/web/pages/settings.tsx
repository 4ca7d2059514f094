// 设置: the tree of units, posts with their roles, people with their posts, the zone. Everybody may look; buttons stand
// only for those who may press them.

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Lookup, useDirectory, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { SettingsBoundaries } from '#web/parts/settings-boundaries.tsx'
import { SettingsPeople } from '#web/parts/settings-people.tsx'
import { SettingsPosts } from '#web/parts/settings-posts.tsx'
import { SettingsUnits } from '#web/parts/settings-units.tsx'
import { SettingsZone } from '#web/parts/settings-zone.tsx'
import '../parts/settings.css'

const tabs = {
  units: SettingsUnits,
  posts: SettingsPosts,
  people: SettingsPeople,
  zone: SettingsZone,
  boundaries: SettingsBoundaries,
} satisfies Record<string, (props: { directory: Lookup }) => unknown>

type Tab = keyof typeof tabs

export function SettingsPage() {
  const { shell, map } = useWords()
  const me = useMe()
  const directory = useDirectory()
  const [tab, setTab] = useState<Tab>('units')
  const Shown = tabs[tab]
  const administers =
    tab === 'boundaries'
      ? mayPass('layBoundary', me.roles)
      : mayPass('addUnit', me.roles) || mayPass('addPost', me.roles)
  return (
    <>
      <PageHeader title={shell.settings.title} beside={administers ? undefined : shell.settings.readOnly} />
      <div className="group-buttons not-printed">
        {(Object.keys(tabs) as Tab[]).map((name) => (
          <button
            key={name}
            type="button"
            className="group-button"
            aria-pressed={name === tab}
            onClick={() => setTab(name)}
          >
            {name === 'boundaries' ? map.boundaries.title : shell.settings[name]}{' '}
            {directory && name !== 'zone' && name !== 'boundaries' && (
              <span className="group-count">{directory[name].length}</span>
            )}
          </button>
        ))}
      </div>
      {directory && directory.units.length <= 1 && mayPass('openSampleZone', me.roles) && (
        <p>
          <Link to="/setup">{shell.setup.sample}</Link>
        </p>
      )}
      {directory ? <Shown directory={directory} /> : <LoadingMark />}
    </>
  )
}
