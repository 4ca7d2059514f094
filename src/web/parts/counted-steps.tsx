// The steps behind a figure, each with its entry: what a number opens to.

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import type { OutputOf } from '#contract/contract.ts'
import type { Counting, Register } from '#domain/register.ts'
import { call } from '#web/client.ts'
import { useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { Grouping, Period } from '#web/parts/counting-list.tsx'
import { UnitNames } from '#web/parts/names.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

/** Without `by` the whole figure; with it one group, null being what belongs to none. */
export type OpenCount = {
  counting: Counting
  period: Period
  asOf: string | null
  by?: Grouping
  group?: string | null
}

type Props = { register: Register; open: OpenCount; onClose: () => void }

export function CountedSteps({ register, open, onClose }: Props) {
  const { figures: say } = useWords().record
  const columns = useColumns(register, open.asOf)
  const directory = useDirectory()
  const steps = useSteps(register, open)
  const { by, group, counting, period } = open
  const named = !by
    ? ''
    : group == null
      ? say.noGroup
      : by === 'unit'
        ? (directory?.unit(group)?.shortName ?? '')
        : group
  return (
    <Drawer open title={say.stepsOf(counting.name, named)} onClose={onClose} size="min(44rem, 100vw)">
      <p className="soft">
        {period.from} — {period.to}
      </p>
      <RefusalNotice error={steps.error} onRetry={() => void steps.refetch()} />
      {steps.isPending && <LoadingMark />}
      {steps.data && (
        <PlainTable
          caption={counting.name}
          columns={columns}
          rows={steps.data.pages.flatMap((page) => page.steps).toSorted((a, b) => (a.on < b.on ? 1 : -1))}
          rowKey={({ climb }) => climb}
          empty={say.none}
        />
      )}
      {steps.hasNextPage && (
        <p>
          <Button onClick={() => void steps.fetchNextPage()} loading={steps.isFetchingNextPage}>
            {say.more}
          </Button>
        </p>
      )}
    </Drawer>
  )
}

function useSteps(register: Register, { counting, period, asOf, by, group }: OpenCount) {
  const input = {
    register: register.definition.code,
    counts: [counting.key],
    ...period,
    ...(asOf !== null && { asOf }),
    ...(by && { by, ...(group != null && { group }) }),
  }
  return useInfiniteQuery({
    queryKey: ['listCountedSteps', input, 'endless'],
    queryFn: ({ pageParam, signal }) =>
      call('listCountedSteps', { ...input, ...(pageParam !== null && { after: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

type Step = OutputOf<'listCountedSteps'>['steps'][number]

function useColumns({ definition }: Register, asOf: string | null): Column<Step>[] {
  const { figures: say, linked } = useWords().record
  return [
    { key: 'on', head: say.on, look: 'nowrap', cell: ({ on }) => on },
    {
      key: 'entry',
      head: definition.entryName,
      cell: ({ entry, title }) => (
        <Link
          to="/registers/$code/$id"
          params={{ code: definition.code, id: entry }}
          search={asOf === null ? {} : { asOf }}
        >
          {title ?? linked.untitled}
        </Link>
      ),
    },
    { key: 'units', head: say.credited, cell: ({ units }) => <UnitNames ids={units} /> },
    { key: 'classes', head: say.size, cell: ({ classes }) => classes.at(-1) ?? '' },
  ]
}
