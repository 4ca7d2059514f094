// A register as a matrix: lines and columns are the choices of two fields, each count is a link to its entries.

import { Link } from '@tanstack/react-router'
import { fieldOf } from '#domain/register.ts'
import { useQuestion } from '#web/hooks.ts'
import { useWords } from '#web/language.ts'
import { LoadingMark } from '#web/parts/page-state.tsx'
import { RefusalNotice } from '#web/parts/refusal-notice.tsx'
import { firstLook, narrowOf, type RegisterLook, registerSearchOf } from '#web/parts/register-look.ts'
import type { RegisterViewProps } from '#web/parts/register-view.tsx'
import './register-matrix.css'

type Head = string | null

export function RegisterMatrix({ register, view, look }: RegisterViewProps) {
  const { registers: say } = useWords()
  const { definition } = register
  const [lines, columns] = [fieldOf(definition, view?.lines ?? ''), fieldOf(definition, view?.columns ?? '')]
  const narrow = narrowOf(look, view)
  const removed = look.removed && { removed: true }
  const asked = {
    register: definition.code,
    lines: lines?.key ?? '',
    columns: columns?.key ?? '',
    ...narrow,
    ...removed,
  }
  const { data, error, refetch } = useQuestion('showMatrix', asked)
  if (error) return <RefusalNotice error={error} onRetry={() => void refetch()} />
  if (!data || !lines || !columns) return <LoadingMark />
  // Several tests of one field are alternatives: a cell's own test stands in the place of the reader's.
  const begins = (line: string) => line.slice(0, line.indexOf('=') + 1)
  const kept = (narrowed: string[]) =>
    narrow.filter.filter((line) => !narrowed.some((test) => begins(test) === begins(line)))
  const lookOf = (narrowed: string[]): RegisterLook => ({
    ...firstLook,
    ...{ filter: [...kept(narrowed), ...narrowed], where: narrow.where ?? null },
    ...{ text: look.text, removed: look.removed, asOf: look.asOf },
  })
  const test = (key: string, head: Head) => `${key}=${head ?? ''}`
  const cell = (count: number, narrowed: string[]) =>
    count === 0 ? (
      <span className="soft">0</span>
    ) : (
      <Link to="/registers/$code" params={{ code: definition.code }} search={registerSearchOf(lookOf(narrowed))}>
        {count}
      </Link>
    )
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
  const name = (head: Head) => head ?? say.filters.empty
  return (
    <div className="matrix-scroll">
      <table className="matrix">
        <caption className="only-read-aloud">{say.matrix.caption(lines.name, columns.name)}</caption>
        <thead>
          <tr>
            <th scope="col">
              {lines.name}＼{columns.name}
            </th>
            {data.columns.map((head) => (
              <th key={name(head)} scope="col">
                {name(head)}
              </th>
            ))}
            <th scope="col">{say.matrix.total}</th>
          </tr>
        </thead>
        <tbody>
          {data.lines.map((head, at) => (
            <tr key={name(head)}>
              <th scope="row">{name(head)}</th>
              {data.columns.map((column, place) => (
                <td key={name(column)}>
                  {cell(data.counts[at]![place]!, [test(lines.key, head), test(columns.key, column)])}
                </td>
              ))}
              <td>{cell(total(data.counts[at]!), [test(lines.key, head)])}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.matrix.total}</th>
            {data.columns.map((column, place) => (
              <td key={name(column)}>
                {cell(total(data.counts.map((counts) => counts[place]!)), [test(columns.key, column)])}
              </td>
            ))}
            <td>{cell(total(data.counts.flat()), [])}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
