// The web client from the top: the query cache, the router, and what to do when the session ends.
//
// Conventions for every page and part:
// - A page is a named component in pages/, reached by a lazy route in router.tsx: `export function SupervisePage()`.
//   Inside it: `const { id } = useParams({ from: '/frame/commitments/$id' })`, `useSearch({ from: '/frame/commitments' })`,
//   `<Link to="/commitments/$id" params={{ id }}>`. Filters live in the address, so that a view can be sent to a colleague.
// - Ask and act only by hooks.ts: `useQuestion('listCommitments', { light: ['red'] })` (cached under [name, input]),
//   `useAct('signFor').mutate({ id, version })`: every question is asked again afterwards, a refusal becomes a sentence,
//   a stale row offers 重新载入. `useAct(name, { quiet: true })` when the form shows `<RefusalNotice error={act.error} />`.
//   `call`, `upload`, `downloadUrl` are in client.ts. `useMe()`, `useDirectory()?.unit(id)` tell who and which unit.
// - Imports read `#web/parts/names.tsx`, as on every floor; styles stand beside their part and are imported by it.
// - Contract, domain and reading are imported as types only (`import type`): Zod stays out of the browser. The members of a
//   closed set are the keys of its words: `keysOf(words.nouns.stages)`.
// - Words: `const words = useWords()`, then `words.nouns.stages[row.stage]`; a page's own words are in its chapter,
//   words/<chapter>.zh.ts with the English twin of the same shape; no screen word stands in a component.
// - Amounts and bounds by words/amount.ts; days are shown as they are stored: 2026-03-05.
// - Parts: PageHeader, LightBadge, UnitName, PersonName, PostName, DayField, UnitSelect, RefusalNotice, Percent, PlainTable.
//   Acts on a commitment: `<ActDialog act="report" commitment={subjectOf(commitment)} onDone={} onClose={} />`
//   (parts/act-dialog.tsx), which of them are open to this person: `actsFor(subject, me)` (parts/act-rules.ts).
// - Look: plain elements with the classes and variables of look.css, Ant Design for controls. No colour without a shape and
//   a word, no gradient, no icon without a label. Every control is reachable by keyboard and has a name; a page works
//   at 390 px and prints. Keys in a list: j/k or arrows move, Enter opens, letters act, ? shows them (parts/keys.tsx).

import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { CallLost, CallRefused } from '#web/client.ts'
import { makeRouter } from '#web/router.tsx'

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenRefused }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost connection is tried once more.
      retry: (failures, error) => error instanceof CallLost && failures < 1,
    },
  },
})
const router = makeRouter(queries)

/** The session has ended, or the password was reset, while a page was open: settle that and come back. */
function leaveWhenRefused(error: Error): void {
  const code = error instanceof CallRefused ? error.refusal.code : null
  const { pathname, href } = router.state.location
  if (code === 'password-change-due' && pathname !== '/password') void router.navigate({ to: '/password' })
  if (code !== 'signed-out' || pathname === '/sign-in') return
  queries.removeQueries()
  void router.navigate({ to: '/sign-in', search: { to: href } })
}

export function Luoshi() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
