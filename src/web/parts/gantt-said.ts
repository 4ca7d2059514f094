// What a line of the Gantt chart shows, in words.

import type { GanttRow, ShownNode } from '#contract/plans.ts'
import type { AllWords } from '#web/language.ts'

type Words = AllWords['plans']

/** 计划 2026-05-20，实际 2026-05-20，红旗按期完成。 */
export function nodeSaid(node: ShownNode, { chart, flags, flagMeanings }: Words): string {
  const { plannedOn, doneOn, passedOver, forecastOn, atLeast, critical, flag } = node
  const parts = [
    plannedOn && `${chart.planned} ${plannedOn}`,
    doneOn && (passedOver ? chart.passedOver : `${chart.done} ${doneOn}`),
    forecastOn && `${atLeast ? chart.atLeast : chart.forecast} ${forecastOn}`,
    critical && chart.critical,
    flag && `${flags[flag]} ${flagMeanings[flag]}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** The target by plan and as it is reckoned, and how far they are apart. */
export function targetSaid(row: GanttRow, { chart }: Words): string {
  const { targetOn, gapWorkdays, atLeast, nodes, left, plan } = row
  if (left) return chart.left
  const reached =
    row.forecastOn ??
    nodes
      .map(({ doneOn }) => doneOn ?? '')
      .toSorted()
      .at(-1)
  const is = row.forecastOn === null ? chart.done : atLeast ? chart.atLeast : chart.forecast
  const parts = [
    plan === 'none' ? chart.noPlan : targetOn && `${chart.planned} ${targetOn}`,
    reached && `${is} ${reached}`,
    gapWorkdays !== null && (!atLeast || gapWorkdays > 0) && chart.gap(gapWorkdays),
  ]
  return parts.filter(Boolean).join(', ')
}
