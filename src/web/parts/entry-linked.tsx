// Entries of other registers that this one leads to, and those that lead here, each with where it stands.

import { Link } from '@tanstack/react-router'
import type { OutputOf } from '#contract/contract.ts'
import type { Register } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import type { EntryPartProps } from '#web/parts/entry-page.ts'

type Group = OutputOf<'listLinked'>[number]

export function EntryLinked({ register, page, asOf }: EntryPartProps) {
  const { linked: say } = useWords().record
  const at = asOf === null ? {} : { asOf }
  const { data: groups } = useQuestion('listLinked', { register: register.definition.code, id: page.entry.id, ...at })
  const { data: all } = useQuestion('listRegisters', at, { staleTime: 60_000 })
  const named = (code: string) => all?.own.find(({ definition }) => definition.code === code)
  if (!groups || groups.length === 0) return null
  return (
    <section className="section" aria-labelledby="linked-title">
      <h2 id="linked-title">{say.title}</h2>
      {groups.map((group) => (
        <LinkedGroup
          key={`${group.leads} ${group.register} ${group.field}`}
          group={group}
          here={register}
          there={named(group.register)}
          asOf={asOf}
        />
      ))}
    </section>
  )
}

type GroupProps = { group: Group; here: Register; there: Register | undefined; asOf: string | null }

function LinkedGroup({ group, here, there, asOf }: GroupProps) {
  const { linked: say } = useWords().record
  const { leads, field, register, entries, more } = group
  const of = leads === 'out' ? here : there
  const fieldName = of?.definition.fields.find(({ key }) => key === field)?.name ?? field
  const registerName = there?.definition.name ?? register
  return (
    <div className="linked-group">
      <h3>{leads === 'out' ? say.out(fieldName) : say.in(registerName, fieldName)}</h3>
      <ul>
        {entries.map(({ id, title, rungs }) => (
          <li key={id}>
            <Link to="/registers/$code/$id" params={{ code: register, id }} search={asOf === null ? {} : { asOf }}>
              {title ?? say.untitled}
            </Link>
            {there && <Rungs register={there} rungs={rungs} />}
          </li>
        ))}
      </ul>
      {more && <p className="soft">{say.more}</p>}
    </div>
  )
}

function Rungs({ register: { definition }, rungs }: { register: Register; rungs: Record<string, string> }) {
  const { shell } = useWords()
  const names = definition.ladders.flatMap((ladder) => {
    const rung = ladder.rungs.find(({ key }) => key === rungs[ladder.key])
    return rung ? [`${ladder.name} ${rung.name}`] : []
  })
  return names.length > 0 ? <span className="soft"> {names.join(shell.listMark)}</span> : null
}
