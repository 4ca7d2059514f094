// One thing that is wrong with a register's definition: its place and why.

import type { Issue } from '#rules/rule.ts'

/** `at` is a path by keys, down to the part: `fields.amount.choices`, `ladders.main.rungs.signed.conditions.0.rule`. */
export type Fault =
  | {
      at: string
      why:
        | 'twice'
        | 'leads-nowhere'
        | 'wrong-type'
        | 'incomplete'
        | 'gone'
        | 'changed'
        | 'retired'
        | 'hidden'
        | 'circular'
    }
  | { at: string; why: 'rule'; rule: string; issue: Issue }
/** All but what is wrong with a rule. */
export type PlainFault = Exclude<Fault, { why: 'rule' }>
