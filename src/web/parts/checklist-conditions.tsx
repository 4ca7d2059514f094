// The conditions of a gate: whether each holds, why, and the fields to fill in where it does not.

import type { Register } from '#domain/register.ts'
import type { Trace } from '#rules/trace.ts'
import { useMe } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { type Checklist, type ConditionShown, fieldsBehind } from '#web/parts/checklist-state.ts'
import { FieldEditor } from '#web/parts/entry-field-editor.tsx'
import type { EntryPage } from '#web/parts/entry-page.ts'
import { writesEntry } from '#web/parts/entry-rights.ts'
import { fills } from '#web/parts/field-rights.ts'
import { marks, RuleTree } from '#web/parts/rule-tree.tsx'

type Props = { register: Register; page: EntryPage; list: Checklist }

export function ChecklistConditions({ register, page, list }: Props) {
  const { gate: say } = useWords().record
  if (list.conditions.length === 0) return null
  return (
    <section className="gate-part">
      <h2>{say.conditions}</h2>
      <ul className="gate-list">
        {list.conditions.map((condition) => (
          <Condition key={condition.rule} register={register} page={page} condition={condition} />
        ))}
      </ul>
    </section>
  )
}

function Condition({ register, page, condition }: Omit<Props, 'list'> & { condition: ConditionShown }) {
  const {
    record: { gate: say },
    shell,
  } = useWords()
  const { rule, words, verdict, missing, trace } = condition
  return (
    <li>
      <div className="gate-item">
        <span className={`rule-mark is-${verdict}`} aria-hidden="true">
          {marks[verdict]}
        </span>
        <span>{words || rule}</span>
        <strong className={`gate-state is-${verdict}`}>{say.verdicts[verdict]}</strong>
      </div>
      {missing.length > 0 && <p className="gate-note">{say.missing(missing.join(shell.listMark))}</p>}
      {verdict !== 'yes' && <FieldsBehind register={register} page={page} condition={condition} />}
      {trace ? (
        <details className="gate-why">
          <summary>{say.why}</summary>
          <RuleTree text={rule} trace={trace as unknown as Trace} />
        </details>
      ) : (
        <p className="gate-note">{say.hidden}</p>
      )}
    </li>
  )
}

function FieldsBehind({ register, page, condition }: Omit<Props, 'list'> & { condition: ConditionShown }) {
  const me = useMe()
  if (!writesEntry(register.definition, page.entry, me)) return null
  const fields = fieldsBehind(register.definition, condition).filter((field) => fills(field, me.roles))
  return fields.map((field) => <FieldEditor key={field.key} register={register} entry={page.entry} field={field} />)
}
