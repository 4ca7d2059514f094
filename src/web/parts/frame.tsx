// The frame around every page behind the sign-in: name of the zone, navigation by what the roles may, account menu.
// Here Ant Design begins: its theme, its language, its messages.

import { useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { App, ConfigProvider, type ConfigProviderProps, Dropdown } from 'antd'
import * as en from 'antd/es/locale/en_GB.js'
import * as zh from 'antd/es/locale/zh_CN.js'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { Suspense } from 'react'
import type { EntryName } from '#contract/contract.ts'
import { useMe } from '#web/hooks.ts'
import { type AllWords, setLanguage, useLanguage, useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { countLines } from '#web/parts/todo-lines.ts'
import { useTodo } from '#web/parts/todo-work.ts'
import { signOut } from '#web/session.ts'
import { look } from '#web/theme.ts'
import './frame.css'

type Locale = NonNullable<ConfigProviderProps['locale']>
// TypeScript takes these files for CommonJS, the bundler knows that they are not.
const locales = { zh: zh.default as unknown as Locale, en: en.default as unknown as Locale }

export function Frame() {
  const language = useLanguage()
  const { shell } = useWords()
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return (
    <ConfigProvider theme={look} locale={locales[language]} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3 }}>
        <a className="skip-link" href="#main">
          {shell.skip}
        </a>
        <div className="frame">
          <FrameTop />
          <FrameNav />
          <main id="main" className="frame-main" tabIndex={-1}>
            <Suspense fallback={<LoadingMark />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </App>
    </ConfigProvider>
  )
}

function FrameTop() {
  const { shell } = useWords()
  const me = useMe()
  const language = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <header className="frame-top">
      <Link to="/" className="frame-product">
        {shell.product}
      </Link>
      <span className="frame-zone">{me.zoneName}</span>
      <button type="button" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => void setLanguage(other)}>
        {shell.language}
      </button>
      <AccountMenu />
    </header>
  )
}

function AccountMenu() {
  const { shell } = useWords()
  const me = useMe()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const leave = async () => {
    await signOut()
    queries.clear()
    await navigate({ to: '/sign-in', search: {} })
  }
  const posts = me.posts.map((post) => post.name).join(shell.listMark) || shell.me.noPost
  const items = [
    { key: 'who', type: 'group' as const, label: posts },
    { type: 'divider' as const },
    { key: 'password', label: shell.me.password, onClick: () => void navigate({ to: '/password' }) },
    { key: 'leave', label: shell.me.signOut, onClick: () => void leave() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" aria-haspopup="menu" aria-label={`${shell.me.menu} ${me.name}`}>
        {me.name}
      </button>
    </Dropdown>
  )
}

type Place = {
  to: '/' | '/documents' | '/commitments' | '/registers' | '/map' | '/briefings' | '/rules' | '/settings' | '/journal'
  word: keyof AllWords['shell']['nav']
  door: EntryName
}

const places: readonly Place[] = [
  { to: '/', word: 'todo', door: 'listCommitments' },
  { to: '/documents', word: 'documents', door: 'listDocuments' },
  { to: '/commitments', word: 'commitments', door: 'listCommitments' },
  { to: '/registers', word: 'registers', door: 'listRegisters' },
  { to: '/map', word: 'map', door: 'listPlaces' },
  { to: '/briefings', word: 'briefings', door: 'listBriefings' },
  { to: '/rules', word: 'rules', door: 'listRuleSets' },
  { to: '/settings', word: 'settings', door: 'getDirectory' },
  { to: '/journal', word: 'journal', door: 'listJournal' },
]

/** 待办 stands for everybody with business to do; administrators have the settings, auditors the journal. */
function FrameNav() {
  const { shell } = useWords()
  const me = useMe()
  const open = places.filter(({ door }) => mayPass(door, me.roles))
  return (
    <nav className="frame-nav" aria-label={shell.navigation}>
      <ul>
        {open.map(({ to, word }) => (
          <li key={word}>
            <Link
              to={to}
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ exact: to === '/', includeSearch: false }}
            >
              {shell.nav[word]}
              {word === 'todo' && <WaitingCount />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How much waits for me; a commitment that stands in several groups counts once. */
function WaitingCount() {
  const { work, items } = useTodo()
  if (!work) return null
  const { count, atLeast } = countLines(work, items)
  return count > 0 ? <span>{atLeast ? `${count}+` : count}</span> : null
}
