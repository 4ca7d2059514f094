// The other registers, as far as a definition may lead to them: those of the zone, and those that are shipped and not in use.

import { Select } from 'antd'
import { useMemo } from 'react'
import type { Definition } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { useDesk } from '#web/parts/define-desk.ts'

export type Reachable = { definition: Definition; there: boolean }

/** This one as it is being written first; `there`: the zone has it. */
export function useReachable(): Reachable[] {
  const { data } = useQuestion('listRegisters', {}, { staleTime: 60_000 })
  const { draft } = useDesk()
  return useMemo(() => {
    const own = data?.own.map(({ definition }) => definition) ?? []
    const others = own.filter(({ code }) => code !== draft.code)
    const waiting = (data?.shipped ?? []).filter(
      ({ code }) => code !== draft.code && !own.some((one) => one.code === code),
    )
    return [
      ...[draft, ...others].map((definition) => ({ definition, there: true })),
      ...waiting.map((definition) => ({ definition, there: false })),
    ]
  }, [data, draft])
}

type Props = { code: string | null; disabled?: boolean; onCode: (code: string) => void }

export function RegisterSelect({ code, disabled = false, onCode }: Props) {
  const { define, shell } = useWords()
  const { draft } = useDesk()
  const reachable = useReachable()
  const say = define.field
  const options = reachable.map(({ definition: { code: value, name }, there }) => ({
    value,
    label:
      value === draft.code ? `${name || define.list.untitled}（${say.ofHere}）` : there ? name : say.ofMissing(name),
  }))
  const known = code === null || options.some(({ value }) => value === code)
  return (
    <Select
      value={code ?? undefined}
      disabled={disabled}
      placeholder={shell.choose}
      popupMatchSelectWidth={false}
      options={known ? options : [...options, { value: code, label: say.ofMissing(code) }]}
      onChange={(next?: string) => next && onCode(next)}
    />
  )
}
