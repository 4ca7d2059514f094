// Judges conditions with feelin, the third opinion on our rule language, so that the shipped rule sets are tried against
// an engine that is not ours. Facts are written into the text; doubles are its one weakness, so gaps are rounded.
import { evaluate } from 'feelin'
import type { Facts, Judge, Judged } from '#rules/rule-judge.ts'

export function feelJudge(names: readonly string[], types: Readonly<Record<string, string>>): Judge {
  const known = new RegExp([...names].sort((a, b) => b.length - a.length).join('|'), 'gu')
  const value = (rule: string, facts: Facts): unknown => {
    const text = rule.replace(known, (name) => literal(facts[name] ?? null, types[name]))
    return evaluate(text, {}).value ?? null
  }
  return {
    names: (rule) => [...new Set(rule.match(known) ?? [])],
    evaluate(rule, facts) {
      const outcome = value(rule, facts)
      if (outcome !== true && outcome !== false && outcome !== null) throw new Error(`not a condition: ${rule}`)
      return { outcome, ...(outcome === false ? lacking(rule, facts, value) : {}) }
    },
  }
}

function literal(value: Facts[string], type: string | undefined): string {
  if (value === null) return 'null'
  return type === 'date' ? `date("${value}")` : type === 'number' ? `(${value})` : String(value)
}

/** Only where the rule is one comparison of numbers, or an `if` whose branches are. */
function lacking(rule: string, facts: Facts, value: (rule: string, facts: Facts) => unknown): Partial<Judged> {
  const branch = /^if (.+?) then (.+?) else (.+)$/.exec(rule)
  if (branch) return lacking((value(branch[1] ?? '', facts) === true ? branch[2] : branch[3]) ?? '', facts, value)
  const sides = /^([^<>=]+?) (>=|<=|>|<) ([^<>=]+)$/.exec(rule)
  if (!sides || / and | or |not\(/.test(rule)) return {}
  const [left, right] = [value(sides[1] ?? '', facts), value(sides[3] ?? '', facts)]
  if (typeof left !== 'number' || typeof right !== 'number') return {}
  const gap = Number(Math.abs(right - left).toFixed(9))
  return { value: String(left), threshold: String(right), gap: String(gap) }
}
