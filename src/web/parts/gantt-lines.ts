// The lines of a Gantt chart: each entry, and below one that is opened its nodes; where each begins, and which are in sight.

import type { GanttRow, ShownNode } from '#contract/plans.ts'

const entryHeight = 46
const nodeHeight = 26

export type Line =
  | { is: 'entry'; key: string; row: GanttRow; open: boolean; top: number; height: number }
  | { is: 'node'; key: string; row: GanttRow; node: ShownNode; top: number; height: number }

/** `critical`: of an opened entry only the nodes that drive its target, unless none does. */
export function linesOf(rows: readonly GanttRow[], opened: ReadonlySet<string>, critical: boolean): Line[] {
  const lines: Line[] = []
  let top = 0
  const add = (line: Line) => {
    lines.push(line)
    top += line.height
  }
  for (const row of rows) {
    const open = opened.has(row.entry)
    add({ is: 'entry', key: row.entry, row, open, top, height: entryHeight })
    if (!open) continue
    for (const node of nodesShown(row, critical))
      add({ is: 'node', key: `${row.entry} ${node.key}`, row, node, top, height: nodeHeight })
  }
  return lines
}

function nodesShown({ nodes }: Pick<GanttRow, 'nodes'>, critical: boolean): ShownNode[] {
  const driving = nodes.filter((node) => node.critical)
  return critical && driving.length > 0 ? driving : nodes
}

export const heightOf = (lines: readonly Line[]): number => {
  const last = lines.at(-1)
  return last ? last.top + last.height : 0
}

/** Half-open: the lines that touch the window, and some beyond its edges. */
export function linesInSight(lines: readonly Line[], top: number, height: number): { first: number; end: number } {
  const beyond = 300
  const from = lines.findIndex((line) => line.top + line.height > top - beyond)
  const first = from === -1 ? Math.max(0, lines.length - 1) : from
  const after = lines.findIndex((line) => line.top > top + height + beyond)
  return { first, end: after === -1 ? lines.length : after }
}

/** Every day that a line draws. */
export function daysOf(rows: readonly GanttRow[], today: string): string[] {
  const days = rows.flatMap(({ nodes, beginsOn, endsOn, targetOn, forecastOn }) => [
    ...[beginsOn, endsOn, targetOn, forecastOn],
    ...nodes.flatMap(({ plannedOn, firstOn, doneOn, forecastOn: node }) => [plannedOn, firstOn, doneOn, node]),
  ])
  return [today, ...days.filter((day) => day !== null)]
}

/** The span of the bars: planned from first to last, done so far, and what is left by forecast. */
export function barsOf({ nodes, forecastOn, beginsOn, endsOn }: GanttRow, today: string) {
  const sorted = (days: (string | null)[]) => days.filter((day) => day !== null).toSorted()
  const planned = sorted(nodes.map(({ plannedOn }) => plannedOn))
  const done = sorted(nodes.map(({ doneOn }) => doneOn))
  const begun = done[0] ?? beginsOn
  const upTo = forecastOn === null ? (done.at(-1) ?? null) : begun === null ? null : today
  return {
    plan: planned.length > 0 ? { from: planned[0]!, to: planned.at(-1)! } : null,
    done: begun !== null && upTo !== null && begun <= upTo ? { from: begun, to: upTo } : null,
    ahead: forecastOn !== null && forecastOn > today ? { from: today, to: forecastOn } : null,
    dates: beginsOn !== null && endsOn !== null && beginsOn <= endsOn ? { from: beginsOn, to: endsOn } : null,
  }
}
