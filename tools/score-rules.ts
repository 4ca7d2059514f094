// How much of the DMN TCK's literal expressions the rules of Luoshi accept, and whether what is accepted is right. Cases lie
// in rules/tck below the folder that LUOSHI_SHARED names; with DATABASE_URL the compiled SQL is compared as well.
// node tools/score-rules.ts [--errors] [--refused]

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { checkRule } from '#rules/check.ts'
import { compileRule } from '#rules/compile.ts'
import { type Dictionary, defineDictionary } from '#rules/dictionary.ts'
import { reckonRule } from '#rules/evaluate.ts'
import { type Exact, parseExact } from '#rules/exact.ts'
import type { Facts } from '#rules/facts.ts'
import type { Rule } from '#rules/rule.ts'
import { isoOf, parseLength, type Type, typeOf, type Value } from '#rules/value.ts'

type Given = null | boolean | number | string | Given[] | { [key: string]: Given }
type Case = { id: string; expression: string; context: Record<string, Given>; expected: Given; declaredType?: string }
type Outcome = 'right' | 'wrong' | 'refused'
type Judged = { given: Case; suite: string; outcome: Outcome; why: string }

const declared: Record<string, Type> = { number: 'number', string: 'text', boolean: 'boolean', date: 'date' }
const types = ['number', 'boolean', 'text', 'date'] as const

const folder = process.env.LUOSHI_SHARED
if (!folder) throw new Error('LUOSHI_SHARED names the folder with rules/tck')
const database = process.env.DATABASE_URL ? new pg.Client(process.env.DATABASE_URL) : null
await database?.connect()
const judged = await judgeAll(path.join(folder, 'rules/tck'))
await database?.end()
print(judged)

async function judgeAll(tck: string): Promise<Judged[]> {
  const all: Judged[] = []
  for (const file of (await readdir(tck)).toSorted())
    for (const given of JSON.parse(await readFile(path.join(tck, file), 'utf8')) as Case[])
      all.push({ given, suite: file.slice(0, -5), ...(await judge(given)) })
  return all
}

async function judge(given: Case): Promise<{ outcome: Outcome; why: string }> {
  const { rule, facts, why } = accepted(given)
  if (!rule) return { outcome: 'refused', why }
  const found = reckonRule(rule, facts)
  const undeclared = typeDeclared(given, rule, found)
  if (undeclared) return { outcome: 'refused', why: undeclared }
  if (!agrees(found, given.expected)) return { outcome: 'wrong', why: JSON.stringify(shownAs(found)) }
  const compiled = database ? await inDatabase(rule, facts) : undefined
  if (compiled !== undefined && !agrees(compiled, given.expected)) return { outcome: 'wrong', why: 'the compiled SQL' }
  return { outcome: 'right', why: '' }
}

/** The TCK turns a result of another than its declared type into null, which is no part of the expression. */
function typeDeclared({ declaredType = '' }: Case, rule: Rule, found: Value): string {
  if (declaredType === '' && rule.root.kind === 'name') return 'an input whose type is declared elsewhere'
  const element = /^t(Number|String)List$/.exec(declaredType)?.[1]
  if (!element) return ''
  const type = element === 'Number' ? 'number' : 'text'
  return Array.isArray(found) && found.every((part) => typeOf(part) === type) ? '' : 'a result of another type'
}

/** Names with blanks get an underscore; a value that is null could be of any type, and the first that fits is taken. */
function accepted({ expression, context, declaredType }: Case): { rule?: Rule; facts: Facts; why: string } {
  const entries = Object.entries(context)
  const facts: Record<string, string | boolean | null> = {}
  let text = expression
  let why = ''
  for (const [name, value] of entries) {
    const safe = name.replaceAll(' ', '_')
    text = text.replaceAll(name, safe)
    const fact = factOf(value)
    if (fact === undefined) return { facts, why: 'a structured input' }
    facts[safe] = fact.value
  }
  for (const unknown of types) {
    let dictionary: Dictionary
    try {
      dictionary = defineDictionary({
        name: 'tck',
        version: 1,
        entries: entries.map(([name, value]) => ({
          name: name.replaceAll(' ', '_'),
          type: factOf(value)?.type ?? unknown,
          scale: 18,
        })),
      })
    } catch {
      return { facts, why: 'a name of an input' }
    }
    const expect = declared[declaredType ?? ''] ?? 'anything'
    const { rule, issues } = checkRule(text, dictionary, expect)
    if (rule) return { rule, facts, why: '' }
    why ||= `${issues[0]?.code} ${issues[0]?.facts.construct ?? issues[0]?.facts.name ?? ''}`.trim()
  }
  return { facts, why }
}

function factOf(value: Given): { type: (typeof types)[number] | null; value: string | boolean | null } | undefined {
  if (value === null) return { type: null, value }
  if (typeof value === 'boolean') return { type: 'boolean', value }
  if (typeof value === 'number') return { type: 'number', value: String(value) }
  if (typeof value === 'string') return { type: 'text', value }
  if (Array.isArray(value)) return undefined
  if (typeof value.$number === 'string') return { type: 'number', value: value.$number }
  if (typeof value.$date === 'string') return { type: 'date', value: value.$date }
  return undefined
}

function agrees(found: Value, expected: Given): boolean {
  if (found === null || expected === null) return found === expected
  if (Array.isArray(found))
    return (
      Array.isArray(expected) &&
      found.length === expected.length &&
      found.every((part, at) => agrees(part, expected[at]!))
    )
  switch (typeOf(found)) {
    case 'number':
      return sameNumber(found as Exact, expected)
    case 'date':
      return (expected as { $date?: string }).$date === isoOf(found as never)
    case 'months':
    case 'seconds':
      return JSON.stringify(parseLength((expected as { $duration?: string }).$duration ?? '')) === JSON.stringify(found)
    default:
      return found === expected
  }
}

function sameNumber({ n, d }: Exact, expected: Given): boolean {
  const text = typeof expected === 'number' ? String(expected) : (expected as { $number?: string }).$number
  const other = text === undefined ? null : parseExact(text)
  const value = other ? Number(other.n) / Number(other.d) : Number(text)
  const found = Number((n * 10n ** 20n) / d) / 1e20
  return Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value))
}

function shownAs(value: Value): unknown {
  return JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? String(part) : part)))
}

/** Undefined where the answer is of no type that SQL gives. */
async function inDatabase(rule: Rule, facts: Facts): Promise<Value | undefined> {
  if (!['boolean', 'number', 'text', 'date', 'null'].includes(rule.root.type)) return undefined
  const entries = rule.dictionary.entries
  const sqlTypes = { number: 'numeric', text: 'text', date: 'date', boolean: 'boolean', list: 'text[]', thing: 'text' }
  const columns = entries.map(({ name, type }, at) => `$${at + 1}::${sqlTypes[type]} as "${name}"`)
  const { text, values } = compileRule(rule, ({ name }) => ({ sql: `f."${name}"`, scaled: null }), entries.length + 1)
  const from = columns.length > 0 ? ` from (select ${columns.join(', ')}) f` : ''
  const given = entries.map(({ name }) => facts[name] ?? null)
  const { rows } = await database!.query(`select (${text})::text as answer${from}`, [...given, ...values])
  const answer = rows[0].answer as string | null
  if (answer === null) return null
  if (rule.root.type === 'number') return parseExact(answer)
  if (rule.root.type === 'date') return { day: Date.parse(`${answer}T00:00:00Z`) / 864e5 }
  return rule.root.type === 'boolean' ? answer === 'true' || answer === 't' : answer
}

function print(all: Judged[]): void {
  const counts = (of: Judged[]) => ({
    cases: of.length,
    accepted: of.filter(({ outcome }) => outcome !== 'refused').length,
    right: of.filter(({ outcome }) => outcome === 'right').length,
    wrong: of.filter(({ outcome }) => outcome === 'wrong').length,
  })
  const known = all.filter(({ given }) => given.expected !== null)
  const share = (counts(known).right / known.length) * 100
  console.table({ all: counts(all), 'not null': counts(known) })
  console.log(`accepted and right of the cases that are not null: ${share.toFixed(1)} %`)
  if (process.argv.includes('--refused')) {
    const kinds = Map.groupBy(
      known.filter(({ outcome }) => outcome === 'refused'),
      ({ why }) => why,
    )
    for (const [why, cases] of [...kinds].toSorted((a, b) => b[1].length - a[1].length).slice(0, 60))
      console.log(String(cases.length).padStart(5), why, '   ', cases[0]!.given.expression.slice(0, 70))
  }
  if (process.argv.includes('--errors'))
    for (const { given, suite, why } of all.filter(({ outcome }) => outcome === 'wrong'))
      console.log(
        suite,
        '|',
        given.expression,
        JSON.stringify(given.context),
        'expected',
        JSON.stringify(given.expected),
        'found',
        why,
      )
}
