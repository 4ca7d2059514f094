// A condition of a rule set for one subject: what it answers and, of a single comparison, how much is lacking.
import { checkRule } from '#rules/check.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import type { Facts } from '#rules/facts.ts'
import type { Rule } from '#rules/rule.ts'
import { evaluateRule, type Trace } from '#rules/trace.ts'

export type Judged = {
  /** Null: not known. */
  outcome: boolean | null
  /** Of the one comparison that decided: what stands there, what is asked, how much is lacking. */
  value: string | null
  threshold: string | null
  gap: string | null
}

export type Judge = {
  rule(text: string): Rule
  evaluate(text: string, facts: Facts): Judged
  names(text: string): readonly string[]
}

/** Checks each condition once. A condition that the dictionary does not allow throws: presets are checked beforehand. */
export function judgeWith(dictionary: Dictionary): Judge {
  const rules = new Map<string, Rule>()
  const rule = (text: string): Rule => {
    const known = rules.get(text)
    if (known) return known
    const checked = checkRule(text, dictionary)
    if (!checked.rule) throw new Error(`no rule of ${dictionary.name}: ${text} ${JSON.stringify(checked.issues)}`)
    rules.set(text, checked.rule)
    return checked.rule
  }
  return {
    rule,
    names: (text) => rule(text).names,
    evaluate(text, facts) {
      const { verdict, trace } = evaluateRule(rule(text), facts)
      const outcome = verdict === 'unknown' ? null : verdict === 'yes'
      const { value = null, threshold = null, gap = null } = deciding(trace) ?? {}
      return { outcome, value, threshold, gap }
    },
  }
}

/** The only test, or the only failed one of an `and` or of a branch that was taken. */
function deciding(trace: Trace): Trace | null {
  if (trace.parts.length === 0) return trace
  if (trace.kind === 'if') return deciding(trace.parts[1] ?? trace)
  const failed = trace.kind === 'and' ? trace.parts.filter((part) => part.verdict === 'no') : []
  return failed.length === 1 && failed[0] ? deciding(failed[0]) : null
}
