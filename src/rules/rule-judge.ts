// What a rule set asks of the rule language: judge a condition for one subject, and name its facts.
// Rule sets are written against these questions and nothing else of the language.

/** Numbers and days as text or numbers; absent and null mean not known. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

export type Judged = {
  /** Null: not known. */
  outcome: boolean | null
  /** Of the comparison that decided, when there is just one: what stands there, what is asked, how much is lacking. */
  value?: string
  threshold?: string
  gap?: string
}

export type Judge = {
  evaluate(rule: string, facts: Facts): Judged
  names(rule: string): string[]
}
