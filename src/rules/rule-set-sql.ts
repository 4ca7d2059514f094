// One rule set for all subjects at once: the verdict of rule-set-verdict.ts as one SELECT. Who qualifies, who is unknown
// and by which missing facts, who is one thing short. Each stage is a row beside the subject's, so that no condition is
// reckoned twice; OFFSET 0 keeps PostgreSQL from folding the stages into each other.
import { type Column, type ColumnOf, compileRules, type SqlText } from '#rules/compile.ts'
import { rowRules } from '#rules/decision-table.ts'
import { type Dictionary, entryOf } from '#rules/dictionary.ts'
import { type Judge, judgeWith } from '#rules/rule-judge.ts'
import { alwaysNeeded, type RuleSet, rulesOf, type ScorePart, tablesOf } from '#rules/rule-set.ts'
import { partNames } from '#rules/rule-set-score.ts'
import { tableSql } from '#rules/table-sql.ts'

export type Subjects = {
  /** The table, as it stands in FROM with its alias: `"enterprise" f`. */
  from: string
  /** The column that says which subject it is: `f."id"`. */
  key: string
  columnOf: ColumnOf
  /** The number of the first parameter. */
  first?: number
}

type Ends = { low: string; high: string }
type Coded = { code: string; sql: string }
type Asked = { name: string; open: string }
type Part = { part: ScorePart; ends: Ends; asks: Asked[] }
type Finding = Coded & { asks: Asked[] }

/**
 * Columns: subject; outcome (boolean: true 符合, false 不符合, null 待核); missing (text[], empty unless null); one_short
 * (text[], codes of the things of which each alone is lacking); low and high (the score's ends, null without a score).
 */
export function ruleSetSql(set: RuleSet, dictionary: Dictionary, subjects: Subjects): SqlText {
  const judge = judgeWith(dictionary)
  const texts = rulesOf(set)
  const compiled = compileRules(texts.map(judge.rule), subjects.columnOf, subjects.first ?? 1)
  const conditionOf = new Map(texts.map((text, i) => [text, `c.c${i}`]))
  const conditions = compiled.texts.map(({ text }, i) => `${text} AS c${i}`)
  const fact = (name: string) => factSql(dictionary, name, subjects.columnOf)
  const condition = (rule: string) => conditionOf.get(rule) ?? 'NULL::boolean'

  const bands = set.parts.flatMap((part, i) =>
    tablesOf(part).flatMap((table, k) => {
      const { low, high } = tableSql(table, rowRules(table).map(condition))
      return [`COALESCE(${low}, 0) AS l${i}_${k}`, `COALESCE(${high}, ${part.max}) AS h${i}_${k}`]
    }),
  )
  const marks = set.parts.flatMap((part, i) => {
    const { low, high } = markSql(part, i, fact)
    return [`${low} AS l${i}`, `${high} AS h${i}`]
  })
  const parts = set.parts.map((part, i): Part => {
    const ends = { low: `p.l${i}`, high: `p.h${i}` }
    return { part, ends, asks: partNames(part, judge).map((name) => ({ name, open: `${ends.low} <> ${ends.high}` })) }
  })
  const floors = set.scores.map((floor, i) => `${floorSql(set, parts, floor)} AS s${i}`)
  const findings = findingsOf(set, parts, condition, judge)
  const stages = [
    ['c', conditions],
    ['b', bands],
    ['p', marks],
    ['s', floors],
  ] as const
  const beside = stages
    .filter(([, list]) => list.length > 0)
    .map(([alias, list]) => `CROSS JOIN LATERAL (SELECT ${list.join(', ')} OFFSET 0) ${alias}`)
  const score = set.parts.length === 0 ? { low: 'NULL::numeric', high: 'NULL::numeric' } : sumSql(set, parts, null)
  const text = [
    `SELECT ${subjects.key} AS subject, ${verdictSql(set, findings, fact)}, ${score.low} AS low, ${score.high} AS high`,
    `FROM ${subjects.from}`,
    ...beside,
  ].join('\n')
  return { text, values: compiled.values }
}

function findingsOf(
  set: RuleSet,
  parts: readonly Part[],
  condition: (rule: string) => string,
  judge: Judge,
): Finding[] {
  const ofConditions = set.conditions.map(({ code, rule }) => ({
    code,
    sql: rule === null ? 'NULL::boolean' : condition(rule),
    asks: rule === null ? [] : judge.names(rule).map((name): Asked => ({ name, open: 'TRUE' })),
  }))
  const ofFloors = set.scores.map(({ code, of }, i) => ({
    code,
    sql: `s.s${i}`,
    asks: parts.filter(({ part }) => of === null || part.group === of).flatMap((one) => one.asks),
  }))
  return [...ofConditions, ...ofFloors]
}

function verdictSql(set: RuleSet, findings: readonly Finding[], fact: (name: string) => string): string {
  const coded = (code: string): Coded => ({
    code,
    sql: findings.find((finding) => finding.code === code)?.sql ?? 'NULL::boolean',
  })
  const base = alwaysNeeded(set).map(coded)
  const routes = set.routes.map((route) => route.needs.map(coded))
  const byRoute = routes.length === 0 ? 'TRUE' : `(${routes.map(allOf).join(' OR ')})`
  const outcome = all([...base.map(({ sql }) => sql), byRoute])
  const wanted = findings.map((finding) => ({ ...finding, counts: countsSql(finding.code, base, routes, byRoute) }))
  const missing = missingSql(outcome, wanted, fact)
  return `${outcome} AS outcome, ${missing} AS missing, ${oneShortSql(base, routes, byRoute)} AS one_short`
}

function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'TRUE' : `(${conditions.join(' AND ')})`
}

function allOf(needs: readonly Coded[]): string {
  return all(needs.map(({ sql }) => sql))
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function factSql(dictionary: Dictionary, name: string, columnOf: ColumnOf): string {
  const entry = entryOf(dictionary, name)
  if (!entry) throw new Error(`${name} is no fact of ${dictionary.name}`)
  const { sql, scaled }: Column = columnOf(entry)
  return scaled === null ? sql : `(${sql}::numeric / ${10n ** BigInt(scaled)})`
}

/** The best of the tables; or the expert's mark where it lies within its band, and the band where it does not. */
function markSql(part: ScorePart, i: number, fact: (name: string) => string): Ends {
  const tables = tablesOf(part).map((_, k) => ({ low: `b.l${i}_${k}`, high: `b.h${i}_${k}` }))
  if (part.fact === undefined) {
    const best = (end: keyof Ends) => `GREATEST(${tables.map((table) => table[end]).join(', ')})`
    return { low: best('low'), high: best('high') }
  }
  const band = tables[0] ?? { low: '0', high: String(part.max) }
  const given = fact(part.fact)
  const mark = (end: keyof Ends) =>
    `CASE WHEN ${given} BETWEEN ${band.low} AND ${band.high} THEN ${given} ELSE ${band[end]} END`
  return { low: mark('low'), high: mark('high') }
}

function sumSql(set: RuleSet, parts: readonly Part[], of: string | null): Ends {
  const groups = [...new Set(parts.map(({ part }) => part.group))].filter((group) => of === null || group === of)
  const total = (end: keyof Ends) =>
    groups.map((group) => {
      const sum = parts.filter(({ part }) => part.group === group).map(({ ends }) => ends[end])
      const cap = set.groups.find((one) => one.code === group)?.max
      return cap === undefined ? sum.join(' + ') : `LEAST(${cap}, ${sum.join(' + ')})`
    })
  return { low: `(${total('low').join(' + ')})`, high: `(${total('high').join(' + ')})` }
}

function floorSql(set: RuleSet, parts: readonly Part[], floor: RuleSet['scores'][number]): string {
  const { low, high } = sumSql(set, parts, floor.of)
  const reached = floor.above === undefined ? `>= ${floor.atLeast}` : `> ${floor.above}`
  return `CASE WHEN ${low} ${reached} THEN TRUE WHEN ${high} ${reached} THEN NULL ELSE FALSE END`
}

/** An unknown condition matters when it is always needed, or when its route is what keeps the answer open. */
function countsSql(code: string, base: readonly Coded[], routes: readonly Coded[][], byRoute: string): string {
  if (base.some((one) => one.code === code)) return 'TRUE'
  const open = routes
    .filter((needs) => needs.some((need) => need.code === code))
    .map((needs) => `${allOf(needs)} IS NULL`)
  return `(${byRoute} IS NULL AND (${open.join(' OR ')}))`
}

function missingSql(
  outcome: string,
  findings: readonly (Finding & { counts: string })[],
  fact: (name: string) => string,
): string {
  const reasons = new Map<string, string[]>()
  for (const { sql, asks, counts } of findings)
    for (const { name, open } of asks)
      reasons.set(name, [...(reasons.get(name) ?? []), all([`${sql} IS NULL`, counts, open])])
  const each = [...reasons].map(
    ([name, why]) => `CASE WHEN ${fact(name)} IS NULL AND (${why.join(' OR ')}) THEN ${quote(name)} END`,
  )
  if (each.length === 0) return "'{}'::text[]"
  return `CASE WHEN ${outcome} IS NULL THEN ${listed(each)} ELSE '{}'::text[] END`
}

function oneShortSql(base: readonly Coded[], routes: readonly Coded[][], byRoute: string): string {
  const alone = (one: Coded, among: readonly Coded[]) => {
    const others = among.filter((other) => other.code !== one.code)
    return [`${one.sql} IS FALSE`, ...others.map((other) => `${other.sql} IS TRUE`)]
  }
  const inBase = base.map((one) => ({ code: one.code, way: all([...alone(one, base), `${byRoute} IS TRUE`]) }))
  const held = [...base.map(({ sql }) => `${sql} IS TRUE`), `${byRoute} IS FALSE`]
  const inRoutes = routes.flatMap((needs) =>
    needs.map((one) => ({ code: one.code, way: all([...held, ...alone(one, needs)]) })),
  )
  const ways = Map.groupBy([...inBase, ...inRoutes], ({ code }) => code)
  const each = [...ways].map(
    ([code, list]) => `CASE WHEN ${list.map(({ way }) => way).join(' OR ')} THEN ${quote(code)} END`,
  )
  return listed(each)
}

function listed(each: readonly string[]): string {
  return each.length === 0 ? "'{}'::text[]" : `array_remove(ARRAY[${each.join(', ')}]::text[], NULL)`
}
