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
  const { record, shell } = useWords()
  if (ladders.length === 0) return null
  return (
    <details className="section other-ladders" open={Object.keys(page.entry.rungs).length === 0}>
      <summary>
        <h2>{record.ladder.others(ladders.length)}</h2>{' '}
        <span className="soft">{ladders.map(({ name }) => name).join(shell.listMark)}</span>
      </summary>
      <ul>
        {ladders.map((ladder) => (
          <li key={ladder.key} aria-label={record.ladder.section(ladder.name)}>
            <strong>{ladder.name}</strong>
            <EntryAssess ladder={ladder} register={register.definition.code} id={page.entry.id} asOf={asOf} />
            {asOf === null && <LadderActs register={register} page={page} ladder={ladder} quiet />}
          </li>
        ))}
      </ul>
    </details>
  )
}
