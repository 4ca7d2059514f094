// The figures of a briefing as tables: each number opens to the commitments that were counted.

import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { createContext, useContext, useMemo, useState } from 'react'
import type { BriefingContents, BriefingLine, Figure, Tally } from '#domain/briefing.ts'
import { useWords } from '#web/language.ts'
import { LightBadge } from '#web/parts/light-badge.tsx'
import { Absent } from '#web/parts/names.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'

type Opened = { what: string; figure: Figure }
const Opening = createContext<(opened: Opened) => void>(() => {})

/** Everything of a briefing below its head; drafts and issued ones look the same. */
export function BriefingFigures({ contents }: { contents: BriefingContents }) {
  const { shell } = useWords()
  const say = shell.briefing
  const [opened, setOpened] = useState<Opened | null>(null)
  const overall = [{ unit: '', name: say.overall, tally: contents.overall }]
  return (
    <Opening value={setOpened}>
      <section className="section tallies">
        <h2>{say.overall}</h2>
        <TallyTable caption={say.overall} rows={overall} />
      </section>
      <section className="section tallies">
        <h2>{say.lines}</h2>
        <TallyTable caption={say.lines} rows={contents.lines} named />
      </section>
      <LinesSection title={say.unfinished} lines={contents.unfinished} reasons />
      <LinesSection title={say.coordinate} lines={contents.toCoordinate} reasons />
      <LinesSection title={say.next} lines={contents.next} />
      <LinesSection title={say.completed} lines={contents.completed} />
      {opened && <Behind opened={opened} contents={contents} onClose={() => setOpened(null)} />}
    </Opening>
  )
}

type TallyRow = BriefingContents['lines'][number]

function TallyTable({ caption, rows, named = false }: { caption: string; rows: readonly TallyRow[]; named?: boolean }) {
  const { shell } = useWords()
  const say = shell.briefing
  const figure = (key: Exclude<keyof Tally, 'completionPercent'>): Column<TallyRow> => ({
    key,
    head: say[key],
    look: 'number',
    cell: ({ name, tally }) => <FigureButton what={named ? `${name} ${say[key]}` : say[key]} figure={tally[key]} />,
  })
  const columns: Column<TallyRow>[] = [
    ...(named ? [{ key: 'unit', head: say.unit, cell: ({ name }: TallyRow) => name }] : []),
    ...(['planned', 'completed', 'underWay', 'notStarted', 'overdue'] as const).map(figure),
    {
      key: 'percent',
      head: say.percent,
      look: 'number',
      cell: ({ tally: { completionPercent } }) => (completionPercent === null ? <Absent /> : `${completionPercent}%`),
    },
  ]
  return (
    <PlainTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ unit, name }) => unit ?? name}
      empty={say.nothing}
    />
  )
}

function FigureButton({ what, figure }: Opened) {
  const open = useContext(Opening)
  const { shell } = useWords()
  if (figure.count === 0) return <span>0</span>
  return (
    <button
      type="button"
      className="word-button"
      aria-label={shell.briefing.open(what, figure.count)}
      onClick={() => open({ what, figure })}
    >
      {figure.count}
    </button>
  )
}

function LinesSection({
  title,
  lines,
  reasons = false,
}: {
  title: string
  lines: readonly BriefingLine[]
  reasons?: boolean
}) {
  const { nouns, shell } = useWords()
  const say = shell.briefing
  const { fields } = nouns
  const columns: Column<BriefingLine>[] = [
    { key: 'number', head: fields.number, look: 'nowrap', cell: ({ number }) => number },
    { key: 'title', head: fields.title, width: '36%', cell: (line) => <LineLink line={line} /> },
    { key: 'lead', head: fields.lead, look: 'nowrap', cell: ({ lead }) => lead ?? <Absent /> },
    { key: 'dueOn', head: fields.dueOn, look: 'nowrap', cell: ({ dueOn }) => dueOn ?? <Absent /> },
    { key: 'percent', head: fields.percent, look: 'number', cell: ({ percent }) => `${percent}%` },
    { key: 'light', head: fields.light, cell: ({ lit }) => <LightBadge lit={lit} /> },
    reasons
      ? { key: 'reason', head: say.reason, cell: ({ reason, latest }) => reason ?? latest ?? <Absent /> }
      : { key: 'latest', head: say.latest, cell: ({ latest }) => latest ?? <Absent /> },
    ...(reasons
      ? [
          {
            key: 'new',
            head: say.newDueOn,
            look: 'nowrap' as const,
            cell: ({ newDueOn }: BriefingLine) => newDueOn ?? <Absent />,
          },
        ]
      : []),
  ]
  return (
    <section className="section">
      <h2>
        {title} <span className="soft">{lines.length}</span>
      </h2>
      {lines.length > 0 ? (
        <PlainTable caption={title} columns={columns} rows={lines} rowKey={({ id }) => id} empty={say.nothing} />
      ) : (
        <p>{say.nothing}</p>
      )}
    </section>
  )
}

function LineLink({ line: { id, title } }: { line: Pick<BriefingLine, 'id' | 'title'> }) {
  return (
    <Link to="/commitments/$id" params={{ id }}>
      {title}
    </Link>
  )
}

/** The commitments behind one figure, as the briefing knew them. */
function Behind({ opened, contents, onClose }: { opened: Opened; contents: BriefingContents; onClose: () => void }) {
  const { nouns, shell } = useWords()
  const known = useMemo(() => {
    const { completed, unfinished, next, toCoordinate } = contents
    return new Map([...completed, ...unfinished, ...next, ...toCoordinate].map((line) => [line.id, line]))
  }, [contents])
  const { what, figure } = opened
  const lines = figure.of.map((id) => known.get(id) ?? { id, number: '', title: nouns.fields.title, lit: null })
  return (
    <Drawer open title={shell.briefing.behind(what, figure.count)} onClose={onClose} size="min(40rem, 100vw)">
      <ol className="figure-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <span className="nowrap">{line.number}</span> <LineLink line={line} />{' '}
            {line.lit && <LightBadge lit={line.lit} />}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
