// A checked rule: a tree in which every part has its type, its unit and its characters, and nothing is unknown.

import type { Dictionary, DictionaryEntry } from '#rules/dictionary.ts'
import type { Rounding } from '#rules/exact.ts'
import type { Type, Value } from '#rules/value.ts'

export type CompareOp = '<' | '<=' | '>' | '>='

interface Placed {
  type: Type
  /** UTF-16 offsets into the text as it was typed, end excluded. */
  start: number
  end: number
  /** Of a number: its unit, null for a plain one, `any` for a bare literal that takes the unit of what it meets. */
  unit: string | null
}

export type Node = Placed &
  (
    | { kind: 'constant'; value: Value }
    | { kind: 'name'; entry: DictionaryEntry }
    | { kind: 'and' | 'or'; parts: Node[] }
    | { kind: 'not'; of: Node }
    | { kind: 'if'; test: Node; yes: Node; no: Node }
    | { kind: 'compare'; op: CompareOp; left: Node; right: Node }
    | { kind: 'equal'; negated: boolean; left: Node; right: Node }
    | { kind: 'within'; of: Node; low: Node; high: Node; lowIn: boolean; highIn: boolean }
    /** Equal to one of these; unknown is in no list unless null is listed. */
    | { kind: 'member'; of: Node; values: readonly Value[] }
    | { kind: 'negate'; of: Node }
    | { kind: 'arithmetic'; op: '+' | '-' | '*' | '/'; left: Node; right: Node }
    | { kind: 'extreme'; which: 'min' | 'max'; parts: Node[] }
    | { kind: 'round'; of: Node; places: number; rounding: Rounding }
    /** A date moved by whole months (the day clamped to the month's end), then by days. */
    | { kind: 'shift'; of: Node; months: number; days: number }
    /** Days from `right` to `left`, as a length of time. */
    | { kind: 'elapsed'; left: Node; right: Node }
    | { kind: 'call'; name: string; parts: Node[] }
  )
export type Kind = Node['kind']
export type NodeOf<K extends Kind> = Extract<Node, { kind: K }>

/** The parts of a node, in the order in which they stand. */
export function partsOf(node: Node): Node[] {
  switch (node.kind) {
    case 'constant':
    case 'name':
      return []
    case 'and':
    case 'or':
    case 'extreme':
    case 'call':
      return node.parts
    case 'not':
    case 'negate':
    case 'round':
    case 'shift':
    case 'member':
      return [node.of]
    case 'if':
      return [node.test, node.yes, node.no]
    case 'within':
      return [node.of, node.low, node.high]
    default:
      return [node.left, node.right]
  }
}

export interface Rule {
  /** As typed. */
  text: string
  /** The FEEL that was parsed: half-width, with 万, 亿 and % written out. */
  feel: string
  dictionary: Dictionary
  root: Node
  /** The facts it looks at, each once, in the order of their first mention. */
  names: readonly string[]
}

export const issueCodes = [
  'empty',
  'too-long',
  'too-deep',
  'too-complex',
  'syntax',
  'odd-character',
  'unknown-name',
  'unknown-function',
  'wrong-arguments',
  'type-mismatch',
  'wrong-result',
  'unit-mismatch',
  'unit-unclear',
  'unknown-choice',
  'reversed-range',
  'exponent',
  'thousands-comma',
  'bad-literal',
  'open-quotient',
  'not-supported',
] as const
export type IssueCode = (typeof issueCodes)[number]

/** What is wrong with a rule, where (offsets of the text as typed), with its facts; sentences are made from it. */
export interface Issue {
  code: IssueCode
  start: number
  end: number
  facts: Record<string, string>
}
