// All ladders of an entry: those it stands on or has left as strips, the others as one line each, so that an enterprise with ten
// ladders does not begin with ten empty strips.

import type { Ladder } from '#domain/register.ts'
import { useWords } from '#web/language.ts'
import { EntryAssess } from '#web/parts/entry-assess.tsx'
import { EntryLadder, LadderActs } from '#web/parts/entry-ladder.tsx'
import type { EntryPartProps } from '#web/parts/entry-page.ts'

/** So few strips are shown whether anything has happened on them or not. */
const fewLadders = 2

export function EntryLadders(props: EntryPartProps) {
  const { ladders } = props.register.definition
  const { rungs } = props.page.entry
  const open = ladders.length <= fewLadders ? ladders : ladders.filter(({ key }) => rungs[key])
  return (
    <>
      {open.map((ladder) => (
        <EntryLadder key={ladder.key} ladder={ladder} {...props} />
      ))}
      <OtherLadders ladders={ladders.filter((ladder) => !open.includes(ladder))} {...props} />
    </>
  )
}

function OtherLadders({ ladders, register, page, asOf }: EntryPartProps & { ladders: readonly Ladder[] }) {
  const { record } = useWords()
  if (ladders.length === 0) return null
  return (
    <section className="section" aria-labelledby="other-ladders">
      <h2 id="other-ladders">{record.ladder.others}</h2>
      <ul className="other-ladders">
        {ladders.map((ladder) => (
          <li key={ladder.key} aria-label={record.ladder.section(ladder.name)}>
            <strong>{ladder.name}</strong>
            <EntryAssess ladder={ladder} register={register.definition.code} id={page.entry.id} asOf={asOf} />
            {asOf === null && <LadderActs register={register} page={page} ladder={ladder} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
