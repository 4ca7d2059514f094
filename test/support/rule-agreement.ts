// Do the evaluator and the compiled SQL agree? Many rules over many rows in one SELECT, answer by answer.
import type pg from 'pg'
import { checkRule } from '#rules/check.ts'
import { compileRules } from '#rules/compile.ts'
import { reckonRule } from '#rules/evaluate.ts'
import { decimalOf, type Exact, parseExact } from '#rules/exact.ts'
import type { Facts } from '#rules/facts.ts'
import type { Rule } from '#rules/rule.ts'
import { type DateValue, isoOf, typeOf, type Value } from '#rules/value.ts'
import { columnOf, dictionary, sqlTypeOf, storedValue } from './rule-texts.ts'

export interface Disagreement {
  rule: string
  facts: Facts
  evaluated: string | null
  compiled: string | null
}

/** Makes the table `subjects` with these rows. */
export async function storeSubjects(client: pg.Client, rows: readonly Facts[]): Promise<void> {
  const columns = dictionary.entries.map(({ name }) => `"${name}" ${sqlTypeOf(name)}`)
  await client.query(`create table subjects (row integer primary key, ${columns.join(', ')})`)
  for (const [at, facts] of rows.entries()) {
    const values = dictionary.entries.map(({ name }) => storedValue(name, facts[name]))
    const places = values.map((_, i) => `$${i + 2}`)
    await client.query(`insert into subjects values ($1, ${places.join(', ')})`, [at, ...values])
  }
}

/** The checked ones among them, whatever they answer. */
export function checked(texts: readonly string[]): Rule[] {
  return texts.flatMap((text) => checkRule(text, dictionary, 'anything').rule ?? [])
}

/** `mutate` is a fault put into the compiled text: only to see whether it is noticed. */
export async function disagreements(
  client: pg.Client,
  rules: readonly Rule[],
  rows: readonly Facts[],
  mutate: (sql: string) => string = (sql) => sql,
): Promise<Disagreement[]> {
  if (rules.length === 0) return []
  const { texts, values } = compileRules(rules, columnOf)
  const outputs = texts.map(({ text }) => `(${mutate(text)})::text`)
  const sql = `select ${outputs.join(', ')} from subjects order by row`
  const { rows: answers } = await client.query({ text: sql, values, rowMode: 'array' })
  const found: Disagreement[] = []
  for (const [at, facts] of rows.entries())
    for (const [i, rule] of rules.entries()) {
      const evaluated = written(reckonRule(rule, facts))
      const compiled = plain(rule, answers[at]?.[i] ?? null)
      if (evaluated !== compiled) found.push({ rule: rule.text, facts, evaluated, compiled })
    }
  return found
}

function written(value: Value): string | null {
  if (value === null) return null
  if (typeof value === 'boolean' || typeof value === 'string') return String(value)
  return typeOf(value) === 'number' ? decimalOf(value as Exact) : isoOf(value as DateValue)
}

/** 2.50 and 2.5 are one number. */
function plain({ root }: Rule, answer: string | null): string | null {
  if (answer === null || root.type !== 'number') return answer
  const number = parseExact(answer)
  return number ? decimalOf(number) : answer
}
