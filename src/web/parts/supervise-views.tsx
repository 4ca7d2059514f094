// My saved views as tabs: links, so that each can be opened beside or sent on.

import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import type { View } from '#domain/view.ts'
import { useAct, useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { forRouter } from '#web/parts/supervise-address.ts'
import { firstLook, type Look, lookOf, searchOf } from '#web/parts/supervise-look.ts'
import './view-tabs.css'

/** Nothing until a view has been saved. */
export function ViewTabs({ look }: { look: Look }) {
  const { views } = useWords().supervise
  const { data: saved = [] } = useQuestion('listViews', {})
  if (saved.length === 0) return null
  const shown = addressOf(look)
  const asAtFirst = addressOf(firstLook)
  return (
    <nav className="view-tabs not-printed" aria-label={views.label}>
      <Link
        to="/commitments"
        search={forRouter({})}
        activeOptions={{ exact: true }}
        className="view-tab"
        {...currentIf(shown === asAtFirst)}
      >
        {views.all}
      </Link>
      {saved.map((view) => (
        <ViewTab key={view.id} view={view} shown={shown} />
      ))}
    </nav>
  )
}

function ViewTab({ view, shown }: { view: View; shown: string }) {
  const { views } = useWords().supervise
  const { modal } = App.useApp()
  const drop = useAct('dropView')
  const kept = lookOf(view.query)
  const ask = () =>
    void modal.confirm({
      title: views.dropAsk(view.name),
      okText: views.dropShort,
      onOk: () => drop.mutate({ id: view.id, version: view.version }),
    })
  return (
    <span className="view-tab-pair">
      <Link
        to="/commitments"
        search={forRouter(searchOf(kept))}
        activeOptions={{ exact: true }}
        className="view-tab"
        {...currentIf(shown === addressOf(kept))}
      >
        {view.name}
      </Link>
      <button type="button" className="view-drop" aria-label={views.drop(view.name)} onClick={ask}>
        <span aria-hidden="true">×</span>
      </button>
    </span>
  )
}

function currentIf(current: boolean) {
  return current ? { 'aria-current': 'page' as const } : {}
}

function addressOf(look: Look): string {
  return JSON.stringify(searchOf({ ...look, asOf: null }))
}
