// A definition while it is being written: beginnings of its parts, keys that nobody has to think of, and everything that is
// still wrong with it, from an empty name to a rule that cannot be read.

import {
  type Counting,
  Definition,
  type Field,
  Field as FieldShape,
  type FieldType,
  type Ladder,
  type Link,
  type Network,
  type NetworkNode,
  NetworkNode as NodeShape,
  type Ratio,
  type Register,
  type RegisterView,
  type Rung,
  Rung as RungShape,
  standing,
  View as ViewShape,
} from '#domain/register.ts'
import type { Fault } from '#domain/register-fault.ts'
import { faultsOf, structureFaults } from '#domain/register-faults.ts'

/** f1, f2 …: the first number above all that are taken. A key that was given up is not given again. */
export function freshKey(taken: readonly string[], mark: string): string {
  const numbers = taken.flatMap((key) => (key.startsWith(mark) ? [Number(key.slice(mark.length))] : []))
  return `${mark}${Math.max(0, ...numbers.filter(Number.isSafeInteger)) + 1}`
}

const keysIn = (list: readonly { key: string }[]): string[] => list.map(({ key }) => key)

export function freshField(fields: readonly Field[], name: string, type: FieldType): Field {
  return { ...FieldShape.parse({ key: freshKey(keysIn(fields), 'f'), name: 'x', type }), name }
}

/** A register to begin with: one field, which stands for the entry. `codes`: of the registers that are there. */
export function emptyDefinition(codes: readonly string[], titleName: string): Definition {
  const title = { ...freshField([], 'x', 'text'), required: true, indexed: true }
  const code = freshKey(codes, 'register_')
  const whole = Definition.parse({ code, name: 'x', entryName: 'x', title: title.key, fields: [title] })
  return { ...whole, ...blank, fields: [{ ...title, name: titleName }] }
}

const blank = { name: '', entryName: '' }
/** What a basis says while nobody knows it. */
export const noBasis = Definition.shape.basis.parse(undefined)

export function freshRung(rungs: readonly Rung[], name: string): Rung {
  return { ...RungShape.parse({ key: freshKey(keysIn(rungs), 'r'), name: 'x' }), name }
}

export function freshLadder(ladders: readonly Ladder[], name: string): Ladder {
  return { key: freshKey(keysIn(ladders), 'l'), name, rungs: [freshRung([], '')] }
}

export function freshView(views: readonly RegisterView[], name: string, fields: readonly string[]): RegisterView {
  return { ...ViewShape.parse({ key: freshKey(keysIn(views), 'v'), name: 'x', fields }), name }
}

/** At the highest rung of the first ladder, where most figures are counted. */
function lastRung({ ladders }: Pick<Definition, 'ladders'>) {
  const ladder = ladders[0]
  const rung = ladder && (standing(ladder).at(-1) ?? ladder.rungs.at(-1))
  return { ladder: ladder?.key ?? '', rung: rung?.key ?? '' }
}

export function freshCount(definition: Definition, name: string): Counting {
  const key = freshKey(keysIn(definition.counts), 'c')
  const credits = definition.lead === null ? [] : [definition.lead]
  const usual = { first: true, dated: 'event', where: null, classes: null, basis: noBasis } as const
  return { key, name, ...lastRung(definition), ...usual, credits }
}

export function freshLink(definition: Definition, words: string): Link {
  const key = freshKey(keysIn(definition.links), 'k')
  const there = lastRung(definition)
  const proposes = { kind: 'climb', via: null, ...there } as const
  return { key, words, ...there, where: null, proposes, basis: noBasis }
}

/** Its nodes are the rungs of the first ladder, each after the one before. */
export function freshNetwork(definition: Definition, name: string): Network {
  const { networks, ladders } = definition
  const ladder = ladders[0]
  const rungs = ladder ? standing(ladder) : []
  const nodes = rungs.map((rung, place) => ({
    ...NodeShape.parse({ key: `n${place + 1}`, name: 'x', ladder: ladder!.key, rung: rung.key }),
    name: rung.name,
    after: place === 0 ? [] : [`n${place}`],
  }))
  return {
    key: freshKey(keysIn(networks), 'n'),
    name,
    basis: noBasis,
    nodes,
    target: nodes.at(-1)?.key ?? '',
    spans: [],
  }
}

export function freshNode(definition: Definition, nodes: readonly NetworkNode[], name: string): NetworkNode {
  const { ladder, rung } = lastRung(definition)
  return { ...NodeShape.parse({ key: freshKey(keysIn(nodes), 'n'), name: 'x', ladder, rung }), name }
}

export function freshRatio(ratios: readonly Ratio[], name: string): Ratio {
  return { key: freshKey(keysIn(ratios), 'q'), name, of: '', among: '', late: null, by: [], basis: noBasis }
}

export type DraftFault = Fault | { at: string; why: 'empty' | 'too-long' | 'too-many' | 'unfit-name' | 'unfit' }

/** Everything wrong with what is written so far; empty when it can be saved. `there`: the zone's registers. */
export function draftFaults(
  draft: Definition,
  before: Definition | null,
  there: readonly Register[] = [],
): DraftFault[] {
  const checked = Definition.safeParse(draft)
  if (checked.success) return faultsOf(draft, before, there)
  const shape = checked.error.issues.map((issue) => shapeFault(draft, issue))
  const places = new Set(shape.map(({ at }) => at))
  const first = shape.filter(({ at }, place) => shape.findIndex((other) => other.at === at) === place)
  return [...first, ...structureFaults(draft, before).filter(({ at }) => !places.has(at))]
}

type ShapeIssue = { code?: string; path: PropertyKey[]; origin?: unknown; minimum?: unknown }

function shapeFault(draft: Definition, issue: ShapeIssue): DraftFault {
  const at = placeIn(draft, issue.path)
  const text = issue.origin === 'string'
  if (issue.code === 'too_small' && (text || issue.origin === 'array')) return { at, why: 'empty' }
  if (issue.code === 'too_big') return { at, why: text ? 'too-long' : 'too-many' }
  const last = issue.path.at(-1)
  return { at, why: issue.code === 'custom' && last === 'name' ? 'unfit-name' : 'unfit' }
}

/** A path of the schema as the faults write it: by keys in the place of numbers, and a gate's parts as the rung's. */
function placeIn(draft: unknown, path: readonly PropertyKey[]): string {
  let part = draft
  const steps: string[] = []
  for (const step of path) {
    part = (part as Record<PropertyKey, unknown> | undefined)?.[step]
    if (step === 'gate') continue
    const key = typeof step === 'number' ? (part as { key?: unknown } | undefined)?.key : undefined
    steps.push(typeof key === 'string' ? key : String(step))
  }
  return steps.join('.')
}
