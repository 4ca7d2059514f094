// Units, people and posts by name wherever a row only has their ids.

import { type Lookup, useDirectory } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'

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

/** The post's name, with its unit before it unless the name says that already: 经济发展局局长, 党政办公室 督查专员. */
export function postTitle({ post: find, unit: unitOf }: Lookup, id: string): string {
  const post = find(id)
  const unit = post && unitOf(post.unit)
  if (!post || !unit) return ''
  const says = [unit.name, unit.shortName].some((name) => post.name.startsWith(name))
  return says ? post.name : `${unit.shortName} ${post.name}`
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
