// The rules that stand in a register's definition, each with its place, and what is wrong with them: in its own names, and those
// of roll-ups in the names of the register that they look at.

import type { Definition, Register } from '#domain/register.ts'
import { dictionaryOf } from '#domain/register-dictionary.ts'
import type { Fault } from '#domain/register-fault.ts'
import { astrayOf } from '#domain/rollup.ts'
import { checkRule } from '#rules/check.ts'
import type { Type } from '#rules/value.ts'

/** Every rule of a definition with its place and what it must answer. */
export function rulesOfRegister(definition: Definition): { at: string; rule: string; gives: Type }[] {
  const { fields, ladders } = definition
  const gives = 'boolean' as const
  const rules: { at: string; rule: string | null; gives: Type }[] = [
    ...fields.map(({ key, rule, gives }) => ({ at: `fields.${key}.rule`, rule, gives })),
    ...ladders.flatMap(({ key: ladder, rungs }) =>
      rungs.flatMap(({ key, gate }) =>
        gate.conditions.map(({ rule }, place) => {
          return { at: `ladders.${ladder}.rungs.${key}.conditions.${place}.rule`, rule, gives }
        }),
      ),
    ),
    ...(['views', 'counts', 'links'] as const).flatMap((list) =>
      definition[list].map(({ key, where }) => ({ at: `${list}.${key}.where`, rule: where, gives })),
    ),
    ...definition.ratios.flatMap(({ key, of, among }) => [
      { at: `ratios.${key}.of`, rule: of, gives },
      { at: `ratios.${key}.among`, rule: among, gives },
    ]),
  ]
  return rules.flatMap(({ rule, ...placed }) => (rule === null ? [] : [{ rule, ...placed }]))
}

/** Whether what roll-ups look at in the registers that are there is there too. */
export function astrayFaults(definition: Definition, there: readonly Register[]): Fault[] {
  return astrayOf(definition, there).map(({ key, astray }): Fault => {
    const at = `fields.${key}.rollup`
    if ('field' in astray) return { at: `${at}.${astray.field}`, why: 'leads-nowhere' }
    return { at: `${at}.where`, why: 'rule', ...astray }
  })
}

export function ruleFaults(definition: Definition): Fault[] {
  // A dictionary is remembered by its definition; this one is not yet in force.
  const dictionary = dictionaryOf({ ...definition }, 1)
  return rulesOfRegister(definition).flatMap(({ at, rule, gives }): Fault[] => {
    const issue = checkRule(rule, dictionary, gives).issues?.[0]
    return issue ? [{ at, why: 'rule', rule, issue }] : []
  })
}
