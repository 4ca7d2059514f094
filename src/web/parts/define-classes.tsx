// Size classes of a counting rule: by which figure, nested or exclusive, from where each begins. 1亿 may be written as such.

import { Button, Input } from 'antd'
import type { Counting } from '#domain/register.ts'
import { fieldOf } from '#domain/register.ts'
import { numberTypes } from '#domain/register-faults.ts'
import { useLanguage, useWords } from '#web/language.ts'
import { Faults, Group, Place, Tick } from '#web/parts/define-controls.tsx'
import { useDesk } from '#web/parts/define-desk.ts'
import { TakenInput } from '#web/parts/define-inputs.tsx'
import { FieldSelect } from '#web/parts/define-selects.tsx'
import { thresholdFrom } from '#web/parts/define-threshold.ts'
import { showQuantity } from '#web/words/amount.ts'

type Classes = NonNullable<Counting['classes']>
type Props = { counting: Counting; onClasses: (classes: Classes | null) => void }

export function DefineClasses({ counting, onClasses }: Props) {
  const { define } = useWords()
  const say = define.count
  const { draft } = useDesk()
  const { classes } = counting
  const first = draft.fields.find(({ type, retired }) => !retired && (numberTypes as readonly string[]).includes(type))
  const begin = () => first && onClasses({ field: first.key, nested: true, steps: [{ name: '', from: '' }] })
  return (
    <Group label={say.classes} hint={say.classesHint}>
      <Tick
        label={say.classesOn}
        checked={classes !== null}
        disabled={!first && classes === null}
        onChange={(on) => (on ? begin() : onClasses(null))}
      />
      {classes && <ClassParts at={`counts.${counting.key}.classes`} classes={classes} onClasses={onClasses} />}
    </Group>
  )
}

function ClassParts({
  at,
  classes,
  onClasses,
}: {
  at: string
  classes: Classes
  onClasses: (classes: Classes) => void
}) {
  const { define } = useWords()
  const language = useLanguage()
  const say = define.count
  const { draft } = useDesk()
  const field = fieldOf(draft, classes.field)
  const unit = field?.type === 'money' ? '元' : field?.type === 'percent' ? '%' : (field?.unit ?? null)
  const set = (place: number, part: Partial<Classes['steps'][number]>) =>
    onClasses({ ...classes, steps: classes.steps.map((step, i) => (i === place ? { ...step, ...part } : step)) })
  return (
    <>
      <Place at={`${at}.field`} label={say.classField} needed>
        <FieldSelect
          value={classes.field}
          types={numberTypes}
          onChange={(key) => key && onClasses({ ...classes, field: key })}
        />
      </Place>
      <Tick
        label={say.nested}
        hint={say.nestedHint}
        checked={classes.nested}
        onChange={(nested) => onClasses({ ...classes, nested })}
      />
      {classes.steps.map(({ name, from }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is being typed, and the order is not changed
        <div key={place} className="define-class">
          <Input
            aria-label={`${say.stepName} ${place + 1}`}
            placeholder={say.stepName}
            value={name}
            maxLength={60}
            onChange={(event) => set(place, { name: event.target.value })}
          />
          <TakenInput
            label={`${say.stepFrom} ${place + 1}`}
            placeholder={say.stepFromHint}
            value={from}
            onTake={(typed) => set(place, { from: thresholdFrom(typed) ?? typed })}
          />
          <span className="soft">{Number(from) > 0 ? showQuantity(Number(from), unit, language) : ''}</span>
          <button
            type="button"
            className="word-button"
            aria-label={say.stepRemove(name)}
            disabled={classes.steps.length === 1}
            onClick={() => onClasses({ ...classes, steps: classes.steps.filter((_, i) => i !== place) })}
          >
            {define.list.remove}
          </button>
          <Faults at={`${at}.steps.${place}`} />
        </div>
      ))}
      <Button size="small" onClick={() => onClasses({ ...classes, steps: [...classes.steps, { name: '', from: '' }] })}>
        {say.stepAdd}
      </Button>
    </>
  )
}
