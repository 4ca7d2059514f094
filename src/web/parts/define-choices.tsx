// The choices of a field: added a line each, put in order, retired once they are saved (entries that hold them keep them).

import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Field } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { Group } from '#web/parts/define-controls.tsx'
import { useField } from '#web/parts/define-desk.ts'

type Props = { field: Field; old: Field | undefined }

export function DefineChoices({ field, old }: Props) {
  const { define } = useWords()
  const say = define.field
  const set = useField(field.key)
  const [typed, setTyped] = useState('')
  const { choices } = field
  const add = () => {
    const lines = typed.split('\n').map((line) => line.trim().slice(0, 60))
    const fresh = [...new Set(lines)].filter((line) => line !== '' && !choices.some(({ word }) => word === line))
    set({ choices: [...choices, ...fresh.map((word) => ({ word, retired: false }))] })
    setTyped('')
  }
  const move = (from: number, to: number) =>
    set({ choices: choices.filter((_, place) => place !== from).toSpliced(to, 0, choices[from]!) })
  return (
    <Group at={`fields.${field.key}.choices`} label={say.choices}>
      <ul className="define-choices" aria-label={say.choices}>
        {choices.map((choice, place) => (
          <li key={choice.word} className={choice.retired ? 'is-retired' : undefined}>
            <span className="define-word">{choice.word}</span>
            {choice.retired && <span className="soft">{define.list.retired}</span>}
            <span className="define-steps">
              <button
                type="button"
                className="define-step"
                disabled={place === 0}
                aria-label={define.list.up(choice.word)}
                onClick={() => move(place, place - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="define-step"
                disabled={place === choices.length - 1}
                aria-label={define.list.down(choice.word)}
                onClick={() => move(place, place + 1)}
              >
                ↓
              </button>
            </span>
            <ChoiceEnd
              choice={choice}
              fixed={old?.choices.some(({ word }) => word === choice.word) ?? false}
              onChange={(next) =>
                set({ choices: choices.flatMap((one) => (one.word !== choice.word ? [one] : next ? [next] : [])) })
              }
            />
          </li>
        ))}
      </ul>
      <div className="define-add">
        <Input.TextArea
          aria-label={say.choiceNew}
          placeholder={say.choiceAddHint}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== '' && add()}
        />
        <Button onClick={add} disabled={typed.trim() === ''}>
          {say.choiceAdd}
        </Button>
      </div>
    </Group>
  )
}

type Choice = Field['choices'][number]
type EndProps = { choice: Choice; fixed: boolean; onChange: (choice: Choice | null) => void }

function ChoiceEnd({ choice, fixed, onChange }: EndProps) {
  const { define } = useWords()
  const { word, retired } = choice
  const [say, list] = [define.field, define.list]
  const [short, long] = !fixed
    ? [list.remove, say.choiceRemove(word)]
    : retired
      ? [list.bringBack, say.choiceBack(word)]
      : [list.retire, say.choiceRetire(word)]
  return (
    <button
      type="button"
      className="word-button"
      aria-label={long}
      onClick={() => onChange(fixed ? { word, retired: !retired } : null)}
    >
      {short}
    </button>
  )
}
