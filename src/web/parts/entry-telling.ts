// The journal of an entry in words: its values from what to what, its steps, checks, files, and what was said about it.

import type { Climb, ClimbEvent } from '#domain/climb.ts'
import type { CrossingEvent } from '#domain/crossing.ts'
import type { EntryEvent } from '#domain/entry.ts'
import type { EntryFileEvent } from '#domain/entry-file.ts'
import type { Value } from '#domain/field-value.ts'
import type { JournalLine } from '#domain/journal.ts'
import type { PlanEvent } from '#domain/plan.ts'
import type { Definition } from '#domain/register.ts'
import type { RemarkEvent } from '#domain/remark.ts'
import { type Naming, textOfValue } from '#web/parts/field-text.ts'

export type Told = { seq: number; name: string; details: string[] }

type AnyEvent =
  | ({ noun: 'entry' } & EntryEvent)
  | ({ noun: 'climb' } & ClimbEvent)
  | ({ noun: 'crossing' } & CrossingEvent)
  | ({ noun: 'entry_file' } & EntryFileEvent)
  | ({ noun: 'plan' } & PlanEvent)
  | ({ noun: 'remark' } & RemarkEvent)

/** What a line is told by: the register's names, what ids are called, and the values before the line. */
type Ground = { definition: Definition; naming: Naming; before: Readonly<Record<string, Value>>; asks: Asks }
/** What each check is called, by crossing and key. */
type Asks = (crossing: string, check: string) => string

/** Lines oldest first, as they come. What an entry's own line of a step says is said by the step's line, and left out. */
export function tellHistory(
  history: readonly JournalLine[],
  definition: Definition,
  naming: Naming,
  asks: Asks,
): (Told & { line: JournalLine })[] {
  let before: Readonly<Record<string, Value>> = {}
  return history.flatMap((line) => {
    const event = { noun: line.noun, ...line.data } as unknown as AnyEvent
    const told = tell(event, line, { definition, naming, before, asks })
    if (event.noun === 'entry' && 'values' in event) before = after(before, event.values)
    return told ? [{ seq: line.seq, line, ...told }] : []
  })
}

function after(before: Readonly<Record<string, Value>>, changes: Readonly<Record<string, Value | null>>) {
  const all = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null)
  return Object.fromEntries(all) as Record<string, Value>
}

type Words = { name: string; details: string[] } | null

function tell(event: AnyEvent, line: JournalLine, ground: Ground): Words {
  switch (event.noun) {
    case 'entry':
      return tellEntry(event, ground)
    case 'climb':
      return tellClimb(event, ground)
    case 'crossing':
      return tellCrossing(event, line, ground)
    case 'entry_file':
      return { name: say(ground).filed(event.file.file.name, event.file.proves), details: [] }
    case 'plan':
      return tellPlan(event, ground)
    case 'remark':
      return tellRemark(event, ground)
  }
}

const say = ({ naming }: Ground) => naming.words.record.history

function tellPlan(event: PlanEvent, { naming }: Ground): Words {
  const { history } = naming.words.plans
  if (event.kind === 'approved') return { name: history.approved, details: [] }
  const { draft } = event
  const last = draft.nodes.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)
  const details = [last && history.upTo(last.name, last.on), draft.reason].filter((words) => words != null)
  return { name: history.laid, details: details as string[] }
}

function tellEntry(event: EntryEvent, ground: Ground): Words {
  switch (event.kind) {
    case 'added':
      return { name: say(ground).added(ground.definition.entryName), details: changes(event.values, ground) }
    case 'revised':
      return { name: say(ground).revised, details: changes(event.values, ground) }
    case 'removed':
      return { name: say(ground).removed, details: [event.removed.reason] }
    case 'restored':
      return { name: say(ground).restored, details: [] }
    // Said by the lines of the step and of the round of checks themselves.
    case 'stepped':
    case 'opened':
      return null
  }
}

/** Fields that were empty before say only what they are now. */
function changes(values: Readonly<Record<string, Value | null>>, ground: Ground): string[] {
  const { definition, naming, before } = ground
  const { empty } = naming.words.record
  return definition.fields.flatMap((field) => {
    if (!(field.key in values)) return []
    const [was, is] = [before[field.key], values[field.key]].map((value) => textOfValue(field, value, naming) || empty)
    return [
      before[field.key] === undefined
        ? say(ground).now(field.name, is as string)
        : say(ground).change(field.name, was as string, is as string),
    ]
  })
}

function rungName({ definition }: Ground, ladder: string, rung: string | null): string {
  const found = definition.ladders.find(({ key }) => key === ladder)
  return found?.rungs.find(({ key }) => key === rung)?.name ?? rung ?? ''
}

function tellClimb(event: ClimbEvent, ground: Ground): Words {
  switch (event.kind) {
    case 'stepped':
      return tellStep(event.climb, ground)
    case 'struck':
      return { name: say(ground).struck, details: [event.struck.reason] }
    case 'supplied':
      return { name: say(ground).supplied(event.proof), details: [] }
    case 'recounted':
      return null
  }
}

function tellStep(
  { kind, ladder, from, to, reason }: Pick<Climb, 'kind' | 'ladder' | 'from' | 'to' | 'reason'>,
  ground: Ground,
): Words {
  const { steps, gate } = ground.naming.words.record
  const ladderName = ground.definition.ladders.find(({ key }) => key === ladder)?.name ?? ladder
  const start = from === null ? gate.below : rungName(ground, ladder, from)
  const way = kind === 'left' ? start : steps.fromTo(start, rungName(ground, ladder, to))
  return { name: steps.kinds[kind], details: [`${ladderName} ${way}`, ...(reason ? [reason] : [])] }
}

function tellCrossing(event: CrossingEvent, line: JournalLine, ground: Ground): Words {
  const words = say(ground)
  switch (event.kind) {
    case 'opened': {
      const { ladder, to, checks } = event.crossing
      return { name: words.opened(rungName(ground, ladder, to), checks.length), details: [] }
    }
    case 'passed':
    case 'returned':
      return { name: words[event.kind](ground.asks(line.id, event.check)), details: event.remark ? [event.remark] : [] }
    case 'asked-again':
      return { name: words['asked-again'](ground.asks(line.id, event.check), event.dueOn), details: [] }
    case 'used':
      return { name: words.used, details: [] }
    case 'withdrawn':
      return { name: words.withdrawn, details: [event.reason] }
  }
}

function tellRemark(event: RemarkEvent, ground: Ground): Words {
  const words = say(ground)
  switch (event.kind) {
    case 'said':
      return { name: words[event.remark.kind], details: [event.remark.text] }
    case 'answered':
      return { name: words.answered, details: [event.answer.text] }
    case 'answer-returned':
      return { name: words['answer-returned'], details: [event.returned.reason] }
    case 'settled':
      return { name: words.settled, details: [] }
  }
}
