// 阶段分析: a ladder in figures (reached, time on each rung, how many went higher), and the figures that count themselves from
// its steps; every number opens to the entries behind it.

import { useState } from 'react'
import type { InputOf, OutputOf } from '#contract/contract.ts'
import type { Ladder, Register } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { CountedSteps, type OpenCount } from '#web/parts/counted-steps.tsx'
import { Countings } from '#web/parts/counting-list.tsx'
import { Absent } from '#web/parts/names.tsx'
import { Percent } from '#web/parts/percent.tsx'
import { type Column, PlainTable } from '#web/parts/plain-table.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { showNumber } from '#web/words/amount.ts'
import './board.css'

type Props = {
  register: Register
  ladder: Ladder
  narrow: Pick<InputOf<'showFigures'>, 'filter' | 'where' | 'text' | 'asOf'>
}

export function RegisterFigures({ register, ladder, narrow }: Props) {
  const { figures: say } = useWords().record
  const { code, counts } = register.definition
  const [open, setOpen] = useState<OpenCount | null>(null)
  const { data, error, refetch } = useQuestion('showFigures', { register: code, ladder: ladder.key, ...narrow })
  const own = counts.filter((counting) => counting.ladder === ladder.key)
  return (
    <section className="section figures" aria-labelledby="figures-title">
      <h2 id="figures-title">
        {say.title} · {ladder.name}
      </h2>
      <RefusalNotice error={error} onRetry={() => void refetch()} />
      {data && <StageTable ladder={ladder} figures={data} />}
      <p className="soft">{say.note}</p>
      {own.length > 0 && <Countings register={register} countings={own} asOf={narrow.asOf ?? null} onOpen={setOpen} />}
      {open && <CountedSteps register={register} open={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

type Figure = OutputOf<'showFigures'>[number]

function StageTable({ ladder, figures }: { ladder: Ladder; figures: readonly Figure[] }) {
  const { figures: say } = useWords().record
  const columns = useColumns(ladder)
  const reached = figures.filter((one) => one.reached > 0)
  return (
    <PlainTable caption={say.title} columns={columns} rows={reached} rowKey={({ rung }) => rung} empty={say.none} />
  )
}

function useColumns(ladder: Ladder): Column<Figure>[] {
  const { figures: say } = useWords().record
  const language = useLanguage()
  const days = (n: number | string | null) => (n === null ? <Absent /> : say.days(showNumber(Number(n), language)))
  const last = ladder.rungs.at(-1)?.key
  return [
    { key: 'rung', head: say.rung, cell: ({ rung }) => ladder.rungs.find(({ key }) => key === rung)?.name ?? rung },
    { key: 'reached', head: say.reached, look: 'number', cell: ({ reached }) => showNumber(reached, language) },
    { key: 'stays', head: say.stays, look: 'number', cell: ({ stays }) => showNumber(stays, language) },
    { key: 'median', head: say.median, look: 'number', cell: ({ medianDays }) => days(medianDays) },
    { key: 'mean', head: say.mean, look: 'number', cell: ({ meanDays }) => days(meanDays) },
    { key: 'went', head: say.wentOn, look: 'number', cell: ({ wentOn }) => showNumber(wentOn, language) },
    {
      key: 'conversion',
      head: say.conversion,
      cell: ({ rung, reached, wentOn }) =>
        rung === last ? <Absent /> : <Percent percent={Math.round((wentOn / reached) * 100)} />,
    },
  ]
}
