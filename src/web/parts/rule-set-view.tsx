// One rule set: its basis and days of force, its conditions to read or to write, its scores, and what can be done with it.

import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import type { RuleBook } from '#domain/rule-book.ts'
import { checkRule } from '#rules/check.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import { type RuleSet, rulesOf, type ScorePart, tablesOf } from '#rules/rule-set.ts'
import { useAct, useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { mayPass } from '#web/parts/act-rules.ts'
import { RuleEditor } from '#web/parts/rule-editor.tsx'
import { RuleTry } from '#web/parts/rule-try.tsx'

type Props = { set: RuleSet; book: RuleBook | null; dictionary: Dictionary; onOpen: (book: RuleBook) => void }

/** `book` null: a shipped set, which is copied before it is changed. Remount it (key) for another set or version. */
export function RuleSetView({ set: given, book, dictionary, onOpen }: Props) {
  const { rules: say } = useWords()
  const me = useMe()
  const [set, change] = useState(given)
  const writes = book?.state === 'drafted' && mayPass('reviseRuleSet', me.roles)
  const rewrite = (code: string, rule: string) =>
    change({ ...set, conditions: set.conditions.map((each) => (each.code === code ? { ...each, rule } : each)) })
  return (
    <div className="rule-set">
      <SetHead set={set} book={book} />
      <SetActs set={set} changed={set !== given} book={book} dictionary={dictionary} onOpen={onOpen} />
      <h2>{say.conditions}</h2>
      {set.conditions.map(({ code, title, rule, clause, evidence, note }) => (
        <div key={code} className="rule-condition">
          <h3>
            {title}{' '}
            <span className="soft">
              {[clause, evidence && `${say.evidence}：${evidence}`].filter(Boolean).join(' · ')}
            </span>
          </h3>
          {rule === null ? (
            <p className="is-missing">{say.pending}</p>
          ) : (
            <RuleEditor
              label={say.editor(title)}
              text={rule}
              dictionary={dictionary}
              onChange={writes ? (text) => rewrite(code, text) : null}
            />
          )}
          {note && (
            <p className="soft">
              {say.note}：{note}
            </p>
          )}
        </div>
      ))}
      <Scores set={set} />
      <RuleTry set={set} dictionary={dictionary} />
    </div>
  )
}

function SetHead({ set, book }: Pick<Props, 'set' | 'book'>) {
  const { rules: say } = useWords()
  return (
    <header className="rule-set-head">
      <h2>
        {set.title} {book && <span className={`rule-state is-${book.state}`}>{say.states[book.state]}</span>}
      </h2>
      <p>
        {say.validity(set.validFrom, set.validTo)} · {say.authority}：{set.authority || say.noBasis}
      </p>
      <p>
        {say.basis}：{set.basis.title || say.noBasis} {set.basis.docNo}
        {set.basis.note && <span className="soft">（{set.basis.note}）</span>}
      </p>
    </header>
  )
}

function SetActs({ set, changed, book, dictionary, onOpen }: Props & { changed: boolean }) {
  const { rules: say } = useWords()
  const me = useMe()
  const { message } = App.useApp()
  const draft = useAct('draftRuleSet')
  const revise = useAct('reviseRuleSet')
  const issue = useAct('issueRuleSet')
  const withdraw = useAct('withdrawRuleSet')
  if (!mayPass('draftRuleSet', me.roles)) return null
  const broken = rulesOf(set).some((rule) => checkRule(rule, dictionary).issues)
  const told = (words: string) => (opened: RuleBook) => {
    void message.success(words)
    onOpen(opened)
  }
  const of = book && { id: book.id, version: book.version }
  return (
    <div className="bar not-printed">
      {book?.state !== 'drafted' && (
        <Button loading={draft.isPending} onClick={() => draft.mutate({ set }, { onSuccess: told(say.copied) })}>
          {say.copy}
        </Button>
      )}
      {of && book.state === 'drafted' && (
        <Button
          type="primary"
          disabled={!changed || broken}
          loading={revise.isPending}
          onClick={() => revise.mutate({ ...of, set }, { onSuccess: told(say.saved) })}
        >
          {say.save}
        </Button>
      )}
      {of && book.state === 'drafted' && (
        <Popconfirm
          title={say.issueSure}
          okText={say.yes}
          cancelText={say.no}
          onConfirm={() => issue.mutate(of, { onSuccess: onOpen })}
        >
          <Button disabled={changed || broken}>{say.issue}</Button>
        </Popconfirm>
      )}
      {of && book.state === 'in-force' && (
        <Popconfirm
          title={say.withdrawSure}
          okText={say.yes}
          cancelText={say.no}
          onConfirm={() => withdraw.mutate(of, { onSuccess: onOpen })}
        >
          <Button danger>{say.withdraw}</Button>
        </Popconfirm>
      )}
    </div>
  )
}

function Scores({ set }: { set: RuleSet }) {
  const { rules: say } = useWords()
  if (set.parts.length === 0 && set.scores.length === 0) return null
  return (
    <section>
      <h2>{say.scores}</h2>
      {set.scores.map(({ code, title, atLeast, above }) => (
        <p key={code}>
          {title}：{atLeast !== undefined ? say.atLeast(atLeast) : say.above(above ?? 0)}
        </p>
      ))}
      {set.parts.map((part) => (
        <Part key={part.code} part={part} />
      ))}
    </section>
  )
}

function Part({ part }: { part: ScorePart }) {
  const { rules: say } = useWords()
  return (
    <details className="rule-part">
      <summary>
        {part.title} <span className="soft">{say.points(part.max)}</span>
      </summary>
      {part.fact && <p>{say.expert(part.fact)}</p>}
      {tablesOf(part).map((table) => (
        <DecisionRows key={table.columns.map(({ title }) => title).join(' ')} title={part.title} table={table} />
      ))}
      {part.note && <p className="soft">{part.note}</p>}
    </details>
  )
}

type Table = ReturnType<typeof tablesOf>[number]

function DecisionRows({ title, table }: { title: string; table: Table }) {
  const { rules: say } = useWords()
  return (
    <table className="rule-table">
      <caption className="only-read-aloud">{title}</caption>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.title} scope="col" title={column.value}>
              {column.title}
            </th>
          ))}
          <th scope="col">{say.scoreColumn}</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.cells.join(' ')}>
            {row.cells.map((cell, at) => (
              <td key={table.columns[at]?.title}>{cell}</td>
            ))}
            <td>{row.points ?? `${row.low}–${row.high}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
