// 挂图作战: a register as a Gantt chart over a network or a ladder, with what the times between its nodes come to.

import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { OutputOf } from '#contract/contract.ts'
import type { GanttRow } from '#contract/plans.ts'
import type { Definition, RegisterView } from '#domain/register.ts'
import { useDirectory, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { GanttLegend } from '#web/parts/gantt-legend.tsx'
import { daysOf } from '#web/parts/gantt-lines.ts'
import { useGanttRows } from '#web/parts/gantt-rows.ts'
import { type Zoom, zoomFor } from '#web/parts/gantt-scale.ts'
import { GanttTable } from '#web/parts/gantt-table.tsx'
import { KeysWindow, useKeys } from '#web/parts/keys.tsx'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { usePrinting } from '#web/parts/printing.ts'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { narrowOf, sortingOf } from '#web/parts/register-look.ts'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import { SpanFigures } from '#web/parts/span-figures.tsx'
import { showMoment } from '#web/words/amount.ts'
import './gantt.css'

export function RegisterGantt({ register, view, look }: RegisterViewProps) {
  const { plans } = useWords()
  const { definition } = register
  const courses = coursesOf(definition)
  const [course, setCourse] = useState(courseOf(definition, view))
  const [chosenZoom, setZoom] = useState<Zoom | null>(null)
  const [criticalOnly, setCriticalOnly] = useState(true)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [keysShown, setKeysShown] = useState(false)
  const { sort, descending } = sortingOf(look, view)
  const input = useMemo(
    () => ({
      ...{ register: definition.code, ...narrowOf(look, view), ...(course && { course }) },
      dates: view?.dates.slice(0, 2) ?? [],
      ...(sort !== null && { sort }),
      ...(descending && { descending }),
    }),
    [definition, look, view, course, sort, descending],
  )
  const query = useGanttRows(input)
  const { printed, ready, print } = usePrinting(query.all)
  const rows = useMemo(() => query.data?.pages.flatMap(({ entries }) => entries) ?? [], [query.data])
  const first = query.data?.pages[0]
  const zoom = chosenZoom ?? (first ? zoomFor(daysOf(first.entries, first.today)) : 'month')
  const room = useRoom(definition, look.asOf, first, setOpened)
  useKeys([{ key: '?', run: () => setKeysShown(!keysShown) }])
  if (query.error) return <RefusalNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!first) return <LoadingMark />
  if (course === null && input.dates.length < 2) return <p className="empty-mark">{plans.chart.noCourse}</p>
  const shown = printed ?? rows
  return (
    <section className="gantt-sheet" aria-label={view?.name ?? plans.chart.label}>
      <PrintHead name={`${definition.name} ${view?.name ?? ''}`} count={shown.length} />
      {course?.startsWith('network:') && (
        <SpanFigures register={register} network={course.slice('network:'.length)} narrow={narrowOf(look, view)} />
      )}
      <div className="gantt-bar not-printed">
        {courses.length > 1 && (
          <Select aria-label={plans.chart.course} value={course} options={courses} onChange={setCourse} />
        )}
        <Segmented<Zoom>
          aria-label={plans.chart.zoom}
          value={zoom}
          onChange={setZoom}
          options={(['month', 'quarter'] as const).map((value) => ({ value, label: plans.chart.zooms[value] }))}
        />
        <Button
          onClick={() => setOpened(opened.size > 0 ? new Set() : new Set(rows.map(({ entry }) => entry)))}
          disabled={rows.length === 0}
        >
          {opened.size > 0 ? plans.chart.closeAll : plans.chart.openAll}
        </Button>
        <Checkbox checked={criticalOnly} onChange={({ target }) => setCriticalOnly(target.checked)}>
          {plans.chart.criticalOnly}
        </Checkbox>
        <span className="gantt-bar-end">
          <Button onClick={print} disabled={ready !== null}>
            {ready === null ? plans.chart.print : plans.chart.printing(Math.round(ready * 100))}
          </Button>
          <Button className="not-on-phone" onClick={() => setKeysShown(true)}>
            {plans.chart.keys}
          </Button>
        </span>
      </div>
      <GanttLegend />
      {rows.length === 0 ? (
        <p className="empty-mark">{plans.chart.empty}</p>
      ) : (
        <GanttTable
          {...{ rows: shown, printed: printed !== null, zoom, criticalOnly, opened, room, onZoom: setZoom }}
          active={!keysShown}
          onNearEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
        />
      )}
      <KeysWindow keys={keysOf(plans.chart)} open={keysShown} onClose={() => setKeysShown(false)} />
    </section>
  )
}

function coursesOf({ networks, ladders }: Definition) {
  return [
    ...networks.map(({ key, name }) => ({ value: `network:${key}`, label: name })),
    ...ladders.map(({ key, name }) => ({ value: `ladder:${key}`, label: name })),
  ]
}

/** What the view names, else the first network, else the first ladder. */
function courseOf(definition: Definition, view: RegisterView | null): string | null {
  if (view?.network) return `network:${view.network}`
  if (view?.ladder) return `ladder:${view.ladder}`
  return coursesOf(definition)[0]?.value ?? null
}

type First = Pick<OutputOf<'showGantt'>, 'today' | 'target' | 'nodes' | 'entries'> | undefined

function useRoom(
  { code, entryName }: Definition,
  asOf: string | null,
  first: First,
  setOpened: (next: (before: ReadonlySet<string>) => ReadonlySet<string>) => void,
) {
  const directory = useDirectory()
  const navigate = useNavigate()
  return useMemo(() => {
    const names = new Map(first?.nodes.map(({ key, name }) => [key, name]))
    return {
      today: first?.today ?? '',
      target: first?.target ?? null,
      entryName,
      planned: first?.entries.some(({ plan }) => plan !== 'none') ?? false,
      nodeName: (key: string) => names.get(key) ?? key,
      unitName: (id: string | null) => directory?.unit(id)?.shortName ?? '',
      onOpen: (entry: string) =>
        setOpened((before) => {
          const next = new Set(before)
          if (!next.delete(entry)) next.add(entry)
          return next
        }),
      onPlan: ({ entry }: GanttRow) =>
        void navigate({
          to: '/registers/$code/$id',
          params: { code, id: entry },
          search: asOf === null ? {} : { asOf },
          hash: 'plan',
        }),
    }
  }, [code, entryName, asOf, first, directory, navigate, setOpened])
}

function PrintHead({ name, count }: { name: string; count: number }) {
  const { plans } = useWords()
  const { zoneName } = useMe()
  return (
    <div className="print-head gantt-print-head">
      <h1>
        {zoneName} {name}
      </h1>
      <p>{plans.chart.printedAt(showMoment(new Date().toISOString()), count)}</p>
    </div>
  )
}

function keysOf(chart: ReturnType<typeof useWords>['plans']['chart']) {
  return [
    { key: '↑ ↓', says: chart.keyMove },
    { key: '→', says: chart.keyOpen },
    { key: '←', says: chart.keyClose },
    { key: 'Enter', says: chart.keyPlan },
    { key: 't', says: chart.keyToday },
    { key: '+ -', says: chart.keyZoom },
  ]
}
