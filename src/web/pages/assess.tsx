// 对照认定条件: all entries of a register against the rule set of a rung. How many stand where, and those of one standing with
// what they lack: the list from which an officer calls the firms that are one thing short.

import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { OutputOf } from '#contract/contract.ts'
import type { Definition } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { AssessList } from '#web/parts/assess-list.tsx'
import { ruleSetsOf } from '#web/parts/assess-standing.ts'
import { PageHeader } from '#web/parts/page-header.tsx'
import { LoadingMark, NoSuchPage } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'

export function AssessPage() {
  const { code } = useParams({ from: '/frame/registers/$code/assess' })
  const registers = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const sets = useQuestion('listRuleSets', {}, { staleTime: 60_000 })
  const error = registers.error ?? sets.error
  if (error) return <RefusalNotice error={error} />
  if (!registers.data || !sets.data) return <LoadingMark />
  const register = registers.data.own.find(({ definition }) => definition.code === code)
  const codes = register ? ruleSetsOf(register.definition) : []
  if (!register || codes.length === 0) return <NoSuchPage />
  return <Assessed definition={register.definition} codes={codes} titles={titlesOf(sets.data)} />
}

function titlesOf({ shipped, own }: OutputOf<'listRuleSets'>): Map<string, string> {
  const all = [...shipped, ...own.map(({ set }) => set)]
  return new Map(all.map(({ code, title }) => [code, title]))
}

type Props = { definition: Definition; codes: string[]; titles: Map<string, string> }

function Assessed({ definition, codes, titles }: Props) {
  const { assess } = useWords()
  const search = useSearch({ from: '/frame/registers/$code/assess' })
  const navigate = useNavigate()
  const { code } = definition
  const ruleSet = codes.find((one) => one === search.set) ?? codes[0]!
  const options = codes.map((value) => ({ value, label: titles.get(value) ?? value }))
  const show = (next: typeof search) =>
    void navigate({ to: '/registers/$code/assess', params: { code }, search: { ...search, ...next } })
  return (
    <>
      <PageHeader title={assess.title} beside={assess.intro(definition.entryName)}>
        <Link to="/registers/$code" params={{ code }}>
          {assess.back(definition.name)}
        </Link>
      </PageHeader>
      <div className="assess-asked not-printed">
        <label htmlFor="assess-set">{assess.ruleSet}</label>
        <Select
          id="assess-set"
          value={ruleSet}
          options={options}
          onChange={(set: string) => show({ set })}
          popupMatchSelectWidth={false}
        />
      </div>
      <AssessList
        key={ruleSet}
        register={code}
        ruleSet={ruleSet}
        standing={search.standing ?? null}
        onStanding={(standing) => show({ standing })}
      />
    </>
  )
}
