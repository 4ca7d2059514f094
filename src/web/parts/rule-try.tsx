// Trying a rule set on one subject: a field for each fact its rules look at, the verdict, and for each condition its tree.

import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { checkRule } from '#rules/check.ts'
import { type Dictionary, type DictionaryEntry, entryOf } from '#rules/dictionary.ts'
import { checkFacts, type Facts } from '#rules/facts.ts'
import { judgeWith } from '#rules/rule-judge.ts'
import { type RuleSet, rulesOf } from '#rules/rule-set.ts'
import { type Finding, judgeRuleSet, type Verdict } from '#rules/rule-set-verdict.ts'
import { evaluateRule } from '#rules/trace.ts'
import { useWords } from '#web/language.ts'
import { marks, RuleTree } from '#web/parts/rule-tree.tsx'

type Props = { set: RuleSet; dictionary: Dictionary }

/** Nothing while a rule of the set cannot be read: the editor says what is wrong. */
export function RuleTry({ set, dictionary }: Props) {
  const { rules: say } = useWords()
  const [given, setGiven] = useState<Facts>({})
  const names = namesOf(set, dictionary)
  if (!names) return null
  const facts: Facts = Object.fromEntries(names.map((name) => [name, given[name] ?? null]))
  const troubles = new Map(checkFacts(dictionary, facts).map(({ name, code }) => [name, code]))
  const sound = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, troubles.has(name) ? null : value]),
  )
  const verdict = judgeRuleSet(set, sound, judgeWith(dictionary))
  return (
    <section className="rule-try" aria-label={say.try}>
      <h2>
        {say.try}{' '}
        <Button size="small" onClick={() => setGiven({})}>
          {say.clear}
        </Button>
      </h2>
      <p className="soft">{say.tryHint}</p>
      <div className="rule-facts">
        {names.map((name) => (
          <FactField
            key={name}
            entry={entryOf(dictionary, name)!}
            value={given[name] ?? null}
            trouble={troubles.has(name) ? say.factTrouble[troubles.get(name)!] : null}
            onChange={(value) => setGiven({ ...given, [name]: value })}
          />
        ))}
      </div>
      <VerdictShown verdict={verdict} />
      {verdict.findings.map((finding) => (
        <FindingShown key={finding.code} finding={finding} set={set} dictionary={dictionary} facts={sound} />
      ))}
    </section>
  )
}

/** Every fact the set looks at, in the order of its rules; null while one of them cannot be read. */
function namesOf(set: RuleSet, dictionary: Dictionary): string[] | null {
  const names = new Set<string>()
  for (const text of rulesOf(set)) {
    const { rule } = checkRule(text, dictionary)
    if (!rule) return null
    for (const name of rule.names) names.add(name)
  }
  for (const { fact } of set.parts) if (fact && entryOf(dictionary, fact)) names.add(fact)
  return [...names]
}

type FieldProps = {
  entry: DictionaryEntry
  value: Facts[string]
  trouble: string | null
  onChange: (value: Facts[string]) => void
}

function FactField({ entry, value, trouble, onChange }: FieldProps) {
  const { rules: say } = useWords()
  const id = `fact-${entry.name}`
  return (
    <div className="rule-fact">
      <label htmlFor={id} title={entry.source}>
        {entry.name}
        {entry.unit && <span className="soft">（{entry.unit}）</span>}
      </label>
      {entry.type === 'boolean' ? (
        <Select
          id={id}
          size="small"
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onChange={(next) => onChange(next === '' ? null : next === 'yes')}
          options={[
            { value: '', label: say.unknown },
            { value: 'yes', label: say.truth.yes },
            { value: 'no', label: say.truth.no },
          ]}
        />
      ) : (
        <Input
          id={id}
          size="small"
          value={Array.isArray(value) ? value.join('，') : typeof value === 'string' ? value : ''}
          placeholder={say.placeholder[entry.type]}
          status={trouble ? 'error' : ''}
          onChange={({ target }) => onChange(target.value === '' ? null : typed(entry, target.value))}
        />
      )}
      {trouble && <span className="rule-trouble">{trouble}</span>}
    </div>
  )
}

function typed({ type }: DictionaryEntry, text: string): Facts[string] {
  return type === 'list' ? text.split(/[,，、]/).map((word) => word.trim()) : text.trim()
}

const outcomeMark = { eligible: 'yes', 'not-eligible': 'no', unknown: 'unknown' } as const

function VerdictShown({ verdict }: { verdict: Verdict }) {
  const { rules: say, shell } = useWords()
  const mark = outcomeMark[verdict.outcome]
  return (
    <div className={`rule-verdict is-${mark}`} role="status">
      <b>
        {marks[mark]} {say.verdicts[verdict.outcome]}
      </b>
      {verdict.missing.length > 0 && <span>{say.missing(verdict.missing.join(shell.listMark))}</span>}
      {verdict.oneShort.map(({ code, title, gap }) => (
        <span key={code}>
          {say.oneShort}：{title}
          {gap !== null && `，${say.gap(gap)}`}
        </span>
      ))}
    </div>
  )
}

function FindingShown({ finding, set, dictionary, facts }: Props & { finding: Finding; facts: Facts }) {
  const { rules: say, shell } = useWords()
  const rule = set.conditions.find(({ code }) => code === finding.code)?.rule
  const checked = rule ? checkRule(rule, dictionary).rule : undefined
  const mark = finding.outcome === null ? 'unknown' : finding.outcome ? 'yes' : 'no'
  return (
    <details className="rule-finding">
      <summary>
        <span className={`rule-mark is-${mark}`}>{marks[mark]}</span> {finding.title}
        {finding.gap !== null && finding.outcome === false && <span className="is-gap">{say.gap(finding.gap)}</span>}
        {finding.missing.length > 0 && (
          <span className="is-missing">{say.missing(finding.missing.join(shell.listMark))}</span>
        )}
        {finding.basisMissing && <span className="is-missing">{say.noBasis}</span>}
      </summary>
      {checked && rule && <RuleTree text={rule} trace={evaluateRule(checked, facts).trace} />}
    </details>
  )
}
