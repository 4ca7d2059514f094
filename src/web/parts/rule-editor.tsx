// A box to write one rule in: the dictionary's names are offered, what is wrong is underlined where it stands, and the rule
// is said back below. CodeMirror does the writing, the rule language itself does the checking.

import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { linter } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { checkRule } from '#rules/check.ts'
import type { Dictionary } from '#rules/dictionary.ts'
import { sayIssue } from '#rules/issue-words.ts'
import { sayRule } from '#rules/say.ts'
import type { Type } from '#rules/value.ts'
import { useLanguage, useWords } from '#web/language.ts'

type Props = {
  label: string
  text: string
  dictionary: Dictionary
  /** What the rule must answer; a condition answers yes or no. */
  gives?: Type
  /** The dictionary's names stand below, to be put in by a click. */
  offersNames?: boolean
  onChange: ((text: string) => void) | null
}

const snippets = [
  'and ',
  'or ',
  'not(',
  'if ',
  'then ',
  'else ',
  'in [',
  'between ',
  'duration("P1Y")',
  'min(',
  'max(',
  'round half up(',
]

const look = EditorView.theme({
  '&': { border: '1px solid var(--line-strong)', background: 'var(--paper)', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-content': { fontFamily: 'var(--font)', lineHeight: '1.7' },
  '.cm-tooltip, .cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--text-soft)' },
})

/** `onChange` null: to read only. */
export function RuleEditor({ label, text, dictionary, gives = 'boolean', offersNames = false, onChange }: Props) {
  const language = useLanguage()
  const { rules: say } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const changed = useRef(onChange)
  changed.current = onChange
  const isOpen = onChange !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is brought in by the next effect
  useEffect(() => {
    const made = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorState.readOnly.of(!isOpen),
          EditorView.editable.of(isOpen),
          autocompletion({ override: [(context) => offered(context, dictionary, say.types)] }),
          linter((shown) => issuesIn(shown.state.doc.toString(), dictionary, gives, language), { delay: 150 }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current?.(update.state.doc.toString())
          }),
          look,
        ],
      }),
    })
    view.current = made
    return () => made.destroy()
  }, [label, dictionary, gives, language, isOpen, say])
  useEffect(() => {
    const shown = view.current
    if (shown && shown.state.doc.toString() !== text)
      shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: text } })
  }, [text])
  return (
    <div className="rule-editor">
      <div ref={place} />
      <Meaning text={text} dictionary={dictionary} gives={gives} />
      {offersNames && isOpen && <Names dictionary={dictionary} onName={(name) => insert(view.current, name)} />}
    </div>
  )
}

function insert(view: EditorView | null, name: string): void {
  if (!view) return
  view.dispatch(view.state.replaceSelection(name))
  view.focus()
}

function Names({ dictionary, onName }: { dictionary: Dictionary; onName: (name: string) => void }) {
  const { rules: say } = useWords()
  return (
    <details className="rule-offer">
      <summary>{say.names}</summary>
      <ul className="rule-names">
        {dictionary.entries.map(({ name, type, unit }) => (
          <li key={name}>
            <button type="button" className="word-button" onClick={() => onName(name)}>
              {name}
            </button>
            <span className="soft">{unit ?? say.types[type]}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Meaning({ text, dictionary, gives }: Pick<Props, 'text' | 'dictionary'> & { gives: Type }) {
  const language = useLanguage()
  const { rules: say } = useWords()
  if (text.trim() === '') return null
  const { rule, issues } = checkRule(text, dictionary, gives)
  if (rule)
    return (
      <p className="rule-meaning">
        <span className="soft">{say.meaning}</span>
        {sayRule(rule, language)}
        {language === 'zh' ? '。' : '.'}
      </p>
    )
  return (
    <ul className="rule-issues">
      {issues.map((issue) => (
        <li key={`${issue.start} ${issue.code}`}>
          <mark>{text.slice(issue.start, issue.end) || '…'}</mark> {sayIssue(issue, language)}
        </li>
      ))}
    </ul>
  )
}

function issuesIn(text: string, dictionary: Dictionary, gives: Type, language: 'zh' | 'en') {
  const { issues } = checkRule(text, dictionary, gives)
  return (issues ?? []).map((issue) => ({
    from: Math.min(issue.start, text.length),
    to: Math.max(Math.min(issue.end, text.length), Math.min(issue.start, text.length)),
    severity: 'error' as const,
    message: sayIssue(issue, language),
  }))
}

function offered(context: CompletionContext, dictionary: Dictionary, types: Record<string, string>) {
  const word = context.matchBefore(/[\p{L}\p{N}_]*/u)
  if (!word || (word.from === word.to && !context.explicit)) return null
  const names = dictionary.entries.map(({ name, type, unit, source }) => ({
    label: name,
    type: 'variable',
    detail: unit ?? types[type] ?? type,
    info: source,
  }))
  return { from: word.from, options: [...names, ...snippets.map((label) => ({ label, type: 'keyword' }))] }
}
