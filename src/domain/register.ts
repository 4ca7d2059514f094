// A register as data: its fields, its ladders of rungs with their gates, its views, counting rules and links. A zone writes
// and changes this without code; store/registers.ts makes a real table of it.

import { z } from 'zod'
import { Id, Row, Words } from '#domain/fields.ts'
import { Role } from '#domain/role.ts'
import { Name as RuleName } from '#rules/dictionary.ts'

/** Names of fields, ladders and rungs as the store and the doors write them. They become parts of column names. */
export const Key = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/, 'small letters, digits and _; at most 30')

export const FieldType = z.enum([
  'text',
  'long-text',
  'number',
  'money',
  'percent',
  'date',
  'month',
  'yes-no',
  'choice',
  'choices',
  'unit',
  'post',
  'person',
  'entry',
  'commitment',
  'place',
  'files',
  'credit-code',
  'industry',
  'computed',
  'rollup',
])
export type FieldType = z.infer<typeof FieldType>

/** A condition or formula in the rule language; the register's fields are its dictionary. */
export const RuleText = z.string().trim().min(1).max(10_000)

/** How an entry becomes a commitment: which of its fields say what is to be done, by whom and when. */
export const Makes = z.strictObject({
  title: Key,
  lead: Key.nullable().default(null),
  supporting: z.array(Key).max(10).default([]),
  /** The post of the leader who answers for it (分管领导). */
  leader: Key.nullable().default(null),
  dueOn: Key.nullable().default(null),
  /** Kinds of proof that closing it asks for; empty: what is usual in the zone. */
  proof: z.array(Words).max(50).default([]),
})
export type Makes = z.infer<typeof Makes>

export const Choice = z.strictObject({ word: Words.max(60), retired: z.boolean().default(false) })

/** A figure over the entries of another register whose entry link `via` leads here and for which `where` holds there. */
export const Rollup = z.strictObject({
  register: Key,
  via: Key,
  take: z.enum(['count', 'sum', 'min', 'max']),
  /** What is summed or compared; null where entries are only counted. */
  field: Key.nullable().default(null),
  /** In the dictionary of the other register. */
  where: RuleText.nullable().default(null),
})
export type Rollup = z.infer<typeof Rollup>

export const Field = z.strictObject({
  key: Key,
  /** What people and rules call it. */
  name: RuleName,
  type: FieldType,
  /** Of a number: 家, 亩, 平方米 …; money is in 元, percent in %. */
  unit: z.string().max(20).nullable().default(null),
  /** Decimal places of a number or percent that are kept; money has two. */
  scale: z.int().min(0).max(6).default(0),
  required: z.boolean().default(false),
  choices: z.array(Choice).max(500).default([]),
  /** Of an entry link: the code of the register it leads to. */
  of: Key.nullable().default(null),
  /** Of a commitment field: how an entry becomes one; null: it is only linked. */
  makes: Makes.nullable().default(null),
  /** Of a computed field: the formula, and what it gives. */
  rule: RuleText.nullable().default(null),
  gives: z.enum(['number', 'text', 'date', 'boolean']).default('number'),
  /** Of a roll-up, which gives a number or a date; `unit` and `scale` are those of the field it takes (money: 元 and 2). */
  rollup: Rollup.nullable().default(null),
  /** Indexed: filtering and sorting cost by what is shown. */
  indexed: z.boolean().default(false),
  /** No two entries that stand may share the value. */
  unique: z.boolean().default(false),
  /** Of a unit field: the unit named sees the entry. */
  opens: z.boolean().default(false),
  /** Null: everybody who sees the entry. */
  seenBy: z.array(Role).nullable().default(null),
  /** Null: everybody who may write entries here; enterprise and village accounts only where they are listed. */
  filledBy: z.array(Role).nullable().default(null),
  retired: z.boolean().default(false),
  /** Under which heading forms and records show it; empty: among the first. */
  group: z.string().max(30).default(''),
  hint: z.string().max(500).default(''),
})
export type Field = z.infer<typeof Field>

/** One thing asked for at a gate, before the step is decided. */
export const Proof = z.strictObject({
  kind: Words.max(100),
  required: z.boolean().default(true),
  /** May be owed (容缺): the gate is passed with a day by which it follows. */
  tolerated: z.boolean().default(false),
})

export const Condition = z.strictObject({ rule: RuleText, words: z.string().max(200).default('') })

/** A check by another unit, asked at the same time as the others. */
export const Check = z.strictObject({
  key: Key,
  asks: Words.max(200),
  /** Who checks; null while the zone has not said, `by` then only says who usually does. */
  unit: Id.nullable().default(null),
  by: z.string().max(60).default(''),
  /** Null: no rule says (待补依据); then nobody is late. */
  workdays: z.int().min(0).max(400).nullable(),
})
export type Check = z.infer<typeof Check>

export const Gate = z.strictObject({
  conditions: z.array(Condition).max(50).default([]),
  proofs: z.array(Proof).max(50).default([]),
  checks: z.array(Check).max(30).default([]),
  decides: z.array(Role).min(1).default(['office', 'keeper', 'unit-head', 'unit-officer']),
  /** Who decides is somebody else than who filed, and not of the lead unit (domain/decider.ts). */
  otherParty: z.boolean().default(false),
  /** The step is dated by a certificate as well as by the day it happened. */
  certificate: z.boolean().default(false),
  /** Who skips the rung must say why; false forbids skipping it. */
  skippable: z.boolean().default(false),
})
export type Gate = z.infer<typeof Gate>

export const Rung = z.strictObject({
  key: Key,
  name: Words.max(60),
  /** The gate that leads onto this rung. */
  gate: Gate.prefault({}),
  /** The rule set that says who may come here; its verdict is shown at the gate and binds nobody. */
  ruleSet: z.string().max(60).nullable().default(null),
  /** Days a stay should take at most; null: 待补依据. */
  usualDays: z.int().positive().max(10_000).nullable().default(null),
  /** After so many days without a step the entry counts as stuck (僵尸); null: never. */
  stuckDays: z.int().positive().max(10_000).nullable().default(null),
  retired: z.boolean().default(false),
})
export type Rung = z.infer<typeof Rung>

export const Ladder = z.strictObject({ key: Key, name: Words.max(60), rungs: z.array(Rung).min(1).max(60) })
export type Ladder = z.infer<typeof Ladder>

/** How days are counted: by the working-day calendar, or every day. */
export const DayCount = z.enum(['workdays', 'days'])
export type DayCount = z.infer<typeof DayCount>

/** How long, in days of the calendar that is named beside it; null: 待补依据. */
const takes = z.int().min(0).max(5000).nullable().default(null)

export const NetworkNode = z.strictObject({
  key: Key,
  name: Words.max(60),
  /** Reaching this rung finishes the node. */
  ladder: Key,
  rung: Key,
  /** Reaching this one says that work on it has begun; null: it begins as soon as what it waits for is there. */
  begins: Key.nullable().default(null),
  takes,
  calendar: DayCount.default('workdays'),
  /** Nodes that must be finished before. */
  after: z.array(Key).max(50).default([]),
  /**
   * It may be reviewed before they are (预审): `takes` of the node is then the review's, and once the review has passed and
   * what the node waits for is there, only these days are left.
   */
  preReview: z
    .strictObject({
      rung: Key,
      takes,
      /** What the review waits for: of a node that is itself reviewed in advance its review, of others the end. */
      after: z.array(Key).max(50).default([]),
    })
    .nullable()
    .default(null),
})
export type NetworkNode = z.infer<typeof NetworkNode>

/** A time between two nodes that is measured: 土地证到施工许可证. */
export const Span = z.strictObject({
  key: Key,
  name: Words.max(60),
  from: Key,
  to: Key,
  calendar: DayCount.default('workdays'),
  /** At most so many days are aimed at; null: 待补依据. */
  atMost: z.int().min(0).max(5000).nullable().default(null),
  /** The number field in which each entry says so itself (承诺时限), in the place of `atMost`. */
  limit: Key.nullable().default(null),
  basis: z.string().max(200).default('待补依据'),
})
export type Span = z.infer<typeof Span>

/** What must come before what on the way to a target (网络计划); the nodes may lie on several ladders. */
export const Network = z.strictObject({
  key: Key,
  name: Words.max(60),
  basis: z.string().max(500).default('待补依据'),
  nodes: z.array(NetworkNode).min(1).max(100),
  target: Key,
  spans: z.array(Span).max(20).default([]),
})
export type Network = z.infer<typeof Network>

/** How a view shows the register: each kind reads the parts that it needs and leaves the others. */
export const ViewKind = z.enum(['table', 'board', 'gantt', 'calendar', 'map', 'matrix'])

export const View = z.strictObject({
  key: Key,
  name: Words.max(60),
  kind: ViewKind.default('table'),
  /** Columns of a table, lines of a card. */
  fields: z.array(Key).max(200),
  where: RuleText.nullable().default(null),
  sort: Key.nullable().default(null),
  descending: z.boolean().default(false),
  /** Of a board, a Gantt chart or a map: the ladder whose rungs are the columns, bars or colours. */
  ladder: Key.nullable().default(null),
  /** Of a Gantt chart: the network whose nodes are shown, in the place of a ladder's rungs. */
  network: Key.nullable().default(null),
  /** Of a board: number and money fields summed in each column. */
  sums: z.array(Key).max(10).default([]),
  /** Of a calendar: date fields; of a Gantt chart of dates: beginning and end. */
  dates: z.array(Key).max(10).default([]),
  /** Of a map: the place field. */
  place: Key.nullable().default(null),
  /** Of a matrix: the choice fields whose choices are its lines and columns. */
  lines: Key.nullable().default(null),
  columns: Key.nullable().default(null),
})
export type RegisterView = z.infer<typeof View>

/** How a figure counts itself from the climbs of one ladder. */
export const Counting = z.strictObject({
  key: Key,
  name: Words.max(60),
  ladder: Key,
  rung: Key,
  /** Only the first time that the entry comes to the rung. */
  first: z.boolean().default(true),
  dated: z.enum(['event', 'certificate']).default('event'),
  where: RuleText.nullable().default(null),
  /** The unit fields whose units it is credited to; every total counts it once all the same. */
  credits: z.array(Key).max(10).default([]),
  classes: z
    .strictObject({
      field: Key,
      /** Nested: what is of 10 亿 is also of 1 亿. */
      nested: z.boolean().default(true),
      steps: z
        .array(z.strictObject({ name: Words.max(60), from: z.string().regex(/^\d{1,15}(\.\d{1,6})?$/) }))
        .min(1)
        .max(30),
    })
    .nullable()
    .default(null),
  basis: z.string().max(200).default('待补依据'),
})
export type Counting = z.infer<typeof Counting>

/** A rate of entries (整改完成率): of those for which `among` holds, how many for which `of` holds too. */
export const Ratio = z.strictObject({
  key: Key,
  name: Words.max(60),
  of: RuleText,
  among: RuleText,
  /** A date field: by how many days the others are past it. */
  late: Key.nullable().default(null),
  /** Fields by which it can be broken down. */
  by: z.array(Key).max(10).default([]),
  basis: z.string().max(200).default('待补依据'),
})
export type Ratio = z.infer<typeof Ratio>

/** A step here proposes something elsewhere; a person decides. */
export const Link = z.strictObject({
  key: Key,
  words: Words.max(200),
  ladder: Key,
  rung: Key,
  where: RuleText.nullable().default(null),
  proposes: z.discriminatedUnion('kind', [
    /** A step of the entry that `via` leads to, or of this entry where `via` is null. */
    z.strictObject({ kind: z.literal('climb'), via: Key.nullable(), ladder: Key, rung: Key }),
    /** A new entry in another register: its fields from this entry's; `link` there leads back. */
    z.strictObject({
      kind: z.literal('add'),
      register: Key,
      values: z.record(Key, Key),
      link: Key.nullable().default(null),
    }),
    /**
     * A date field of this entry: so many months after the step (or its certificate). `monthsFrom` is a number field of
     * the entry that says how many, where no rule does; empty, it proposes nothing.
     */
    z.strictObject({
      kind: z.literal('date'),
      field: Key,
      months: z.int().min(1).max(600).nullable().default(null),
      monthsFrom: Key.nullable().default(null),
    }),
    /** This entry back to a lower rung: what was found to be undone. */
    z.strictObject({ kind: z.literal('back'), ladder: Key, rung: Key }),
    /** Fields of the entry that `via` leads to, from this entry's. */
    z.strictObject({ kind: z.literal('fill'), via: Key, values: z.record(Key, Key) }),
  ]),
  basis: z.string().max(200).default('待补依据'),
})
export type Link = z.infer<typeof Link>

export const Definition = z.strictObject({
  code: Key,
  name: Words.max(60),
  /** What one entry is called: 项目, 企业. */
  entryName: Words.max(20),
  /** Under which heading the list of registers shows it: 企业培育, 和美乡村. */
  area: z.string().trim().max(20).default(''),
  basis: z.string().max(500).default('待补依据'),
  /** The text field that stands for the entry. */
  title: Key,
  /** The unit field that says who keeps the entry, and the one whose enterprise or village account owns it. */
  lead: Key.nullable().default(null),
  owner: Key.nullable().default(null),
  fields: z.array(Field).min(1).max(300),
  ladders: z.array(Ladder).max(20).default([]),
  networks: z.array(Network).max(20).default([]),
  views: z.array(View).max(100).default([]),
  counts: z.array(Counting).max(100).default([]),
  ratios: z.array(Ratio).max(50).default([]),
  links: z.array(Link).max(50).default([]),
})
export type Definition = z.infer<typeof Definition>

/** A zone's register: `definition` is the one in force, `version` counts its changes. */
export const Register = Row.extend({ definition: Definition })
/** `others`: the registers that its roll-ups look at, where they were loaded with it. They are no part of what is saved. */
export type Register = z.infer<typeof Register> & { readonly others?: readonly Register[] }

export function fieldOf({ fields }: Pick<Definition, 'fields'>, key: string): Field | undefined {
  return fields.find((field) => field.key === key)
}

/** Worked out and never filled in: it has no column of its own. */
export const isDerived = ({ type }: Pick<Field, 'type'>): boolean => type === 'computed' || type === 'rollup'

export function ladderOf({ ladders }: Pick<Definition, 'ladders'>, key: string): Ladder | undefined {
  return ladders.find((ladder) => ladder.key === key)
}

export function networkOf({ networks }: Pick<Definition, 'networks'>, key: string): Network | undefined {
  return networks.find((network) => network.key === key)
}

export function rungOf({ rungs }: Ladder, key: string): Rung | undefined {
  return rungs.find((rung) => rung.key === key)
}

/** Rungs that can still be stepped on, from the bottom up. */
export function standing({ rungs }: Ladder): Rung[] {
  return rungs.filter(({ retired }) => !retired)
}
