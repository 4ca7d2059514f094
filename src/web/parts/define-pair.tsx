// A section of the editor as a pair: the parts of one list on the left, in their order, with a button for one more; the form of
// the one that is open on the right.

import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Definition } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { type Parts, useDesk } from '#web/parts/define-desk.ts'
import { DefineList } from '#web/parts/define-list.tsx'

type PairProps<L extends Parts> = {
  list: L
  say: { add: string; none?: string }
  nameOf: (part: Definition[L][number]) => string
  noteOf?: (part: Definition[L][number]) => string
  fresh: () => Definition[L][number]
  /** Why nothing can be added yet. */
  lacks?: string | false
  form: (part: Definition[L][number]) => ReactNode
  /** In place of a form, when none is open. */
  otherwise?: ReactNode
}

export function DefinePair<L extends Parts>(props: PairProps<L>) {
  const { list, say, nameOf, noteOf, fresh, lacks = false, form, otherwise } = props
  const { define } = useWords()
  const { draft, at, change, goTo } = useDesk()
  const parts: Definition[L][number][] = draft[list]
  const open = parts.find(({ key }) => key === at.split('.')[1])
  const put = (next: Definition[L][number][]) => change((now) => ({ ...now, [list]: next }))
  const add = () => {
    const part = fresh()
    change((now) => ({ ...now, [list]: [...now[list], part] }))
    goTo(`${list}.${part.key}`)
  }
  const soft = lacks || (parts.length === 0 && say.none)
  return (
    <div className="define-pair">
      <div className="define-side">
        <DefineList
          label={define.tabs[list]}
          at={list}
          parts={parts}
          nameOf={nameOf}
          {...(noteOf && { noteOf })}
          onOrder={put}
        />
        {soft && <p className="soft">{soft}</p>}
        <Button disabled={lacks !== false} onClick={add}>
          {say.add}
        </Button>
      </div>
      {open ? form(open) : otherwise}
    </div>
  )
}

/** At the end of a form: the part is taken out of its list. */
export function RemovePart({ word, onRemove }: { word: string; onRemove: () => void }) {
  return (
    <div className="define-end">
      <Button danger onClick={onRemove}>
        {word}
      </Button>
    </div>
  )
}
