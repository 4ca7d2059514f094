// The addresses of all pages. Each page is its own chunk; signing in and changing the password need no Ant Design.

import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import type { InputOf } from '#contract/contract.ts'
import type { Role } from '#domain/role.ts'
import { asked, CallRefused } from '#web/client.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { type Standing, standings } from '#web/parts/assess-standing.ts'
import { mapSearch } from '#web/parts/map-address.ts'
import { LoadingMark, NoSuchPage, PageTrouble } from '#web/parts/page-state.tsx'
import { registerSearch } from '#web/parts/register-look.ts'
import { villagesSearch } from '#web/parts/villages-address.ts'

type Context = { queries: QueryClient }

/** What the address of the 督办 page keeps: the view, and everything listCommitments can be narrowed and sorted by. */
export type SuperviseSearch = Omit<InputOf<'listCommitments'>, 'offset' | 'limit' | 'asOf'> & {
  view?: 'table' | 'board' | 'tree'
}

const root = createRootRouteWithContext<Context>()({ component: Outlet })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string } => (typeof search.to === 'string' ? { to: search.to } : {}),
  component: lazyRouteComponent(() => import('#web/pages/sign-in.tsx'), 'SignInPage'),
})

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  component: lazyRouteComponent(() => import('#web/pages/password.tsx'), 'PasswordPage'),
})

/**
 * Everything behind the sign-in: asks who is there and loads the zone's tree, which every page needs, and sends the
 * visitor where something must be settled first. Who still has a one-time password is refused everything but whoAmI.
 */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ context: { queries }, location }) => {
    try {
      const directory = queries.ensureQueryData(asked('getDirectory', {}))
      const [me] = await Promise.all([queries.ensureQueryData(asked('whoAmI', {})), directory])
      return { me }
    } catch (error) {
      const code = error instanceof CallRefused ? error.refusal.code : null
      if (code === 'signed-out') throw redirect({ to: '/sign-in', search: { to: location.href } })
      if (code === 'password-change-due') throw redirect({ to: '/password' })
      throw error
    }
  },
  component: lazyRouteComponent(() => import('#web/parts/frame.tsx'), 'Frame'),
})

/** Administrators have no 待办: an empty zone is set up first, then they have the settings, or the journal. */
async function homeOf(
  roles: readonly Role[],
  queries: QueryClient,
): Promise<'/' | '/setup' | '/settings' | '/journal' | '/registers'> {
  if (mayPass('listCommitments', roles)) return '/'
  if (mayPass('openSampleZone', roles)) {
    const { units } = await queries.ensureQueryData(asked('getDirectory', {}))
    return units.length > 1 ? '/settings' : '/setup'
  }
  if (mayPass('listJournal', roles)) return '/journal'
  // Accounts of enterprises and villages have their own entries and nothing else.
  return mayPass('listRegisters', roles) ? '/registers' : '/settings'
}

const under = { getParentRoute: () => frame }

const todo = createRoute({
  ...under,
  path: '/',
  beforeLoad: async ({ context }) => {
    const to = await homeOf(context.me.roles, context.queries)
    if (to !== '/') throw redirect({ to })
  },
  component: lazyRouteComponent(() => import('#web/pages/todo.tsx'), 'TodoPage'),
})
const setup = createRoute({
  ...under,
  path: '/setup',
  component: lazyRouteComponent(() => import('#web/pages/setup.tsx'), 'SetupPage'),
})
const documents = createRoute({
  ...under,
  path: '/documents',
  component: lazyRouteComponent(() => import('#web/pages/documents.tsx'), 'DocumentsPage'),
})
const review = createRoute({
  ...under,
  path: '/documents/$id',
  validateSearch: (search): { proposal?: string } =>
    typeof search.proposal === 'string' ? { proposal: search.proposal } : {},
  component: lazyRouteComponent(() => import('#web/pages/review.tsx'), 'ReviewPage'),
})
const supervise = createRoute({
  ...under,
  path: '/commitments',
  validateSearch: (search) => search as SuperviseSearch,
  component: lazyRouteComponent(() => import('#web/pages/supervise.tsx'), 'SupervisePage'),
})
const commitment = createRoute({
  ...under,
  path: '/commitments/$id',
  component: lazyRouteComponent(() => import('#web/pages/commitment.tsx'), 'CommitmentPage'),
})
const registers = createRoute({
  ...under,
  path: '/registers',
  component: lazyRouteComponent(() => import('#web/pages/registers.tsx'), 'RegistersPage'),
})
const register = createRoute({
  ...under,
  path: '/registers/$code',
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import('#web/pages/register.tsx'), 'RegisterPage'),
})
const entry = createRoute({
  ...under,
  path: '/registers/$code/$id',
  validateSearch: (search): { asOf?: string } => (typeof search.asOf === 'string' ? { asOf: search.asOf } : {}),
  component: lazyRouteComponent(() => import('#web/pages/entry.tsx'), 'EntryPage'),
})
const assess = createRoute({
  ...under,
  path: '/registers/$code/assess',
  validateSearch: (search): { set?: string; standing?: Standing } => ({
    ...(typeof search.set === 'string' && { set: search.set }),
    ...(standings.some((one) => one === search.standing) && { standing: search.standing as Standing }),
  }),
  component: lazyRouteComponent(() => import('#web/pages/assess.tsx'), 'AssessPage'),
})
const registerNew = createRoute({
  ...under,
  path: '/registers/new',
  component: lazyRouteComponent(() => import('#web/pages/register-new.tsx'), 'RegisterNewPage'),
})
const registerDefine = createRoute({
  ...under,
  path: '/registers/$code/define',
  component: lazyRouteComponent(() => import('#web/pages/register-define.tsx'), 'RegisterDefinePage'),
})
const importing = createRoute({
  ...under,
  path: '/registers/$code/import',
  validateSearch: (search): { job?: string } => (typeof search.job === 'string' ? { job: search.job } : {}),
  component: lazyRouteComponent(() => import('#web/pages/import-entries.tsx'), 'ImportEntriesPage'),
})
const briefings = createRoute({
  ...under,
  path: '/briefings',
  validateSearch: (search): { month?: string; asOf?: string } => ({
    ...(typeof search.month === 'string' && { month: search.month }),
    ...(typeof search.asOf === 'string' && { asOf: search.asOf }),
  }),
  component: lazyRouteComponent(() => import('#web/pages/briefing.tsx'), 'BriefingPage'),
})
const rules = createRoute({
  ...under,
  path: '/rules',
  validateSearch: (search): { set?: string } => (typeof search.set === 'string' ? { set: search.set } : {}),
  component: lazyRouteComponent(() => import('#web/pages/rules.tsx'), 'RulesPage'),
})
const map = createRoute({
  ...under,
  path: '/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('#web/pages/map.tsx'), 'MapPage'),
})
const villages = createRoute({
  ...under,
  path: '/villages',
  validateSearch: villagesSearch,
  component: lazyRouteComponent(() => import('#web/pages/villages.tsx'), 'VillagesPage'),
})
const settings = createRoute({
  ...under,
  path: '/settings',
  component: lazyRouteComponent(() => import('#web/pages/settings.tsx'), 'SettingsPage'),
})
const gallery = createRoute({
  ...under,
  path: '/gallery',
  validateSearch: (search): { theme?: string } => (typeof search.theme === 'string' ? { theme: search.theme } : {}),
  component: lazyRouteComponent(() => import('#web/pages/gallery.tsx'), 'GalleryPage'),
})
const journal = createRoute({
  ...under,
  path: '/journal',
  component: lazyRouteComponent(() => import('#web/pages/journal.tsx'), 'JournalPage'),
})

const routeTree = root.addChildren([
  signIn,
  password,
  frame.addChildren([
    todo,
    setup,
    documents,
    review,
    supervise,
    commitment,
    registers,
    register,
    registerNew,
    registerDefine,
    assess,
    importing,
    entry,
    map,
    villages,
    briefings,
    rules,
    settings,
    journal,
    gallery,
  ]),
])

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: LoadingMark,
    defaultErrorComponent: PageTrouble,
    defaultNotFoundComponent: NoSuchPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
