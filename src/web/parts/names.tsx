// Units, people and posts by name wherever a row only has their ids.

import { useDirectory } from '../hooks.ts'
import { useWords } from '../language.ts'

/** The short name, with the full one on hover. */
export function UnitName({ id }: { id: string | null }) {
  const unit = useDirectory()?.unit(id)
  return unit ? <span title={unit.name}>{unit.shortName}</span> : <Absent />
}

export function UnitNames({ ids }: { ids: readonly string[] }) {
  const directory = useDirectory()
  const { shell } = useWords()
  const between = shell.listMark
  return ids.length > 0 ? (
    <span>{ids.map((id) => directory?.unit(id)?.shortName ?? '').join(between)}</span>
  ) : (
    <Absent />
  )
}

export function PersonName({ id }: { id: string | null }) {
  const person = useDirectory()?.person(id)
  return person ? <span>{person.name}</span> : <Absent />
}

/** The post and, behind it, who holds it now. */
export function PostName({ id }: { id: string | null }) {
  const directory = useDirectory()
  const post = directory?.post(id)
  const { shell } = useWords()
  if (!directory || !post) return <Absent />
  const holders = directory.people.filter((person) => person.active && person.posts.includes(post.id))
  const names = holders.map((person) => person.name).join(shell.listMark)
  return (
    <span>
      {post.name}
      {names && <span className="soft"> {names}</span>}
    </span>
  )
}

/** A value that is not there; read aloud as "none". */
export function Absent() {
  const { shell } = useWords()
  return (
    <span className="soft">
      <span aria-hidden="true">—</span>
      <span className="only-read-aloud">{shell.none}</span>
    </span>
  )
}
